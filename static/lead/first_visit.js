// The first visit: a plane that learns, and three ways in. What it shows stands in the page already (_first_visit.html,
// shown by shell/first_theme.js before anything is painted); this makes it live.

/** @import { Store } from "../types.d.ts" */
/** @import { Actions } from "../player/commands.js" */
/** @import { createLab } from "../lab/requests.js" */
/** @import { Player } from "../player/player.js" */

import { attempt } from "../dom/storage.js";

/** @typedef {"lead" | "watch" | "own" | "skip"} Way */

const KEY = "hingelab:visited"; // shell/first_theme.js reads it too, before the first paint
const PACE = 8 / 30; // of the usual speed of a run: slow enough to see each line turn
const STANDS = 24; // the iteration that is shown where motion is unwanted

/**
 * `goes(way)` is called when one of the ways has been chosen and the lab is there again.
 *
 * @param {{
 *   store: Store,
 *   lab: ReturnType<typeof createLab>,
 *   player: Player,
 *   actions: Actions,
 *   goes: (way: Way) => void,
 * }} tools
 */
export function createFirstVisit({ store, lab, player, actions, goes }) {
  const root = document.documentElement;
  const section = /** @type {HTMLElement} */ (document.getElementById("first"));
  const speed = /** @type {HTMLSelectElement} */ (document.querySelector(".speed select"));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-way]"))) {
    button.addEventListener("click", () => leave(/** @type {Way} */ (button.dataset.way)));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !("first" in root.dataset) || event.defaultPrevented) return;
    if (!document.querySelector("dialog[open]")) leave("skip");
  });

  async function begin() {
    root.dataset.first = "";
    store.set({ mode: "train", step: -1, iteration: 0, lead: { at: null } });
    if (!store.get().run) await lab.run();
    if (!("first" in root.dataset)) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return actions.scrubRun(STANDS);
    player.speed = PACE;
    player.play();
  }

  /** @param {Way} way */
  async function leave(way) {
    player.pause();
    player.speed = Number(speed.value);
    attempt((/** @type {Storage} */ storage) => storage.setItem(KEY, "1"));
    delete root.dataset.first;
    store.set({ lead: null, ...(way !== "watch" && { mode: "pass", iteration: 0, step: -1, fill: 1 }) });
    const held = section.contains(document.activeElement);
    if (way === "watch") {
      actions.scrubRun(0);
      player.play();
    } else await lab.show(0);
    if (held) document.getElementById("step")?.focus({ preventScroll: true });
    goes(way);
  }

  return { begin };
}
