// The board: the forward row over the backward row, every gradient under its quantity, drawn from the steps of a pass.
// What is hovered, focused or typed goes out through callbacks.

/**
 * @import { Pass, Read, State } from "../types.d.ts"
 * @import { Section, Spots } from "./build.js"
 * @import { How, Looks } from "./refs.js"
 */

/**
 * What the board shows; `reads`: the cells that the number in focus was computed from.
 * @typedef {State & {pass: Pass, reads?: Read[] | null}} BoardView
 */

import { classOfColumn } from "../state/problem.js";
import { mark } from "../dom/mark.js";
import { build } from "./build.js";
import { needed } from "./alone.js";
import { columns } from "./columns.js";
import { createScroller } from "./scroll_into_view.js";
import { createStage } from "./stage.js";
import { createWires, wiresOf } from "./wires.js";
import { drawQuantity, outside } from "./quantity.js";
import { tr } from "../dom/text.js";

const DENSE = 24; // rows above which the board shrinks its cells

/** @param {Pass} pass */
const ruleOf = ({ steps }) =>
  steps.some(({ id }) => /^W_./.test(id) && id !== "W_next")
    ? tr("board.rule", "by the rule, step by step")
    : "W ← W − η·∂L/∂W";
/** @type {(pass: Pass, problem: State["problem"]) => string} */
const signature = (pass, { X, W, y }) =>
  [pass.layout === "WX", X.length, W[0].length, y.join(), ...pass.steps.map(({ id, symbol }) => id + symbol)].join("|");

/**
 * `onCell` is told where somebody looks, or null when they look away.
 * @param {HTMLElement} root
 * @param {{onCell: Looks["cell"]}} tells
 */
export function createBoard(root, { onCell }) {
  /** @type {Spots} */
  const places = new Map();
  const scrollIntoView = createScroller(root);
  const arrange = createStage(root, () => last && render(last));
  const drawWires = createWires(root);
  let built = "";
  /** @type {Section[]} */
  let sections = [];
  /** @type {BoardView | null} */
  let last = null;

  /** @param {BoardView} view */
  function render(view) {
    last = null; // what could not be drawn is not tried again by itself
    const { pass, problem } = view;
    const key = signature(pass, problem);
    if (key !== built) {
      places.clear();
      const size = { N: problem.X.length, D: problem.X[0].length, C: problem.W[0].length };
      sections = build(root, columns(pass, size), { y: problem.y, places, rule: ruleOf(pass), layout: pass.layout });
      root.classList.toggle("dense", size.N > DENSE && pass.layout !== "WX");
      root.classList.toggle("across", pass.layout === "WX");
      built = key;
      scrollIntoView.forget();
    }
    const sources = new Set([
      ...(view.reads ?? []).map(({ step, row, column }) => `${step},${row},${column}`),
      ...(view.focus.cells ?? []),
    ]);
    const read = new Set(pass.steps[view.step]?.reads);
    for (const one of needed(sections, view)) drawQuantity(one, { ...view, sources, read, out: outside(view) });
    root.dataset.way = pass.steps[view.step]?.direction ?? "";
    mark("stepping", Boolean(root.dataset.way));
    arrange(sections, view);
    scrollIntoView(sections, view);
    drawWires(wiresOf(sections, view));
    last = view;
  }

  /** @type {(how: How) => (event: Event) => void} */
  const report = (how) => (event) => {
    const cell = /** @type {Element} */ (event.target).closest("td, .number");
    const at = cell && places.get(cell);
    if (at) {
      onCell({
        step: at.quantity.id,
        r: at.r,
        c: at.c,
        point: at.quantity.kind === "points" ? at.r : null,
        class: at.quantity.kind === "weights" ? classOfColumn(at.c, at.quantity.columns) : null,
      }, how);
    }
  };
  root.addEventListener("pointerover", (event) => event.pointerType === "mouse" && report("hover")(event));
  root.addEventListener("click", report("tap"));
  root.addEventListener("focusin", report("focus"));
  root.addEventListener("pointerleave", () => onCell(null, "hover"));
  return { render, places };
}
