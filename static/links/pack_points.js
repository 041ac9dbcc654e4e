// Points as short text: all coordinates as whole numbers of one scale above the lowest, each in as many digits of base
// 64; the classes as a row of digits. Exact: a decimal comes back as the same number. Pure.

import { limits } from "../state/schema.js";

/** @import { Problem, Rows } from "../types.d.ts" */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** @type {(n: number) => number} */
const wide = (n) => (n < 64 ? 1 : 1 + wide(Math.floor(n / 64)));

/** @type {(n: number, width: number) => string} */
const digits = (n, width) => (width > 1 ? digits(Math.floor(n / 64), width - 1) : "") + DIGITS[n % 64];

/** @param {string} text */
const number = (text) => Array.from(text).reduce((sum, letter) => 64 * sum + DIGITS.indexOf(letter), 0);

/** @typedef {{ X: [decimals: number, lowest: number, width: number, text: string], y: string }} Packed */

/**
 * Both as short text, or as they are where that would not be exact.
 *
 * @param {Pick<Problem, "X" | "y">} points
 * @returns {Packed | { X: Rows, y: number[] }}
 */
export function pack({ X, y }) {
  const texts = X.flat().map(String);
  const decimals = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
  const whole = texts.map((text) => {
    const [front, rest = ""] = text.split(".");
    return Number(front + rest.padEnd(decimals, "0")) + 0;
  });
  const lowest = Math.min(...whole);
  const most = Math.max(...whole) - lowest;
  const exact = decimals <= limits.decimals && texts.every((text) => !text.includes("e")) &&
    [...whole, most].every(Number.isSafeInteger);
  if (!exact || X[0].length !== 2 || y.some((k) => k > 9)) return { X, y };
  return {
    X: [decimals, lowest, wide(most), whole.map((n) => digits(n - lowest, wide(most))).join("")],
    y: y.join(""),
  };
}

/** @type {(n: unknown, low: number, high: number) => boolean} */
const isWhole = (n, low, high) => typeof n === "number" && Number.isInteger(n) && n >= low && n <= high;

/**
 * Could these be what `pack` made?
 *
 * @param {{ X?: any, y?: any }} given
 */
function isPacked({ X, y }) {
  if (!Array.isArray(X) || typeof y !== "string") return false;
  const [decimals, lowest, width, text] = X;
  return isWhole(decimals, 0, limits.decimals) && Number.isSafeInteger(lowest) && isWhole(width, 1, 9) &&
    typeof text === "string" && /^[\w-]+$/.test(text) && /^\d+$/.test(y);
}

/**
 * The same back; what is no such text comes back as it is, to be judged with the rest.
 *
 * @param {{ X?: any, y?: any }} given
 * @returns {{ X?: any, y?: any }}
 */
export function unpack(given) {
  const same = { X: given.X, y: given.y };
  if (!isPacked(given)) return same;
  const [decimals, lowest, width, text] = /** @type {Packed["X"]} */ (given.X);
  const parts = text.match(new RegExp(`.{1,${width}}`, "g")) ?? [];
  const wholes = parts.map((part) => number(part) + lowest);
  if (!wholes.every(Number.isSafeInteger)) return same;
  const flat = wholes.map((n) => Number(`${n}e-${decimals}`));
  return {
    X: Array.from({ length: Math.ceil(flat.length / 2) }, (_, i) => flat.slice(2 * i, 2 * i + 2)),
    y: Array.from(given.y, Number),
  };
}
