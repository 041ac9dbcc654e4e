// What a step does with one point, measured on the plane: its distances to lines, and what becomes of them. Pure.

import { between, clipped, lineOf, minus, plus, sizeOf, unit, valueAt, walk } from "./geometry.js";
import { beside, disc, line, number, words } from "./marks.js";

/** @import { Place, Score } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */
/** @import { Step } from "../types.d.ts" */

/**
 * One margin of the point: against class j, by how much it is broken, and the score that says so.
 * @typedef {{ j: number, value: number, slope: Score }} Entry
 */

const FEW = 4; // classes whose numbers have room beside one point
export const CLEAR = 11; // px that the point itself takes

/** The score of column k. @type {(about: About, k: number) => Score} */
export const scoreOf = ({ frame, W, b }, k) => frame.score([W[0][k], W[1][k]], b[k]);

/** @type {(plus: Score, minus: Score) => Score} */
const less = (p, m) => ({ a: p.a - m.a, c: p.c - m.c, d: p.d - m.d });
/** @type {(score: Score, sign: number) => Score} */
const times = ({ a, c, d }, sign) => ({ a: sign * a, c: sign * c, d: sign * d });

/**
 * The step that says how far the margins are broken, up to this one: a row a point.
 *
 * @type {(about: About) => Step | undefined}
 */
export const marginStep = ({ steps, at }) => steps.slice(0, at + 1).find(({ picture }) => picture[0] === "margins");

/** The latest step that measures lengths before this one. @type {(about: About) => Step | undefined} */
export const measured = ({ steps, at }) =>
  steps.slice(0, at).findLast(({ picture: [first], direction }) =>
    direction === "forward" && (first === "margins" || first === "lengths")
  );

/**
 * The point's row of a step, an entry for each margin that the point has. One number a point is that of its closest
 * rival, or of the one that a loss of two classes has.
 *
 * @type {(about: About, step: Step) => Entry[]}
 */
export function entries(about, step) {
  const { i, y, columns, pairwise } = about;
  /** @type {number | number[]} */
  const row = step.value[i];
  const own = y[i];
  /** @type {(j: number) => Score} */
  const slope = (j) =>
    columns === 1
      ? times(scoreOf(about, 0), own ? -1 : 1)
      : pairwise
      ? less(scoreOf(about, j), scoreOf(about, own))
      : times(scoreOf(about, j), j === own ? -1 : 1);
  if (Array.isArray(row)) {
    const all = row.map((value, j) => ({ j, value, slope: slope(j) }));
    return all.filter(({ j }) => !pairwise || j !== own);
  }
  if (columns === 1) return [{ j: 1 - own, value: row, slope: slope(0) }];
  const margins = marginStep(about);
  const closest = margins && entries(about, margins).reduce((a, b) => (b.value > a.value ? b : a));
  return closest ? [{ ...closest, value: row }] : [];
}

/**
 * @type {(about: About, foot: Place, look: { k?: number, look: string, alpha: number }, text: string,
 *   of: number | undefined) => Mark[]}
 */
function length({ frame, place }, foot, look, text, of) {
  const way = unit(minus(place, foot));
  const seen = way && clipped([plus(place, way, CLEAR * frame.px), foot]);
  if (!way || !seen || sizeOf(minus(place, foot)) < CLEAR * frame.px) return [];
  const [from, to] = seen;
  const whole = sizeOf(minus(to, foot)) < 0.1;
  const at = between(from, to, whole ? 0.62 : 0.5);
  /** @type {Place} */
  const side = way[1] > 0 === way[0] > 0 ? [1, -0.2] : [1, 0.2];
  return [
    line(from, to, look),
    ...(whole ? [disc(to, 2.5, { ...look, look: `${look.look} foot` })] : []),
    ...(text ? [words(at, text, { ...look, look: "says", of, ...beside(at, side, 9) })] : []),
  ];
}

/** Distances to the lines of the classes, with the scores. @type {(about: About, clock: Clock) => Mark[]} */
export function scores(about, clock) {
  const { step, i, y, place, columns } = about;
  /** @type {number | number[]} */
  const row = step.value[i];
  const values = Array.isArray(row) ? row : [row];
  const best = values.indexOf(Math.max(...values.filter((_, k) => k !== y[i])));
  return values.flatMap((value, k) => {
    if (columns > FEW && k !== y[i] && k !== best) return [];
    const score = scoreOf(about, k);
    const foot = walk(score, place, -valueAt(score, place));
    const t = clock(0, 260);
    const of = columns === 1 ? 1 : k;
    return foot
      ? length(about, between(place, foot, t), { k: of, look: "distance", alpha: t }, decimals(value), of)
      : [];
  });
}

/** @param {number} x */
export const decimals = (x) => (Number.isInteger(x) ? x.toFixed(2).replace("-", "−") : number(x));

/**
 * @type {(about: About, entry: Entry, look: { look: string, alpha: number }, share?: number, text?: string) => Mark[]}
 */
export function toMargin(about, { j, value, slope }, look, share = 1, text = decimals(value)) {
  const foot = walk(slope, about.place, -value);
  const kept = value <= 0 ? "kept" : "short";
  return foot
    ? length(about, between(about.place, foot, share), { ...look, k: j, look: `${kept} ${look.look}` }, text, j)
    : [];
}

/**
 * The margin line of an entry: where its value would be zero.
 *
 * @type {(about: About, entry: Entry, alpha: number) => Mark[]}
 */
export function marginLine({ place }, { j, value, slope }, alpha) {
  const seen = lineOf({ ...slope, d: value - slope.a * place[0] - slope.c * place[1] });
  return seen ? [line(...seen, { k: j, look: "margin", alpha })] : [];
}

/** What the point lacks to each of its margin lines, or has to spare. @type {(about: About, clock: Clock) => Mark[]} */
export function margins(about, clock) {
  const t = clock(0, 260);
  const all = entries(about, about.step);
  const few = about.columns > FEW ? [...all].sort((a, b) => b.value - a.value).slice(0, FEW) : all;
  return few.flatMap((entry) => [...marginLine(about, entry, t), ...toMargin(about, entry, { look: "", alpha: t }, t)]);
}

/** Lengths that cost something; those of kept margins go. @type {(about: About, clock: Clock) => Mark[]} */
export function lengths(about, clock) {
  const forward = about.step.direction === "forward";
  const from = forward ? about.step : measured(about);
  if (!from) return [];
  const t = forward ? clock(0, 400) : 1;
  const before = forward ? measured(about) : undefined;
  const gone = t < 1 && before ? entries(about, before).filter(({ value }) => value <= 0) : [];
  const kept = entries(about, from).filter(({ value }) => value > 0);
  const look = forward ? "paid" : "quiet";
  const silent = about.step.picture.includes("ticks"); // they have numbers of their own, on the same ways
  return [
    ...gone.flatMap((entry) => toMargin(about, entry, { look: "", alpha: 1 - t }, 1 - t, "")),
    ...kept.flatMap((entry) => marginLine(about, entry, 0.7)),
    ...kept.flatMap((entry) => toMargin(about, entry, { look, alpha: 1 }, 1, silent ? "" : undefined)),
  ];
}
