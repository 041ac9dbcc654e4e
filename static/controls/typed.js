// What somebody typed into a number of the settings: a value, or a sentence why it is none. Pure.

import { full, parse } from "../dom/number.js";
import { tr } from "../dom/text.js";

/** @import { Range } from "./control.js" */

const NONE = /^(none|∞|inf|infinity)$/i; // whatever the language of the page
const WORD = tr("field.none", "none").toLowerCase();
const ALL = ["all", tr("field.every", "all")];

/**
 * `value` is null for "no cut" and undefined where the text is refused.
 *
 * @param {Range} field
 * @param {string} text
 * @param {string} stays  what it was before, as it is shown
 * @returns {{ value: number | null, refused?: undefined } | { value?: undefined, refused: string }}
 */
export function typed(field, text, stays) {
  const { label, min, max, step, optional, full: all } = field;
  const said = text.trim();
  if (optional && (NONE.test(said) || said.toLowerCase() === WORD)) return { value: null };
  const x = ALL.some((word) => said.startsWith(word)) ? all ?? null : parse(said);
  const sized = x ?? Number(said.replace("−", "-").replace(",", "."));
  const holes = { label, text: clip(said), stays };
  if (said && !Number.isNaN(sized) && (sized < min || sized > max)) {
    const range = { min: full(min), max: full(max), ...holes };
    return {
      refused: tr(
        "typed.out",
        "{label} goes from {min} to {max}, and {text} is out of that: {label} stays {stays}.",
        range,
      ),
    };
  }
  if (x === null) {
    return {
      refused: tr(
        "typed.number",
        "{text} is no number: {label} stays {stays}. Write one such as 0.5, 2 or 1/3.",
        holes,
      ),
    };
  }
  if (step === 1 && !Number.isInteger(x)) {
    return {
      refused: tr("typed.whole", "{label} is a whole number, and {text} is none: {label} stays {stays}.", holes),
    };
  }
  return { value: x };
}

/** @param {string} text */
const clip = (text) => `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;
