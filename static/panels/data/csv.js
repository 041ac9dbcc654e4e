// Tables of points as text: `x1, x2, class` in a row, read forgivingly and written plainly. Pure: no DOM.
//
// Between the columns stand tabs, semicolons, commas or spaces, whichever gives most rows three columns; a decimal
// comma works unless commas separate the columns (then in quotes). A head is optional and means what it says; of more
// than three columns the reader may choose others. Blank rows and rows that begin with #, % or // are passed over, and
// so is an index. Classes: whole numbers with 0 among them stand as they are if the page has so many; other whole
// numbers are numbered by size (1, 2, 3 are 0, 1, 2), names in order of appearance.

import { limits } from "../../state/schema.js";
import { parse } from "../../dom/number.js";
import { columnsOf, ROLES } from "./columns.js";
import { tooManyClasses, tooManyPoints, tooWide, wrongNumber } from "./csv_words.js";
import { separated } from "./separated_lines.js";
import { sparseRows } from "./sparse.js";
import { tr } from "../../dom/text.js";

/** @import { Columns, Role } from "./columns.js" */
/** @import { Field, Row } from "./separated_lines.js" */
/** @import { Rows } from "../../types.d.ts" */

/** @typedef {Pick<Field, "text" | "start" | "end">} Place  a field, or where one is missing */
/** @typedef {{row: number, column: number, start: number, end: number, message: string}} Wrong  what, and where */

const NAMES = ["x1", "x2", tr("csv.class", "the class")];
const CAP = 100; // errors written out; the others are counted

/**
 * The errors of one row.
 * @param {Row} row
 * @param {number[]} order
 * @param {number} width
 * @param {string} separator
 * @returns {{column: number, field: Place, message: string}[]}
 */
function wrongIn({ fields }, order, width, separator) {
  if (fields.length === 1) {
    return [{
      column: 1,
      field: fields[0],
      message: tr(
        "csv.one",
        "There is one column here: put a comma, a semicolon, a tab or a space between x1, x2 and the class.",
      ),
    }];
  }
  const odd = fields.findIndex(({ text, quoted }) => !quoted && text.startsWith('"'));
  if (odd >= 0) {
    return [{
      column: odd + 1,
      field: fields[odd],
      message: tr("csv.quotes", "The quotation marks here do not match: remove the one, or add the other."),
    }];
  }
  if (fields.length > width) {
    return [{ column: width + 1, field: fields[width], message: tooWide(fields.length, width, separator) }];
  }
  return order.flatMap((column, k) => {
    const { end } = fields[fields.length - 1];
    const field = fields[column] ?? { text: "", start: end, end };
    const wrong = k < 2
      ? parse(field.text) === null && wrongNumber(field.text, NAMES[k])
      : !field.text && tr("csv.noclass", "The class is missing: write its number or its name.");
    return wrong ? [{ column: column + 1, field, message: wrong }] : [];
  });
}

/**
 * The value of a field that has been found to be a number.
 * @param {string} text
 */
const valueOf = (text) => Number(parse(text)) + 0; // −0 + 0 is 0

/** @param {string} text */
const isWhole = (text) => Number.isInteger(parse(text)) && !text.includes("/");

/**
 * 1, 1.0, 1.000e+00 and +1 are one class.
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
  const asTheyStand = values[0] === 0 && last < limits.classes;
  return (asTheyStand ? Array.from({ length: last + 1 }, (_, k) => k) : values).map(String);
}

/**
 * `names`: of the classes. `errors`: row and column from 1, start and end in the text; `more`: how many there are
 * besides. `columns`: what was taken for what; `chosen`, where it fits them, is what the reader would rather have.
 * @param {string} text
 * @param {Role[] | null} chosen
 * @returns {{X: Rows, y: number[], names: string[], errors: Wrong[], more: number, columns: Columns | null}}
 */
export function readTable(text, chosen = null) {
  const sparse = sparseRows(text);
  const { rows: all, separator } = sparse ? { ...sparse, separator: " " } : separated(text);
  const { body: rows, columns } = columnsOf(all, chosen);
  if (sparse && chosen?.length !== columns.roles.length) Object.assign(columns, { roles: sparse.roles });
  if (sparse) Object.assign(columns, { names: sparse.names });
  const order = ROLES.map((role) => columns.roles.indexOf(role));
  const told = rows.length ? columns : null;
  /** @type {Wrong[]} */
  const errors = [];
  /** @type {(row: number, column: number, place: Omit<Place, "text">, message: string) => void} */
  const note = (row, column, { start, end }, message) => void errors.push({ row, column, start, end, message });
  const known = new Set();
  rows.forEach((line) => {
    const wrong = wrongIn(line, order, columns.roles.length, separator);
    for (const { column, field, message } of wrong) note(line.row, column, field, message);
    const name = line.fields[order[2]];
    if (wrong.length || known.has(nameOf(name))) return;
    known.add(nameOf(name));
    if (known.size > limits.classes) {
      note(line.row, order[2] + 1, name, tooManyClasses(name.text, known.size));
    }
  });
  const over = rows[limits.points];
  if (over) {
    note(over.row, 1, over.fields[0], tooManyPoints(rows.length));
  }
  if (!rows.length && text.trim()) {
    note(
      1,
      1,
      { start: 0, end: 0 },
      tr("csv.empty", "There is no point here: a row is x1, x2 and the class, such as 0.5, 0.4, 0."),
    );
  }
  if (errors.length) {
    return {
      X: [],
      y: [],
      names: [],
      errors: errors.slice(0, CAP),
      more: Math.max(0, errors.length - CAP),
      columns: told,
    };
  }
  const found = rows.map(({ fields }) => nameOf(fields[order[2]]));
  const names = classesOf(found);
  const X = rows.map(({ fields }) => order.slice(0, 2).map((at) => valueOf(fields[at].text)));
  return { X, y: found.map((name) => names.indexOf(name)), names, errors, more: 0, columns: told };
}

/** @type {(X: Rows, y: number[]) => string} */
export const writeTable = (X, y) => `x1,x2,y\n${X.map((row, i) => `${[...row, y[i]].join(",")}\n`).join("")}`;
