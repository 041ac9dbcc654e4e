// The panel of the data: the table of points, a text to paste into, and ways to take the points along. It fetches
// nothing.

import { writeTable } from "./csv.js";
import {
  addPoint,
  clearPoints,
  dropEmpty,
  movePoint,
  REFUSALS,
  removePoint,
  setClass,
} from "../../state/points_edit.js";
import { body, classesOf } from "../../state/problem.js";
import { copy, download } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { createTable } from "./table.js";
import { createText } from "./text.js";

/** @import { Catalogue, Problem, Say, State, Store } from "../../types.d.ts" */

/**
 * @typedef {object} DataTools
 * @property {Store} store
 * @property {{say: Say}} lab
 * @property {Catalogue} catalogue
 * @property {{pause: () => void}} player
 * @property {{does: (name: "undo" | "redo") => void}} actions
 * @property {{startOver: () => void}} work
 */

/** @type {(text: string, does: () => void) => HTMLButtonElement} */
const button = (text, does) => {
  const node = make("button", { type: "button" }, text);
  node.addEventListener("click", does);
  return node;
};

/**
 * @param {HTMLElement} root
 * @param {DataTools} tools
 */
export function create(root, { store, lab, catalogue, player, actions, work }) {
  const now = () => store.get().problem;

  /**
   * One entry of the history; says so where a run was under way.
   * @param {Partial<Problem> | null} patch
   * @param {Partial<State>} place
   */
  function change(patch, place = {}) {
    if (!patch) return false;
    player.pause();
    const { iteration } = store.get();
    store.change(patch, null, place);
    if (iteration > 0 && place.iteration === undefined) {
      lab.say(`The points changed: the run was computed anew; this is still iteration ${iteration}.`);
    }
    return true;
  }

  /** @type {(i: number, d: number, x: number) => Partial<Problem> | null} */
  const moveBy = (i, d, x) => movePoint(now(), i, now().X[i].map((old, at) => (at === d ? x : old)));
  const table = createTable({
    move: (i, d, x) => change(moveBy(i, d, x)),
    refuse: (i, d, text) =>
      lab.say(
        `“${text}” is no number up to 1e9: x${d + 1} of point ${i} stays as it was. ` +
          "Write one such as 0.5, -2 or 1/3.",
        "warning",
      ),
    classify: (i, k) => change(setClass(now(), i, k)),
    remove,
    focus: (i, how) => {
      if (store.get().focus.point !== i) store.set({ focus: { point: i, how } });
    },
    undo: () => actions.does("undo"),
    redo: () => actions.does("redo"),
  });

  /** @param {number} i */
  function remove(i) {
    const last = Math.max(0, Math.min(i, now().X.length - 2));
    if (!change(removePoint(now(), i), { focus: { point: last, how: "focus" } })) {
      return lab.say(REFUSALS.last, "warning");
    }
    table.render(store.get());
    table.enter(last, 3);
  }

  function add() {
    const { problem, focus } = store.get();
    const at = problem.X.length;
    if (!change(addPoint(problem, [0, 0], problem.y[focus.point ?? -1] ?? 0), { focus: { point: at, how: "focus" } })) {
      return lab.say(REFUSALS.full, "warning");
    }
    table.render(store.get());
    table.enter(at, 0);
  }

  function clear() {
    const { problem, focus } = store.get();
    const kept = focus.point !== null && focus.point in problem.X ? focus.point : 0;
    if (!change(clearPoints(problem, kept), { focus: { point: 0, how: "focus" }, iteration: 0, step: -1 })) {
      return lab.say(REFUSALS.last, "warning");
    }
    lab.say(`All points are gone but what was point ${kept}: a problem needs at least one. Undo brings them back.`);
  }

  const asTable = () => writeTable(now().X, now().y);
  const asProblem = () => `${JSON.stringify({ ...body(now()), iterations: now().iterations }, null, 1)}\n`;
  /** @type {(what: string, text: string) => Promise<void>} */
  const give = async (what, text) =>
    lab.say(
      (await copy(text))
        ? `${what} is in the clipboard.`
        : "The browser does not let this page copy: save a file instead.",
    );
  const text = createText({
    catalogue,
    problem: now,
    current: asTable,
    say: lab.say,
    use(patch, summary) {
      const before = now().X.length;
      change(patch, { focus: { point: null }, iteration: 0, step: -1 });
      lab.say(`${summary} They took the place of the ${before.toLocaleString("en")} before; Undo brings those back.`);
    },
  });

  const count = make("p", { class: "count" });
  const drop = button("Drop empty classes", () => change(dropEmpty(now())));
  root.append(
    make(
      "div",
      { class: "data-points" },
      make(
        "div",
        { class: "line-up" },
        button("Add a point", add),
        button("Clear", clear),
        button("Start over", work.startOver),
        drop,
        count,
      ),
      table.root,
      make(
        "div",
        { class: "line-up" },
        button("Save CSV", () => download("points.csv", "text/csv", asTable())),
        button("Copy CSV", () => give("The table", asTable())),
        button("Save JSON", () => download("problem.json", "application/json", asProblem())),
        button("Copy JSON", () => give("The problem, as the API takes it,", asProblem())),
      ),
    ),
    text.root,
  );

  /** @type {Problem | null} */
  let drawn = null;
  /** @param {State} state */
  return function render(state) {
    table.render(state);
    if (state.problem === drawn) return;
    drawn = state.problem;
    const { X, y, b } = state.problem;
    const used = new Set(y).size;
    count.textContent = `${X.length.toLocaleString("en")} point${X.length > 1 ? "s" : ""}, ${classesOf({ b })} classes`;
    drop.hidden = used === b.length || b.length <= 2;
    text.read();
  };
}
