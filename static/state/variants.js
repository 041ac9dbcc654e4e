// Variants of the problem, to be compared: part of the problem itself. Pure: no DOM, no requests.

/** @import { Problem, Variant } from "../types.d.ts" */

/**
 * The problem with a variant's own members.
 *
 * @param {Problem} problem
 * @param {Variant} variant
 * @returns {Problem}
 */
export const merged = (problem, variant) => ({ ...problem, ...variant });
