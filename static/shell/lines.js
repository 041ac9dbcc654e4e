// What is said around the views: what the page is about, what the point in focus does, and the notice.

import { watch } from "../state/watch.js";
import { tr } from "../dom/text.js";

/** @import { State } from "../types.d.ts" */
/** @import { createWords } from "../state/words.js" */
/** @import { Ready } from "./render.js" */

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @param {Ready} state @param {ReturnType<typeof createWords>} words */
export function texts(state, words) {
  const said = watch(state);
  const who = document.createElement("b");
  if (said) who.textContent = tr("point.head", "Point {i}", { i: said.i });
  $("watch").replaceChildren(...(said ? [who, ` ${said.who} ${said.text}`] : []));
  $("heading").textContent = words.heading(state.problem);
  document.documentElement.dataset.waits = state.blank ?? "";
}

/** @param {State} state */
export function notices({ notice }) {
  const root = $("notice");
  const said = /** @type {HTMLElement} */ (root.firstElementChild);
  const act = /** @type {HTMLElement} */ (root.querySelector("[data-act]"));
  root.hidden = !notice;
  root.dataset.tone = notice?.tone ?? "";
  said.textContent = notice?.text ?? "";
  act.hidden = !notice?.action;
  act.textContent = notice?.action?.text ?? "";
  const held = document.activeElement;
  const gone = held && root.contains(held) && !held.getClientRects().length; // what was pressed
  if (gone) $("board").focus({ preventScroll: true });
}
