// What a pasted or opened text would do to the problem: a table of points, or a whole problem as JSON. Pure: no DOM, no
// files.

import { readTable } from "./csv.js";
import { replaceData } from "../../state/points_edit.js";
import { sound } from "../../links/validate.js";
import { withBias } from "../../state/weights.js";

/** @import { Wrong } from "./csv.js" */
/** @import { Catalogue, Problem, Rows } from "../../types.d.ts" */

/** @typedef {{errors: Wrong[], more: number, summary: string, patch: Partial<Problem> | null}} Reading */
/** @typedef {(text: string, problem: Problem, catalogue: Catalogue) => Reading} Reader */

const NO_PROBLEM = "This JSON is no problem that the page can show: X with two numbers a point, y from 0 to 7, and " +
  "settings within the bounds of the catalogue.";

/** @type {(n: number, word: string, many?: string) => string} */
const plural = (n, word, many = `${word}s`) => `${n.toLocaleString("en")} ${n === 1 ? word : many}`;
/** @type {(message: string, at?: number) => Reading} */
const refusal = (message, at = 0) => ({
  errors: [{ row: 1, column: 1, start: at, end: at, message }],
  more: 0,
  summary: "",
  patch: null,
});

/**
 * `patch`: for store.change, or null; an empty text has neither errors nor a patch.
 * @type {Reader}
 */
export function readText(text, problem, catalogue) {
  if (text.trimStart().startsWith("{")) return readProblem(text, problem, catalogue);
  const { X, y, names, errors, more } = readTable(text);
  if (!X.length) return { errors, more, summary: "", patch: null };
  return { errors, more, summary: tableSummary(X, y, names), patch: replaceData(problem, X, y) };
}

/** @type {(X: Rows, y: number[], names: string[]) => string} */
function tableSummary(X, y, names) {
  const renamed = names.some((name, k) => name !== String(k));
  const which = renamed ? `: ${names.map((name, k) => `${name} is ${k}`).join(", ")}` : "";
  return `${plural(X.length, "point")} in ${plural(new Set(y).size, "class", "classes")}${which}.`;
}

/**
 * As the API takes it; what is left out stays as it is on the page.
 * @type {Reader}
 */
function readProblem(text, problem, catalogue) {
  /** @type {Record<string, any>} */
  let given;
  try {
    given = JSON.parse(text);
  } catch (error) {
    const { message } = /** @type {SyntaxError} */ (error);
    return refusal(`This is no JSON: ${message}`, Number(/position (\d+)/.exec(message)?.[1] ?? 0));
  }
  const { X, y, W, seed = 0, bias = true } = given;
  const b = bias ? given.b : W?.[0]?.map?.(() => 0);
  const shaped = Array.isArray(X) && Array.isArray(y) && Array.isArray(X[0]) && y.every(Number.isInteger);
  const data = shaped && replaceData(problem, X, y);
  if (!data) return refusal(NO_PROBLEM);
  const weights = W && b ? { W, b, origin: { W, b } } : {};
  const settings = ["loss", "penalty", "optimizer", "schedule", "batch", "iterations"].filter((name) => name in given);
  const whole = {
    ...problem,
    ...data,
    data: { kind: "own", seed },
    ...weights,
    ...Object.fromEntries(settings.map((name) => [name, given[name]])),
  };
  const patch = sound(catalogue, bias ? { ...whole, bias } : { ...whole, ...withBias(whole, bias) });
  if (!patch) return refusal(NO_PROBLEM);
  const summary = `A problem with ${plural(X.length, "point")}${W ? ", its weights" : ""} and its settings.`;
  return { errors: [], more: 0, summary, patch };
}
