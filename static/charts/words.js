// What a chart says of the moment, in one line. Pure: no DOM, no requests.

/** @import { Rows, Run, State } from "../types.d.ts" */

import { format } from "../dom/number.js";
import { totals } from "../state/run_words.js";
import { tr } from "../dom/text.js";

/** @param {Rows} numbers */
const norm = (numbers) => Math.hypot(...numbers.flat());
/** @type {(A: Rows, B: Rows) => Rows} */
const minus = (A, B) => A.map((row, r) => row.map((x, c) => x - B[r][c]));

/** @type {(run: Run, t: number) => string} */
function ratio({ W }, t) {
  if (t + 1 >= W.length) return tr("chart.last", "the last iteration updates nothing");
  const size = norm(W[t]);
  return size
    ? tr("chart.ratio", "update {share} % of the weights", {
      share: format((100 * norm(minus(W[t + 1], W[t]))) / size, 2),
    })
    : tr("chart.zero", "the weights are all zero");
}

/**
 * `figure`: the one drawn last, of any kind.
 * @typedef {(run: Run, t: number, figure: State["figure"]) => string} Says
 */

/** @type {Says} */
function margins(_, __, figure) {
  if (figure?.kind !== "margins" || !figure.drawn) return "";
  const names = figure.drawn.data.map((/** @type {Record<string, any>} */ { name }) => name);
  return tr("chart.margins", "{names} · iteration {t}", { names: names.join(", "), t: String(figure.iteration) });
}

/** @type {Says} */
function slice(_, __, figure) {
  const there = figure?.kind === "landscape" || figure?.kind === "surface";
  return there ? tr("chart.around", "around iteration {t}", { t: String(figure.iteration) }) : "";
}

/** @type {Says} */
function check(_, __, figure) {
  const there = figure?.kind === "gradient_check";
  return there
    ? tr("chart.check", "gradient against differences of step h · iteration {t}", { t: String(figure.iteration) })
    : "";
}

/** @type {Record<string, Says | undefined>} */
const SAYS = {
  accuracy: (run, t) => tr("chart.right", "{share} % classified right", { share: format(100 * run.accuracy[t], 1) }),
  gradient_norm: (run, t) => `‖∂L/∂(W, b)‖ = ${format(run.gradient_norm[t], 4)}`,
  update_ratio: ratio,
  margins,
  paths: (
    run,
  ) => (run.W[0].length === 2
    ? tr("chart.path", "from ○ to ●, class by class")
    : tr("chart.paths", "every weight over the iterations")),
  landscape: slice,
  gradient_check: check,
};

/** @param {State} state */
export function chartNow(state) {
  const { chart, run, iteration } = state;
  if (chart.kind === "loss") return totals(state);
  if (!run) return "";
  return SAYS[chart.kind]?.(run, Math.min(iteration, run.totals.length - 1), state.figure) ?? "";
}
