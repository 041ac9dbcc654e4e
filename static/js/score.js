// How good the weights of a moment are: confusion matrix, broken margins, points without loss. Pure: no DOM, no requests.

import { format } from "./number.js";

/** The scores of the iteration on the page: the board's own numbers, or in a run the product of its weights. */
function scores({ mode, run, iteration, pass, shown: { X } }) {
  if (mode !== "train" || !run || iteration === pass.iteration) return pass.steps.find(({ id }) => id === "S").value;
  const [W, b] = [run.W[iteration], run.b[iteration]];
  return X.map((x) => b.map((bias, k) => x.reduce((sum, value, d) => sum + value * W[d][k], 0) + bias));
}

const best = (row) => row.indexOf(Math.max(...row)); // the first of equals, as everywhere

/** {cells: the points of each [true][predicted], right, margins: {broken, of} | null, free: points without loss | null} */
export function score(state) {
  const { shown: { y, b, loss }, hasMargins } = state;
  const S = scores(state);
  const cells = b.map(() => b.map(() => []));
  S.forEach((row, i) => cells[y[i]][best(row)].push(i));
  const right = cells.reduce((sum, row, k) => sum + row[k].length, 0);
  if (!hasMargins) return { cells, right, margins: null, free: null };
  const broken = S.map((row, i) => row.filter((s, j) => j !== y[i] && s - row[y[i]] + loss.delta > 0).length);
  return {
    cells, right, margins: { broken: broken.reduce((sum, n) => sum + n, 0), of: y.length * (b.length - 1) },
    free: broken.flatMap((n, i) => (n ? [] : [i])),
  };
}

const FORMULAS = {
  weston_watkins: ({ loss: { delta }, b }) => (delta === 1 ? `C − 1 = ${b.length} − 1` : `(C − 1)·Δ = ${b.length - 1} · ${format(delta, 2)}`),
  crammer_singer: () => "Δ",
  softmax: ({ b }) => `ln C = ln ${b.length}`,
};

/** The sanity line: what knowing nothing costs, and how the data loss of this moment stands to it. */
export function sanity({ pass, run, mode, iteration, shown }) {
  const nothing = pass.zero_loss;
  const now = mode === "train" && run ? run.data[iteration] : pass.loss.data;
  const formula = FORMULAS[shown.loss.kind]?.(shown);
  const ratio = now / nothing;
  const verdict = Math.abs(ratio - 1) < 1e-9 ? "just that" : ratio > 1 ? "more than knowing nothing costs" : ratio < 0.005 ? "next to nothing of it" : `${format(100 * ratio, 0)} % of it`;
  return `At zero weights all scores are alike and the data loss is ${formula ? `${formula} = ` : ""}${format(nothing, 3)}. Now it is ${format(now, 3)}: ${verdict}.`;
}
