// Weights and what an update is made of: their lengths, ways to go, shifts of their lines. Pure.

import { between, lineOf, minus, plus, sizeOf, unit } from "./geometry.js";
import { area, arrow, beside, line, number, signed, words } from "./marks.js";
import { PIECE } from "./motion.js";
import { tipOf } from "./chain.js";
import { scoreOf } from "./point.js";
import { classOfColumn } from "../state/problem.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */
/** @import { Rows } from "../types.d.ts" */

const OFF = 9; // px from an arrow to the line that measures it
const END = 4; // px: half of the end of such a line
const SHIFT = 30; // px of the largest shift
const WIDE = 22; // per cent of the largest way or spread
const ALONG = [0.25, 0.5, 0.75]; // where a line shows its shift

/** How long the weights of each class are. @type {(about: About, clock: Clock) => Mark[]} */
export function weights(about, clock) {
  const { arrows, frame, W, columns } = about;
  const t = clock(0, 320);
  return arrows.flatMap((segment, k) => {
    if (!segment) return [];
    const [from, to] = segment.map(frame.at);
    const way = unit(minus(from, to));
    if (!way) return [];
    const column = columns === 1 ? 0 : k;
    const size = Math.hypot(...W.map((row) => row[column]));
    /** @type {Place} */
    const aside = [-way[1] * frame.px, way[0] * frame.px];
    const end = between(from, to, t);
    /** @type {(at: Place, off: number) => Place} */
    const off = (at, by) => plus(at, aside, by);
    const label = plus(end, way, 3 * frame.px);
    return [
      arrow(from, end, { k, look: "weight" }),
      line(off(from, OFF), off(end, OFF), { k, look: "measure" }),
      ...[from, end].map((at) => line(off(at, OFF - END), off(at, OFF + END), { k, look: "measure" })),
      words(label, number(size), { k, look: "says", of: k, alpha: t, ...beside(label, way, 8) }),
    ];
  });
}

/** `both`: to both sides of the line. @type {(about: About, values: number[], t: number, both?: boolean) => Mark[]} */
function lineShifts(about, values, t, both = false) {
  const { frame, columns } = about;
  const largest = Math.max(...values.map(Math.abs));
  if (!largest) return [];
  return values.flatMap((value, k) => {
    const score = scoreOf(about, k);
    const seen = lineOf(score);
    const up = unit([score.a, score.c]);
    if (!seen || !up || !value) return [];
    const size = (Math.abs(value) / largest) * SHIFT * frame.px * t;
    const ways = both ? [1, -1] : [Math.sign(value)]; // a larger bias moves the line against the weights
    const look = { k: classOfColumn(k, columns), look: "shift" };
    const first = plus(between(seen[0], seen[1], 0.25), up, ways[0] * (size + 8 * frame.px));
    return [
      ...ALONG.flatMap((share) =>
        ways.map((way) =>
          arrow(between(seen[0], seen[1], share), plus(between(seen[0], seen[1], share), up, way * size), look)
        )
      ),
      words(first, both ? number(value) : signed(-value), {
        k: look.k,
        of: look.k,
        look: "says",
        alpha: t,
        ...beside(first, up, 6),
      }),
    ];
  });
}

/** By how much each line is asked to shift. @type {(about: About, clock: Clock) => Mark[]} */
export const shifts = (about, clock) =>
  about.step.shape.length === 1 ? lineShifts(about, about.step.value, clock(0, PIECE)) : [];

/**
 * The ways of a step's columns, all in one scale.
 *
 * @type {(about: About, value: Rows, of: (x: number) => number) => Place[]}
 */
function ways({ frame }, value, of) {
  const all = value[0].map((_, k) => frame.way([of(value[0][k]), of(value[1][k])]));
  const largest = Math.max(...all.map(sizeOf));
  return all.map((way) => plus([0, 0], way, largest ? WIDE / largest : 0));
}

/** Where an update would go. @type {(about: About, clock: Clock) => Mark[]} */
export function direction(about, clock) {
  const t = clock(0, PIECE);
  const { step, columns } = about;
  if (step.shape.length === 1) return lineShifts(about, step.value, t);
  return ways(about, step.value, (x) => -x).flatMap((way, k) => {
    const tip = tipOf(about, k);
    return sizeOf(way) ? [arrow(tip, plus(tip, way, t), { k: classOfColumn(k, columns), look: "direction" })] : [];
  });
}

/**
 * How large the slopes of each weight have been: a box as wide and high.
 *
 * @type {(about: About, clock: Clock) => Mark[]}
 */
export function spread(about, clock) {
  const t = clock(0, PIECE);
  const { step, columns } = about;
  if (step.shape.length === 1) return lineShifts(about, step.value.map(Math.sqrt), t, true);
  return ways(about, step.value, Math.sqrt).flatMap(([x, y], k) => {
    const tip = tipOf(about, k);
    /** @type {Place[]} */
    const corners = [[-x, -y], [x, -y], [x, y], [-x, y]].map(([dx, dy]) => plus(tip, [dx, dy], t));
    return x || y ? [area(corners, { k: classOfColumn(k, columns), look: "spread" })] : [];
  });
}
