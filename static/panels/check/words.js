// What a check found, in sentences. A sentence is a list of texts and references. Pure: no DOM, no
// requests.

/**
 * @import { MistakeAnswer, PartAnswer } from "../../api_types.d.ts"
 * @import { Layout, Member, Part, Problem } from "../../types.d.ts"
 * @import { Check } from "./request.js"
 */

import { nameIn } from "../../state/layout.js";
import { format } from "../../dom/number.js";
import { rich, tr } from "../../dom/text.js";

export const NAMED = 6; // pairs and mistakes that are listed one by one

/** Four digits that count, whatever the size. @param {number} x */
export function digits(x) {
  const size = Math.abs(x);
  if (!size) return "0";
  if (size < 1e-3 || size >= 1e5) return x.toExponential(1).replace("e+", "e").replaceAll("-", "\u2212");
  return format(x, 4);
}

/** @param {number} share */
export const percent = (share) => (share >= 0.001 ? `${format(100 * share, share < 0.1 ? 2 : 0)} %` : digits(share));

/** What the check of a number or a part came to. */
export const VERDICTS = {
  right: tr("verdict.right", "right"),
  kink: tr("verdict.kink", "kink"),
  doubtful: tr("verdict.doubtful", "doubtful"),
  wrong: tr("verdict.wrong", "wrong"),
};

const SAYS = {
  right: tr("check.right", "Our gradient is right: it agrees with the differences of the loss, number by number."),
  kink: tr(
    "check.kink",
    "The gradient is at a kink: a difference reaches over it and mixes the slopes of both sides, the gradient takes " +
      "one of them or one between. Neither is wrong.",
  ),
  doubtful: tr(
    "check.doubtful",
    "Our gradient and the differences of the loss agree in part; a step h of another length would tell more.",
  ),
  wrong: tr("check.wrong", "The differences of the loss say something else than our gradient."),
};

/**
 * Where the slope near the kink is a choice, it is not the slope of the loss.
 * @param {Check} checked
 * @param {Member} loss
 */
const wide = ({ verdict }, { tolerance }) =>
  verdict === "wrong" && tolerance
    ? ` ${tr("check.wide", "The kink is ε wide here: within it the slope is a choice and not that of the loss.")}`
    : "";

/**
 * The verdict on our own gradient, whole and in its parts.
 * @param {Check} checked
 * @param {{ shown: Problem }} state
 * @returns {Part[][]}
 */
export function checkWords(checked, { shown }) {
  /** @param {"data" | "penalty"} name */
  const part = (name) => {
    const { verdict, error } = /** @type {PartAnswer} */ (checked[name]); // null only for a gradient that was sent
    const holes = { verdict: VERDICTS[verdict], error: digits(error) };
    return name === "data"
      ? tr("check.data", "data {verdict} (largest relative error {error})", holes)
      : tr("check.penalty", "penalty {verdict} (largest relative error {error})", holes);
  };
  return [
    [SAYS[checked.verdict] + wide(checked, shown.loss)],
    [
      tr("check.parts", "In its parts: {data}; {penalty}. Over all {n} points, h\u00a0=\u00a010\u207b\u2075.", {
        data: part("data"),
        penalty: part("penalty"),
        n: shown.X.length,
      }),
    ],
  ];
}

/**
 * The pairs of an entry that cross the kink, as references; one column of scores has no class to name.
 * @param {number[][]} pairs
 * @param {Problem} problem
 * @returns {Part[]}
 */
export function pairWords(pairs, { y, b }) {
  /** @type {(pair: number[]) => Part[]} */
  const pair = ([i, j]) => {
    /** @type {Part} */
    const point = { point: i, of: y[i], short: true };
    if (b.length === 1) return [point];
    return rich("check.against", "{point} against {class}", { point, class: /** @type {Part} */ ({ class: j }) });
  };
  /** @type {(pair: number[], n: number) => Part[]} */
  const tell = (each, n) => [n ? tr("list.comma", ", ") : "", ...pair(each)];
  const listed = pairs.slice(0, NAMED).flatMap(tell);
  return [...listed, pairs.length > NAMED ? tr("list.more", " and {n} more", { n: pairs.length - NAMED }) : ""];
}

/**
 * W[0,1] as a reference to its cell in the gradient, called what it is in that layout.
 * @param {string} parameter
 * @param {Layout} [layout]
 */
export function cell(parameter, layout) {
  const [first, second] = /** @type {string[]} */ (parameter.match(/\d+/g)).map(Number);
  /** @type {[string, number, number]} */
  const place = second === undefined ? ["db", 0, first] : ["dW", first, second];
  return { cell: place, text: `∂${nameIn(layout, parameter)}` };
}

/** @param {MistakeAnswer[]} mistakes */
export const title = (mistakes) =>
  mistakes.map((each) => each.title + (each.note ? ` (${each.note})` : "")).join(" + ");
