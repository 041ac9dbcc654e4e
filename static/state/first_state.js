// What the page begins with. Pure: no DOM, no requests.

import { compose, recipeOf } from "./problem.js";
import { initial } from "./table.js";

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
  return { ...initial(), problem, shown: problem };
}
