// The charts, loaded once there is one to be seen: beside all matrices, or while one trains. It makes and connects
// them, as main_late.js does with the rest.

/** @import { Known, Store } from "./types.d.ts" */
/** @import { Actions } from "./player/commands.js" */
/** @import { View } from "./shell/render.js" */

import { createChart } from "./charts/chart.js";
import { createCharts } from "./charts/tabs.js";
import { createCurve } from "./charts/curve.js";
import { createEnlarger } from "./charts/enlarge.js";
import { createFigures } from "./lab/figures.js";
import { createTraining } from "./charts/training.js";
import { tr } from "./dom/text.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * @param {{ store: Store, actions: Actions, known: Known }} tools
 * @returns {View}
 */
export function createAllCharts({ store, actions, known }) {
  const root = $("chart");
  /** @param {number} iteration */
  const go = (iteration) => actions.scrubRun(Math.round(iteration));
  const chart = createChart($("chart-plot"), { go, glance: (iteration) => store.set({ glance: iteration }) });
  openOnPhones(root);
  const views = [
    createCurve($("curve"), { go }),
    createTraining({
      kicker: /** @type {HTMLElement} */ (document.querySelector("#sentence .kicker")),
      question: $("step"),
      loss: $("loss-now"),
      marks: $("marks"),
    }),
    createCharts(root, known.figures, chart, createFigures(store, known.figures), createEnlarger(root)),
  ];
  return (state) => views.forEach((view) => view(state));
}

/**
 * On a phone only the curve is there until more is asked for: what draws the other charts is large.
 *
 * @param {HTMLElement} chart
 */
function openOnPhones(chart) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", id: "chart-open", textContent: tr("chart.open", "All charts") });
  button.addEventListener("click", () => chart.classList.add("opened"));
  chart.append(button);
}
