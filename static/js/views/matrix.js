// One matrix of the board as a table: built once, its cells updated in place. It knows nothing of steps or time.

import { classOfColumn } from "../problem.js";
import { digitsShown, full, onBoard, tint } from "../number.js";
import { across, straight } from "./grid.js";
import { classed } from "./make.js";

export function shape(k) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#shape-${k}`);
  svg.setAttribute("class", `shape k${k}`);
  svg.setAttribute("viewBox", "-10 -10 20 20");
  svg.append(use);
  return svg;
}

function heads(panel) {
  if (!panel.heads.length) return [];
  const labels = panel.heads === "class"
    ? Array.from({ length: panel.columns }, (_, k) => classOfColumn(k, panel.columns)).map((k) => classed("th", `k${k}`, shape(k), String(k)))
    : panel.heads.map((text) => classed("th", "", text));
  for (const th of labels) {
    th.scope = "col";
    if (panel.heads === "class") th.tabIndex = -1;
  }
  return labels;
}

/**
 * `places` maps every cell's element to {panel, r, c}; `y` gives each row its class, where rows are points. In the `layout` WX the
 * table is transposed, and `rows` (its rows, where they are the matrix's) is empty.
 */
export function createMatrix(panel, { y, places, editable, layout }) {
  const cells = Array.from({ length: panel.rows }, (_, r) => Array.from({ length: panel.columns }, (__, c) => {
    const td = classed("td");
    td.tabIndex = -1;
    if (editable) td.append(classed("input"), classed("small"));
    places.set(td, { panel, r, c });
    return td;
  }));
  const labels = panel.id === "X" ? y.map((k, r) => classed("td", "label", shape(k), String(r))) : [];
  const { head, rows } = (layout === "WX" ? across : straight)(heads(panel), labels, cells);
  if (editable) for (const [r, row] of cells.entries()) row.forEach((td, c) => prepare(td.firstChild, panel, r, c));
  const table = classed("table", editable ? "editable" : "", ...head, classed("tbody", "", ...rows));
  table.setAttribute("role", "grid");
  table.setAttribute("aria-label", `${panel.symbol} ${panel.title}`);
  return { table, cells, rows: layout === "WX" ? [] : rows, panel };
}

function prepare(input, panel, r, c) {
  Object.assign(input, { type: "text", inputMode: "decimal", autocomplete: "off", spellcheck: false });
  input.dataset.weight = `${panel.id},${r},${c}`;
  input.setAttribute("aria-label", panel.id === "W" ? `weight of coordinate ${r + 1}, class ${classOfColumn(c, panel.columns)}` : `bias of class ${classOfColumn(c, panel.columns)}`);
}

const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };
const dress = (node, name) => { if (node.className !== name) node.className = name; };

/** Columns grow with the longest number so far and shrink when other digits are chosen: nothing overflows, nothing jitters. */
function widen(one, longest) {
  if (one.digits !== digitsShown()) Object.assign(one, { digits: digitsShown(), longest: 0 });
  if (longest <= one.longest) return;
  one.longest = longest;
  one.table.style.setProperty("--chars", longest);
}

/** Show values: `at(r, c)` a number, `state(r, c)` a cell's classes besides its tint, `pending(r, c)`: not computed yet. */
export function showMatrix(one, { at, state, pending, bare }) {
  const { cells } = one;
  let [largest, longest] = [0, 0];
  for (const [r, row] of cells.entries()) row.forEach((_, c) => { largest = Math.max(largest, Math.abs(at(r, c))); });
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

/** What stands under a weight: how far the update has moved it, else its gradient, else room for it. */
function beneath(value, was, slope) {
  if (value !== was) return `${value > was ? "↑" : "↓"}${onBoard(Math.abs(value - was))}`;
  return slope === null ? "∂ ·" : `∂${slope > 0 ? "+" : ""}${onBoard(slope)}`;
}

/** The same for cells that can be typed into: the value in the field, its gradient beneath. `was`: before the update. */
export function showWeights(one, { at, was, state, gradient }) {
  let longest = 0;
  for (const [r, row] of one.cells.entries()) {
    row.forEach((td, c) => {
      const [input, small] = td.children;
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
