// λ of the penalty beside C of the slack form, ½‖W‖² + C Σ ξᵢ: two ways to write one trade. Pure: no DOM, no requests.

import { limits } from "./schema.js";

/** @import { Problem } from "../types.d.ts" */
/** @import { Field } from "./field.js" */

import { tr } from "../dom/text.js";

/** @typedef {Pick<Problem, "penalty" | "X">} Traded  what the trade depends on */

const WEAKEST = 1e-4; // of what C reaches; weaker than this, λ is typed itself

/**
 * N·κ for λ = 1, the penalty being ½κ‖W‖²: κ is λ, or 2λ for λ‖W‖².
 *
 * @param {Traded} problem
 */
const weight = ({ penalty, X }) => X.length * (penalty.convention === "half" ? 1 : 2);

/** @param {Traded} problem */
const applies = ({ penalty }) => penalty.kind === "l2";

/**
 * C = 1/(Nκ); null where there is none.
 *
 * @param {Traded} problem
 */
export const slackC = (problem) => {
  const { strength } = problem.penalty;
  return applies(problem) && strength > 0 ? 1 / (weight(problem) * strength) : null;
};

/**
 * λ for this C.
 *
 * @param {Traded} problem
 * @param {number} C
 */
export const strengthOf = (problem, C) => Math.min(limits.strength, 1 / (weight(problem) * C));

/**
 * The control beside λ.
 *
 * @param {Traded} problem
 * @returns {Field}
 */
export function slackField(problem) {
  const [min, max] = [limits.strength, WEAKEST].map((strength) => 1 / (weight(problem) * strength));
  return {
    group: "penalty",
    label: `C = 1/(${weight(problem) > problem.X.length ? "2" : ""}Nλ)`,
    symbol: "C",
    path: ["slack"],
    min,
    max,
    step: min,
    scale: "log",
    plain: true,
    disabled: !applies(problem),
    note: tr(
      "slack.note",
      "Of ½‖W‖² + C Σ ξᵢ, which the same weights make smallest; ξᵢ is the loss of point i, its slack.",
    ),
  };
}
