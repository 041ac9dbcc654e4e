// What a chart says of the moment, in one line. Pure: no DOM, no requests.

import { format } from "../dom/number.js";
import { totals } from "../state/words.js";

const norm = (numbers) => Math.hypot(...numbers.flat());
const minus = (A, B) => A.map((row, r) => row.map((x, c) => x - B[r][c]));

function ratio({ W }, t) {
  if (t + 1 >= W.length) return "the last iteration updates nothing";
  const size = norm(W[t]);
  return size
    ? `update ${format((100 * norm(minus(W[t + 1], W[t]))) / size, 2)} % of the weights`
    : "the weights are all zero";
}

function margins({ figure }) {
  if (figure?.kind !== "margins" || !figure.drawn) return "";
  return `${figure.drawn.data.map(({ name }) => name).join(", ")} · iteration ${figure.iteration}`;
}

function slice({ figure }) {
  return ["landscape", "surface"].includes(figure?.kind) ? `around iteration ${figure.iteration}` : "";
}

const SAYS = {
  accuracy: ({ run }, t) => `${format(100 * run.accuracy[t], 1)} % classified right`,
  gradient_norm: ({ run }, t) => `‖∂L/∂(W, b)‖ = ${format(run.gradient_norm[t], 4)}`,
  update_ratio: ({ run }, t) => ratio(run, t),
  margins,
  paths: ({ run }) => (run.W[0].length === 2 ? "from ○ to ●, class by class" : "every weight over the iterations"),
  landscape: slice,
  gradient_check: (
    { figure },
  ) => (figure?.kind === "gradient_check"
    ? `gradient against differences of step h · iteration ${figure.iteration}`
    : ""),
};

export function chartNow(state) {
  const { chart, run, iteration } = state;
  if (chart.kind === "loss") return totals(state);
  return run ? SAYS[chart.kind]?.(state, Math.min(iteration, run.totals.length - 1)) ?? "" : "";
}
