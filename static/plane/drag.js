// Dragging on the plane: points, lines and arrows dragged by any pointer, points added by a press, all of it by keys as
// well. It tells what was grabbed and where it is now, in data units; what that means is decided elsewhere.

import { limits } from "../state/schema.js";

/** @import { PlaneView } from "./plane.js" */

/**
 * @typedef {[number, number]} Place  in pixels of the window, or in data units
 * @typedef {{kind: "point" | "arrow" | "line", index: number}} Grabbed
 * @typedef {Grabbed | {kind: "empty", index: null}} Target
 */

/**
 * What dragging, keys and buttons do, in data units.
 * @typedef {object} DragActions
 * @property {(target: Grabbed, place: Place) => void} begin
 * @property {(place: Place) => void} drag
 * @property {() => void} end
 * @property {() => void} cancel
 * @property {(place: Place | null) => void} add
 * @property {(i: number, dx: number, dy: number) => void} nudge
 * @property {(i: number) => void} remove
 * @property {(i: number, k: number) => void} setClass
 */

const NEAR = { point: 24, arrow: 16, line: 7 }; // px within which each can be grabbed; points come first
const STILL = 4; // px a press may wander before it is a drag
/** @type {Record<string, Place | undefined>} */
const MOVES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
/** To the point before, to the next. @type {Record<string, number | undefined>} */
const WALK = { ",": -1, ".": 1 };
const STEP = 0.05; // data units of an arrow key; five times that with Shift

/** Pixels from p to the segment a–b. @type {(p: Place, a: Place, b: Place) => number} */
function offLine([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

/** @type {(p: Place, q: Place) => number} */
const away = ([px, py], [x, y]) => Math.hypot(px - x, py - y);

/** What lies under a place of the window. @type {(svg: Element, view: PlaneView, place: Place) => Target} */
function under(svg, { scene, X }, place) {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const [x0, x1, y0, y1] = scene.box;
  /** @type {(place: number[]) => Place} */
  const at = ([x, y]) => [left + ((x - x0) / (x1 - x0)) * width, top + ((y1 - y) / (y1 - y0)) * height];
  /** @type {<T>(kind: Grabbed["kind"], items: (T | null)[], distance: (item: T) => number) => Grabbed | null} */
  const nearest = (kind, items, distance) => {
    const all = items.map((item, index) => ({ kind, index, off: item ? distance(item) : Infinity }));
    const best = all.reduce((a, b) => (b.off < a.off ? b : a), { kind, index: -1, off: Infinity });
    return best.off <= NEAR[kind] ? best : null;
  };
  return nearest("point", X, (x) => away(place, at(x))) ??
    nearest("arrow", scene.arrows, ([, tip]) => away(place, at(tip))) ??
    nearest("line", scene.lines, ([a, b]) => offLine(place, at(a), at(b))) ?? { kind: "empty", index: null };
}

/**
 * `view()` is what the plane shows, `dataAt(clientX, clientY)` its data units.
 * @param {SVGElement} svg
 * @param {{view: () => PlaneView | null, dataAt: (x: number, y: number) => Place, does: DragActions}} plane
 */
export function createDrag(svg, { view, dataAt, does }) {
  /** @type {{target: Target, from: Place, moving: boolean, id: number} | null} */
  let press = null;

  function release() {
    press = null;
    svg.classList.remove("dragging");
  }

  svg.addEventListener("pointerdown", (event) => {
    const shown = view();
    if (event.button !== 0 || !event.isPrimary || !shown) return;
    /** @type {Place} */
    const from = [event.clientX, event.clientY];
    press = { target: under(svg, shown, from), from, moving: false, id: event.pointerId };
  });

  svg.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.id) return hint(event);
    const place = dataAt(event.clientX, event.clientY);
    if (!press.moving) {
      if (press.target.kind === "empty" || away([event.clientX, event.clientY], press.from) < STILL) return;
      press.moving = true;
      svg.setPointerCapture(event.pointerId);
      svg.classList.add("dragging");
      does.begin(press.target, dataAt(...press.from));
    }
    does.drag(place);
  });

  // A drag that begins there is no scroll. Parts of a drawing have no touch-action of their own.
  svg.addEventListener("touchmove", (event) => {
    if (press && press.target.kind !== "empty" && event.cancelable) event.preventDefault();
  }, { passive: false });

  svg.addEventListener("pointerup", (event) => {
    if (!press || event.pointerId !== press.id) return;
    const { target, moving, from } = press;
    release();
    if (moving) does.end();
    else if (target.kind !== "point" && away([event.clientX, event.clientY], from) < STILL) does.add(dataAt(...from));
  });

  svg.addEventListener("pointercancel", () => {
    if (press?.moving) does.cancel();
    release();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !press?.moving) return;
    event.preventDefault();
    does.cancel();
    release();
  });

  /** @param {PointerEvent} event */
  function hint(event) {
    const shown = event.pointerType === "mouse" ? view() : null;
    if (shown) svg.dataset.under = under(svg, shown, [event.clientX, event.clientY]).kind;
  }

  svg.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const point = /** @type {SVGElement | null} */ (target.closest("[data-point]"));
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const i = Number(point.dataset.point);
    const move = MOVES[event.key];
    const way = WALK[event.key];
    const size = STEP * (event.shiftKey ? 5 : 1);
    if (way) /** @type {SVGElement | null} */ (svg.querySelector(`[data-point="${i + way}"]`))?.focus();
    else if (move) does.nudge(i, move[0] * size, move[1] * size);
    else if (!edit(i, event.key)) return;
    event.preventDefault();
  });

  // The point that a pointer has pinned, while nothing on the page has the keyboard.
  document.addEventListener("keydown", (event) => {
    const pinned = event.target === document.body && svg.closest("main")?.hasAttribute("data-pinned");
    const i = pinned ? view()?.focusPoint ?? null : null;
    if (i === null || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (edit(i, event.key)) event.preventDefault();
  });

  /** What a key that is no arrow does to a point; false: nothing. @type {(i: number, key: string) => boolean} */
  function edit(i, key) {
    if (key === "Delete" || key === "Backspace") does.remove(i);
    else if (key === "Insert" || key === "n") does.add(null);
    else if (/^\d$/.test(key) && Number(key) < limits.classes) does.setClass(i, Number(key));
    else return false;
    return true;
  }
}
