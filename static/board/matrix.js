// One matrix of the board as a table: built once, its cells updated in place. It knows nothing of steps or time.

/**
 * @import { Quantity } from "./columns.js"
 * @import { Tools } from "./build.js"
 */

/**
 * The table of a quantity and its cells; `rows` are the table's where they are the matrix's. Its width is that of its
 * `longest` number so far, with that many `digits`.
 * @typedef {object} Matrix
 * @property {HTMLElement} table
 * @property {HTMLElement[][]} cells
 * @property {HTMLElement[]} rows
 * @property {Quantity} quantity
 * @property {number} digits
 * @property {number} longest
 */

/**
 * What is said of the cell in row r and column c.
 * @template Said
 * @typedef {(r: number, c: number) => Said} Of
 */

import { classOfColumn } from "../state/problem.js";
import { digitsShown, full, onBoard, tint } from "../dom/number.js";
import { across, straight } from "./grid.js";
import { classed } from "../dom/make.js";
import { shape } from "../dom/shape.js";
import { tr } from "../dom/text.js";

/** @param {Quantity} quantity */
function heads(quantity) {
  if (!quantity.heads.length) return [];
  const labels = quantity.heads === "class"
    ? Array.from({ length: quantity.columns }, (_, k) => classOfColumn(k, quantity.columns)).map((k) =>
      classed("th", `k${k}`, shape(k), String(k))
    )
    : quantity.heads.map((text) => classed("th", "", text));
  for (const th of labels) {
    th.scope = "col";
    if (quantity.heads === "class") th.tabIndex = -1;
  }
  return labels;
}

/**
 * `places` is told of every cell; `y` gives each row its class, where rows are points. In the `layout` WX the table is
 * transposed, and `rows` is empty.
 * @type {(quantity: Quantity, tools: Tools & {editable: boolean}) => Matrix}
 */
export function createMatrix(quantity, { y, places, editable, layout }) {
  const cells = Array.from({ length: quantity.rows }, (_, r) =>
    Array.from({ length: quantity.columns }, (__, c) => {
      const td = classed("td");
      td.tabIndex = -1;
      if (editable) td.append(field(quantity, r, c), classed("small"));
      places.set(td, { quantity, r, c });
      return td;
    }));
  const labels = quantity.id === "X"
    ? y.map((k, r) => classed("td", "label", shape(k), classed("span", "", String(r))))
    : [];
  const { head, rows } = (layout === "WX" ? across : straight)(heads(quantity), labels, cells);
  const table = classed("table", editable ? "editable" : "", ...head, classed("tbody", "", ...rows));
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", `${quantity.symbol} ${quantity.title}`);
  return { table, cells, rows: layout === "WX" ? [] : rows, quantity, digits: 0, longest: 0 };
}

/** Where a weight is typed. @type {(quantity: Quantity, r: number, c: number) => HTMLInputElement} */
function field(quantity, r, c) {
  const input = classed("input");
  Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false });
  input.dataset.weight = `${quantity.id},${r},${c}`;
  input.setAttribute(
    "aria-label",
    quantity.id === "W"
      ? tr("board.weight", "weight of coordinate {d}, class {k}", { d: r + 1, k: classOfColumn(c, quantity.columns) })
      : tr("board.bias", "bias of class {k}", { k: classOfColumn(c, quantity.columns) }),
  );
  return input;
}

/** @type {(node: Element, text: string) => void} */
const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};
/** @type {(node: Element, name: string) => void} */
const dress = (node, name) => {
  if (node.className !== name) node.className = name;
};

/**
 * Columns grow with the longest number so far and shrink when other digits are chosen: nothing overflows, nothing
 * jitters.
 * @type {(one: Matrix, longest: number) => void}
 */
function widen(one, longest) {
  if (one.digits !== digitsShown()) {
    one.digits = digitsShown();
    one.longest = 0;
  }
  if (longest <= one.longest) return;
  one.longest = longest;
  one.table.style.setProperty("--chars", String(longest));
}

/**
 * Show values: `at(r, c)` a number, `state(r, c)` a cell's classes besides its tint, `pending(r, c)`: not computed yet.
 * @type {(one: Matrix, values: {at: Of<number>, state: Of<string>, pending: Of<boolean>, bare: boolean}) => void}
 */
export function showMatrix(one, { at, state, pending, bare }) {
  const { cells } = one;
  let largest = 0;
  let longest = 0;
  for (const [r, row] of cells.entries()) {
    row.forEach((_, c) => {
      largest = Math.max(largest, Math.abs(at(r, c)));
    });
  }
  for (const [r, row] of cells.entries()) {
    row.forEach((td, c) => {
      const value = at(r, c);
      const waits = pending(r, c);
      const text = onBoard(value, bare);
      longest = Math.max(longest, text.length);
      write(td, text);
      dress(td, `${waits ? "todo" : tint(value, largest)}${value === 0 ? " zero" : ""}${state(r, c)}`);
    });
  }
  widen(one, longest);
}

/**
 * What stands under a weight: how far the update has moved it, else its gradient, else room for it.
 * @type {(value: number, was: number, slope: number | null) => string}
 */
function beneath(value, was, slope) {
  if (value !== was) return `${value > was ? "↑" : "↓"}${onBoard(Math.abs(value - was))}`;
  return slope === null ? "∂ ·" : `∂${slope > 0 ? "+" : ""}${onBoard(slope)}`;
}

/**
 * The same for cells that can be typed into: the value in the field, its gradient beneath. `was`: before the update.
 * @param {Matrix} one
 * @param {{at: Of<number>, was: Of<number>, state: Of<string>, gradient: Of<number | null>}} values
 */
export function showWeights(one, { at, was, state, gradient }) {
  let longest = 0;
  for (const [r, row] of one.cells.entries()) {
    row.forEach((td, c) => {
      const input = /** @type {HTMLInputElement} */ (td.firstElementChild);
      const small = /** @type {HTMLElement} */ (td.lastElementChild);
      const value = at(r, c);
      const typing = input === document.activeElement && input.value !== onBoard(Number(input.dataset.value));
      const text = onBoard(value);
      longest = Math.max(longest, text.length);
      if (!typing && (input.dataset.value !== String(value) || input.value !== text)) {
        input.value = text;
        input.dataset.value = String(value);
        input.title = full(value);
        if (input === document.activeElement) input.select(); // what is typed next takes its place, as it would have
      }
      write(small, beneath(value, was(r, c), gradient(r, c)));
      dress(td, `${value === was(r, c) ? "" : "moved"}${state(r, c)}`.trim());
    });
  }
  widen(one, longest);
}
