// The points as a table in which every number can be edited; only the rows in sight are there.

import { roomFor } from "../../state/points_edit.js";
import { createRow } from "./row.js";
import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/** @import { RowActs, TableRow } from "./row.js" */
/** @import { Focus, Problem, State } from "../../types.d.ts" */

/**
 * @typedef {object} OwnActs
 * @property {(i: number, how: Focus["how"]) => void} focus
 * @property {() => void} undo
 * @property {() => void} redo
 */

const SPARE = 6; // rows kept ready above and below those in sight

/** @param {RowActs & OwnActs} act */
export function createTable(act) {
  const heads = [tr("data.point", "point"), "x₁", "x₂", tr("data.class", "class"), ""].map((text) =>
    make("span", { role: "columnheader" }, text)
  );
  const space = make("div", { class: "rows", role: "rowgroup" });
  const root = make(
    "div",
    { class: "data-table", role: "grid", "aria-label": tr("data.points", "The points") },
    make("div", { role: "row", class: "heads", "aria-rowindex": 1 }, ...heads),
    space,
  );
  /** @type {Map<number, TableRow>} */
  const rows = new Map();
  /** @type {Problem} */
  let problem; // there from the first render on
  /** @type {number | null} */
  let lit = null;
  /** @type {number | null} */
  let sought = null;

  const height = () => parseFloat(getComputedStyle(root).getPropertyValue("--row"));
  /** @param {TableRow} row */
  const holds = (row) => row.root.contains(document.activeElement);

  function inSight() {
    const first = Math.floor(root.scrollTop / height());
    const last = Math.ceil((root.scrollTop + root.clientHeight) / height()) - 2;
    return [first, Math.min(problem.X.length - 1, last)];
  }

  /** @param {number} i */
  function rowAt(i) {
    const there = rows.get(i);
    if (there) return there;
    const row = createRow(i, act);
    rows.set(i, row);
    const after = [...space.children].find((node) => Number(node.getAttribute("data-row")) > i);
    space.insertBefore(row.root, after ?? null);
    return row;
  }

  function draw() {
    const [first, last] = inSight();
    const from = Math.max(0, first - SPARE);
    const to = Math.min(problem.X.length - 1, last + SPARE);
    const lost = [...rows].find(([i, row]) => i >= problem.X.length && holds(row));
    const column = lost ? lost[1].controls.findIndex((node) => node === document.activeElement) : -1;
    for (const [i, row] of rows) {
      if (i < problem.X.length && ((i >= from && i <= to) || holds(row))) continue;
      row.root.remove();
      rows.delete(i);
    }
    for (let i = from; i <= to; i++) rowAt(i);
    const held = [...rows].find(([, row]) => holds(row))?.[0];
    const seen = lit !== null && lit >= first && lit <= last && rows.has(lit) ? lit : first;
    const stop = held ?? seen;
    for (const [i, row] of rows) row.show({ problem, lit: i === lit, stop: i === stop, most: roomFor(problem) });
    if (lost) enter(problem.X.length - 1, column); // undo has taken the row from under the keyboard
  }

  /** @param {number} i */
  function reveal(i) {
    const top = i * height();
    const room = root.clientHeight - 2 * height();
    if (top < root.scrollTop) root.scrollTop = top;
    else if (top > root.scrollTop + room) root.scrollTop = top - room;
  }

  /**
   * Give the keyboard to a column of a row.
   * @param {number} i
   * @param {number} column
   */
  function enter(i, column) {
    if (!(i in problem.X)) return;
    reveal(i);
    rowAt(i);
    draw();
    rowAt(i).controls[column].focus({ preventScroll: true });
  }

  /** @param {EventTarget | null} target */
  const placeOf = (target) => {
    const node = /** @type {Element} */ (target); // an event of the table is one of an element in it
    const i = Number(node.closest("[data-row]")?.getAttribute("data-row") ?? NaN);
    return [i, rows.get(i)?.controls.findIndex((control) => control === node) ?? -1];
  };

  root.addEventListener("scroll", () => problem && draw(), { passive: true });
  space.addEventListener("focusin", ({ target }) => {
    const [i] = placeOf(target);
    reveal(i);
    act.focus(i, "focus");
  });
  space.addEventListener("pointerover", ({ target, pointerType }) => {
    const [i] = placeOf(target);
    if (pointerType === "mouse" && i >= 0 && !space.contains(document.activeElement)) act.focus(i, "hover");
  });
  space.addEventListener("click", ({ target }) => {
    const [i, column] = placeOf(target);
    if (i >= 0 && column < 0) act.focus(i, "tap");
  });
  space.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey } = event;
    const target = /** @type {Element} */ (event.target);
    const [i, column] = placeOf(target);
    if ((ctrlKey || metaKey) && key.toLowerCase() === "z" && !rows.get(i)?.edited(target)) {
      event.preventDefault();
      return shiftKey ? act.redo() : act.undo();
    }
    /** @type {Record<string, number>} */
    const ways = { ArrowDown: 1, ArrowUp: -1, Enter: shiftKey ? -1 : 1 };
    const way = ways[key];
    if (!way || target.matches(key === "Enter" ? "button, select" : "select")) return;
    event.preventDefault();
    if (i + way in problem.X) enter(i + way, column);
    else target.dispatchEvent(new Event("change")); // nowhere to go: take what was typed
  });

  return {
    root,
    enter,
    /** @param {State} state */
    render(state) {
      const N = state.problem.X.length;
      if (N !== problem?.X.length) {
        root.setAttribute("aria-rowcount", String(N + 1));
        space.style.setProperty("--count", String(N));
      }
      problem = state.problem;
      lit = state.focus.point;
      if (lit !== null && sought !== lit && lit in problem.X && !space.contains(document.activeElement)) reveal(lit);
      sought = lit;
      draw();
    },
  };
}
