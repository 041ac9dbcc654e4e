// The points of the plane: shapes, loss rings, violations and the point in focus.

import { format } from "../dom/number.js";
import { attach, element, pool, set } from "../dom/svg.js";
import { round2 } from "./places.js";
import { drawLine, drawPlace } from "./lines.js";

const CROSS = "M-2-2L2 2M2-2L-2 2";
const QUIET = 0.005; // a smaller loss has no ring

function said({ X, y, lossPerPoint, correct }, i) {
  const loss = lossPerPoint ? `, loss ${format(lossPerPoint[i])}` : "";
  const wrong = correct && !correct[i] ? ", classified wrong" : "";
  return `point ${i}, class ${y[i]}, x ${format(X[i][0])}, ${format(X[i][1])}${loss}${wrong}`;
}

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
  const [ring, cross] = [element("circle", { class: "ring", r: null }), element("path", { class: "cross", d: CROSS })];
  return { root: element("svg", { class: null }, glyph), glyph, use, ring, cross };
}

function drawPoint({ root, glyph, use, ring, cross }, view, chosen, at, i) {
  const { X, y, lossPerPoint, correct } = view;
  const loss = lossPerPoint ? lossPerPoint[i] : 0;
  set(
    root,
    "class",
    `point k${y[i]}${chosen ? (chosen.has(i) ? " chosen" : " outside") : ""}${
      view.marked ? (view.marked.has(i) ? " marked" : " unmarked") : ""
    }`,
  );
  drawPlace(root, X[i], at);
  set(use, "href", `#shape-${y[i]}`);
  if (!view.playing) set(glyph, "aria-label", said(view, i)); // nobody can listen to sixty frames a second
  if (loss >= QUIET) set(ring, "r", round2(9 + (11 * loss) / (loss + 2)));
  if (loss >= QUIET !== (ring.parentNode === glyph)) loss >= QUIET ? glyph.insertBefore(ring, use) : ring.remove();
  attach(glyph, cross, Boolean(correct) && !correct[i]);
}

function focusMark(layer) {
  const index = element("tspan", { dy: "3" });
  const text = element("text", {}, "x", index);
  const mark = element("svg", {}, element("circle", { r: "21" }), text);
  return ({ X, focusPoint }, at) => {
    attach(layer, mark, focusPoint != null && focusPoint < X.length);
    if (mark.parentNode === null) return;
    const [right, below] = [at.x(X[focusPoint][0]) < 14, at.y(X[focusPoint][1]) < 12];
    drawPlace(mark, X[focusPoint], at);
    set(text, "x", right ? 18 : -18);
    set(text, "y", below ? 29 : -17);
    set(text, "text-anchor", right ? "start" : "end");
    if (index.textContent !== String(focusPoint)) index.textContent = focusPoint;
  };
}

/** `onFocus(i)`: the keyboard has come to point i. */
export function pointLayers(layers, onFocus) {
  let view, at, chosen;
  const points = pool(
    layers.points,
    (_, i) => makePoint(i, onFocus),
    (node, _, i) => drawPoint(node, view, chosen, at, i),
  );
  const violations = pool(layers.violations, () => element("line", { class: null }), (node, [i, j, x, y]) => {
    const state = i === view.focusPoint ? " focused" : !chosen || chosen.has(i) ? "" : " outside";
    set(node, "class", `k${j}${state}`);
    drawLine(node, [view.X[i], [x, y]], at);
  });
  const focus = focusMark(layers.focus);
  return {
    nodes: points.nodes,
    draw(newView, places) {
      [view, at] = [newView, places];
      chosen = view.batch ? new Set(view.batch) : null;
      violations.draw(view.scene.violations);
      points.draw(view.X);
      focus(view, at);
    },
  };
}
