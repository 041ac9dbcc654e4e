// The weights that a hand on the plane asks for, by a line or an arrow. Pure: no DOM, no requests.

/** @import { Weights } from "../types.d.ts" */
/** @typedef {number[]} Spot  a place of the plane, in data units */

/** @param {number} x */
export const tidy = (x) => Number(x.toFixed(4)); // pixels are no finer than this

/**
 * The offset b_k for which class k's line goes through a place.
 *
 * @param {number[][]} W
 * @param {number} k
 * @param {Spot} place
 */
const through = (W, k, [x, y]) => -(W[0][k] * x + W[1][k] * y);

/** @type {(numbers: number[], k: number, value: number) => number[]} */
const replaced = (numbers, k, value) => numbers.map((x, at) => (at === k ? value : x));

/**
 * Class k's line moved by hand: only the bias changes.
 *
 * @param {Weights} weights
 * @param {number} k
 * @param {Spot} from
 * @param {Spot} to
 */
export function lineMoved({ W, b }, k, from, to) {
  return { W, b: replaced(b, k, tidy(b[k] + through(W, k, to) - through(W, k, from))) };
}

/**
 * Class k's arrow turned and stretched by hand, its line still going through the arrow's foot, or else the origin.
 *
 * @param {Weights} weights
 * @param {boolean} bias
 * @param {number} k
 * @param {Spot} foot
 * @param {number} unit  the length of an arrow for weights of norm 1
 * @param {Spot} to
 */
export function arrowTurned({ W, b }, bias, k, foot, unit, to) {
  const [w0, w1] = [0, 1].map((d) => tidy((to[d] - foot[d]) / unit));
  const turned = [replaced(W[0], k, w0), replaced(W[1], k, w1)];
  return { W: turned, b: bias ? replaced(b, k, tidy(through(turned, k, foot))) : b };
}
