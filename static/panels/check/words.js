// What a check and a diagnosis found, in sentences. A sentence is a list of texts and references. Pure: no DOM, no
// requests.

/**
 * @import { DiagnoseAnswer, MistakeAnswer, PartAnswer } from "../../api_types.d.ts"
 * @import { Layout, Member, Part, Problem } from "../../types.d.ts"
 * @import { Check, Diagnosis } from "./request.js"
 */

import { nameIn } from "../../state/layout.js";
import { format } from "../../dom/number.js";

const NAMED = 6; // pairs and mistakes that are told one by one

/** Four digits that count, whatever the size. @param {number} x */
export function digits(x) {
  const size = Math.abs(x);
  if (!size) return "0";
  if (size < 1e-3 || size >= 1e5) return x.toExponential(1).replace("e+", "e").replaceAll("-", "\u2212");
  return format(x, 4);
}

/** @param {number} share */
const percent = (share) => (share >= 0.001 ? `${format(100 * share, share < 0.1 ? 2 : 0)} %` : digits(share));
/** @param {string[]} words */
const all = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);

const SAYS = {
  right: "Our gradient is right: it agrees with the differences of the loss, number by number.",
  kink:
    "The gradient is at a kink: a difference reaches over it and mixes the slopes of both sides, the gradient takes " +
    "one of them or one between. Neither is wrong.",
  doubtful: "Our gradient and the differences of the loss agree in part; a step h of another length would tell more.",
  wrong: "The differences of the loss say something else than our gradient.",
};

/**
 * Where the slope near the kink is a choice, it is not the slope of the loss.
 * @param {Check} checked
 * @param {Member} loss
 */
const wide = ({ verdict }, { tolerance }) =>
  verdict === "wrong" && tolerance
    ? " The kink is ε wide here: within it the slope is a choice and not that of the loss."
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
    return `${name} ${verdict} (largest relative error ${digits(error)})`;
  };
  return [
    [SAYS[checked.verdict] + wide(checked, shown.loss)],
    [`In its parts: ${part("data")}; ${
      part("penalty")
    }. Over all ${shown.X.length} points, h\u00a0=\u00a010\u207b\u2075.`],
  ];
}

/**
 * The pairs of an entry that cross the kink, as references; one column of scores has no class to name.
 * @param {number[][]} pairs
 * @param {Problem} problem
 * @returns {Part[]}
 */
export function pairWords(pairs, { y, b }) {
  /** @param {number} j @returns {Part[]} */
  const against = (j) => (b.length > 1 ? [" against ", { class: j }] : []);
  /** @type {(pair: number[], n: number) => Part[]} */
  const tell = ([i, j], n) => [n ? ", " : "", { point: i, of: y[i], short: true }, ...against(j)];
  const told = pairs.slice(0, NAMED).flatMap(tell);
  return [...told, pairs.length > NAMED ? ` and ${pairs.length - NAMED} more` : ""];
}

/** @param {Diagnosis} found @returns {Part[]} */
function rightWords({ verdict, digits: n, layout, undecided }) {
  const read = layout === "C×D" ? " It was read with one class a row (C×D)." : "";
  if (verdict === "right") return [`Right: every number agrees, in all the digits you gave.${read}`];
  const names = undecided.slice(0, NAMED).map(({ mistakes }) => `“${title(mistakes)}”`);
  const from = names.length ? ` So few digits do not tell it from ${all(names)}.` : "";
  return [`Right as far as ${n} ${n === 1 ? "digit" : "digits"} can tell.${from} Paste more digits to be sure.${read}`];
}

/**
 * The verdict on the reader's gradient, with where it differs.
 * @param {Diagnosis} found
 * @returns {Part[][]}
 */
export function diagnosisWords(found) {
  if (found.verdict !== "wrong") return [rightWords(found)];
  const { loss, differences, layout, factor, error } = found;
  const lossSays = loss &&
    (loss.right ? "The loss is right." : `The loss is ${digits(loss.expected)}, yours is ${digits(loss.given)}.`);
  if (found.gradient_right) return [[`The gradient is right. ${lossSays}`]];
  /** @type {(difference: typeof differences[0], n: number) => Part[]} */
  const tell = ({ parameter, given, expected }, n) => [
    n ? "; " : "",
    cell(parameter, found.pass.layout),
    ` is ${digits(given)}, should be ${digits(expected)}`,
  ];
  const worst = differences.slice(0, 3).flatMap(tell);
  const count = differences.length;
  /** @type {Part[][]} */
  const lines = [[
    `Wrong by ${percent(error)} of its length: ${count} ${count === 1 ? "number differs" : "numbers differ"}. `,
    ...worst,
    ".",
  ]];
  if (factor !== null) lines.push([`Every number is ${digits(factor)} times what it should be.`]);
  if (layout === "C×D") lines.push(["It was read with one class a row (C×D)."]);
  if (lossSays) lines.push([lossSays]);
  return lines;
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

/** What stands above the explanations. @param {DiagnoseAnswer} found */
export function reasonWords({ verdict, explanations, more, nearest, distance }) {
  if (verdict !== "wrong") return null;
  const count = explanations.length + more;
  const two = explanations[0]?.mistakes.length === 2 ? "Two mistakes together give" : "This gives";
  if (count === 1) return `${two} these very numbers:`;
  if (count) {
    return `${count} ${
      explanations[0].mistakes.length === 2 ? "pairs of mistakes" : "mistakes"
    } give these very numbers; with more digits, db or the loss fewer may:`;
  }
  return nearest && distance !== null
    ? `No known mistake and no two of them give these numbers. The nearest is still ${percent(distance)} away:`
    : "No known mistake gives this loss.";
}
