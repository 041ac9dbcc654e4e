// The keyboard, and typing into the weights. It only translates: what a key means is decided by who listens.

import { full, onBoard, parse } from "../dom/number.js";
import { tr } from "../dom/text.js";

/** @import { Action } from "../types.d.ts" */

/** @type {Record<string, Action | undefined>} */
const PLAIN = {
  ArrowRight: "step",
  PageDown: "step",
  ArrowLeft: "back",
  PageUp: "back",
  ArrowDown: "pointOn",
  ArrowUp: "pointBack",
  Home: "start",
  End: "end",
  "?": "help",
  p: "present",
  m: "view",
};
/** @type {Record<string, Action | undefined>} */
const SHIFTED = { ArrowRight: "iterationOn", ArrowLeft: "iterationBack" };
/** @type {Record<string, [down: number, on: number] | undefined>} */
const MOVES = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
/** @type {Record<string, number | undefined>} */
const NUDGES = { ArrowUp: 1, ArrowDown: -1 };

/**
 * Does what has the keyboard match? The document itself matches nothing.
 *
 * @param {EventTarget | null} node
 * @param {string} selector
 */
const is = (node, selector) => node instanceof Element && node.matches(selector);
const TYPING = "input[type=text], textarea, [contenteditable]";
const TAKES_SPACE = "button, select, a, summary, [type=checkbox], [type=radio]";
const TAKES_ARROWS = "select, input, td, th, .number, .formula, [data-point]";

/** A page that is taller than its window is scrolled by the keys that are made for it. */
const scrolls = () => document.documentElement.scrollHeight > innerHeight;

/** @param {(name: Action) => void} does */
export function listenToKeys(does) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const name = meaning(event);
    if (!name) return;
    event.preventDefault();
    does(name);
  });
}

/** @param {KeyboardEvent} event @returns {Action | null} */
function meaning({ key, shiftKey, ctrlKey, metaKey, altKey, target }) {
  const typing = is(target, TYPING);
  if (ctrlKey || metaKey) return typing || key.toLowerCase() !== "z" ? null : shiftKey ? "redo" : "undo";
  if (altKey || typing) return null;
  if (key === " ") return is(target, TAKES_SPACE) ? null : "play";
  const anywhere = key.startsWith("Page") || key === "?" || ("pm".includes(key) && !is(target, "select"));
  if (!anywhere && is(target, TAKES_ARROWS)) return null;
  if (["ArrowUp", "ArrowDown"].includes(key) && scrolls()) return null;
  return (shiftKey && SHIFTED[key]) || (PLAIN[key] ?? null);
}

/** The table and the row of a cell. @param {HTMLTableCellElement} cell */
function around(cell) {
  const table = /** @type {HTMLTableElement} */ (cell.closest("table"));
  return { table, row: /** @type {HTMLTableRowElement} */ (cell.parentElement).rowIndex };
}

/**
 * Arrow keys walk from cell to cell of a matrix, and over its class heads; one cell of the board is in the tab order.
 *
 * @param {HTMLElement} root
 * @param {{ has(cell: Element): boolean }} places
 */
export function walkCells(root, places) {
  /** @param {Element} cell */
  const stops = (cell) => places.has(cell) || cell.matches("th[tabindex]");
  root.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    const { target } = event;
    if (!move || !(target instanceof HTMLTableCellElement) || !stops(target)) return;
    event.preventDefault();
    const { table, row } = around(target);
    const next = table.rows[row + move[0]]?.cells[target.cellIndex + move[1]];
    const to = next && stops(next) ? next : beside(target, move[1], stops);
    (to?.querySelector("input") ?? to)?.focus();
  });
}

/**
 * Off the side of one matrix into the next one of the same band.
 *
 * @param {HTMLTableCellElement} cell
 * @param {number} way
 * @param {(cell: Element) => boolean} stops
 */
function beside(cell, way, stops) {
  if (!way) return null;
  const here = around(cell);
  const tables = [...cell.closest(".band")?.querySelectorAll("table") ?? []];
  const table = tables[tables.indexOf(here.table) + way];
  const row = table?.rows[Math.min(here.row, table.rows.length - 1)];
  return row && [...row.cells].filter(stops).at(way > 0 ? 0 : -1);
}

/** The field of a weight that an event came from, if it came from one. @param {Event} event */
const fieldOf = ({ target }) => is(target, "[data-weight]") ? /** @type {HTMLInputElement} */ (target) : null;

/** @param {HTMLInputElement} input */
const valueOf = (input) => Number(input.dataset.value);

/** @param {HTMLInputElement} input */
function restore(input) {
  input.value = onBoard(valueOf(input));
}

/**
 * `commit` is called for a typed or nudged weight; what is no number is put back, and `refuse` told why.
 *
 * @param {HTMLElement} root
 * @param {(name: string, r: number, c: number, value: number, gesture: string | null) => void} commit
 * @param {(text: string) => void} refuse
 */
export function typeWeights(root, commit, refuse) {
  /** @param {HTMLInputElement} input @param {number} value @param {string | null} gesture */
  const take = (input, value, gesture) => {
    const [name, r, c] = (input.dataset.weight ?? "").split(",");
    input.dataset.value = String(value); // at once: the answer that confirms it comes later
    restore(input);
    commit(name, Number(r), Number(c), value, gesture);
  };
  root.addEventListener("focusin", (event) => fieldOf(event)?.select());
  root.addEventListener("change", (event) => {
    const input = fieldOf(event);
    if (!input) return;
    const value = parse(input.value);
    if (input.value === onBoard(valueOf(input))) return restore(input);
    if (value === null) {
      const holes = { text: input.value.slice(0, 24), value: full(valueOf(input)) };
      refuse(tr(
        "weight.unread",
        "“{text}” is no number up to 1e9: the weight stays {value}. Write one such as 0.5, -2 or 1/3.",
        holes,
      ));
      return restore(input);
    }
    take(input, value, null);
  });
  root.addEventListener("focusout", (event) => {
    const input = fieldOf(event);
    if (input) restore(input);
  });
  root.addEventListener("keydown", (event) => {
    const input = fieldOf(event);
    if (!input) return;
    if (event.key === "Escape") {
      restore(input);
      input.select();
    }
    if (event.key === "Enter") {
      input.dispatchEvent(new Event("change", { bubbles: true }));
      input.select();
    }
    const way = NUDGES[event.key];
    if (!way) return;
    event.preventDefault();
    const value = valueOf(input) + way * (event.shiftKey ? 1 : 0.1);
    take(input, Number(value.toFixed(9)), `nudge ${input.dataset.weight}`);
  });
}
