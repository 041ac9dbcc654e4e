// The step alone: of the board's matrices the two or three that it joins, of many points the one in focus and its
// neighbours, and what is the same for all of them folded to one word. It chooses among what the board has built.

/**
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

import { onBoard } from "../dom/number.js";
import { isAlone, needed, wanted } from "./alone.js";
import { classed } from "../dom/make.js";
import { tr } from "../dom/text.js";

const ROWS = 9; // the row in focus and four at each side
const [HEAD, AIR, ROW] = [56, 46, 25]; // px of a matrix's head, around the row in focus, and of a row
const phone = matchMedia("(max-width: 760px), (max-height: 560px)");

/**
 * The one number that a step of the way back has for every point, or every rival; null where they differ.
 *
 * @type {(section: Section, view: BoardView) => number | null}
 */
function constant({ quantity }, { pass, problem }) {
  const step = pass.steps[quantity.index];
  if (quantity.kind !== "points" || step?.direction !== "backward") return null;
  /** @type {number[]} */
  const numbers = step.value.flatMap((/** @type {number | number[]} */ row, /** @type {number} */ i) =>
    Array.isArray(row) && row.length > 1 ? row.filter((_, k) => k !== problem.y[i]) : row
  );
  return numbers[0] && numbers.every((number) => number === numbers[0]) ? numbers[0] : null;
}

/** @type {(section: Section, value: number | null) => void} */
function fold({ node, quantity }, value) {
  node.toggleAttribute("data-folded", value !== null);
  if (value === null) return;
  const said = node.querySelector(".constant") ?? node.appendChild(classed("p", "constant"));
  const n = onBoard(value, true);
  said.textContent = quantity.columns > 1
    ? tr("stage.rivals", "every rival {n}", { n })
    : tr("stage.all", "all {n}", { n });
}

/** Where the rows that are shown begin. @type {(point: number | null, N: number, count: number) => number} */
const firstRow = (point, N, count) => Math.max(0, Math.min(N - count, (point ?? 0) - Math.floor(count / 2)));

/**
 * `again()` draws the board once more: what has been out of sight is not drawn yet.
 * @param {HTMLElement} root  the board
 * @param {() => void} again
 */
export function createStage(root, again) {
  const band = classed("i", "lit-band");
  let drawn = "";

  /** @type {(sections: Section[], ids: string[]) => void} */
  function place(sections, ids) {
    for (const column of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".column"))) {
      delete column.dataset.on;
    }
    const names = !ids.includes("X") &&
      sections.some(({ quantity, rows, node }) =>
        ids.includes(quantity.id) && quantity.kind === "points" && rows?.length && !node.hasAttribute("data-folded")
      );
    for (const { node, quantity } of sections) {
      const at = quantity.id === "X" && names ? 0 : ids.indexOf(quantity.id) + 1;
      const on = at > 0 || (quantity.id === "X" && names);
      node.toggleAttribute("data-on", on);
      node.toggleAttribute("data-names", on && at === 0);
      const column = /** @type {HTMLElement} */ (node.closest(".column"));
      if (!on) continue;
      column.dataset.on = quantity.id === ids.at(-1) ? "last" : at ? "" : "names";
      column.style.order = String(at);
    }
  }

  /** @type {(sections: Section[], view: BoardView) => void} */
  function show(sections, view) {
    const { problem, focus } = view;
    const N = problem.X.length;
    const there = new Set(sections.map(({ quantity }) => quantity.id));
    let ids = wanted(view, there).filter((id) => there.has(id));
    place(sections, ids);
    // What reads furthest back goes first where there is no room for all.
    while (ids.length > 1 && view.mode === "pass" && root.scrollWidth > root.clientWidth + 1) {
      ids = ids.slice(1);
      place(sections, ids);
    }
    const fitting = Math.floor((root.clientHeight - HEAD - AIR) / ROW);
    const count = phone.matches && view.step >= 0 ? 1 : Math.max(1, Math.min(ROWS, N, fitting));
    const first = firstRow(focus.point, N, count);
    for (const { quantity, rows } of sections) {
      if (quantity.kind === "points") rows?.forEach((row, r) => (row.hidden = r < first || r >= first + count));
    }
    light(sections, ids, focus.point);
  }

  /** One band behind the row in focus, through all matrices that have it. */
  /** @type {(sections: Section[], ids: string[], point: number | null) => void} */
  function light(sections, ids, point) {
    const rows = sections.flatMap(({ quantity, rows: all, node }) => {
      const row = quantity.kind === "points" && (ids.includes(quantity.id) || quantity.id === "X")
        ? all?.[point ?? -1]
        : null;
      return row?.getClientRects().length && !node.hasAttribute("data-folded") ? [row.getBoundingClientRect()] : [];
    });
    band.hidden = !rows.length;
    if (!rows.length) return;
    if (band.parentNode !== root) root.prepend(band);
    const { top, left } = root.getBoundingClientRect();
    const box = {
      top: rows[0].top - top + root.scrollTop,
      left: Math.min(...rows.map((row) => row.left)) - left + root.scrollLeft,
      width: Math.max(...rows.map((row) => row.right)) - Math.min(...rows.map((row) => row.left)),
      height: rows[0].height,
    };
    for (const [name, value] of Object.entries(box)) band.style.setProperty(name, `${value}px`);
  }

  /** The whole board again. @param {Section[]} sections */
  function leave(sections) {
    band.remove();
    for (const { node, rows, quantity } of sections) {
      for (const name of ["data-on", "data-names", "data-folded"]) node.removeAttribute(name);
      if (quantity.kind === "points") rows?.forEach((row) => (row.hidden = false));
      /** @type {HTMLElement} */ (node.closest(".column")).style.removeProperty("order");
    }
  }

  let height = 0;
  let width = 0;
  new ResizeObserver(() => {
    const { clientHeight, clientWidth } = root;
    if (Math.abs(clientHeight - height) > 2 || clientWidth !== width) anew();
    height = clientHeight;
    width = clientWidth;
  }).observe(root);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-stage"] });

  function anew() {
    drawn = "";
    again();
  }

  /** @type {(sections: Section[], view: BoardView) => void} */
  return function arrange(sections, view) {
    const { pass, mode, step, focus, problem, layout, digits } = view;
    const alone = isAlone(view);
    // While one trains nothing on the stage depends on the numbers, and to ask for its size would be a frame's work.
    const now = mode === "train" ? "" : [step, focus.point, pass.iteration].join();
    const key = alone ? [mode, now, problem.X.length, pass.steps.length, layout, digits].join() : "whole";
    root.toggleAttribute("data-pairwise", view.pairwise && view.hasMargins);
    if (alone) { for (const section of needed(sections, view)) fold(section, constant(section, view)); }
    if (key === drawn) return;
    drawn = key;
    if (alone) show(sections, view);
    else leave(sections);
  };
}
