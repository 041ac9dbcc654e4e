// Variants of the problem, to be compared: part of the problem itself. Pure: no DOM, no requests.

/** @import { Problem, Variant } from "../types.d.ts" */

export const MOST = 4;

/** What a variant can do otherwise: the field of the problem, and its family in the catalogue. */
export const MEMBERS = /** @type {const} */ ({
  loss: "losses",
  penalty: "penalties",
  optimizer: "optimizers",
  schedule: "schedules",
});

/**
 * The problem with a variant's own members.
 *
 * @param {Problem} problem
 * @param {Variant} variant
 * @returns {Problem}
 */
export const merged = (problem, variant) => ({ ...problem, ...variant });
