// Arrows on the board from the cells that a number was computed from to the number itself. It only draws between
// elements.

/**
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

/** @typedef {{target: Element, sources: Element[]}} Wires */

import { element, pool, set } from "../dom/svg.js";

const MOST = 24; // beyond that a bundle says less than the frames around the cells
const GAP = 3; // px between an arrow's head and its cell

/** @type {(inner: DOMRect, outer: DOMRect) => boolean} */
const within = (inner, outer) =>
  inner.right > outer.left + 4 && inner.left < outer.right - 4 && inner.bottom > outer.top + 4 &&
  inner.top < outer.bottom - 4;

/**
 * Is a cell in sight, not scrolled away in its band or on the board?
 * @type {(box: DOMRect, cell: Element, board: Element) => boolean}
 */
function inSight(box, cell, board) {
  const band = /** @type {Element} */ (cell.closest(".band"));
  if (!box.width || document.documentElement.dataset.stage) return false;
  const whole = getComputedStyle(band).display === "contents"; // of a step alone nothing is scrolled away
  return (whole || within(box, band.getBoundingClientRect())) && within(box, board.getBoundingClientRect());
}

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
 * @type {(from: DOMRect, to: DOMRect) => string}
 */
function path(from, to) {
  const [x0, y0] = side(from, to, 0);
  const [x1, y1] = side(to, from, GAP);
  const bend = Math.min(26, Math.hypot(x1 - x0, y1 - y0) / 6);
  return `M${x0} ${y0}Q${(x0 + x1) / 2} ${(y0 + y1) / 2 - bend} ${x1} ${y1}`;
}

const AIR = 23; // px above a row that has stepped out of its matrix

/** In one row that has stepped out, through the air above it. @type {(from: DOMRect, to: DOMRect) => string} */
function arc(from, to) {
  const [x0, x1] = [(from.left + from.right) / 2, (to.left + to.right) / 2];
  const up = Math.min(from.top, to.top) + AIR;
  const rise = Math.min(27, 12 + Math.abs(x1 - x0) / 12);
  return `M${x0} ${up}C${x0 + (x1 - x0) / 5} ${up - rise} ${x1 - (x1 - x0) / 5} ${up - rise} ${x1} ${up - GAP}`;
}

/** @param {Element} cell */
const steppedOut = (cell) => Boolean(cell.closest("tr.lit")) && getComputedStyle(cell).borderTopWidth !== "0px";

/**
 * The cell that somebody looks at, and those it was computed from; none while time runs over the board.
 * @type {(sections: Section[], view: BoardView) => Wires | null}
 */
export function wiresOf(sections, { focus, reads, playing, view, step, fill }) {
  const alone = view === "focus" && step >= 0 && fill >= 1; // the number that the formula ends in
  if (playing || !(focus.how || alone) || !focus.step || !reads) return null;
  /** @type {(step: string, row?: number, column?: number) => Element[]} */
  const cellAt = (step, row = -1, column = -1) => {
    const one = sections.find(({ panel }) => panel.id === step);
    const cell = one?.number ?? one?.cells?.[row]?.[column];
    return cell ? [cell] : [];
  };
  const [target] = cellAt(focus.step, focus.r, focus.c);
  return target ? { target, sources: reads.flatMap(({ step, row, column }) => cellAt(step, row, column)) } : null;
}

/**
 * `board` is drawn over. Returns a function of the arrows' ends, null for no arrows.
 * @param {Element} board
 */
export function createWires(board) {
  const head = element("marker", {
    id: "wire-head",
    viewBox: "0 0 8 8",
    refX: "6",
    refY: "4",
    markerWidth: "7",
    markerHeight: "7",
    orient: "auto-start-reverse",
  }, element("path", { d: "M0 0L8 4L0 8z" }));
  const layer = element("g");
  const svg = element("svg", { class: "wires", "aria-hidden": "true" }, element("defs", {}, head), layer);
  board.after(svg);
  const make = () => element("path", { "marker-end": "url(#wire-head)", d: null });
  /** @type {(node: Element, d: string) => void} */
  const update = (node, d) => set(node, "d", d);
  const wires = pool(layer, make, update);
  /** @type {Wires | null} */
  let shown = null;

  function draw() {
    if (!shown) return wires.draw([]);
    const to = shown.target.getBoundingClientRect();
    if (!inSight(to, shown.target, board)) return wires.draw([]);
    const paths = shown.sources.flatMap((cell) => {
      const box = cell.getBoundingClientRect();
      const level = Math.abs(box.top - to.top) < 2 && steppedOut(cell);
      return inSight(box, cell, board) ? [(level ? arc : path)(box, to)] : [];
    });
    wires.draw(paths);
  }

  addEventListener("scroll", () => shown && draw(), { passive: true, capture: true });
  addEventListener("resize", () => shown && draw(), { passive: true });
  /** @param {Wires | null} wanted */
  return (wanted) => {
    if (!wanted && !shown) return;
    shown = wanted && wanted.sources.length && wanted.sources.length <= MOST ? wanted : null;
    draw();
    requestAnimationFrame(draw); // a text above may have another height now
  };
}
