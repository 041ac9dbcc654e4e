// Parts of the page that a link leaves out, and the way to have them back.

import { make } from "../dom/make.js";
import { dressed } from "../dom/sheet.js";

/** @import { State, Store } from "../types.d.ts" */

/** @type {Store | null} */
let watched = null;

/** From now on the page shows what `hide` of the store leaves; resolves when it does. @param {Store} store */
export async function followHidden(store) {
  if (watched === store) return dressed("shell/hidden");
  watched = store;
  const all = make("button", { type: "button", id: "show-all" }, "Show the whole page");
  all.addEventListener("click", () => {
    store.set({ hide: [] });
    document.getElementById("board")?.focus({ preventScroll: true }); // the button is gone
  });
  document.getElementById("more")?.prepend(all);
  /** @param {State} state */
  const draw = ({ hide }) => {
    document.body.dataset.hide = hide.join(" ");
    all.hidden = !hide.length;
  };
  store.watch(["hide"], draw);
  draw(store.get());
  return dressed("shell/hidden");
}
