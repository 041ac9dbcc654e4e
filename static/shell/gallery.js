// The gallery of examples: a dialog whose cards come from the server when it is first opened. It opens nothing by itself.

import { dressed } from "../dom/sheet.js";

/** How many cards stand in the first row, read off the layout: the arrow keys go up and down by so many. */
const inRow = (cards) => cards.filter((card) => card.offsetTop === cards[0].offsetTop).length;

const STEPS = { ArrowRight: () => 1, ArrowLeft: () => -1, ArrowDown: inRow, ArrowUp: (cards) => -inRow(cards) };

/** `load()` answers with the cards as HTML of our own server, `choose(kind)` opens an example, `current()` names the one that is open. Returns what opens the dialog. */
export function createGallery(dialog, { load, choose, current }) {
  const list = dialog.querySelector("ul");
  const cards = () => [...list.querySelectorAll("button")];

  async function open() {
    await dressed("shell/gallery").catch(() => {}); // undressed it is a list that can be used
    if (dialog.open) return;
    dialog.showModal();
    if (!cards().length) {
      const html = await load();
      if (!html) return dialog.close();
      list.innerHTML = html; // made on the server from the program's own presets
      list.removeAttribute("aria-busy");
    }
    for (const card of cards()) card.setAttribute("aria-current", card.dataset.preset === current());
    (cards().find((card) => card.dataset.preset === current()) ?? cards()[0]).focus();
  }

  list.addEventListener("click", ({ target }) => {
    const card = target.closest("button");
    if (!card) return;
    dialog.close();
    choose(card.dataset.preset);
  });
  list.addEventListener("keydown", (event) => {
    const all = cards();
    const at = all.indexOf(document.activeElement);
    const to = { Home: 0, End: all.length - 1 }[event.key] ?? at + (STEPS[event.key]?.(all) ?? NaN);
    if (!all[to] || at < 0) return;
    event.preventDefault();
    all[to].focus();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return open;
}
