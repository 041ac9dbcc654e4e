// What is wrong in a table of points, in sentences. Pure: no DOM.

import { limits } from "../../state/schema.js";
import { counted, tr } from "../../dom/text.js";

/**
 * A round number in as few characters as it can be typed with: 1e9, 400.
 *
 * @param {number} x
 */
export const short = (x) =>
  [String(x), x.toExponential().replace("+", "")].reduce((a, b) => b.length < a.length ? b : a);

/** @param {string} text */
const clip = (text) => `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;

/** @type {(text: string, name: string) => string} */
export function wrongNumber(text, name) {
  if (!text) return tr("csv.missing", "{name} is missing: write a number, such as 0.5.", { name });
  const size = Math.abs(Number(text.replace("−", "-").replace(",", ".")));
  if (size > limits.size) {
    return tr("csv.large", "{text} is too large: numbers go up to {most} either way.", {
      text: clip(text),
      most: short(limits.size),
    });
  }
  return tr("csv.number", "{text} is no number: write one such as 0.5, -2 or 1/3.", { text: clip(text) });
}

/** @type {(n: number, width: number, separator: string) => string} */
export const tooWide = (n, width, separator) =>
  [
    width === 3
      ? tr("csv.wide", "There are {n} columns where three are expected: x1, x2 and the class.", { n })
      : tr("csv.wider", "There are {n} columns where the others have {width}.", { n, width }),
    ...(separator === "," ? [tr("csv.comma", "With decimal commas, put semicolons or tabs between the columns.")] : []),
  ].join(" ");

/** @type {(name: string, n: number) => string} */
export const tooManyClasses = (name, n) =>
  tr("csv.classes", "{name} is class number {n}; the page shows {most}. Merge some, or leave some out.", {
    name: clip(name),
    n,
    most: limits.classes,
  });

/** @param {number} n */
export const tooManyPoints = (n) =>
  tr(
    "csv.points",
    "This is the first point too many of {n}: the page takes {most}. Leave out this row and those after it.",
    { n: counted(n), most: counted(limits.points) },
  );
