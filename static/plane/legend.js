// The plane's legend: shows the entries that apply to a view. The words are the server's.

/** @import { PlaneView } from "./plane.js" */

import { dashes } from "./dashes.js";

/** @type {(list: Element, view: PlaneView) => void} */
export function drawLegend(list, view) {
  /** @type {Record<string, boolean | undefined>} */
  const applies = { margins: view.hasMargins ?? true, pulls: Boolean(view.pulls?.length), [dashes(view).kind]: true };
  const entries = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("[data-when]"));
  for (const entry of entries) {
    const hidden = !applies[entry.dataset.when ?? ""];
    if (entry.hidden !== hidden) entry.hidden = hidden;
  }
}
