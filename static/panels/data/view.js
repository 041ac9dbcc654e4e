// The panel of the data: the table of points, a text to paste into, and ways to take the points along. It fetches
// nothing.

import { short } from "./csv_words.js";
import { addPoint, dropEmpty, movePoint, REFUSALS, removePoint, setClass } from "../../state/points_edit.js";
import { limits } from "../../state/schema.js";
import { classesOf } from "../../state/problem.js";
import { make } from "../../dom/make.js";
import { createTable } from "./table.js";
import { createTaking } from "./taking.js";
import { createText } from "./text.js";
import { counted, tr } from "../../dom/text.js";

/** @import { Catalogue, Problem, Say, State, Store } from "../../types.d.ts" */

/**
 * @typedef {object} DataTools
 * @property {Store} store
 * @property {{say: Say}} lab
 * @property {Catalogue} catalogue
 * @property {{pause: () => void}} player
 * @property {{does: (name: "undo" | "redo" | "own") => void}} actions
 * @property {(panel: string | null) => void} open
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
export function create(root, { store, lab, catalogue, player, actions, work, open }) {
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
      lab.say(
        tr("data.changed", "The points changed: the run was computed anew; this is still iteration {iteration}.", {
          iteration,
        }),
      );
    }
    return true;
  }

  /** @type {(i: number, d: number, x: number) => Partial<Problem> | null} */
  const moveBy = (i, d, x) => movePoint(now(), i, now().X[i].map((old, at) => (at === d ? x : old)));
  const table = createTable({
    move: (i, d, x) => change(moveBy(i, d, x)),
    refuse: (i, d, text) =>
      lab.say(
        tr(
          "data.refused",
          "“{text}” is no number up to {most}: x{d} of point {i} stays as it was. Write one such as 0.5, -2 or 1/3.",
          { text, most: short(limits.size), d: d + 1, i },
        ),
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
      return lab.say(REFUSALS.last(), "warning");
    }
    table.render(store.get());
    table.enter(last, 3);
  }

  function add() {
    const { problem, focus } = store.get();
    const at = problem.X.length;
    if (!change(addPoint(problem, [0, 0], problem.y[focus.point ?? -1] ?? 0), { focus: { point: at, how: "focus" } })) {
      return lab.say(REFUSALS.full(), "warning");
    }
    table.render(store.get());
    table.enter(at, 0);
  }

  function clear() {
    open(null);
    actions.does("own");
  }

  const away = createTaking(now, lab.say);
  const text = createText({
    catalogue,
    problem: now,
    current: away.table,
    say: lab.say,
    use(patch, summary) {
      const before = now().X.length;
      change(patch, { focus: { point: null }, iteration: 0, step: -1 });
      const instead = tr("data.instead", "They took the place of the {n} before; Undo brings those back.", {
        n: counted(before),
      });
      lab.say(`${summary} ${instead}`);
    },
  });

  const count = make("p", { class: "count" });
  const drop = button(tr("data.drop", "Drop empty classes"), () => change(dropEmpty(now())));
  root.append(
    make(
      "div",
      { class: "data-points" },
      make(
        "div",
        { class: "line-up" },
        button(tr("data.add", "Add a point"), add),
        button(tr("data.empty", "Empty plane"), clear),
        button(tr("start.over", "Start over"), work.startOver),
        drop,
        count,
      ),
      table.root,
      away.node,
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
    count.textContent = tr(
      "data.count",
      "{count} {n, plural, one {point} other {points}}, {classes} classes",
      { n: X.length, count: counted(X.length), classes: classesOf({ b }) },
    );
    drop.hidden = used === b.length || b.length <= 2;
    text.read();
  };
}
