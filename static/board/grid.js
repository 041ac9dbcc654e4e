// Where the cells of a matrix stand in its table: a row a row, or, in the layout S = WX, a column a row. It knows no
// values.

/** @typedef {{head: HTMLElement[], rows: HTMLElement[]}} Grid  the parts of a table, and its rows */

import { classed } from "../dom/make.js";

/** @param {HTMLElement[]} nodes */
const top = (nodes) => (nodes.length ? [classed("thead", "", classed("tr", "", ...nodes))] : []);
/** @type {(head: HTMLElement | undefined, cells: HTMLElement[]) => HTMLElement} */
const row = (head, cells) => classed("tr", "", ...(head ? [head] : []), ...cells);

/**
 * `heads` name the columns, `labels` the rows; either may be [].
 * @type {(heads: HTMLElement[], labels: HTMLElement[], cells: HTMLElement[][]) => Grid}
 */
export function straight(heads, labels, cells) {
  const corner = labels.length && heads.length ? [classed("td", "label")] : [];
  const rows = cells.map((line, r) => row(labels[r], line));
  return { head: top(heads.length ? [...corner, ...heads] : []), rows };
}

/**
 * The same, transposed: the heads stand at the side, the labels on top.
 * @type {(heads: HTMLTableCellElement[], labels: HTMLElement[], cells: HTMLElement[][]) => Grid}
 */
export function across(heads, labels, cells) {
  const sides = heads.filter((th) => th.textContent);
  for (const th of sides) th.scope = "row";
  const corner = labels.length && sides.length ? [classed("td", "label")] : [];
  const rows = cells[0].map((_, c) => row(sides[c], cells.map((line) => line[c])));
  return { head: top(labels.length ? [...corner, ...labels] : []), rows };
}
