// Each point's pull at the weights as an arrow on the plane. Pure: no DOM, no requests.

import { classOfColumn } from "./problem.js";

/** @import { State } from "../types.d.ts" */
/** @import { WhyAnswer } from "../api_types.d.ts" */

/**
 * @typedef {object} Pull  the arrow of a point
 * @property {number} i
 * @property {number} k  the class whose weights it pulls at
 * @property {number[]} from
 * @property {number[]} to
 * @property {number} lane  which of several on the same way
 */

const LONGEST = 0.13; // of the plane's width: the length of the strongest pull's arrow
const MOST = 400; // arrows; beyond that only the strongest are drawn

/**
 * Are there arrows to show, and do they belong to what is on the plane?
 *
 * @param {State} state
 */
const wanted = ({ panel, arrows = true, effect, pass, mode, iteration }) =>
  panel === "why" && arrows && effect?.pass === pass && (mode === "pass" || iteration === pass?.iteration);

/**
 * Point i adds −slopes[i][k]·xᵢ to −∂L/∂W of class k: an arrow from the point along xᵢ, away from the origin for its
 * own class, towards it for a rival. Null where there are none to show.
 *
 * @param {State} state
 */
export function pullArrows(state) {
  const { effect, pass, shown } = state;
  if (!wanted(state) || !effect || !pass?.scene) return null;
  if (made.effect !== effect) made = { effect, arrows: arrowsOf(effect, shown.X, pass.scene.box) };
  return made.arrows;
}

/**
 * The plane is drawn sixty times a second, an effect comes once a pass.
 *
 * @type {{ effect: State["effect"], arrows: Pull[] }}
 */
let made = { effect: undefined, arrows: [] };

/**
 * @param {WhyAnswer} effect
 * @param {number[][]} X
 * @param {number[]} box
 * @returns {Pull[]}
 */
function arrowsOf({ pulls: { slopes } }, X, box) {
  const found = slopes.flatMap((row, i) => {
    const lanes = [...row.keys()].filter((k) => row[k] > 0);
    const size = Math.hypot(...X[i]);
    const arrow = (/** @type {number} */ slope, /** @type {number} */ k) => ({
      i,
      k: classOfColumn(k, row.length),
      slope,
      length: Math.abs(slope) * size,
      lane: slope > 0 ? lanes.indexOf(k) - (lanes.length - 1) / 2 : 0,
    });
    return row.flatMap((slope, k) => (slope && size ? [arrow(slope, k)] : []));
  }).sort((a, b) => b.length - a.length).slice(0, MOST);
  const scale = ((box[1] - box[0]) * LONGEST) / (found[0]?.length || 1);
  return found.map(({ i, k, slope, lane }) => ({ i, k, lane, from: X[i], to: X[i].map((x) => x - slope * x * scale) }));
}
