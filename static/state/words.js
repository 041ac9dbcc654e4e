// The page's sentences, made from the numbers of the moment. Pure: no DOM, no requests.

import { stepIndex } from "./moment.js";
import { format } from "../dom/number.js";
import { find } from "./problem.js";

/** @import { Catalogue, Pass, Problem, Run, State } from "../types.d.ts" */

/** @param {Catalogue} catalogue */
export function createWords(catalogue) {
  /** @param {Problem} problem */
  const heading = ({ loss, data }) =>
    `${find(catalogue.losses, loss.kind).title} loss on ${
      find(catalogue.datasets, data.kind)?.title ?? "your own data"
    }`;

  /**
   * What the sentence says when no step is being looked at.
   *
   * @param {Pick<State, "problem" | "mode" | "pass" | "run">} state
   */
  function resting({ problem, mode: now, pass: shown, run }) {
    const pass = there(shown);
    if (now === "train") {
      const { mathml, sentence } = find(catalogue.optimizers, problem.optimizer.kind);
      const sweep = run && run.batches_per_epoch > 1
        ? ` An epoch, one sweep over the data, takes ${run.batches_per_epoch} iterations.`
        : "";
      const open = " Scrub anywhere; “one pass” opens this iteration step by step.";
      return { kicker: `Training · iteration ${pass.iteration}`, mathml, sentence: sentence + sweep, hint: open };
    }
    const { mathml, sentence } = find(catalogue.losses, problem.loss.kind);
    const { iteration, steps } = pass;
    const length = ` Press “${steps[0].action}” for the first of ${steps.length} steps to the next weights.`;
    return { kicker: `The whole pass · iteration ${iteration}`, mathml, sentence, hint: length };
  }

  return { heading, resting };
}

/**
 * Nothing is said before the first pass has come.
 *
 * @param {Pass | null} pass
 */
const there = (pass) => /** @type {Pass} */ (pass);

/**
 * What the step button says, and the place that a screen reader hears.
 *
 * @param {Pick<State, "mode" | "step" | "pass">} state
 */
export function nextAction({ mode: now, step, pass: shown }) {
  if (now === "train") return { action: "Next iteration", place: "" };
  const pass = there(shown);
  const next = pass.steps[step + 1];
  return { action: next ? next.action : "Next iteration", place: step < 0 ? "the whole pass" : pass.steps[step].title };
}

/**
 * Of a pass over one batch the board has the batch's loss, and this is everyone's.
 *
 * @param {Pick<State, "run" | "iteration" | "pass" | "shown" | "mode">} state
 */
export function totals({ run, iteration, pass: now, shown, mode }) {
  const pass = there(now);
  const at = mode === "train" && run
    ? { total: run.totals[iteration], data: run.data[iteration], penalty: run.penalty[iteration] }
    : pass.loss;
  const all = pass.batch.length < shown.X.length ? " over all points" : "";
  return `total ${format(at.total, 3)} = data ${format(at.data, 3)} + penalty ${format(at.penalty, 3)}${all}`;
}

/** @param {(string | number)[]} items */
const list = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven"];

/**
 * The same where each column of scores stands for itself.
 *
 * @param {number[]} row
 * @param {number} i
 */
function alone(row, i) {
  const moved = row.flatMap((
    value,
    k,
  ) => (value
    ? [`${format(value, 2, true)}·x${sub(i)}${row.length > 1 ? ` into the column of class ${k}` : ""}`]
    : [])
  );
  return moved.length ? `puts ${list(moved)}${row.length > 1 ? " of" : " into"} ∂L/∂W.` : "pulls at no weight.";
}

/**
 * What the focused point does to the weights, in a sentence made from its row of ∂L/∂S.
 *
 * @param {Pick<State, "pass" | "shown" | "focus" | "hasMargins" | "pairwise">} state
 */
export function watch({ pass: now, shown, focus, hasMargins, pairwise }) {
  const pass = there(now);
  const i = focus.point;
  if (i === null) return null;
  /** @type {number[] | undefined} */
  const row = pass.steps[stepIndex(pass, "dS")]?.value[i];
  if (!row) return null;
  const own = shown.y[i];
  const rivals = row.map((value, k) => ({ value, k })).filter(({ value, k }) => value && k !== own);
  const who = `(class ${own})`;
  if (pass.batch.length < shown.X.length && !pass.batch.includes(i)) {
    return { i, who, text: "is not in this batch: it has no say in this update." };
  }
  if (!pairwise) return { i, who, text: alone(row, i) };
  if (!rivals.length) return { i, who, text: "keeps every margin: it costs nothing and pulls at no weight." };
  const pull = `class ${own} collects ${format(row[own], 2, true)}·xᵢ`.replace("xᵢ", `x${sub(i)}`);
  if (!hasMargins) {
    const pushes = rivals.map(({ value, k }) => `class ${k} by ${format(value, 2)}·x${sub(i)}`);
    return { i, who, text: `pushes away ${list(pushes)}; ${pull} in ∂L/∂W.` };
  }
  const names = rivals.map(({ k }) => k);
  const classes = names.length > 1 ? `classes ${list(names)} each push` : `class ${names[0]} pushes`;
  const broken = `breaks ${WORDS[names.length] ?? names.length} margin${names.length > 1 ? "s" : ""}`;
  const part = pass.layout === "WX" ? "row" : "column";
  return {
    i,
    who,
    text: `${broken}: ${classes} with x${sub(i)} into ${
      names.length > 1 ? `their ${part}s` : `its ${part}`
    } of ∂L/∂W, ${pull}.`,
  };
}

/** @param {number} n */
const sub = (n) => [...String(n)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");

/**
 * What is said of a run that diverged, and what helps.
 *
 * @param {Run} run
 * @param {Problem} problem
 */
export const divergence = ({ diverged_at: at }, { penalty, optimizer }) => {
  const remedy = "learning_rate" in optimizer
    ? `Lower the learning rate η${penalty.strength ? " or the strength λ" : ""}.`
    : "Raise the strength λ: the learning rate is 1/(λt).";
  return `The run diverges at iteration ${at}: a number passed 10¹². ${remedy}`;
};
