// Which figure is drawn for what the reader chose, and over which parameters. Pure: no DOM, no requests.

/** @import { Problem, State } from "../types.d.ts" */

/**
 * The kind that is drawn: the landscape has a second one, in space.
 *
 * @param {Pick<State["chart"], "kind" | "solid">} chart
 */
export const drawnKind = ({ kind, solid }) => (kind === "landscape" && solid ? "surface" : kind);

/**
 * The names of all parameters, as the API writes them; of very many the first ones.
 *
 * @param {Pick<Problem, "W" | "b" | "bias">} problem
 */
export function parameterNames({ W, b, bias }, most = 200) {
  const weights = W.flatMap((row, r) => row.map((_, c) => `W[${r},${c}]`));
  return [...weights.slice(0, most), ...(bias ? b : []).map((_, c) => `b[${c}]`).slice(0, most)];
}

/**
 * The two parameters of the landscape; those of another problem are forgotten.
 *
 * @param {Pick<State, "chart" | "problem">} state
 */
export function chosenParameters({ chart, problem }) {
  const names = parameterNames(problem);
  const kept = chart.parameters?.every((name) => names.includes(name));
  return kept && chart.parameters ? chart.parameters : [names[0], problem.W.length > 1 ? "W[1,0]" : "b[0]"];
}
