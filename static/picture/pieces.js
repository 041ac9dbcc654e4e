// The pulls of one point at the weights of each class, in pieces. Pure.

import { between, plus, unit } from "./geometry.js";
import { arrow, beside, number, signed, words } from "./marks.js";
import { NEXT, PIECE } from "./motion.js";
import { classOfColumn } from "../state/problem.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */

const ONE = 46; // px of a pull of length one
const LEAST = 30; // px of the longest pull where there is no room
const MOST = 140; // px of the longest pull
const LANE = 8; // px between pulls on the same way
const EDGE = 14; // px kept free beside the last piece

/** Is the own class's pull made of those of its rivals? @type {(row: number[]) => boolean} */
const madeOfRivals = (row) =>
  row.length > 1 && Math.abs(row.reduce((a, b) => a + b, 0)) < 1e-9 * Math.max(...row.map(Math.abs), 1);

/** How many pixels there are from a place to the edge. @type {(about: About, way: Place) => number} */
function roomOf({ place, frame }, way) {
  const room = way.map((v, k) => (v > 0 ? (100 - place[k]) / v : v < 0 ? place[k] / -v : Infinity));
  return Math.min(...room) / frame.px - EDGE;
}

/**
 * The pulls of the point: −g·x at each class's weights, in pieces as long as the number says; the own class has a piece
 * for each rival.
 *
 * @type {(about: About, clock: Clock) => Mark[]}
 */
export function pieces(about, clock) {
  const { step, i, y, X, frame, place, columns } = about;
  /** @type {number[]} */
  const row = step.value[i];
  const out = unit(frame.way(X[i]));
  if (!out || !row.some(Boolean)) return [words(place, "0", { look: "value", by: [0, -26] })];
  const own = columns === 1 ? 0 : y[i];
  const up = row[own] <= 0 ? 1 : -1;
  const rivals = row.map((value, k) => ({ value, k })).filter(({ value, k }) => k !== own && value);
  const along = /** @type {Place} */ (out.map((v) => v * up));
  const longest = Math.max(Math.abs(row[own]), ...rivals.map(({ value }) => Math.abs(value)), 1e-9);
  const room = Math.max(LEAST, Math.min(MOST, roomOf(about, along)));
  const one = Math.min(ONE, room / longest) * frame.px;
  /** @type {Place} */
  const aside = [-out[1], out[0]];
  /** @type {Mark[]} */
  const marks = [];
  const parts = madeOfRivals(row)
    ? rivals.map(({ value, k }) => ({ size: value, of: k }))
    : [{ size: -up * row[own], of: own }];
  let from = place;
  parts.forEach(({ size, of }, n) => {
    const t = clock(n * NEXT, PIECE);
    const to = plus(from, along, Math.abs(size) * one * t);
    const middle = between(from, to, 0.6);
    if (t > 0) marks.push(arrow(from, to, { k: classOfColumn(own, columns), look: "piece" }));
    const beyond = n === 0 && parts.length === 1;
    if (!beyond) {
      marks.push(
        words(middle, signed(-size * up), { k: of, of, look: "says", alpha: t, ...beside(middle, aside, 12) }),
      );
    }
    from = to;
  });
  const all = clock((parts.length - 1) * NEXT, PIECE);
  const off = /** @type {Place} */ (aside.map((v) => -v));
  marks.push(words(from, number(row[own]), { look: "sum", alpha: all, ...beside(from, off, 16) }));
  rivals.forEach(({ value, k }, n) => {
    const lane = (n - (rivals.length - 1) / 2) * LANE * frame.px;
    const start = plus(place, aside, lane);
    const to = plus(start, out, -value * one * clock(n * NEXT, PIECE));
    const label = plus(to, aside, 0);
    const way = /** @type {Place} */ (aside.map((v) => v * (lane < 0 ? -1 : 1)));
    marks.push(arrow(start, to, { k, look: "piece" }));
    marks.push(words(label, signed(value), { k, of: k, look: "says", alpha: all, ...beside(label, way, 10) }));
  });
  return marks;
}
