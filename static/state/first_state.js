// What the page begins with. Pure: no DOM, no requests.

import { compose, recipeOf } from "./problem.js";

/** @import { Start, State } from "../types.d.ts" */

/**
 * The page at first: it begins with the first preset.
 *
 * @param {Pick<Start, "catalogue" | "data">} start
 * @returns {State}
 */
export function firstState({ catalogue, data }) {
  const [preset] = catalogue.presets;
  const problem = { ...compose(catalogue, preset, recipeOf(catalogue, preset), data), variants: [] }; // to compare
  return {
    problem,
    shown: problem,
    mode: "pass",
    iteration: 0,
    step: -1,
    fill: 1,
    focus: { point: null },
    pass: null,
    run: null,
    formulas: null,
    playing: false,
    gesture: false,
    brush: 0,
    hasMargins: true,
    pairwise: true,
    notice: null,
    layout: "XW",
    hide: [],
    telling: null,
    chart: { kind: "loss", log: false, solid: false, parameters: null, pin: null, seen: false, large: false },
    figure: null,
  };
}
