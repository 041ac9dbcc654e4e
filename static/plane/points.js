// The points of the plane: shapes, loss rings, violations and the point in focus.

/**
 * @import { Places } from "./places.js"
 * @import { Layers, PlaneView } from "./plane.js"
 */

import { format } from "../dom/number.js";
import { attach, element, keyed, pool, set } from "../dom/svg.js";
import { round2 } from "./places.js";
import { drawLine, drawPlace } from "./lines.js";
import { tr } from "../dom/text.js";

const CROSS = "M-2-2L2 2M2-2L-2 2";
const QUIET = 0.005; // a smaller loss has no ring

/**
 * The elements of a point.
 * @typedef {Record<"root" | "glyph" | "use" | "ring" | "cross", SVGElement>} PointNode
 */

/** @type {(view: PlaneView, i: number) => string} */
function said({ X, y, lossPerPoint, correct }, i) {
  const [x, x2] = X[i].map((each) => format(each));
  return [
    tr("point.at", "point {i}, class {k}, x {x}, {x2}", { i, k: y[i], x, x2 }),
    ...(lossPerPoint ? [tr("point.loss", "loss {loss}", { loss: format(lossPerPoint[i]) })] : []),
    ...(correct && !correct[i] ? [tr("point.wrong", "classified wrong")] : []),
  ].join(tr("list.comma", ", "));
}

/** @type {(i: number, onFocus: (i: number) => void) => PointNode} */
function makePoint(i, onFocus) {
  const use = element("use", { href: null });
  const glyph = element(
    "g",
    { "data-point": i, tabindex: i === 0 ? 0 : -1, role: "img", "aria-label": null },
    element("circle", { class: "hit", r: "14" }),
    use,
  );
  // On the glyph, not on the whole plane: a browser lets an <svg> that listens for focus take it.
  glyph.addEventListener("focus", () => glyph.matches(":focus-visible") && onFocus(i));
  const ring = element("circle", { class: "ring", r: null });
  const cross = element("path", { class: "cross", d: CROSS });
  return { root: element("svg", { class: null }, glyph), glyph, use, ring, cross };
}

/** @type {(node: PointNode, view: PlaneView, chosen: Set<number> | null, at: Places, i: number) => void} */
function drawPoint({ root, glyph, use, ring, cross }, view, chosen, at, i) {
  const { X, y, lossPerPoint, correct } = view;
  const loss = lossPerPoint ? lossPerPoint[i] : 0;
  set(
    root,
    "class",
    `point k${y[i]}${chosen ? (chosen.has(i) ? " chosen" : " outside") : ""}${
      view.marked ? (view.marked.has(i) ? " marked" : " unmarked") : ""
    }${view.picture?.i === i ? " subject" : ""}`,
  );
  drawPlace(root, X[i], at);
  set(use, "href", `#shape-${y[i]}`);
  if (!view.playing) set(glyph, "aria-label", said(view, i)); // nobody can listen to sixty frames a second
  const loud = loss >= QUIET;
  if (loud) set(ring, "r", round2(9 + (11 * loss) / (loss + 2)));
  if (loud && ring.parentNode !== glyph) glyph.insertBefore(ring, use);
  if (!loud && ring.parentNode === glyph) ring.remove();
  attach(glyph, cross, Boolean(correct && !correct[i]));
}

/** @param {Element} layer */
function focusMark(layer) {
  const index = element("tspan", { dy: "3" });
  const text = element("text", {}, "x", index);
  const mark = element("svg", {}, element("circle", { r: "21" }), text);
  /** @type {(view: PlaneView, at: Places) => void} */
  return ({ X, focusPoint }, at) => {
    const there = typeof focusPoint === "number" && focusPoint < X.length;
    attach(layer, mark, there);
    if (!there) return;
    const right = at.x(X[focusPoint][0]) < 14;
    const below = at.y(X[focusPoint][1]) < 12;
    drawPlace(mark, X[focusPoint], at);
    set(text, "x", right ? 18 : -18);
    set(text, "y", below ? 29 : -17);
    set(text, "text-anchor", right ? "start" : "end");
    if (index.textContent !== String(focusPoint)) index.textContent = String(focusPoint);
  };
}

/**
 * `focus(i)` gives point i the keyboard, `stopAt(i)` lets Tab lead to it.
 * @typedef {object} Points
 * @property {(i: number) => void} focus
 * @property {(i: number) => void} stopAt
 * @property {(view: PlaneView, places: Places) => void} draw
 */

/** `onFocus(i)`: the keyboard has come to point i. @type {(layers: Layers, onFocus: (i: number) => void) => Points} */
export function pointLayers(layers, onFocus) {
  /** @type {PlaneView} */
  let view;
  /** @type {Places} */
  let at;
  /** @type {Set<number> | null} */
  let chosen;
  /** @type {(x: number[], i: number) => PointNode} */
  const made = (_, i) => makePoint(i, onFocus);
  /** @type {(node: PointNode, x: number[], i: number) => void} */
  const update = (node, _, i) => drawPoint(node, view, chosen, at, i);
  const points = pool(layers.points, made, update);
  /** @type {(node: Element, violation: number[]) => void} */
  const drawViolation = (node, [i, j, x, y]) => {
    const state = i === view.focusPoint ? " focused" : !chosen || chosen.has(i) ? "" : " outside";
    set(node, "class", `k${j}${state}`);
    drawLine(node, [view.X[i], [x, y]], at);
  };
  // Which margins are broken changes while a run plays; a line that became another's would be styled again.
  const drawViolations = keyed(layers.violations, ([i, j]) => `${i},${j}`, () => element("line"), drawViolation);
  const focus = focusMark(layers.focus);
  return {
    focus: (i) => points.nodes[i]?.glyph.focus(),
    stopAt(i) {
      points.nodes.forEach(({ glyph }, n) => set(glyph, "tabindex", n === i ? 0 : -1));
    },
    draw(newView, places) {
      view = newView;
      at = places;
      chosen = view.batch ? new Set(view.batch) : null;
      drawViolations(view.scene.violations);
      points.draw(view.X);
      focus(view, at);
    },
  };
}
