// The chart of the panel "Compare": one measure of every variant over the iterations.

/**
 * @import { State } from "../../types.d.ts"
 * @import { Comparison } from "./request.js"
 */

import { createChart } from "../../charts/chart.js";
import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/** What it can show: as the server calls it, and as its button does. */
export const MEASURES = [
  ["total", tr("compare.m.loss", "loss")],
  ["log", tr("compare.m.log", "log loss")],
  ["accuracy", tr("compare.m.accuracy", "accuracy")],
  ["gradient_norm", tr("compare.m.gradient", "gradient")],
];

/** @param {{ scrubRun: (iteration: number) => void }} actions */
export function chartOf(actions) {
  const plot = make("div", { class: "chart-plot", role: "group" });
  const chart = createChart(plot, {
    /** @param {number} iteration */
    go: (iteration) => actions.scrubRun(Math.round(iteration)),
  });
  /** @type {Comparison | null} */
  let drawn = null;
  return {
    plot,
    /** @param {State} state */
    render({ comparison, iteration, measure = "total" }) {
      chart.cursor(iteration);
      if (!comparison || drawn === comparison) return;
      drawn = comparison;
      plot.setAttribute(
        "aria-label",
        tr("compare.chart", "Chart: {measure} of every variant over the iterations", {
          measure: MEASURES.find(([name]) => name === measure)?.[1] ?? "",
        }),
      );
      if ("error" in comparison) chart.says(comparison.error);
      else {
        const { layout } = comparison;
        chart.show({ ...comparison, layout: { ...layout, showlegend: false } }); // the cards are its legend
      }
    },
  };
}
