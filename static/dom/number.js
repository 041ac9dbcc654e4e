// Numbers as people read and write them: fixed digits, a real minus sign, and forgiving input. It knows no DOM.

const MINUS = "\u2212";

/**
 * Fixed digits so that nothing jitters, fewer from a hundred on so that it fits its cell; whole numbers bare where
 * `bare`; exponents past 1e5. What is not zero never looks like it: with one digit that counts, or below a thousandth
 * an exponent. Never −0. The same as `fixed` of app/core/numeral.py.
 *
 * @param {number} x
 */
export function format(x, digits = 2, bare = false) {
  if (!Number.isFinite(x)) return "–";
  if (bare && Number.isInteger(x) && Math.abs(x) < 1e5) return String(x).replace("-", MINUS).replace(/^−0$/, "0");
  const size = Math.abs(x);
  const fewer = size >= 100 ? Math.floor(Math.log10(size)) - 1 : 0;
  const text = size >= 1e5 ? withExponent(x, digits) : x.toFixed(Math.max(0, digits - fewer));
  if (Number(text) !== 0) return text.replaceAll("-", MINUS);
  if (!size) return text.replace("-", "");
  return (size < 1e-3 ? withExponent(x, digits) : x.toFixed(-Math.floor(Math.log10(size)))).replaceAll("-", MINUS);
}

/** @type {(x: number, digits: number) => string} */
const withExponent = (x, digits) => x.toExponential(Math.max(1, digits - 2)).replace("e+", "e");

let chosen = 2;

/**
 * How many digits the reader wants to see on the board: 2 … 6.
 *
 * @param {number} digits
 */
export const showDigits = (digits) => {
  chosen = digits;
};

export const digitsShown = () => chosen;

/**
 * A number as the board shows it; `more`: with so many digits more, as a scalar has.
 *
 * @param {number} x
 */
export const onBoard = (x, bare = false, more = 0) => format(x, chosen + more, bare);

/**
 * The value in full, for a title.
 *
 * @param {number} x
 */
export const full = (x) => String(x).replaceAll("-", MINUS);

let largest = Infinity;

/**
 * How large a number may be that is typed, either way.
 *
 * @param {number} size
 */
export const takeUpTo = (size) => {
  largest = size;
};

/**
 * What somebody typed: .5, 0,25, −3, 1/3, 1e-3. Returns null for what is no number.
 *
 * @param {string} text
 */
export function parse(text) {
  const parts = text.trim().replaceAll(MINUS, "-").replaceAll(",", ".").split("/");
  if (parts.length > 2 || parts.some((part) => !/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(part))) return null;
  const x = parts.length === 2 ? Number(parts[0]) / Number(parts[1]) : Number(parts[0]);
  return Number.isFinite(x) && Math.abs(x) <= largest ? x : null;
}

/**
 * A tint class for a value in a matrix: p1 … p5 above zero, n1 … n5 below, "" at zero.
 *
 * @param {number} x
 * @param {number} largest
 */
export function tint(x, largest) {
  if (!x || !largest) return "";
  const strength = Math.min(5, Math.max(1, Math.ceil((5 * Math.abs(x)) / largest)));
  return (x > 0 ? "p" : "n") + strength;
}
