// What a pasted or opened text would do to the problem: a table of points, or a whole problem as JSON. Pure: no DOM, no
// files.

import { notTable } from "../../dom/file_kind.js";
import { readTable } from "./csv.js";
import { replaceData } from "../../state/points_edit.js";
import { limits, MEMBERS, SETTINGS } from "../../state/schema.js";
import { validate } from "../../links/validate.js";
import { withBias } from "../../state/weights.js";
import { counted, tr } from "../../dom/text.js";

/** @import { Columns, Role } from "./columns.js" */
/** @import { Wrong } from "./csv.js" */
/** @import { Catalogue, Problem, Rows } from "../../types.d.ts" */

/**
 * `columns`: of a table, and what they were taken for.
 * @typedef {object} Reading
 * @property {Wrong[]} errors
 * @property {number} more
 * @property {string} summary
 * @property {Partial<Problem> | null} patch
 * @property {Columns | null} columns
 */

const noProblem = () =>
  tr(
    "json.unfit",
    "This JSON is no problem that the page can show: X with two numbers a point, y from 0 to {last}, and " +
      "settings within the bounds of the catalogue.",
    { last: limits.classes - 1 },
  );

/** @type {(message: string, at?: number) => Reading} */
const refusal = (message, at = 0) => ({
  errors: [{ row: 1, column: 1, start: at, end: at, message }],
  more: 0,
  summary: "",
  patch: null,
  columns: null,
});

/**
 * `patch`: for store.change, or null; an empty text has neither errors nor a patch. `chosen`: what the reader takes the
 * columns for.
 * @type {(text: string, problem: Problem, catalogue: Catalogue, chosen?: Role[] | null) => Reading}
 */
export function readText(text, problem, catalogue, chosen = null) {
  const kind = notTable(text);
  if (kind) return refusal(tr("file.this", "This is {kind}.", { kind }));
  if (text.trimStart().startsWith("{")) return readProblem(text, problem, catalogue);
  const { X, y, names, errors, more, columns } = readTable(text, chosen);
  if (!X.length) return { errors, more, summary: "", patch: null, columns };
  return { errors, more, summary: tableSummary(X, y, names), patch: replaceData(problem, X, y), columns };
}

/** @type {(X: Rows, y: number[], names: string[]) => string} */
function tableSummary(X, y, names) {
  const renamed = names.some((name, k) => name !== String(k));
  const holes = { n: X.length, count: counted(X.length), classes: new Set(y).size };
  const which = names.map((name, k) => tr("data.renamed", "{name} is {k}", { name, k })).join(tr("list.comma", ", "));
  return renamed
    ? tr(
      "data.read.names",
      "{count} {n, plural, one {point} other {points}} in {classes} {classes, plural, one {class} other {classes}}: " +
        "{which}.",
      { ...holes, which },
    )
    : tr(
      "data.read",
      "{count} {n, plural, one {point} other {points}} in {classes} {classes, plural, one {class} other {classes}}.",
      holes,
    );
}

/**
 * Labels 1 … C as 0 … C − 1: many programs count from 1, and 0 is then no label at all.
 * @type {(y: number[], classes: number | undefined) => boolean}
 */
const fromOne = (y, classes) => Math.min(...y) === 1 && Math.max(...y) === (classes ?? new Set(y).size);

/**
 * As the API takes it; what is left out stays as it is on the page.
 * @type {(text: string, problem: Problem, catalogue: Catalogue) => Reading}
 */
function readProblem(text, problem, catalogue) {
  /** @type {Record<string, any>} */
  let given;
  try {
    given = JSON.parse(text);
  } catch (error) {
    const { message } = /** @type {SyntaxError} */ (error);
    return refusal(
      tr("json.none", "This is no JSON: {message}", { message }),
      Number(/position (\d+)/.exec(message)?.[1] ?? 0),
    );
  }
  const { X, W, seed = 0, bias = true } = given;
  const shift = Array.isArray(given.y) && given.y.length && fromOne(given.y, W?.[0]?.length) ? 1 : 0;
  /** @type {number[]} */
  const y = shift ? given.y.map((/** @type {number} */ k) => k - 1) : given.y;
  const b = bias ? given.b : W?.[0]?.map?.(() => 0);
  const shaped = Array.isArray(X) && Array.isArray(y) && Array.isArray(X[0]) && y.every(Number.isInteger);
  const data = shaped && replaceData(problem, X, y);
  if (!data) return refusal(noProblem());
  const weights = W && b ? { W, b, origin: { W, b } } : {};
  const told = SETTINGS.filter(({ sent }) => sent !== "never").map(({ name }) => name);
  const settings = [...Object.keys(MEMBERS), ...told].filter((name) => name in given);
  const whole = {
    ...problem,
    ...data,
    data: { kind: "own", seed },
    ...weights,
    ...Object.fromEntries(settings.map((name) => [name, given[name]])),
  };
  const patch = validate(catalogue, bias ? { ...whole, bias } : { ...whole, ...withBias(whole, bias) });
  if (!patch) return refusal(noProblem());
  const holes = { n: X.length, count: counted(X.length) };
  const read = W
    ? tr(
      "json.read.weights",
      "A problem with {count} {n, plural, one {point} other {points}}, its weights and its settings.",
      holes,
    )
    : tr("json.read", "A problem with {count} {n, plural, one {point} other {points}} and its settings.", holes);
  const shifted = tr("json.shifted", "Its classes 1 to {last} are 0 to {here} here.", {
    last: Math.max(...given.y),
    here: Math.max(...y),
  });
  return { errors: [], more: 0, summary: shift ? `${read} ${shifted}` : read, patch, columns: null };
}
