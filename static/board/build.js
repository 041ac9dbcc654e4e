// The elements of the board: two bands of columns, in each the panels of one quantity.

/**
 * @import { Pass } from "../types.d.ts"
 * @import { Column, Panel } from "./columns.js"
 * @import { Matrix } from "./matrix.js"
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

/** @typedef {{y: number[], places: Spots, rule: string, layout?: Pass["layout"]}} Tools */

import { classed } from "../dom/make.js";
import { createMatrix } from "./matrix.js";
import { tr } from "../dom/text.js";

const WIDE = 12; // points above which a transposed matrix scrolls in a window of its own

/** @type {(table: HTMLElement, panel: Panel) => HTMLElement} */
function strip(table, panel) {
  const node = classed("div", "strip", table);
  node.tabIndex = 0;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", tr("board.strip", "{symbol}, scrolls sideways", { symbol: panel.symbol }));
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

/**
 * The elements of a board, put into `root` in place of others; `tools.places` is told of every cell.
 * @type {(root: HTMLElement, layout: Column[], tools: Tools) => Section[]}
 */
export function build(root, layout, tools) {
  /** @type {(direction: "forward" | "backward", arrow: string) => {node: HTMLElement, made: Section[]}} */
  const band = (direction, arrow) => {
    const node = classed("div", `band ${direction}`);
    /** @type {Section[]} */
    const made = [];
    layout.forEach((column, k) => {
      if (k) node.append(classed("i", "flow", arrow));
      const sections = column[direction].map((panel) => section(panel, tools));
      const empty = column.id === "X" && direction === "backward"
        ? [classed("p", "none", tr("board.points", "The points stay as they are: no gradient needed."))]
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
    classed("span", "", tr("board.update", "↑ update: {rule}", { rule: tools.rule })),
    classed("span", "", tr("board.back", "the way back ↓")),
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
