// Each point's pull at the weights as an arrow on the plane. Pure: no DOM, no requests.

import { classOfColumn } from "./problem.js";

const LONGEST = 0.13; // of the plane's width: the length of the strongest pull's arrow
const MOST = 400; // arrows; beyond that only the strongest are drawn

/** Are there arrows to show, and do they belong to what is on the plane? */
const wanted = ({ panel, arrows = true, effect, pass, mode, iteration }) =>
  panel === "why" && arrows && effect?.pass === pass && (mode === "pass" || iteration === pass.iteration);

/**
 * Point i adds −slopes[i][k]·xᵢ to −∂L/∂W of class k: an arrow from the point along xᵢ, away from the origin for its own
 * class, towards it for a rival. [{i, k, from, to, lane: which of several on the same way}], or null.
 */
export function pullArrows(state) {
  if (!wanted(state)) return null;
  if (made.effect !== state.effect) made = { effect: state.effect, arrows: arrowsOf(state) };
  return made.arrows;
}

let made = {}; // the plane is drawn sixty times a second, an effect comes once a pass

function arrowsOf({ effect: { pulls: { slopes } }, shown: { X }, pass: { scene: { box } } }) {
  const found = slopes.flatMap((row, i) => {
    const lanes = row.map((slope, k) => k).filter((k) => row[k] > 0);
    const size = Math.hypot(...X[i]);
    return row.flatMap((
      slope,
      k,
    ) => (slope && size
      ? [{
        i,
        k: classOfColumn(k, row.length),
        slope,
        length: Math.abs(slope) * size,
        lane: slope > 0 ? lanes.indexOf(k) - (lanes.length - 1) / 2 : 0,
      }]
      : [])
    );
  }).sort((a, b) => b.length - a.length).slice(0, MOST);
  const scale = ((box[1] - box[0]) * LONGEST) / (found[0]?.length || 1);
  return found.map(({ i, k, slope, lane }) => ({ i, k, lane, from: X[i], to: X[i].map((x) => x - slope * x * scale) }));
}
