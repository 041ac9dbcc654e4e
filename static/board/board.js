// The board: the forward row over the backward row, every gradient under its quantity, drawn from the steps of a pass.
// It computes nothing and fetches nothing; what is hovered, focused or typed goes out through callbacks.

/**
 * @import { Pass, State } from "../types.d.ts"
 * @import { CellRead } from "../api_types.d.ts"
 * @import { Column, Panel } from "./columns.js"
 * @import { Matrix } from "./matrix.js"
 * @import { How, Looks } from "./refs.js"
 */

/**
 * What stands in one cell, and where; a scalar has one.
 * @typedef {{panel: Panel, r: number, c: number}} Spot
 * @typedef {Map<Element, Spot>} Spots
 */

/**
 * A panel as it stands on the board: a number, or a matrix with its cells.
 * @typedef {{node: HTMLElement, panel: Panel, number: HTMLElement, cells?: undefined, rows?: undefined}} ScalarSection
 * @typedef {Matrix & {node: HTMLElement, number?: undefined}} MatrixSection
 * @typedef {ScalarSection | MatrixSection} Section
 */

/**
 * What the board shows; `reads`: the cells that the number in focus was computed from.
 * @typedef {State & {pass: Pass, reads?: CellRead[] | null}} BoardView
 */

/** @typedef {{y: number[], places: Spots, rule: string, layout?: Pass["layout"]}} Tools */

import { classOfColumn } from "../state/problem.js";
import { columns } from "./columns.js";
import { classed } from "../dom/make.js";
import { createMatrix } from "./matrix.js";
import { createSight } from "./sight.js";
import { createWires, wiresOf } from "./wires.js";
import { drawPanel, outside } from "./panel.js";

const DENSE = 24; // rows above which the board shrinks its cells

const WIDE = 12; // points above which a transposed matrix scrolls in a window of its own

/** @type {(table: HTMLElement, panel: Panel) => HTMLElement} */
function strip(table, panel) {
  const node = classed("div", "strip", table);
  node.tabIndex = 0;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", `${panel.symbol}, scrolls sideways`);
  return node;
}

/** @type {(panel: Panel, tools: Tools) => Section} */
function section(panel, tools) {
  const head = classed("h3", "", classed("i", "", panel.symbol), classed("span", "", panel.title));
  head.title = panel.step?.title ?? ""; // a title that does not fit is left out: it can still be asked for
  const node = classed("section", `panel ${panel.kind}`, head);
  node.dataset.panel = panel.id;
  if (panel.sign) node.dataset.sign = panel.sign;
  if (panel.columns === 1 && panel.kind === "points" && tools.layout !== "WX") node.dataset.narrow = "";
  if (panel.kind === "scalar") {
    const number = classed("p", "number");
    number.tabIndex = -1;
    tools.places.set(number, { panel, r: 0, c: 0 });
    node.append(number);
    return { node, panel, number };
  }
  const matrix = createMatrix(panel, { ...tools, editable: panel.index < 0 && panel.kind === "weights" });
  if (tools.layout === "WX" && panel.rows > WIDE) node.append(strip(matrix.table, panel));
  else node.append(matrix.table);
  return { node, ...matrix };
}

