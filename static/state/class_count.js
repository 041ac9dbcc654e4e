// From a loss of many classes to one of two and back: what becomes of points and weights, and how it is said. Pure.
//
// A loss of two classes has one column of weights, positive on the side of class 1; all others have a column a class.

/** @import { Kind, Problem, Weights } from "../types.d.ts" */

import { tr } from "../dom/text.js";
/** @typedef {Weights & Pick<Problem, "y" | "origin" | "data">} Counted  what depends on how many classes there are */
/** @typedef {(weights: Weights) => Weights} Shape */

/** @param {Pick<Problem, "data">} problem */
const own = (problem) => ({ data: { kind: "own", seed: problem.data.seed ?? 0 }, preset: "" });

/**
 * w = w₁ − w₀: the line s = 0 is where the two scores were equal.
 *
 * @type {Shape}
 */
const one = ({ W, b }) => ({ W: W.map((row) => [tidy(row[1] - row[0])]), b: [tidy(b[1] - b[0])] });

/**
 * The columns −w/2 and w/2: equal exactly where s = 0, with the same differences.
 *
 * @type {Shape}
 */
const two = ({ W, b }) => ({ W: W.map(([w]) => [0 - w / 2, w / 2]), b: [0 - b[0] / 2, b[0] / 2] });

/** @param {number} x */
const tidy = (x) => Number(x.toPrecision(12)); // 0.3 − 0.1 is 0.2

/**
 * @param {Counted} problem
 * @param {Shape} shape
 */
function reshaped(problem, shape) {
  const now = shape(problem);
  const atStart = problem.W === problem.origin.W && problem.b === problem.origin.b;
  return { ...now, origin: atStart ? now : shape(problem.origin) };
}

/**
 * What has to change in a problem so that `loss` (of the catalogue) fits it, and the sentence that says so.
 *
 * @param {Counted} problem
 * @param {Kind} loss
 * @returns {{ patch: Partial<Problem>, said: string }}
 */
export function fitted(problem, loss) {
  const C = problem.b.length;
  if (!loss.binary && C > 1) return { patch: {}, said: "" };
  if (!loss.binary) {
    return {
      patch: reshaped(problem, two),
      said: tr(
        "loss.two",
        "{loss} has a column for each class: −w/2 and w/2, so the decision line is the same.",
        { loss: loss.title },
      ),
    };
  }
  const shape = C > 1 ? reshaped(problem, one) : {};
  if (!problem.y.some((k) => k > 1)) {
    return {
      patch: shape,
      said: C > 1
        ? tr(
          "loss.one",
          "{loss} has one column, w₁ − w₀: the line between class 0 and class 1 is the same.",
          { loss: loss.title },
        )
        : "",
    };
  }
  const many = Math.max(C, ...problem.y.map((k) => k + 1));
  return {
    patch: { ...own(problem), ...shape, y: problem.y.map((k) => Math.min(k, 1)) },
    said: many === 3
      ? tr(
        "loss.binary.three",
        "{loss} tells two classes apart: classes 1 and 2 are one class now, class 1, against class 0; w is w₁ − w₀. " +
          "Undo brings the 3 classes back.",
        { loss: loss.title },
      )
      : tr(
        "loss.binary",
        "{loss} tells two classes apart: classes 1 to {last} are one class now, class 1, against class 0; " +
          "w is w₁ − w₀. Undo brings the {n} classes back.",
        { loss: loss.title, last: many - 1, n: many },
      ),
  };
}
