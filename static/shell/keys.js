// The keyboard, and typing into the weights. It only translates: what a key means is decided by who listens.

import { onBoard, parse } from "../dom/number.js";

const PLAIN = {
  ArrowRight: "step",
  PageDown: "step",
  ArrowLeft: "back",
  PageUp: "back",
  Home: "start",
  End: "end",
  "?": "help",
  p: "present",
};
const SHIFTED = { ArrowRight: "iterationOn", ArrowLeft: "iterationBack" };
const MOVES = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

const typing = (node) => node.matches?.("input[type=text], textarea, [contenteditable]");
const takesArrows = (node) => node.matches?.("select, input, td, th, .number, .formula, [data-point]");

export function listenToKeys(does) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
    const name = meaning(event);
    if (!name) return;
    event.preventDefault();
    does(name);
  });
}

function meaning({ key, shiftKey, ctrlKey, metaKey, altKey, target }) {
  if (ctrlKey || metaKey) return typing(target) || key.toLowerCase() !== "z" ? null : shiftKey ? "redo" : "undo";
  if (altKey || typing(target)) return null;
  if (key === " ") return target.matches?.("button, select, a") ? null : "play";
  if (takesArrows(target) && !key.startsWith("Page") && key !== "?" && (key !== "p" || target.matches("select"))) {
    return null;
  }
  return shiftKey && SHIFTED[key] ? SHIFTED[key] : PLAIN[key] ?? null;
}

/** Arrow keys walk from cell to cell of a matrix, and over its class heads; one cell of the board is in the tab order. */
export function walkCells(root, places) {
  const stops = (cell) => places.has(cell) || cell?.matches("th[tabindex]");
  root.addEventListener("keydown", (event) => {
    const [move, cell] = [MOVES[event.key], event.target];
    if (!move || !stops(cell) || !cell.matches("td, th")) return;
    event.preventDefault();
    const next = cell.closest("table").rows[cell.parentElement.rowIndex + move[0]]?.cells[cell.cellIndex + move[1]];
    const to = stops(next) ? next : beside(root, cell, move[1], stops);
    (to?.querySelector("input") ?? to)?.focus();
  });
}

/** Off the side of one matrix into the next one of the same band. */
function beside(root, cell, way, stops) {
  if (!way) return null;
  const tables = [...cell.closest(".band").querySelectorAll("table")];
  const table = tables[tables.indexOf(cell.closest("table")) + way];
  const row = table?.rows[Math.min(cell.parentElement.rowIndex, table.rows.length - 1)];
  return row && [...row.cells].filter(stops).at(way > 0 ? 0 : -1);
}

/** `commit(name, r, c, value, gesture)` for a typed or nudged weight; what is no number is put back. */
export function typeWeights(root, commit) {
  const at = (input) => input.dataset.weight.split(",").map((part, k) => (k ? Number(part) : part));
  const restore = (input) => {
    input.value = onBoard(Number(input.dataset.value));
  };
  const take = (input, value, gesture) => {
    input.dataset.value = String(value); // at once: the answer that confirms it comes later
    restore(input);
    commit(...at(input), value, gesture);
  };
  root.addEventListener("focusin", ({ target }) => target.matches("[data-weight]") && target.select());
  root.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-weight]")) return;
    const value = parse(target.value);
    if (value === null || target.value === onBoard(Number(target.dataset.value))) return restore(target);
    take(target, value, null);
  });
  root.addEventListener("focusout", ({ target }) => target.matches("[data-weight]") && restore(target));
  root.addEventListener("keydown", (event) => {
    const { target, key, shiftKey } = event;
    if (!target.matches("[data-weight]")) return;
    if (key === "Escape") {
      restore(target);
      target.select();
    }
    if (key === "Enter") {
      target.dispatchEvent(new Event("change", { bubbles: true }));
      target.select();
    }
    const way = { ArrowUp: 1, ArrowDown: -1 }[key];
    if (!way) return;
    event.preventDefault();
    take(
      target,
      Number((Number(target.dataset.value) + way * (shiftKey ? 1 : 0.1)).toFixed(9)),
      `nudge ${target.dataset.weight}`,
    );
  });
}
