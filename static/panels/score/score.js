// How good the weights of a moment are: confusion matrix, broken margins, points without loss. Pure: no DOM, no
// requests.

/**
 * @import { Part, Pass, Problem, Rows, State, Step } from "../../types.d.ts"
 * @typedef {State & { pass: Pass }} Begun  a moment that has its pass
 */

import { format } from "../../dom/number.js";
import { classesOf } from "../../state/problem.js";
import { tr } from "../../dom/text.js";

/**
 * The scores of the iteration on the page: the board's own numbers, or in a run the product of its weights.
 * @param {Begun} state
 * @returns {Rows}
 */
function scores({ mode, run, iteration, pass, shown: { X } }) {
  if (mode !== "train" || !run || iteration === pass.iteration) {
    return /** @type {Step} */ (pass.steps.find(({ id }) => id === "S")).value;
  }
  const W = run.W[iteration];
  const b = run.b[iteration];
  return X.map((x) => b.map((bias, k) => x.reduce((sum, value, d) => sum + value * W[d][k], 0) + bias));
}

/** The class that a row of scores says: the first of equals, as everywhere. @param {number[]} row */
const best = (row) => (row.length === 1 ? Number(row[0] > 0) : row.indexOf(Math.max(...row)));

/**
 * `cells`: the points of each [true][predicted]; `margins` is null where there are none; `free`: the points without
 * loss, null where no point can be free.
 * @param {Begun} state
 */
export function score(state) {
  const { shown: { y, b, loss }, hasMargins, pairwise } = state;
  const classes = Array.from({ length: classesOf({ b }) });
  const S = scores(state);
  /** @type {number[][][]} */
  const cells = classes.map(() => classes.map(() => []));
  S.forEach((row, i) => cells[y[i]][best(row)].push(i));
  const right = cells.reduce((sum, row, k) => sum + row[k].length, 0);
  if (!hasMargins) return { cells, right, margins: null, free: null };
  /** @param {number} i @param {number} j */
  const own = (i, j) => (b.length === 1 ? y[i] === 1 : j === y[i]);
  /** @param {number} i @param {number} s @param {number} j */
  const breaks = (i, s, j) =>
    pairwise ? !own(i, j) && s - S[i][y[i]] + (loss.delta ?? 0) > 0 : loss.delta - (own(i, j) ? s : -s) > 0;
  const broken = S.map((row, i) => row.filter((s, j) => breaks(i, s, j)).length);
  return {
    cells,
    right,
    margins: { broken: broken.reduce((sum, n) => sum + n, 0), of: y.length * (pairwise ? b.length - 1 : b.length) },
    free: "tau" in loss ? null : broken.flatMap((n, i) => (n ? [] : [i])), // a pinball has no free points
  };
}

const NAMED = 12; // points whose slack is written out

/**
 * The slack of each point, which is its loss, as parts of a sentence: largest first. `losses`: at the moment on the
 * plane.
 * @param {number[]} losses
 * @param {Problem} problem
 * @returns {Part[]}
 */
export function slacks(losses, { y }) {
  const some = losses.map((xi, i) => ({ xi, i })).filter(({ xi }) => xi > 0).sort((a, b) => b.xi - a.xi || a.i - b.i);
  const sum = losses.reduce((total, xi) => total + xi, 0);
  /** @type {(slack: { xi: number, i: number }, n: number) => Part[]} */
  const tell = ({ xi, i }, n) => [n ? ", " : ": ", { point: i, of: y[i], short: true }, ` ${format(xi, 2)}`];
  const named = some.slice(0, NAMED).flatMap(tell);
  const others = [
    ...(some.length > NAMED ? [tr("more", "{n} more", { n: some.length - NAMED })] : []),
    ...(some.length < losses.length ? [tr("slack.none", "{n} with none", { n: losses.length - some.length })] : []),
  ];
  return [
    tr("slack", "Slack ξᵢ = ℓᵢ, how far each point falls short; Σ ξ = {sum}", { sum: format(sum, 2) }),
    ...named,
    ...(others.length ? [`; ${others.join(", ")}`] : []),
    ".",
  ];
}

/** @type {Record<string, (problem: Problem) => string>} */
const FORMULAS = {
  weston_watkins: ({ loss: { delta }, b }) =>
    delta === 1 ? `C − 1 = ${b.length} − 1` : `(C − 1)·Δ = ${b.length - 1} · ${format(delta, 2)}`,
  squared_weston_watkins: () => "(C − 1)·Δ²",
  crammer_singer: () => "Δ",
  one_vs_all: () => "C·Δ",
  hinge: () => "Δ",
  squared_hinge: () => "Δ²",
  logistic: () => "ln 2",
  softmax: ({ b }) => `ln C = ln ${b.length}`,
};

/**
 * The sanity line: what knowing nothing costs, and how the data loss of this moment stands to it.
 * @param {Begun} state
 */
export function sanity({ pass, run, mode, iteration, shown }) {
  const nothing = pass.zero_loss;
  const now = mode === "train" && run ? run.data[iteration] : pass.loss.data;
  const formula = FORMULAS[shown.loss.kind]?.(shown);
  const ratio = now / nothing;
  const verdict = Math.abs(ratio - 1) < 1e-9
    ? tr("sanity.just", "just that")
    : ratio > 1
    ? tr("sanity.more", "more than knowing nothing costs")
    : ratio < 0.005
    ? tr("sanity.nothing", "next to nothing of it")
    : tr("sanity.share", "{share} % of it", { share: format(100 * ratio, 0) });
  return tr(
    "sanity",
    "At zero weights all scores are alike and the data loss is {nothing}. Now it is {now}: {verdict}.",
    { nothing: `${formula ? `${formula} = ` : ""}${format(nothing, 3)}`, now: format(now, 3), verdict },
  );
}
