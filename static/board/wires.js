// Arrows on the board from the cells that a number was computed from to the number itself. It only draws between elements.

import { element, pool, set } from "../dom/svg.js";

const MOST = 24; // beyond that a bundle says less than the frames around the cells
const GAP = 3; // px between an arrow's head and its cell

const within = (inner, outer) =>
  inner.right > outer.left + 4 && inner.left < outer.right - 4 && inner.bottom > outer.top + 4 &&
  inner.top < outer.bottom - 4;

/** Is a cell in sight, not scrolled away in its band or on the board? */
function inSight(box, cell, board) {
  return within(box, cell.closest(".band").getBoundingClientRect()) && within(box, board.getBoundingClientRect());
}

const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];

/** The middle of that side of a box which faces another box. */
function side(of, other, gap) {
  const [x, y] = middle(of);
  if (other.left >= of.right) return [of.right + gap, y];
  if (other.right <= of.left) return [of.left - gap, y];
  return [x, middle(other)[1] > y ? of.bottom + gap : of.top - gap];
}

/** From side to side, bent a little so that arrows of one row do not cover each other. */
function path(from, to) {
  const [[x0, y0], [x1, y1]] = [side(from, to, 0), side(to, from, GAP)];
  const bend = Math.min(26, Math.hypot(x1 - x0, y1 - y0) / 6);
  return `M${x0} ${y0}Q${(x0 + x1) / 2} ${(y0 + y1) / 2 - bend} ${x1} ${y1}`;
}

/** The cell that somebody looks at, and those it was computed from; none while time runs over the board. */
export function wiresOf(sections, { focus, reads, playing }) {
  if (playing || !focus.how || !focus.step || !reads) return null;
  const cellAt = ({ step, row, column }) => {
    const one = sections.find(({ panel }) => panel.id === step);
    return one?.number ?? one?.cells[row]?.[column];
  };
  const target = cellAt({ step: focus.step, row: focus.r, column: focus.c });
  return target && { target, sources: reads.map(cellAt).filter(Boolean) };
}

/** `board` is drawn over. Returns a function of {target, sources}: elements, or null for no arrows. */
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
  const wires = pool(
    layer,
    () => element("path", { "marker-end": "url(#wire-head)", d: null }),
    (node, d) => set(node, "d", d),
  );
  let shown = null;

  function draw() {
    if (!shown) return wires.draw([]);
    const to = shown.target.getBoundingClientRect();
    if (!inSight(to, shown.target, board)) return wires.draw([]);
    const seen = shown.sources.map((cell) => [cell.getBoundingClientRect(), cell]).filter(([box, cell]) =>
      inSight(box, cell, board)
    );
    wires.draw(seen.map(([box]) => path(box, to)));
  }

  addEventListener("scroll", () => shown && draw(), { passive: true, capture: true });
  addEventListener("resize", () => shown && draw(), { passive: true });
  return (wanted) => {
    if (!wanted && !shown) return;
    shown = wanted && wanted.sources.length && wanted.sources.length <= MOST ? wanted : null;
    draw();
  };
}
