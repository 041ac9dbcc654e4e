// What an update makes of the lines: where they were, where they will be, and what they sweep. Pure.

import { apart, lineOf, minus, onTheWay, plus, unit, wedge } from "./geometry.js";
import { area, badge, line, words } from "./marks.js";
import { CURVES, SWING } from "./motion.js";
import { classOfColumn } from "../state/problem.js";

/** @import { Place, Score } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */
/** @import { Rows, Step } from "../types.d.ts" */

const SEEN = 16; // px: a smaller turn is magnified
const FACTORS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const INSET = 15; // px from the edge to the mark of a line

/**
 * Weights and bias before a step of the update and after it.
 *
 * @type {(about: About) => { before: [Rows, number[]], after: [Rows, number[]] }}
 */
function change({ steps, at, step, W, b }) {
  const past = steps.slice(0, at).filter(({ direction: way }) => way === "update");
  /** @type {(name: string) => Step | undefined} */
  const earlier = (name) => past.findLast(({ id, node }) => node === name && id.startsWith(`${name}_moved`));
  if (step.shape.length === 1) {
    const turned = past.findLast(({ id }) => id === "W_next")?.value ?? W;
    return { before: [turned, earlier("b")?.value ?? b], after: [turned, step.value] };
  }
  return { before: [earlier("W")?.value ?? W, b], after: [step.value, b] };
}

/**
 * The same line by weights of length 1: on the way to others it turns, however much they grow or shrink. Weights of
 * zero have none.
 *
 * @type {(score: Score) => Score | null}
 */
export function normed({ a, c, d }) {
  const size = Math.hypot(a, c);
  return size > 1e-12 ? { a: a / size, c: c / size, d: d / size } : null;
}

/** @type {(pairs: [Score, Score][], px: number) => number} */
export function magnified(pairs, px) {
  const far = (/** @type {number} */ factor) =>
    Math.max(0, ...pairs.map(([from, to]) => apart(from, onTheWay(from, to, factor)))) / px;
  if (far(1) >= SEEN || far(1) < 1e-6) return 1;
  return FACTORS.find((factor) => far(factor) >= SEEN) ?? FACTORS[FACTORS.length - 1];
}

/** The lines turn, from where they are to where they will be. @type {(about: About, clock: Clock) => Mark[]} */
export function turn(about, clock) {
  const { frame, columns } = about;
  const t = clock(0, SWING, CURVES.swing);
  const { before, after } = change(about);
  /** @type {([W, b]: [Rows, number[]], k: number) => Score} */
  const score = ([W, b], k) => frame.score([W[0][k], W[1][k]], b[k]);
  const lines = before[1].map((_, k) => ({ k, from: normed(score(before, k)), to: normed(score(after, k)) }));
  /** @type {[Score, Score][]} */
  const pairs = lines.flatMap(({ from, to }) => (from && to ? [[from, to]] : []));
  const factor = magnified(pairs, frame.px);
  const marks = lines.flatMap(({ k: column, from, to }) => {
    const k = classOfColumn(column, columns);
    const only = from ? null : to && lineOf(to);
    if (!from || !to) return only ? [line(...only, { k, look: "new", alpha: t })] : [];
    const now = onTheWay(from, to, factor * t);
    const [old, seen] = [lineOf(from), lineOf(now)];
    return [
      ...wedge(from, now).map((corners) => area(corners, { k, look: "wedge" })),
      ...(old ? [line(...old, { k, look: "old" })] : []),
      ...(seen ? [line(...seen, { k, look: "new" }), badge(inset(seen, frame.px), k)] : []),
    ];
  });
  return factor > 1 ? [...marks, words([100, 0], `${factor}×`, { look: "sum", anchor: "end", by: [-12, 24] })] : marks;
}

/** @type {(segment: [Place, Place], px: number) => Place} */
const inset = ([from, to], px) => plus(to, unit(minus(to, from)) ?? [0, 0], INSET * px);
