// What a run has come to, in words: its losses, who is classified right, and what helps where it diverges. Pure: no
// DOM, no requests.

import { format } from "../dom/number.js";
import { inWords, tr } from "../dom/text.js";

/** @import { Pass, Problem, Run, State } from "../types.d.ts" */

/**
 * Of a pass over one batch the board has the batch's loss, and this is everyone's.
 *
 * @param {Pick<State, "run" | "iteration" | "pass" | "shown" | "mode">} state
 */
export function totals({ run, iteration, pass: now, shown, mode }) {
  const pass = /** @type {Pass} */ (now);
  const at = mode === "train" && run
    ? { total: run.totals[iteration], data: run.data[iteration], penalty: run.penalty[iteration] }
    : pass.loss;
  const parts = { total: format(at.total, 3), data: format(at.data, 3), penalty: format(at.penalty, 3) };
  return pass.batch.length < shown.X.length
    ? tr("totals.all", "total {total} = data {data} + penalty {penalty} over all points", parts)
    : tr("totals", "total {total} = data {data} + penalty {penalty}", parts);
}

/**
 * What is said of a run that diverged, and what helps.
 *
 * @param {Run} run
 * @param {Problem} problem
 */
export const divergence = ({ diverged_at: at }, { penalty, optimizer }) => {
  const remedy = !("learning_rate" in optimizer)
    ? tr("diverges.raise", "Raise the strength λ: the learning rate is 1/(λt).")
    : penalty.strength
    ? tr("diverges.lower.either", "Lower the learning rate η or the strength λ.")
    : tr("diverges.lower", "Lower the learning rate η.");
  return tr("diverges", "The run diverges at iteration {at}: a number passed 10¹². {remedy}", {
    at: String(at),
    remedy,
  });
};

const STILL = 0.02; // of the loss at first: what falls by less from here to the end is no learning any more

/**
 * What a run has come to, as a headline.
 *
 * @param {Run | null} run
 * @param {number} iteration
 * @param {Pass} pass
 */
export function learning(run, iteration, { steps }) {
  const points = steps.find(({ id }) => id === "l")?.value.length ?? 0;
  if (!run || !points) return tr("train.waits", "The run is being computed");
  const at = Math.min(iteration, run.totals.length - 1);
  if (run.diverged_at !== null && at >= run.diverged_at) {
    return tr("train.diverged", "It diverges from iteration {at}", { at: String(run.diverged_at) });
  }
  const right = Math.round(run.accuracy[at] * points);
  const holes = { right: right ? capital(inWords(right)) : tr("train.none", "None"), points: inWords(points) };
  const left = run.totals[at] - (run.totals.at(-1) ?? 0);
  const learns = left > STILL * run.totals[0];
  if (at === 0) return tr("train.begins", "{right} of {points}, before it learns", holes);
  if (right === points) {
    return learns
      ? tr("train.all", "All {points}, and still learning", holes)
      : tr("train.all.done", "All {points}, and settled", holes);
  }
  return learns
    ? tr("train.some", "{right} of {points}, and still learning", holes)
    : tr("train.some.done", "{right} of {points}, and settled", holes);
}

/** @param {string} word */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * How many points are classified right here, and of how many; null where nothing says so yet.
 *
 * @param {Pick<State, "run" | "iteration" | "mode" | "pass" | "shown">} state
 */
export function rightNow({ run, iteration, mode, pass, shown }) {
  const points = shown.X.length;
  if (run) return { right: Math.round(run.accuracy[Math.min(iteration, run.accuracy.length - 1)] * points), points };
  const correct = mode === "pass" ? pass?.scene?.correct : null;
  return correct ? { right: correct.filter(Boolean).length, points } : null;
}
