// The ways of arrows between cells: from matrix to matrix, or through the air around a row that has stepped out. Pure
// geometry, in pixels of the window.

const GAP = 3; // between an arrow's head and its cell
const AIR = 23; // above and below a row that has stepped out of its matrix
const SIDE = 13; // between the heads of arrows that come to one cell
const ON = 0.18; // of its way: arrows to one cell are apart there
const WIDE = 40; // all heads at a cell together
const MOST_ASIDE = 46; // beside numbers that stand below each other
const PLACES = 24; // of a way, where it is asked what lies there

/**
 * `level`: within one row that has stepped out; `from`: the box it comes from; `at`: where on it its sign has room;
 * `ends`: the points that bend it.
 * @typedef {{d: string, level: boolean, from: DOMRect, at: number[], ends: number[][]}} Way
 */

/** @param {DOMRect} box */
const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];

/**
 * The middle of that side of a box which faces another box.
 * @type {(of: DOMRect, other: DOMRect, gap: number) => number[]}
 */
function side(of, other, gap) {
  const [x, y] = middle(of);
  if (other.left >= of.right) return [of.right + gap, y];
  if (other.right <= of.left) return [of.left - gap, y];
  return [x, middle(other)[1] > y ? of.bottom + gap : of.top - gap];
}

/**
 * From side to side, bent a little so that arrows of one row do not cover each other.
 * @type {(from: DOMRect, to: DOMRect) => Way}
 */
export function across(from, to) {
  const [x0, y0] = side(from, to, 0);
  const [x1, y1] = side(to, from, GAP);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  const bend = Math.min(26, Math.hypot(x1 - x0, y1 - y0) / 6);
  const ends = [[x0, y0], [x, y - bend], [x1, y1]];
  return { d: `M${x0} ${y0}Q${x} ${y - bend} ${x1} ${y1}`, level: false, from, at: along(ends, 1 / 2), ends };
}

/**
 * From one number to another below or above it: out at the right and back.
 * @type {(from: DOMRect, to: DOMRect) => Way}
 */
export function aside(from, to) {
  const [y0, y1] = [middle(from)[1], middle(to)[1]];
  const out = Math.max(from.right, to.right) + Math.min(MOST_ASIDE, 18 + Math.abs(y1 - y0) / 4);
  return { ...curve([[from.right, y0], [out, y0], [out, y1], [to.right + GAP, y1]]), level: false, from };
}

/** Does a way lead through one of these boxes? @type {(way: Way, boxes: DOMRect[]) => boolean} */
export function crosses({ ends }, boxes) {
  const places = Array.from({ length: PLACES }, (_, k) => along(ends, (k + 1) / (PLACES + 1)));
  return boxes.some(({ left, right, top, bottom }) =>
    places.some(([x, y]) => x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2)
  );
}

/** The place on a curve, between its points again and again. @type {(ends: number[][], t: number) => number[]} */
function along(ends, t) {
  if (ends.length === 1) return ends[0];
  const between = ends.slice(1).map((end, n) => end.map((_, k) => ends[n][k] + t * (end[k] - ends[n][k])));
  return along(between, t);
}

/** By its four points. @type {(ends: number[][]) => {d: string, at: number[], ends: number[][]}} */
function curve(ends) {
  const [a, ...others] = ends.map((end) => end.join(" "));
  return { d: `M${a}C${others.join(" ")}`, at: along(ends, ON), ends };
}

/** @type {(x0: number, x1: number, row: DOMRect, below: boolean) => ReturnType<typeof curve>} */
function within(x0, x1, row, below) {
  const [edge, way] = below ? [row.bottom - AIR, 1] : [row.top + AIR, -1];
  const out = edge + way * Math.min(27, 12 + Math.abs(x1 - x0) / 12);
  return curve([[x0, edge], [x0 + (x1 - x0) / 5, out], [x1, out], [x1, edge + way * GAP]]);
}

/** @type {(x0: number, foot: number, x1: number, row: DOMRect) => ReturnType<typeof curve>} */
function down(x0, foot, x1, row) {
  const edge = row.top + AIR;
  return curve([[x0, foot], [x0, edge - 14], [x1, edge - 20], [x1, edge - GAP]]);
}

/** The lowest box of every column. @param {DOMRect[]} boxes */
function feet(boxes) {
  /** @type {Map<number, DOMRect>} */
  const found = new Map();
  for (const box of boxes) if (box.bottom >= (found.get(box.left)?.bottom ?? -Infinity)) found.set(box.left, box);
  return [...found.values()];
}

/**
 * To a cell of a row that has stepped out: from cells of the same row, and from the foot of each column that ends above
 * it. Arrows to one cell keep apart, and those from further away land behind the others. `below`: through the air below
 * the row, and from cells of the row alone.
 * @type {(sources: DOMRect[], to: DOMRect, below: boolean) => Way[]}
 */
export function intoRow(sources, to, below) {
  /** @param {DOMRect} box */
  const isLevel = (box) => Math.abs(box.top - to.top) < 2;
  const above = below ? [] : feet(sources.filter((box) => !isLevel(box))).filter(({ bottom }) => bottom <= to.top);
  const from = [...sources.filter(isLevel), ...above].sort((a, b) => middle(b)[0] - middle(a)[0]);
  const apart = Math.min(SIDE, WIDE / from.length);
  return from.map((box, k) => {
    const x1 = middle(to)[0] + (k - (from.length - 1) / 2) * apart;
    const level = isLevel(box);
    const way = level ? within(middle(box)[0], x1, to, below) : down(middle(box)[0], box.bottom, x1, to);
    return { ...way, level, from: box };
  });
}
