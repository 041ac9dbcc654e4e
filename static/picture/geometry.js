// The geometry of the plane in per cent of its width, y down: places, lines where a score is zero, feet,
// and what of them lies in the window. Pure: no DOM.

/** @typedef {[number, number]} Place  in per cent, or a way in per cent */
/** @typedef {{ a: number, c: number, d: number }} Score  a·x + c·y + d at a place */
/** @typedef {[Place, Place]} Segment */
/** @typedef {ReturnType<typeof frameOf>} Frame */

const EDGES = [[1, 0, 0], [-1, 0, 100], [0, 1, 0], [0, -1, 100]]; // the window as half-planes
/** @type {Place[]} */
const WINDOW = [[0, 0], [100, 0], [100, 100], [0, 100]];

/**
 * Of a window [x0, x1, y0, y1] that is `width` pixels wide; `px` is a pixel in per cent.
 *
 * @param {number[]} box
 * @param {number} width
 */
export function frameOf([x0, x1, y0, y1], width) {
  const [across, down] = [(x1 - x0) / 100, (y1 - y0) / 100];
  return {
    px: 100 / Math.max(1, width),
    /** @type {(x: number[]) => Place} */
    at: ([x, y]) => [(x - x0) / across, (y1 - y) / down],
    /** A vector of data units as a way. @type {(v: number[]) => Place} */
    way: ([x, y]) => [x / across, -y / down],
    /** Weights and bias as a score of places. @type {(w: number[], b: number) => Score} */
    score: ([w0, w1], b) => ({ a: w0 * across, c: -w1 * down, d: w0 * x0 + w1 * y1 + b }),
  };
}

/** @type {(p: Place, v: Place, times?: number) => Place} */
export const plus = ([x, y], [dx, dy], times = 1) => [x + times * dx, y + times * dy];
/** @type {(from: Place, to: Place) => Place} */
export const minus = ([x0, y0], [x1, y1]) => [x1 - x0, y1 - y0];
/** @type {(from: Place, to: Place, share: number) => Place} */
export const between = (from, to, share) => plus(from, minus(from, to), share);
/** @type {(v: number[]) => number} */
export const sizeOf = ([x, y]) => Math.hypot(x, y);
/** The way of length 1; null for one without direction. @type {(v: Place) => Place | null} */
export const unit = ([x, y]) => {
  const size = Math.hypot(x, y);
  return size > 1e-12 && Number.isFinite(size) ? [x / size, y / size] : null;
};

/** @type {(score: Score, p: Place) => number} */
export const valueAt = ({ a, c, d }, [x, y]) => a * x + c * y + d;

/**
 * Where one gets from a place by walking straight until the score has changed by that much; null where it never does.
 *
 * @type {(score: Score, p: Place, change: number) => Place | null}
 */
export function walk({ a, c }, p, change) {
  const size = a * a + c * c;
  return size > 1e-24 ? plus(p, [a, c], change / size) : null;
}

/** The part of a segment within the window; null where there is none. @type {(segment: Segment) => Segment | null} */
export function clipped([from, to]) {
  const v = minus(from, to);
  let [low, high] = [0, 1];
  for (const [a, c, d] of EDGES) {
    const [start, slope] = [a * from[0] + c * from[1] + d, a * v[0] + c * v[1]];
    if (slope === 0 && start < 0) return null;
    if (slope > 0) low = Math.max(low, -start / slope);
    if (slope < 0) high = Math.min(high, -start / slope);
  }
  return low < high ? [between(from, to, low), between(from, to, high)] : null;
}

/** The line where a score is zero, within the window. @type {(score: Score) => Segment | null} */
export function lineOf(score) {
  const foot = walk(score, [50, 50], -valueAt(score, [50, 50]));
  const along = unit([-score.c, score.a]);
  if (!foot || !along || sizeOf(minus([50, 50], foot)) > 100) return null;
  return clipped([plus(foot, along, -200), plus(foot, along, 200)]);
}

/** What of the polygon lies where the score is not negative. @type {(corners: Place[], score: Score) => Place[]} */
const cut = (corners, score) =>
  corners.flatMap((p, k) => {
    const q = corners[(k + 1) % corners.length];
    const [now, next] = [valueAt(score, p), valueAt(score, q)];
    /** @type {Place[]} */
    const kept = now >= 0 ? [p] : [];
    return now >= 0 === next >= 0 ? kept : [...kept, between(p, q, now / (now - next))];
  });

/** @type {(score: Score) => Score} */
const turned = ({ a, c, d }) => ({ a: -a, c: -c, d: -d });

/** What a line sweeps on its way from one place to another. @type {(from: Score, to: Score) => Place[][]} */
export const wedge = (from, to) =>
  [cut(cut(WINDOW, from), turned(to)), cut(cut(WINDOW, turned(from)), to)].filter((corners) => corners.length > 2);

/**
 * Scores on the way from one to another, or beyond.
 *
 * @type {(from: Score, to: Score, share: number) => Score}
 */
export const onTheWay = (from, to, share) => ({
  a: from.a + share * (to.a - from.a),
  c: from.c + share * (to.c - from.c),
  d: from.d + share * (to.d - from.d),
});

/** How far the visible ends of one line are from another, at most. @type {(from: Score, to: Score) => number} */
export function apart(from, to) {
  const [line, size] = [lineOf(from), Math.hypot(to.a, to.c)];
  return line && size > 1e-12 ? Math.max(...line.map((p) => Math.abs(valueAt(to, p)) / size)) : 0;
}
