// The step alone: of the board's matrices the two or three that it joins, of many points the one in focus and its
// neighbours, and what is the same for all of them folded to one word. It chooses among what the board has built.

/**
 * @import { Pass } from "../types.d.ts"
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

import { onBoard } from "../dom/number.js";
import { classed } from "../dom/make.js";
import { tr } from "../dom/text.js";

const MOST = 3; // quantities
const ROWS = 9; // the row in focus and four at each side
const [HEAD, AIR, ROW] = [56, 46, 25]; // px of a matrix's head, around the row in focus, and of a row
const phone = matchMedia("(max-width: 760px), (max-height: 560px)");

/** The panel that shows a step's result: new weights stand where the old ones stood. @param {string} id */
const placeOf = (id) => id.replace(/_next$/, "");

/**
 * What tells the moment, from left to right.
 *
 * @param {Pick<BoardView, "mode" | "step" | "pass">} view
 * @param {Set<string>} there
 */
function wanted({ mode, step, pass }, there) {
  if (mode === "train") return ["W", "b", "dW", "db"];
  const now = pass.steps[step];
  if (!now) return ["X", "W", "b"];
  const places = [...(now.stage ?? now.reads).map(placeOf), placeOf(now.id)].filter((id) => there.has(id));
  const once = places.filter((id, k) => places.lastIndexOf(id) === k);
  return once.filter((id) => id !== "b" || !once.includes("W")).slice(-MOST)
    .flatMap((id) => (id === "W" && once.includes("b") ? ["W", "b"] : [id]));
}

/**
 * The one number that a step of the way back has for every point, or every rival; null where they differ.
 *
 * @type {(section: Section, view: BoardView) => number | null}
 */
function constant({ panel }, { pass, problem }) {
  const step = pass.steps[panel.index];
  if (panel.kind !== "points" || step?.direction !== "backward") return null;
  /** @type {number[]} */
  const numbers = step.value.flatMap((/** @type {number | number[]} */ row, /** @type {number} */ i) =>
    Array.isArray(row) && row.length > 1 ? row.filter((_, k) => k !== problem.y[i]) : row
  );
  return numbers[0] && numbers.every((number) => number === numbers[0]) ? numbers[0] : null;
}

/** @type {(section: Section, value: number | null) => void} */
function fold({ node, panel }, value) {
  node.toggleAttribute("data-folded", value !== null);
  if (value === null) return;
  const said = node.querySelector(".constant") ?? node.appendChild(classed("p", "constant"));
  const n = onBoard(value, true);
  said.textContent = panel.columns > 1
    ? tr("stage.rivals", "every rival {n}", { n })
    : tr("stage.all", "all {n}", { n });
}

/** Where the rows that are shown begin. @type {(point: number | null, N: number, count: number) => number} */
const firstRow = (point, N, count) => Math.max(0, Math.min(N - count, (point ?? 0) - Math.floor(count / 2)));

/** @param {HTMLElement} root  the board */
export function createStage(root) {
  const band = classed("i", "lit-band");
  let drawn = "";
  /** @type {() => void} */
  let again = () => {};

  /** @type {(sections: Section[], ids: string[]) => void} */
  function place(sections, ids) {
    for (const column of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".column"))) {
      delete column.dataset.on;
    }
    const names = !ids.includes("X") &&
      sections.some(({ panel, rows, node }) =>
        ids.includes(panel.id) && panel.kind === "points" && rows?.length && !node.hasAttribute("data-folded")
      );
    for (const { node, panel } of sections) {
      const at = panel.id === "X" && names ? 0 : ids.indexOf(panel.id) + 1;
      const on = at > 0 || (panel.id === "X" && names);
      node.toggleAttribute("data-on", on);
      node.toggleAttribute("data-names", on && at === 0);
      const column = /** @type {HTMLElement} */ (node.closest(".column"));
      if (!on) continue;
      column.dataset.on = panel.id === ids.at(-1) ? "last" : at ? "" : "names";
      column.style.order = String(at);
    }
  }

  /** @type {(sections: Section[], view: BoardView) => void} */
  function show(sections, view) {
    const { problem, focus } = view;
    const N = problem.X.length;
    const there = new Set(sections.map(({ panel }) => panel.id));
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
    for (const { panel, rows } of sections) {
      if (panel.kind === "points") rows?.forEach((row, r) => (row.hidden = r < first || r >= first + count));
    }
    light(sections, ids, focus.point);
  }

  /** One band behind the row in focus, through all matrices that have it. */
  /** @type {(sections: Section[], ids: string[], point: number | null) => void} */
  function light(sections, ids, point) {
    const rows = sections.flatMap(({ panel, rows: all, node }) => {
      const row = panel.kind === "points" && (ids.includes(panel.id) || panel.id === "X") ? all?.[point ?? -1] : null;
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
    for (const { node, rows, panel } of sections) {
      for (const name of ["data-on", "data-names", "data-folded"]) node.removeAttribute(name);
      if (panel.kind === "points") rows?.forEach((row) => (row.hidden = false));
      /** @type {HTMLElement} */ (node.closest(".column")).style.removeProperty("order");
    }
  }

  let height = 0;
  let width = 0;
  new ResizeObserver(() => {
    const { clientHeight, clientWidth } = root;
    if (Math.abs(clientHeight - height) > 2 || clientWidth !== width) again();
    height = clientHeight;
    width = clientWidth;
  }).observe(root);

  /** @type {[Section[], BoardView] | null} */
  let last = null;
  const presented = new MutationObserver(() => last && arrange(...last));
  presented.observe(document.documentElement, { attributeFilter: ["data-stage"] });
  return arrange;

  /** @type {(sections: Section[], view: BoardView) => void} */
  function arrange(sections, view) {
    const { pass, mode, step, focus, problem } = view;
    const key = view.view === "board" || document.documentElement.dataset.stage !== undefined
      ? "whole"
      : [mode, step, focus.point, problem.X.length, pass.steps.length, pass.iteration, view.layout, view.digits].join();
    root.toggleAttribute("data-pairwise", view.pairwise && view.hasMargins);
    if (key !== "whole") { for (const section of sections) fold(section, constant(section, view)); }
    again = () => key !== "whole" && show(sections, view);
    if (key === drawn) return;
    drawn = key;
    last = [sections, view];
    if (key === "whole") leave(sections);
    else show(sections, view);
  }
}
