// The example that is on the page, in the head, and the others to choose. It opens none itself.

import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Problem } from "../types.d.ts" */

/**
 * `choose(kind)` when another one is wanted.
 *
 * @param {HTMLSelectElement} select
 * @param {Catalogue} catalogue
 * @param {(kind: string) => void} choose
 */
export function createPreset(select, { presets }, choose) {
  const own = make("option", { value: "" }, tr("preset.own", "Your own"));
  select.replaceChildren(...presets.map(({ kind, title }) => make("option", { value: kind }, title)));
  select.addEventListener("change", () => select.value && choose(select.value));
  /** @param {Pick<Problem, "preset">} problem */
  return ({ preset }) => {
    if (preset) own.remove();
    else if (!own.parentNode) select.prepend(own);
    if (select.value !== preset) select.value = preset;
  };
}
