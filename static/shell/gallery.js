// The gallery of examples: a dialog whose cards come from the server when it is first opened. It opens nothing by
// itself.

import { loadStylesheet } from "../dom/stylesheet.js";

/**
 * How many cards stand in the first row, read off the layout: the arrow keys go up and down by so many.
 *
 * @param {HTMLElement[]} cards
 */
const inRow = (cards) => cards.filter((card) => card.offsetTop === cards[0].offsetTop).length;

/** Where a key leads from card `at`. @type {Record<string, (at: number, cards: HTMLElement[]) => number>} */
const MOVES = {
  Home: () => 0,
  End: (_, cards) => cards.length - 1,
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at, cards) => at + inRow(cards),
  ArrowUp: (at, cards) => at - inRow(cards),
};

/**
 * `load()` answers with the cards as HTML of our own server, `choose(kind)` opens an example, `current()` names the one
 * that is open.
 *
 * @typedef {object} GalleryActions
 * @property {() => Promise<string | null | undefined | void>} load
 * @property {(kind: string) => void} choose
 * @property {() => string} current
 */

/** Returns what opens the dialog. @param {HTMLDialogElement} dialog @param {GalleryActions} actions */
export function createGallery(dialog, { load, choose, current }) {
  const list = /** @type {HTMLElement} */ (dialog.querySelector("ul"));
  const cards = () => [...list.querySelectorAll("button")];

  async function open() {
    await loadStylesheet("shell/gallery").catch(() => {}); // without its style it is a list that can be used
    if (dialog.open) return;
    dialog.showModal();
    if (!cards().length) {
      const html = await load();
      if (!html) return dialog.close();
      list.innerHTML = html; // made on the server from the program's own presets
      list.removeAttribute("aria-busy");
    }
    for (const card of cards()) card.setAttribute("aria-current", String(card.dataset.preset === current()));
    (cards().find((card) => card.dataset.preset === current()) ?? cards()[0]).focus();
  }

  list.addEventListener("click", ({ target }) => {
    const card = /** @type {Element} */ (target).closest("button");
    if (!card) return;
    dialog.close();
    choose(card.dataset.preset ?? "");
  });
  list.addEventListener("keydown", (event) => {
    const all = cards();
    const at = all.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const card = all[MOVES[event.key]?.(at, all) ?? -1];
    if (!card || at < 0) return;
    event.preventDefault();
    card.focus();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return open;
}
