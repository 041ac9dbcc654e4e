// The pulls of all points tip to tail, what the penalty adds, and what they come to, in one scale. Pure.

import { between, minus, plus, sizeOf, unit } from "./geometry.js";
import { arrow, beside, words } from "./marks.js";
import { CURVES, SLIDE, slideDelay } from "./motion.js";
import { classOfColumn } from "../state/problem.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */
/** @import { Rows, Step } from "../types.d.ts" */

/** @typedef {{ i: number, way: Place }} Link  the pull of point i, as part of a chain */

const REACH = 44; // per cent that the longest chain may be wide
const NUMBERED = 14; // links that have room for the numbers of their points

/**
 * The tip of each class's weights, or the middle where its line is not seen; kept off the edge.
 *
 * @type {(about: About, k: number) => Place}
 */
export function tipOf({ arrows, frame, columns }, k) {
  const tip = arrows[classOfColumn(k, columns)]?.[1];
  const [x, y] = tip ? frame.at(tip) : [50, 50];
  return [Math.min(82, Math.max(18, x)), Math.min(82, Math.max(18, y))];
}

/**
 * A column of a gradient of the weights, turned round, as a way.
 *
 * @type {(about: About, value: Rows, k: number) => Place}
 */
export const asked = ({ frame }, value, k) => frame.way([-value[0][k], -value[1][k]]);

/**
 * What a step with this picture, up to this one, gives; of weights.
 *
 * @type {(about: About, layer: string) => Step | undefined}
 */
const partOf = ({ steps, step }, layer) =>
  steps.find(({ picture, node, direction, shape }) =>
    picture.length === 1 && picture[0] === layer && direction === "backward" && node === step.node && shape.length === 2
  );

/**
 * The pulls of all points at the weights of class k, by direction: the chain is an arc.
 *
 * @type {(about: About, k: number) => Link[]}
 */
function links({ steps, X, frame, batch }, k) {
  const pulls = steps.find(({ picture, direction }) => direction === "backward" && picture.includes("pieces"));
  if (!pulls) return [];
  const found = batch.flatMap((i) => {
    const g = pulls.value[i][k] * pulls.scale;
    return g ? [{ i, way: frame.way(X[i].map((x) => -g * x)) }] : [];
  });
  const all = found.reduce((sum, { way }) => plus(sum, way), /** @type {Place} */ ([0, 0]));
  const main = Math.atan2(all[1], all[0]);
  /** @param {Link} link */
  const turn = ({ way }) => {
    const angle = Math.atan2(way[1], way[0]) - main;
    return Math.atan2(Math.sin(angle), Math.cos(angle));
  };
  return found.sort((a, b) => turn(a) - turn(b));
}

/**
 * How much longer than it is everything is drawn, so that all of it is seen.
 *
 * @type {(about: About, tips: Place[], ways: Place[][]) => number}
 */
function scaleOf(_, tips, ways) {
  let scale = Infinity;
  ways.forEach((chain, k) => {
    /** @type {Place} */
    let at = [0, 0];
    for (const way of chain) {
      at = plus(at, way);
      at.forEach((v, axis) => {
        const room = v > 0 ? 95 - tips[k][axis] : tips[k][axis] - 5;
        if (Math.abs(v) > 1e-9) scale = Math.min(scale, room / Math.abs(v), REACH / Math.abs(v));
      });
    }
  });
  return Number.isFinite(scale) ? scale : 1;
}

/**
 * The chains of all classes with what follows them, in one scale.
 *
 * @type {(about: About) => { k: number, tip: Place, chain: Link[], decay: Place | null, scale: number }[]}
 */
export function chains(about) {
  const penalty = partOf(about, "decay");
  const found = about.W[0].map((_, k) => ({
    k,
    tip: tipOf(about, k),
    chain: links(about, k),
    decay: penalty ? asked(about, penalty.value, k) : null,
  }));
  const ways = found.map(({ chain, decay }) => [...chain.map(({ way }) => way), ...(decay ? [decay] : [])]);
  const own = found.flatMap(({ decay }, k) => (decay ? [{ tip: found[k].tip, decay }] : []));
  const scale = scaleOf(about, [...found, ...own].map(({ tip }) => tip), [...ways, ...own.map(({ decay }) => [decay])]);
  return found.map((one) => ({ ...one, scale }));
}

/** @type {(about: About, k: number) => { k: number, look: string }} */
export const lookOf = ({ y, i, columns }, k) => ({
  k: classOfColumn(k, columns),
  look: columns === 1 || y[i] === k ? "own" : "other",
});

/**
 * The pulls of all points, which slide onto the arrow of their class.
 *
 * @type {(about: About, clock: Clock) => Mark[]}
 */
export function chain(about, clock) {
  const { frame, X, columns, many } = about;
  return chains(about).flatMap(({ k, tip, chain: pulls, scale }) => {
    let from = tip;
    const look = lookOf(about, k);
    const numbered = look.look === "own" && pulls.length <= NUMBERED && !many;
    return pulls.flatMap(({ i, way }, n) => {
      const t = clock(slideDelay(n, pulls.length), SLIDE, CURVES.slide);
      const to = plus(from, way, scale);
      const point = frame.at(X[i]);
      const at = [between(point, from, t), between(plus(point, way, scale), to, t)];
      const middle = between(at[0], at[1], 0.5);
      const across = unit([-way[1], way[0]]);
      from = to;
      const drawn = arrow(at[0], at[1], { ...look, look: `link ${look.look}` });
      if (!numbered || !across || sizeOf(minus(at[0], at[1])) < 12 * frame.px) return [drawn];
      return [
        drawn,
        words(middle, String(i), {
          k: classOfColumn(k, columns),
          look: "index",
          alpha: t,
          ...beside(middle, across, 7),
        }),
      ];
    });
  });
}
