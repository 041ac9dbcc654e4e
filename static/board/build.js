// The elements of the board: two bands of columns, in each a quantity or what belongs to it.

/**
 * @import { Pass } from "../types.d.ts"
 * @import { Column, Quantity } from "./columns.js"
 * @import { Matrix } from "./matrix.js"
 */

/**
 * What stands in one cell, and where; a scalar has one.
 * @typedef {{quantity: Quantity, r: number, c: number}} Spot
 * @typedef {Map<Element, Spot>} Spots
 */

/**
 * A quantity as it stands on the board: a number, or a matrix with its cells.
 * @typedef {{node: HTMLElement, quantity: Quantity, number: HTMLElement, cells?: undefined, rows?: undefined}}
 *   ScalarSection
 * @typedef {Matrix & {node: HTMLElement, number?: undefined}} MatrixSection
 * @typedef {ScalarSection | MatrixSection} Section
 */

/** @typedef {{y: number[], places: Spots, rule: string, layout?: Pass["layout"]}} Tools */

import { classed } from "../dom/make.js";
import { createMatrix } from "./matrix.js";
import { tr } from "../dom/text.js";

const WIDE = 12; // points above which a transposed matrix scrolls in a window of its own

/** @type {(table: HTMLElement, quantity: Quantity) => HTMLElement} */
function strip(table, quantity) {
  const node = classed("div", "strip", table);
  node.tabIndex = 0;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", tr("board.strip", "{symbol}, scrolls sideways", { symbol: quantity.symbol }));
  return node;
}

/** @type {(quantity: Quantity, tools: Tools) => Section} */
function section(quantity, tools) {
  const head = classed("h3", "", classed("i", "", quantity.symbol), classed("span", "", quantity.title));
  head.title = quantity.step?.title ?? ""; // a title that does not fit is left out: it can still be asked for
  const node = classed("section", `quantity ${quantity.kind}`, head);
  node.dataset.quantity = quantity.id;
  if (quantity.sign) node.dataset.sign = quantity.sign;
  if (quantity.columns === 1 && quantity.kind === "points" && tools.layout !== "WX") node.dataset.narrow = "";
  if (quantity.kind === "scalar") {
    const number = classed("p", "number");
    number.tabIndex = -1;
    tools.places.set(number, { quantity, r: 0, c: 0 });
    node.append(number);
    return { node, quantity, number };
  }
  const matrix = createMatrix(quantity, { ...tools, editable: quantity.index < 0 && quantity.kind === "weights" });
  if (tools.layout === "WX" && quantity.rows > WIDE) node.append(strip(matrix.table, quantity));
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
      const sections = column[direction].map((quantity) => section(quantity, tools));
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
  root.removeAttribute("data-served"); // it was the server's until now
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
