// What a reader is to reach: one number of the pass held against another, such as "dS[4,1] == -1". Pure: no DOM, no
// requests.

/** @import { Pass } from "../types.d.ts" */

/** @typedef {{ id: string, row: number, column: number, is: string, wanted: number }} Goal */

const FORM = /^(\w+)\[(\d+)(?:,(\d+))?\] (==|<=|>=|<|>) (-?\d+(?:\.\d+)?)$/;
const NEAR = 1e-9; // two numbers closer than this are the same to a reader

/** @type {Record<string, (off: number) => boolean>} */
const HOLDS = {
  "==": (off) => Math.abs(off) < NEAR,
  "<=": (off) => off < NEAR,
  ">=": (off) => off > -NEAR,
  "<": (off) => off < -NEAR,
  ">": (off) => off > NEAR,
};

/**
 * Null for what is no goal.
 *
 * @param {string} text
 * @returns {Goal | null}
 */
export function goalOf(text) {
  const [, id, row, column = "0", is, wanted] = text.match(FORM) ?? [];
  return id ? { id, row: Number(row), column: Number(column), is, wanted: Number(wanted) } : null;
}

/**
 * The number that the goal is about, and whether it is reached; null while the pass has no such number.
 *
 * @param {Goal} goal
 * @param {Pass} pass
 */
export function standing({ id, row, column, is, wanted }, pass) {
  const value = pass.steps.find((step) => step.id === id)?.value;
  const line = Array.isArray(value) ? value[row] : undefined;
  const number = Array.isArray(line) ? line[column] : column === 0 ? line : undefined;
  return typeof number === "number" ? { value: number, reached: HOLDS[is](number - wanted) } : null;
}
