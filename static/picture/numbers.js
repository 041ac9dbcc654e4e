// What a step gives to points as numbers, shares and losses. Pure.

import { between, clipped, walk } from "./geometry.js";
import { arc, disc, line, number, words } from "./marks.js";
import { entries, marginStep } from "./point.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark, Words } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */

const ROW = 17; // px from one number to the next
const OUT = 24; // px from the point to its numbers
const SHARES = 29; // px: the radius of the ring of shares, beyond that of any loss
const AWAY = 40; // px from the point to the numbers of its shares
const QUIET = 0.005; // a smaller loss has no ring
const ROOM = 8; // numbers that stand below one another

/** As large as the ring of a point with this loss. @param {number} loss */
export const radius = (loss) => 9 + (11 * loss) / (loss + 2);

/** @type {(at: Place) => { right: number, anchor: Words["anchor"] }} */
const side = (at) => (at[0] > 76 ? { right: -1, anchor: "end" } : { right: 1, anchor: "start" });

/**
 * A column of numbers beside the point, each with the mark of its class.
 *
 * @type {(about: About, row: number[], out: number, t: number) => Mark[]}
 */
function column({ place }, row, out, t) {
  const { right, anchor } = side(place);
  const shown = row.map((value, k) => ({ value, k })).slice(0, ROOM);
  return shown.map(({ value, k }, n) =>
    words(place, number(value), {
      k,
      of: k,
      look: "says",
      alpha: t,
      anchor,
      by: [right * out, 4 + (n - (shown.length - 1) / 2) * ROW],
    })
  );
}

/** A row for one point, or a number for every point. @type {(about: About, clock: Clock) => Mark[]} */
export function numbers(about, clock) {
  const { step, i, y, X, frame, batch, many } = about;
  const t = clock(0, 240);
  /** @type {number[] | number[][]} */
  const value = step.value;
  if (Array.isArray(value[i])) return column(about, /** @type {number[]} */ (value[i]), OUT, t);
  return (many ? [i] : batch).flatMap((n) => {
    const at = frame.at(X[n]);
    const { right, anchor } = side(at);
    const text = number(/** @type {number} */ (value[n]));
    return [
      disc(at, 12, { k: y[n], look: "given", alpha: t }),
      words(at, text, { k: y[n], look: "says", alpha: t, anchor, by: [right * 16, 4] }),
    ];
  });
}

/** The classes' shares of 1, as a ring round the point. @type {(about: About, clock: Clock) => Mark[]} */
export function shares(about, clock) {
  const { step, i, place } = about;
  const t = clock(0, 500);
  /** @type {number[]} */
  const row = step.value[i];
  if (!Array.isArray(row)) return numbers(about, clock);
  const sum = row.reduce((a, b) => a + b, 0) || 1;
  let from = 0;
  const parts = row.map((value, k) => {
    const to = from + (t * value) / sum;
    const part = arc(place, SHARES, from, to, { k, look: "share" });
    from = to;
    return part;
  });
  return [...parts, ...column(about, row, AWAY, t)];
}

/** The lengths of one point fold into its ring. @type {(about: About, clock: Clock) => Mark[]} */
export function ring(about, clock) {
  const { step, i, place } = about;
  const t = clock(0, 500);
  /** @type {number} */
  const loss = step.value[i];
  const { right, anchor } = side(place);
  const margins = marginStep(about);
  const folding = t < 1 && margins ? entries(about, margins).filter(({ value }) => value > 0) : [];
  return [
    ...folding.flatMap(({ j, value, slope }) => {
      const foot = walk(slope, place, -value);
      const seen = foot && clipped([place, foot]);
      return seen ? [line(place, between(place, seen[1], 1 - t), { k: j, look: "short", alpha: 1 - t })] : [];
    }),
    ...(loss >= QUIET ? [disc(place, radius(loss) * t, { look: "loss strong" })] : []),
    words(place, number(loss), { look: "value", alpha: t, anchor, by: [right * OUT, 4] }),
  ];
}

/** The losses of all points. @type {(about: About, clock: Clock) => Mark[]} */
export function rings(about, clock) {
  const { steps, at, step, X, i, frame, batch, many } = about;
  const losses = steps.slice(0, at).findLast(({ picture: [first] }) => first === "ring");
  if (!losses) return [];
  const t = clock(0, 400);
  return (many ? [i] : batch).flatMap((n) => {
    /** @type {number} */
    const loss = losses.value[n];
    const place = frame.at(X[n]);
    const { right, anchor } = side(place);
    const text = words(place, number(loss), { look: "says", alpha: t, anchor, by: [right * OUT, 4] });
    return step && loss >= QUIET ? [disc(place, radius(loss) * t, { look: "loss strong" }), text] : [text];
  });
}
