// The search of the manual: what is typed, and links to what was found. Arrows go through them, Escape ends it, a slash
// begins it.

import { classed, make } from "../dom/make.js";
import { tr } from "../dom/text.js";
import { find } from "./find.js";

/** @import { Entry } from "./find.js" */

const INDEX = "/docs/search.json";

/** @param {Entry} entry */
const linkTo = ([title, kind, sentence, address]) =>
  make("a", { href: address }, make("b", {}, title), classed("small", "", kind), classed("span", "", sentence));

/** @param {number} n */
const sayFound = (n) => n ? tr("manual.search.found", "{n} found", { n }) : tr("manual.search.none", "none found");

/** @param {{ input: HTMLInputElement, list: HTMLElement, said: HTMLElement }} parts */
export function createSearch({ input, list, said }) {
  /** @type {Promise<Entry[]> | null} */
  let index = null;
  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("a")]);

  function load() {
    index ??= fetch(INDEX).then((answer) => answer.json()).catch(() => {
      index = null; // the next letter asks again
      return [];
    });
    return index;
  }

  async function show() {
    const entries = await load();
    const typed = input.value.trim();
    const found = find(entries, typed);
    const nothing = make("p", {}, tr("manual.search.nothing", "Nothing is called “{typed}” here.", { typed }));
    list.replaceChildren(...(found.length ? found.map(linkTo) : [nothing]));
    list.hidden = !typed;
    said.textContent = typed ? sayFound(found.length) : "";
  }

  /** @param {number} by */
  function move(by) {
    const all = [input, ...links()];
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    all[(at + by + all.length) % all.length].focus();
  }

  function close() {
    input.value = "";
    list.hidden = true;
    said.textContent = "";
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", show);
  const root = /** @type {HTMLElement} */ (input.parentElement);
  root.addEventListener("keydown", (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Escape") {
      input.focus();
      close();
    } else if (key === "Enter" && event.target === input) links()[0]?.click();
    else return;
    event.preventDefault();
  });
  root.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !root.contains(/** @type {Node} */ (relatedTarget))) list.hidden = true;
  });
  list.addEventListener("click", close); // a place of the page that is open
  document.addEventListener("pointerdown", ({ target }) => {
    if (!root.contains(/** @type {Node} */ (target))) list.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const typing = target instanceof Element && target.matches("input, textarea");
    if (key !== "/" || typing || ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    input.focus();
  });
}