/** @type {(root: HTMLElement, layout: Column[], tools: Tools) => Section[]} */
function build(root, layout, tools) {
  /** @type {(direction: "forward" | "backward", arrow: string) => {node: HTMLElement, made: Section[]}} */
  const band = (direction, arrow) => {
    const node = classed("div", `band ${direction}`);
    /** @type {Section[]} */
    const made = [];
    layout.forEach((column, k) => {
      if (k) node.append(classed("i", "flow", arrow));
      const sections = column[direction].map((panel) => section(panel, tools));
      const empty = column.id === "X" && direction === "backward"
        ? [classed("p", "none", "The points stay as they are: no gradient needed.")]
        : [];
      const cell = classed(
        "div",
        `column ${column.id === "W" || column.id === "L" ? "fixed" : ""}`,
        ...sections.map(({ node: n }) => n),
        ...empty,
      );
      node.append(cell);
      made.push(...sections);
    });
    if (direction === "backward") {
      // where Tab enters it; in the forward row that is a weight
      const entry = /** @type {HTMLElement} */ (node.querySelector("td[tabindex]"));
      entry.tabIndex = 0;
    }
    return { node, made };
  };
  const forward = band("forward", "→");
  const backward = band("backward", "←");
  const turn = classed(
    "div",
    "turn",
    classed("span", "", `↑ update: ${tools.rule}`),
    classed("span", "", "the way back ↓"),
  );
  root.style.setProperty("--count", String(layout.length * 2 - 1));
  root.replaceChildren(forward.node, turn, backward.node);
  together(forward.node, backward.node);
  together(backward.node, forward.node);
  return [...forward.made, ...backward.made];
}

/**
 * The other band follows, as far as it goes; where it went further by itself it stays.
 * @type {(one: Element, other: Element) => void}
 */
function together(one, other) {
  one.addEventListener("scroll", () => {
    const followed = Math.min(other.scrollTop, one.scrollHeight - one.clientHeight);
    if (Math.abs(one.scrollTop - followed) >= 1) other.scrollTop = one.scrollTop;
  }, { passive: true });
}

/** @param {Pass} pass */
const ruleOf = ({ steps }) =>
  steps.some(({ id }) => /^W_./.test(id) && id !== "W_next") ? "by the rule, step by step" : "W ← W − η·∂L/∂W";
/** @type {(pass: Pass, problem: State["problem"]) => string} */
const signature = (pass, { X, W, y }) =>
  [pass.layout, X.length, W[0].length, y.join(), ...pass.steps.map(({ id, symbol }) => id + symbol)].join("|");

/**
 * `onCell` is told where somebody looks, or null when they look away.
 * @param {HTMLElement} root
 * @param {{onCell: Looks["cell"]}} tells
 */
export function createBoard(root, { onCell }) {
  /** @type {Spots} */
  const places = new Map();
  const keepInSight = createSight(root);
  const drawWires = createWires(root);
  let built = "";
  /** @type {Section[]} */
  let sections = [];

  /** @param {BoardView} view */
  function render(view) {
    const { pass, problem } = view;
    const key = signature(pass, problem);
    if (key !== built) {
      places.clear();
      const size = { N: problem.X.length, D: problem.X[0].length, C: problem.W[0].length };
      sections = build(root, columns(pass, size), { y: problem.y, places, rule: ruleOf(pass), layout: pass.layout });
      root.classList.toggle("dense", size.N > DENSE && pass.layout !== "WX");
      root.classList.toggle("across", pass.layout === "WX");
      built = key;
      keepInSight.forget();
    }
    const sources = new Set([
      ...(view.reads ?? []).map(({ step, row, column }) => `${step},${row},${column}`),
      ...(view.focus.cells ?? []),
    ]);
    const read = new Set(pass.steps[view.step]?.reads);
    for (const one of sections) drawPanel(one, { ...view, sources, read, out: outside(view) });
    root.dataset.way = pass.steps[view.step]?.direction ?? "";
    keepInSight(sections, view);
    drawWires(wiresOf(sections, view));
  }

  /** @type {(how: How) => (event: Event) => void} */
  const report = (how) => (event) => {
    const cell = /** @type {Element} */ (event.target).closest("td, .number");
    const at = cell && places.get(cell);
    if (at) {
      onCell({
        step: at.panel.id,
        r: at.r,
        c: at.c,
        point: at.panel.kind === "points" ? at.r : null,
        class: at.panel.kind === "weights" ? classOfColumn(at.c, at.panel.columns) : null,
      }, how);
    }
  };
  root.addEventListener("pointerover", (event) => event.pointerType === "mouse" && report("hover")(event));
  root.addEventListener("click", report("tap"));
  root.addEventListener("focusin", report("focus"));
  root.addEventListener("pointerleave", () => onCell(null, "hover"));
  return { render, places };
}
