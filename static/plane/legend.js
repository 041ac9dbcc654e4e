// The plane's legend: shows the entries that apply to a view. The words are the server's.

import { dashes } from "./dashes.js";

export function drawLegend(list, view) {
  const applies = { margins: view.hasMargins ?? true, pulls: Boolean(view.pulls?.length), [dashes(view).kind]: true };
  for (const entry of list.querySelectorAll("[data-when]")) entry.hidden = !applies[entry.dataset.when];
}
