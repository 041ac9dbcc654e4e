// What becomes of the lengths of one point: squares on them, and signals that forget them. Pure.

import { between, clipped, minus, plus, unit, walk } from "./geometry.js";
import { area, beside, disc, line, signed, words } from "./marks.js";
import { CLEAR, decimals, entries, marginLine, marginStep, measured, toMargin } from "./point.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */

const TICK = 34; // px of a signal of 1
const SIDE = 0.42; // of a length: the side of its square
const TURN = 6; // px between two ticks that would lie on each other

/** A square on each length. @type {(about: About, clock: Clock) => Mark[]} */
export function squares(about, clock) {
  const from = measured(about);
  if (!from) return [];
  const t = clock(0, 400);
  const paid = new Map(entries(about, about.step).map(({ j, value }) => [j, value]));
  return entries(about, from).filter(({ value }) => value > 0).flatMap((entry) => {
    const foot = walk(entry.slope, about.place, -entry.value);
    const seen = foot && clipped([about.place, foot]);
    if (!seen) return [];
    const [start, end] = seen;
    const way = minus(start, between(start, end, SIDE * t));
    /** @type {Place} */
    const across = [-way[1], way[0]];
    const first = between(start, end, 0.5 - (SIDE * t) / 2);
    const corners = [first, plus(first, way), plus(plus(first, way), across), plus(first, across)];
    const middle = plus(plus(first, way, 0.5), across, 0.5);
    return [
      area(corners, { k: entry.j, look: "square" }),
      ...marginLine(about, entry, 0.7),
      ...toMargin(about, entry, { look: "quiet", alpha: 1 }, 1, ""),
      words(middle, decimals(paid.get(entry.j) ?? 0), { k: entry.j, look: "says", of: entry.j, alpha: t }),
    ];
  });
}

/** How strong the signal is at each margin, whatever its length. @type {(about: About, clock: Clock) => Mark[]} */
export function ticks(about, clock) {
  const { step, place, frame } = about;
  const t = clock(0, 400);
  const from = marginStep(about);
  const long = new Map(from ? entries(about, from).map(({ j, value }) => [j, value]) : []);
  const all = entries(about, step);
  const strongest = Math.max(1, ...all.map(({ value }) => Math.abs(value)));
  const one = (strongest > 2 ? (2 * TICK) / strongest : TICK) * frame.px;
  return all.flatMap((entry, n) => {
    const { j, value, slope } = entry;
    const way = unit([-slope.a, -slope.c]);
    if (!way) return [];
    /** @type {Place} */
    const aside = [-way[1] * TURN * frame.px, way[0] * TURN * frame.px];
    const start = plus(plus(place, way, CLEAR * frame.px), aside, n - (all.length - 1) / 2);
    const foot = walk(slope, place, -(long.get(j) ?? 0));
    const before = foot && clipped([place, foot]);
    const end = plus(start, way, one * value);
    // Labels of neighbours stand on the outer sides.
    /** @type {Place} */
    const outward = all.length === 1 ? way : [Math.sign((n - (all.length - 1) / 2) * aside[0]) || way[0], way[1]];
    const tip = before && t < 1 ? between(before[1], end, t) : end;
    const label = plus(start, way, Math.max(value ? 0 : 14 * frame.px, one * value) + 4 * frame.px);
    return [
      ...(value || t < 1 ? [line(start, tip, { k: j, look: "tick", alpha: value ? 1 : 1 - t })] : []),
      ...(value ? [] : [disc(plus(start, way, 3 * frame.px), 3, { k: j, look: "off", alpha: t })]),
      words(label, value ? signed(value) : "0", { k: j, look: "says", of: j, alpha: t, ...beside(label, outward, 9) }),
    ];
  });
}
