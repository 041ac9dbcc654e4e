// Parts of the page that a link leaves out, and the way to have them back.

import { make } from "../dom/make.js";
import { loadStylesheet } from "../dom/stylesheet.js";
import { tr } from "../dom/text.js";

/** @import { State, Store } from "../types.d.ts" */

/** @type {Store | null} */
let watched = null;

/** From now on the page shows what `hide` of the store leaves; resolves when it does. @param {Store} store */
export async function followHidden(store) {
  if (watched === store) return loadStylesheet("shell/hidden");
  watched = store;
  const all = make("button", { type: "button", id: "show-all" }, tr("hidden.show", "Show the whole page"));
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
  return loadStylesheet("shell/hidden");
}
