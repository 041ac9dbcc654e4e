// What a diagnosis found, in sentences. Pure: no DOM, no requests.

/**
 * @import { DiagnoseAnswer, NearAnswer } from "../../api_types.d.ts"
 * @import { Part } from "../../types.d.ts"
 * @import { Diagnosis } from "./request.js"
 */

import { cell, digits, NAMED, percent, title } from "./words.js";
import { conjoined, rich, tr } from "../../dom/text.js";

/**
 * How dW lay, where it lay otherwise than W.
 * @param {Diagnosis} found
 */
function readWords({ layout, stacked }) {
  const turned = layout === "C×D";
  const read = turned ? [tr("check.read", "It was read with one class a row (C×D).")] : [];
  if (!stacked) return read;
  const first = stacked === "first";
  const of = turned
    ? (first
      ? tr("check.column.first", "Its first column was read as ∂L/∂b.")
      : tr("check.column.last", "Its last column was read as ∂L/∂b."))
    : (first
      ? tr("check.row.first", "Its first row was read as ∂L/∂b.")
      : tr("check.row.last", "Its last row was read as ∂L/∂b."));
  return [...read, of];
}

/** Why a right gradient is not ours to the last digit. @type {Record<string, (step: string) => string>} */
const PRECISION = {
  half: () => tr("check.half", "half precision explains it."),
  single: () => tr("check.single", "single precision explains it."),
  rounding: () => tr("check.rounding", "another order of adding, or single precision explains it."),
  left: (h) =>
    tr(
      "check.backward",
      "this is a difference of the loss to the left with h = {h}, and its error is " +
        "proportional to h. A difference to both sides is nearer by far.",
      { h },
    ),
  right: (h) =>
    tr(
      "check.forward",
      "this is a difference of the loss to the right with h = {h}, and its error is " +
        "proportional to h. A difference to both sides is nearer by far.",
      { h },
    ),
};

/** @param {NearAnswer} near */
function nearWords({ kind, within, step, points }) {
  if (kind === "rounded") return tr("check.rounded", "Right: every number agrees, rounded to the digits you gave.");
  if (kind === "kink") {
    const more = points.length > NAMED ? [tr("check.points.more", "more")] : [];
    return tr(
      "check.slope",
      "Right, but for the kink: where a margin is exactly 0 any slope from 0 to 1 will do; yours takes another than " +
        "ours at {n, plural, one {point} other {points}} {points}.",
      { n: points.length, points: conjoined([...points.slice(0, NAMED), ...more]) },
    );
  }
  const side = step !== null && step < 0 ? "left" : "right";
  const why = PRECISION[kind === "difference" ? side : kind](digits(Math.abs(step ?? 0)));
  return tr("check.within", "Right to within {share} of the largest number: {why}", { share: percent(within), why });
}

/** @param {Diagnosis} found @returns {Part[]} */
function rightWords(found) {
  const { verdict, digits: n, undecided, near } = found;
  const read = readWords(found);
  const few = verdict !== "right" && near?.kind === "rounded";
  if (near && !few && !undecided.length) return [[nearWords(near), ...read].join(" ")];
  if (verdict === "right") {
    return [[tr("check.allright", "Right: every number agrees, in all the digits you gave."), ...read].join(" ")];
  }
  const names = undecided.slice(0, NAMED).map(({ mistakes }) => `“${title(mistakes)}”`);
  const from = names.length
    ? [tr("check.from", "So few digits do not tell it from {names}.", { names: conjoined(names) })]
    : [];
  return [
    [
      tr("check.sofar", "Right as far as {n} {n, plural, one {digit} other {digits}} can tell.", { n: Number(n) }),
      ...from,
      tr("check.paste.more", "Paste more digits to be sure."),
      ...read,
    ].join(" "),
  ];
}

/**
 * The verdict on the reader's gradient, with where it differs.
 * @param {Diagnosis} found
 * @returns {Part[][]}
 */
export function diagnosisWords(found) {
  if (found.verdict !== "wrong") return [rightWords(found)];
  const { loss, differences, factor, error } = found;
  const lossSays = loss &&
    (loss.right
      ? tr("check.loss.right", "The loss is right.")
      : tr("check.loss.wrong", "The loss is {expected}, yours is {given}.", {
        expected: digits(loss.expected),
        given: digits(loss.given),
      }));
  if (found.gradient_right) return [[`${tr("check.gradient.right", "The gradient is right.")} ${lossSays}`]];
  /** @type {(difference: typeof differences[0], n: number) => Part[]} */
  const tell = ({ parameter, given, expected }, n) => [
    n ? "; " : "",
    ...rich("check.should", "{cell} is {given}, should be {expected}", {
      cell: /** @type {Part} */ (cell(parameter, found.pass.layout)),
      given: digits(given),
      expected: digits(expected),
    }),
  ];
  const worst = differences.slice(0, 3).flatMap(tell);
  const count = differences.length;
  /** @type {Part[][]} */
  const lines = [[
    tr(
      "check.wrongby",
      "Wrong by {error} of its length: {n} {n, plural, one {number differs} other {numbers differ}}.",
      { error: percent(error), n: count },
    ),
    " ",
    ...worst,
    ".",
  ]];
  if (factor !== null) {
    lines.push([tr("check.factor", "Every number is {factor} times what it should be.", { factor: digits(factor) })]);
  }
  const read = readWords(found);
  if (read.length) lines.push([read.join(" ")]);
  if (lossSays) lines.push([lossSays]);
  return lines;
}

/** What stands above the explanations. @param {DiagnoseAnswer} found */
export function reasonWords({ verdict, gradient_right, explanations, more, nearest, distance }) {
  if (verdict !== "wrong") return null;
  const count = explanations.length + more;
  if (count === 1) {
    const together = explanations[0].mistakes.length;
    if (together === 1) return tr("check.one", "This gives these very numbers:");
    return together === 2
      ? tr("check.two", "Two mistakes together give these very numbers:")
      : tr("check.three", "Three mistakes together give these very numbers:");
  }
  if (count) {
    return tr(
      "check.many",
      "{n} explanations give these very numbers; with more digits, db or the loss fewer may:",
      { n: count },
    );
  }
  if (gradient_right) return tr("check.noloss", "No known mistake gives this loss.");
  const none = tr("check.none", "No known mistake and no two or three of them give these numbers.");
  const nearer = nearest && distance !== null
    ? tr("check.nearest", "The nearest is still {distance} away:", { distance: percent(distance) })
    : tr("check.nothing", "None comes nearer than the right gradient.");
  return `${none} ${nearer}`;
}
