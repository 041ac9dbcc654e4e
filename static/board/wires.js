// Arrows on the board from the cells that a number was computed from to the number itself. It only draws between
// elements.

/**
 * @import { CellPlace } from "../api_types.d.ts"
 * @import { Read } from "../types.d.ts"
 * @import { Way } from "./arcs.js"
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

/** @typedef {{cell: Element, minus: boolean}} Source */
/** @typedef {{target: Element, sources: Source[]}} Wire */
/** `below`: to what another number was computed from. @typedef {Way & {below: boolean, minus: boolean}} Arrow */
/**
 * `alone`: of a step that stands alone; `before`: what its sources were computed from in their turn.
 * @typedef {Wire & {alone: boolean, before: Wire[]}} Wires
 */

import { across, aside, crosses, intoRow } from "./arcs.js";
import { element, pool, set } from "../dom/svg.js";

const MOST = 24; // beyond that a bundle says less than the frames around the cells
const FEW = 4; // the same of arrows across the matrices of a step alone

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

/** @param {Element} cell */
const steppedOut = (cell) => Boolean(cell.closest("tr.lit")) && getComputedStyle(cell).borderTopWidth !== "0px";

/**
 * The cell that somebody looks at, and those it was computed from; none while time runs over the board.
 * @type {(sections: Section[], view: BoardView) => Wires | null}
 */
export function wiresOf(sections, { focus, reads, playing, view, step, fill, formulas }) {
  const alone = view === "focus";
  const ended = alone && step >= 0 && fill >= 1; // the number that the formula ends in
  if (playing || !(focus.how || ended) || !focus.step || !reads) return null;
  /** @type {(at: CellPlace) => Element | undefined} */
  const cellAt = ({ step: id, row, column }) => {
    const one = sections.find(({ quantity }) => quantity.id === id);
    return one?.number ?? one?.cells?.[row]?.[column];
  };
  /** @type {(at: Read) => Source[]} */
  const source = (at) => {
    const cell = cellAt(at);
    return cell ? [{ cell, minus: Boolean(at.minus) }] : [];
  };
  /** @type {(at: CellPlace, from: Read[]) => Wire[]} */
  const wire = (at, from) => {
    const target = cellAt(at);
    return target ? [{ target, sources: from.flatMap(source) }] : [];
  };
  const [now] = wire({ step: focus.step, row: focus.r ?? -1, column: focus.c ?? -1 }, reads);
  /** @type {(at: CellPlace) => Read[]} */
  const readBy = (at) => formulas?.get(`${at.step},${at.row},${at.column}`)?.reads ?? [];
  return now ? { ...now, alone, before: alone ? reads.flatMap((at) => wire(at, readBy(at))) : [] } : null;
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
  const [layer, over] = [element("g"), element("g")];
  const svg = element("svg", { class: "wires", "aria-hidden": "true" }, element("defs", {}, head), layer, over);
  board.after(svg);
  const make = () => element("path", { "marker-end": "url(#wire-head)", class: null, d: null });
  /** @type {(node: Element, arrow: Arrow) => void} */
  const update = (node, { d, below }) => {
    set(node, "class", below ? "before" : null);
    set(node, "d", d);
  };
  const wires = pool(layer, make, update);
  const signs = pool(
    over,
    () => element("g", { class: "minus" }, element("circle", { r: 7 }), element("path", { d: "M-3.5 0h7" })),
    /** @type {(node: Element, arrow: Arrow) => void} */
    (node, { at: [x, y] }) => set(node, "transform", `translate(${x} ${y})`),
  );
  /** @type {Wires | null} */
  let shown = null;

  /**
   * Beside a step that stands alone no arrow leads through a number or a title.
   * @type {(from: DOMRect, cell: Element, to: DOMRect, target: Element) => Way[]}
   */
  function free(from, cell, to, target) {
    const others = [...board.querySelectorAll("td, .number, h3")].filter((node) => node !== cell && node !== target);
    const way = cell.matches(".number") && from.left === to.left ? aside(from, to) : across(from, to);
    return crosses(way, others.map((node) => node.getBoundingClientRect())) ? [] : [way];
  }

  /** @type {(wire: Wire, alone: boolean, below?: boolean) => Arrow[]} */
  function arrows({ target, sources }, alone, below = false) {
    const to = target.getBoundingClientRect();
    if (!inSight(to, target, board)) return [];
    /** @type {Map<DOMRect, Source>} */
    const found = new Map();
    for (const source of sources) {
      const box = source.cell.getBoundingClientRect();
      if (inSight(box, source.cell, board)) found.set(box, source);
    }
    /** @type {() => Way[]} */
    const between = () =>
      [...found].flatMap(([box, { cell }]) => alone ? free(box, cell, to, target) : [across(box, to)]);
    const ways = steppedOut(target) ? intoRow([...found.keys()], to, below) : below ? [] : between();
    return ways.map((way) => ({ ...way, below, minus: Boolean(found.get(way.from)?.minus) }));
  }

  function draw() {
    const all = shown ? arrows(shown, shown.alone) : [];
    const many = shown?.alone && all.filter(({ level }) => !level).length > FEW;
    const now = all.filter(({ level }) => level || !many);
    wires.draw([...(shown?.before.flatMap((each) => arrows(each, true, true)) ?? []), ...now]);
    signs.draw(now.filter(({ minus }) => minus));
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
