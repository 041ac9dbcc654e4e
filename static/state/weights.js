// The weights that a run begins with: zero, or drawn from a seed. Pure: no DOM, no requests.

/** @import { Problem, Weights } from "../types.d.ts" */

/**
 * Numbers from 0 to 1, the same for the same seed (mulberry32).
 *
 * @param {number} seed
 */
function uniform(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {Weights} start */
const begun = (start) => ({ ...start, origin: start, preset: "" });

/** @param {Weights} weights */
export const zeroWeights = ({ W, b }) => begun({ W: W.map((row) => row.map(() => 0)), b: b.map(() => 0) });

/**
 * Standard normal weights with two decimals, so that what is shown is what is computed; the bias is zero.
 *
 * @param {Weights} weights
 * @param {number} seed
 */
export function randomWeights({ W, b }, seed) {
  const next = uniform(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    ...begun({ W: W.map((row) => row.map(() => Number(normal().toFixed(2)) + 0)), b: b.map(() => 0) }),
    draw: seed,
  };
}

/**
 * The bias switched on or off. Off, it is zero now and at the start; on again it begins at zero.
 *
 * @param {Pick<Problem, "W" | "b" | "origin">} problem
 * @param {boolean} bias
 * @returns {Partial<Problem>}
 */
export function withBias({ W, b, origin }, bias) {
  if (bias) return { bias, preset: "" };
  const none = b.map(() => 0);
  return { bias, W, b: none, origin: { W: origin.W, b: none }, preset: "" };
}
