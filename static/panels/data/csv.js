// Tables of points as text: `x1, x2, class` in a row, read forgivingly and written plainly. Pure: no DOM.
//
// Between the columns stand tabs, semicolons or commas, whichever gives most rows three columns; a decimal comma works
// unless commas separate the columns (then in quotes). A head is optional and may put the class first. Blank rows and
// rows that begin with # are passed over. Classes: whole numbers with 0 among them and none over 7 stand as they are;
// other whole numbers are numbered by size (1, 2, 3 are 0, 1, 2), names in order of appearance.

import { LIMITS } from "../../state/points_edit.js";
import { parse } from "../../dom/number.js";
import { linesOf, separatorOf, split } from "./separated_lines.js";

/** @import { Field, Row } from "./separated_lines.js" */
/** @import { Rows } from "../../types.d.ts" */

/** @typedef {Pick<Field, "text" | "start" | "end">} Place  a field, or where one is missing */
/** @typedef {{row: number, column: number, start: number, end: number, message: string}} Wrong  what, and where */

const NAMES = ["x1", "x2", "the class"];
const CAP = 100; // errors written out; the others are counted
const WHOLE = /^[-+−]?\d+([.,]0*)?$/;
const CLASS_HEAD = /^(y|class|label|target|species)$/i;

/** @param {string} text */
const clip = (text) => `“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`;

/** @param {Row} row */
const isHead = ({ fields }) => {
  const words = fields.filter(({ text }) => text && parse(text) === null).length;
  return words > 1 && (words === fields.length || fields.some(({ text }) => CLASS_HEAD.test(text)));
};

/**
 * Which column is x1, which x2, which the class.
 * @param {Row | undefined} head
 */
function orderOf(head) {
  const at = head ? head.fields.findIndex(({ text }) => CLASS_HEAD.test(text)) : -1;
  return at >= 0 && at < 2 ? [0, 1, 2].filter((k) => k !== at).concat(at) : [0, 1, 2];
}

/** @type {(text: string, name: string) => string} */
function wrongNumber(text, name) {
  if (!text) return `${name} is missing: write a number, such as 0.5.`;
  const size = Math.abs(Number(text.replace("−", "-").replace(",", ".")));
  if (size > LIMITS.size) return `${clip(text)} is too large: numbers go up to 1e9 either way.`;
  return `${clip(text)} is no number: write one such as 0.5, -2 or 1/3.`;
}

/** @type {(n: number, separator: string) => string} */
const tooWide = (n, separator) =>
  `There are ${n} columns where three are expected: x1, x2 and the class.` +
  (separator === "," ? " With decimal commas, put semicolons or tabs between the columns." : "");

/**
 * The errors of one row.
 * @param {Row} row
 * @param {number[]} order
 * @param {string} separator
 * @returns {{column: number, field: Place, message: string}[]}
 */
function wrongIn({ fields }, order, separator) {
  if (fields.length === 1) {
    return [{
      column: 1,
      field: fields[0],
      message: "There is one column here: put a comma, a semicolon or a tab between x1, x2 and the class.",
    }];
  }
  const odd = fields.findIndex(({ text, quoted }) => !quoted && text.startsWith('"'));
  if (odd >= 0) {
    return [{
      column: odd + 1,
      field: fields[odd],
      message: "The quotation marks here do not match: remove the one, or add the other.",
    }];
  }
  if (fields.length > 3) return [{ column: 4, field: fields[3], message: tooWide(fields.length, separator) }];
  return order.flatMap((column, k) => {
    const { end } = fields[fields.length - 1];
    const field = fields[column] ?? { text: "", start: end, end };
    const wrong = k < 2
      ? parse(field.text) === null && wrongNumber(field.text, NAMES[k])
      : !field.text && "The class is missing: write its number or its name.";
    return wrong ? [{ column: column + 1, field, message: wrong }] : [];
  });
}

/**
 * The value of a field that has been found to be a number.
 * @param {string} text
 */
const valueOf = (text) => Number(parse(text)) + 0; // −0 + 0 is 0

/** @param {string} text */
const isWhole = (text) => WHOLE.test(text) && parse(text) !== null;

/**
 * 1, 1.0 and +1 are one class.
 * @param {Field} field
 */
const nameOf = ({ text }) => (isWhole(text) ? String(valueOf(text)) : text);

/**
 * The names of the classes in the order of their numbers.
 * @param {string[]} names
 */
function classesOf(names) {
  const distinct = [...new Set(names)];
  if (!distinct.every(isWhole)) return distinct;
  const values = distinct.map(Number).sort((a, b) => a - b);
  const last = values[values.length - 1];
  const asTheyStand = values[0] === 0 && last < LIMITS.classes;
  return (asTheyStand ? Array.from({ length: last + 1 }, (_, k) => k) : values).map(String);
}

/**
 * `names`: of the classes. `errors`: row and column from 1, start and end in the text; `more`: how many there are
 * besides.
 * @param {string} text
 * @returns {{X: Rows, y: number[], names: string[], errors: Wrong[], more: number}}
 */
export function readTable(text) {
  const all = linesOf(text);
  const separator = separatorOf(all);
  const rows = all.map((line) => split(line, separator)).filter(({ fields }) => fields.some((field) => field.text));
  const order = orderOf(rows.length && isHead(rows[0]) ? rows.shift() : undefined);
  /** @type {Wrong[]} */
  const errors = [];
  /** @type {(row: number, column: number, place: Omit<Place, "text">, message: string) => void} */
  const note = (row, column, { start, end }, message) => void errors.push({ row, column, start, end, message });
  const known = new Set();
  rows.forEach((line) => {
    const wrong = wrongIn(line, order, separator);
    for (const { column, field, message } of wrong) note(line.row, column, field, message);
    const name = line.fields[order[2]];
    if (wrong.length || known.has(nameOf(name))) return;
    known.add(nameOf(name));
    if (known.size > LIMITS.classes) {
      const which = `${clip(name.text)} is class number ${known.size}`;
      const advice = `the page shows ${LIMITS.classes}. Merge some, or leave some out.`;
      note(line.row, order[2] + 1, name, `${which}; ${advice}`);
    }
  });
  const over = rows[LIMITS.points];
  if (over) {
    const which = `This is the first point too many of ${rows.length.toLocaleString("en")}`;
    const most = LIMITS.points.toLocaleString("en");
    const advice = `the page takes ${most}. Leave out this row and those after it.`;
    note(over.row, 1, over.fields[0], `${which}: ${advice}`);
  }
  if (!rows.length && text.trim()) {
    note(1, 1, { start: 0, end: 0 }, "There is no point here: a row is x1, x2 and the class, such as 0.5, 0.4, 0.");
  }
  if (errors.length) {
    return { X: [], y: [], names: [], errors: errors.slice(0, CAP), more: Math.max(0, errors.length - CAP) };
  }
  const found = rows.map(({ fields }) => nameOf(fields[order[2]]));
  const names = classesOf(found);
  const X = rows.map(({ fields }) => order.slice(0, 2).map((at) => valueOf(fields[at].text)));
  return { X, y: found.map((name) => names.indexOf(name)), names, errors, more: 0 };
}

/** @type {(X: Rows, y: number[]) => string} */
export const writeTable = (X, y) => `x1,x2,y\n${X.map((row, i) => `${[...row, y[i]].join(",")}\n`).join("")}`;
