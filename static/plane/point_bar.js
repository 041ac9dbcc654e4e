// The bar under the plane: the class that a press adds, and everything a drag or a key can do to the focused point, as
// buttons.

/**
 * @import { State } from "../types.d.ts"
 * @import { DragActions } from "./drag.js"
 */

import { roomFor } from "../state/points_edit.js";
import { classesOf } from "../state/problem.js";
import { make } from "../dom/make.js";
import { shape } from "../dom/shape.js";
import { tr } from "../dom/text.js";

/** @type {[string, string, number, number][]} */
const NUDGES = [
  ["←", tr("nudge.left", "Move the point left"), -1, 0],
  ["→", tr("nudge.right", "Move the point right"), 1, 0],
  ["↑", tr("nudge.up", "Move the point up"), 0, 1],
  ["↓", tr("nudge.down", "Move the point down"), 0, -1],
];
const STEP = 0.05;

/**
 * `choose(k)` says which class a press on the empty plane adds.
 * @param {Element} root
 * @param {{does: DragActions, choose: (k: number) => void}} acts
 */
export function createPointBar(root, { does, choose }) {
  const chips = make("div", {
    class: "chips",
    role: "group",
    "aria-label": tr("point.new.class", "Class of a new point"),
  });
  const middle = make("button", { type: "button", class: "add" }, tr("point.new", "New point"));
  const own = make("div", { class: "own-point", role: "group" });
  root.append(make("span", {}, tr("point.new.short", "new:")), chips, middle, own);
  middle.addEventListener("click", () => does.add(null));
  let drawn = "";
  let current = 0; // the point in focus: without one its buttons are hidden

  const select = make("select", { "aria-label": tr("point.class", "Class of this point") });
  select.addEventListener("change", () => does.setClass(current, Number(select.value)));
  const nudges = NUDGES.map(([text, label, x, y]) => {
    const button = make("button", { type: "button", "aria-label": label }, text);
    button.addEventListener("click", () => does.nudge(current, x * STEP, y * STEP));
    return button;
  });
  const remove = make("button", { type: "button", "aria-label": tr("point.delete", "Delete this point") }, "✕");
  remove.addEventListener("click", () => does.remove(current));
  const name = make("b");
  own.append(name, select, ...nudges, remove);

  /** @type {(k: number, chosen: number | null) => HTMLElement} */
  function chip(k, chosen) {
    const button = make(
      "button",
      { type: "button", "aria-pressed": k === chosen, "aria-label": tr("class", "class {k}", { k }) },
      shape(k),
    );
    button.addEventListener("click", () => choose(k));
    return button;
  }

  /** @param {State} state */
  return function render({ shown, focus, brush }) {
    const classes = classesOf(shown);
    const key = `${classes} ${brush} ${focus.point} ${shown.y[focus.point ?? -1]}`;
    if (key === drawn) return;
    drawn = key;
    const offered = Math.min(roomFor(shown), classes + 1); // one more than there are: a press with it makes a new class
    const held = [...chips.children].findIndex((node) => node === document.activeElement);
    chips.replaceChildren(...Array.from({ length: offered }, (_, k) => chip(k, brush)));
    /** @type {HTMLElement | undefined} */ (chips.children[held])?.focus();
    own.hidden = focus.point === null;
    if (focus.point === null) return;
    current = focus.point;
    name.textContent = tr("point.head", "Point {i}", { i: current });
    own.setAttribute("aria-label", tr("point.head", "Point {i}", { i: current }));
    select.replaceChildren(
      ...Array.from({ length: offered }, (_, k) => make("option", { value: k }, tr("class", "class {k}", { k }))),
    );
    select.value = String(shown.y[current]);
  };
}
