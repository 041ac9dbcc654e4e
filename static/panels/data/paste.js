// What a pasted or opened text would do to the problem: a table of points, or a whole problem as JSON. Pure: no DOM, no files.

import { readTable } from "./csv.js";
import { replaceData } from "../../state/points_edit.js";
import { sound } from "../../links/validate.js";
import { withBias } from "../../state/weights.js";

const NO_PROBLEM =
  "This JSON is no problem that the page can show: X with two numbers a point, y from 0 to 7, and settings within the bounds of the catalogue.";

const plural = (n, word, many = `${word}s`) => `${n.toLocaleString("en")} ${n === 1 ? word : many}`;
const refusal = (message, at = 0) => ({
  errors: [{ row: 1, column: 1, start: at, end: at, message }],
  more: 0,
  summary: "",
  patch: null,
});

/** {errors, more, summary, patch: for store.change, or null}; an empty text has neither errors nor a patch. */
export function readText(text, problem, catalogue) {
  if (text.trimStart().startsWith("{")) return readProblem(text, problem, catalogue);
  const { X, y, names, errors, more } = readTable(text);
  if (!X.length) return { errors, more, summary: "", patch: null };
  return { errors, more, summary: tableSummary(X, y, names), patch: replaceData(problem, X, y) };
}

function tableSummary(X, y, names) {
  const renamed = names.some((name, k) => name !== String(k));
  const which = renamed ? `: ${names.map((name, k) => `${name} is ${k}`).join(", ")}` : "";
  return `${plural(X.length, "point")} in ${plural(new Set(y).size, "class", "classes")}${which}.`;
}

/** As the API takes it; what is left out stays as it is on the page. */
function readProblem(text, problem, catalogue) {
  let given;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return refusal(`This is no JSON: ${error.message}`, Number(/position (\d+)/.exec(error.message)?.[1] ?? 0));
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
  return patch
    ? {
      errors: [],
      more: 0,
      summary: `A problem with ${plural(X.length, "point")}${W ? ", its weights" : ""} and its settings.`,
      patch,
    }
    : refusal(NO_PROBLEM);
}
