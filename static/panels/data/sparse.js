// Rows as libsvm and svmlight write them: `1 1:0.5 2:3`, the class and then the features that are not zero. Pure.

import { linesOf } from "./separated_lines.js";
import { MOST } from "./columns.js";

/** @import { Role } from "./columns.js" */
/** @import { Field, Row } from "./separated_lines.js" */

const ROW = /^\s*\S+(\s+(qid|\d+):\S+)*\s*(#.*)?$/;
const PAIR = /(\d+):(\S+)/g;

/**
 * The rows with a field for the class and one for each feature, or null where the text is written otherwise.
 * @param {string} text
 * @returns {{rows: Row[], names: string[], roles: Role[]} | null}
 */
export function sparseRows(text) {
  const lines = linesOf(text);
  if (!lines.some(({ content }) => /\s\d+:\S/.test(content)) || !lines.every(({ content }) => ROW.test(content))) {
    return null;
  }
  const found = lines.map(({ content, start, row }) => {
    const told = content.replace(/#.*$/, "");
    const [label] = told.trim().split(/\s/);
    const at = start + told.indexOf(label);
    /** @type {Map<number, Field>} */
    const pairs = new Map();
    for (const { 0: whole, 1: feature, 2: value, index } of told.matchAll(PAIR)) {
      const end = start + index + whole.length;
      pairs.set(Number(feature), { text: value, quoted: false, start: end - value.length, end });
    }
    return { row, pairs, label: { text: label, quoted: false, start: at, end: at + label.length } };
  });
  const features = [...new Set(found.flatMap(({ pairs }) => [...pairs.keys()]))].sort((a, b) => a - b);
  for (let next = 1; features.length < 2; next++) if (!features.includes(next)) features.push(next);
  const kept = features.sort((a, b) => a - b).slice(0, MOST - 1);
  const rows = found.map(({ row, pairs, label }) => ({
    row,
    fields: [label, ...kept.map((k) => pairs.get(k) ?? { ...label, text: "0" })],
  }));
  /** @type {Role[]} */
  const roles = ["class", "x1", "x2"];
  return {
    rows,
    names: ["class", ...kept.map(String)],
    roles: [...roles, ...kept.slice(2).map(() => /** @type {Role} */ (""))],
  };
}
