// The pages of the manual: requests that run on the page, the search, and where old addresses lead. Wiring and nothing
// else.

import { forward } from "./manual/forward.js";
import { createSearch } from "./manual/search.js";
import { createTry } from "./manual/try.js";
import { learn } from "./state/schema.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

forward(location.hash);
addEventListener("hashchange", () => forward(location.hash));
const start = JSON.parse($("start").textContent ?? "");
learn(start.schema);
const input = /** @type {HTMLInputElement} */ ($("search"));
createSearch({ input, list: $("found"), said: $("found-said") });
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.try"))) {
  createTry(form, start);
}
document.documentElement.dataset.ready = "";
