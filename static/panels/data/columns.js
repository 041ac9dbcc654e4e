// Which column of a table is x1, which x2 and which the class: by the words of its head, else by what is in it. Pure.

import { parse } from "../../dom/number.js";
import { commonest } from "./separated_lines.js";

/** @import { Row } from "./separated_lines.js" */
/** @typedef {"x1" | "x2" | "class" | ""} Role  "" is left out */
/** @typedef {{names: string[], roles: Role[], sample: string[][]}} Columns  `sample`: the fields of the first rows */

const SHOWN = 2; // rows of the sample
export const MOST = 40; // columns that are told apart
/** @type {Role[]} */
export const ROLES = ["x1", "x2", "class"];
const CLASS = words("class classes label labels target targets species klasse klassen clase classe categoria");
const PERHAPS = words(
  "category categories kategorie group gruppe cluster kind type typ color colour farbe outcome diagnosis variety cls",
);
const INDEX = words("index idx id nr no row rownames rowname unnamed obs");

/** @param {string} text */
function words(text) {
  return new Set(text.split(" "));
}

/** @type {(name: string, known: Set<string>) => boolean} */
const names = (name, known) => name.toLowerCase().split(/[^\p{L}\d]+/u).some((word) => known.has(word));
/** @param {string} name */
const isY = (name) => /^y(_?true)?$/i.test(name);
/** @param {string} name */
export const isClassName = (name) => names(name, CLASS) || names(name, PERHAPS) || isY(name);
/** @param {string} text */
const isNumber = (text) => parse(text) !== null;
/** @param {string[]} texts */
const counts = (texts) =>
  texts.length > 1 && Number(texts[0]) <= 1 && texts.every((text, at) => text === String(Number(texts[0]) + at));

/**
 * A head has words alone, over an index perhaps none, or two words of which one names a class; or it only counts.
 * @param {Row} row
 * @param {number} width  of the rows after it
 */
function isHead({ fields }, width) {
  const texts = fields.map(({ text }) => text);
  const told = texts.filter((text) => text && !isNumber(text)).length;
  const all = told === texts.filter(Boolean).length;
  if (told > 1 && (all || texts.some(isClassName))) return true;
  return width > 3 && counts(texts[0] ? texts : texts.slice(1)) && texts.filter(Boolean).length === width - 1;
}

/**
 * Takes the head off the rows and says what the columns are. `chosen` are the reader's own roles.
 * @param {Row[]} rows
 * @param {Role[] | null} chosen
 * @returns {{body: Row[], columns: Columns}}
 */
export function columnsOf(rows, chosen) {
  const [width] = commonest(rows.slice(1).map(({ fields }) => fields.length));
  const head = rows.length && isHead(rows[0], width) ? rows[0] : null;
  const body = head ? rows.slice(1) : rows;
  const [wide] = commonest(body.map(({ fields }) => fields.length));
  const given = head?.fields.map(({ text }) => text) ?? [];
  const outside = given.length > 2 && wide === given.length + 1; // the numbers of the rows have no head of their own
  const titles = outside ? ["", ...given] : given;
  const count = Math.min(MOST, Math.max(wide, titles.length, 3));
  const heads = Array.from({ length: count }, (_, k) => titles[k] ?? "");
  const cells = body.filter(({ fields }) => fields.length === wide).map(({ fields }) => fields.map(({ text }) => text));
  const index = count > 3 && isIndex(heads[0], head !== null, cells.map(([first]) => first)) ? 0 : -1;
  const roles = chosen?.length === count ? chosen : guess(heads, cells, index);
  return { body, columns: { names: heads, roles, sample: cells.slice(0, SHOWN).map((row) => row.slice(0, count)) } };
}

/** @type {(name: string, headed: boolean, texts: string[]) => boolean} */
const isIndex = (name, headed, texts) =>
  headed ? !name || (names(name, INDEX) && new Set(texts).size === texts.length) : counts(texts);

/** @type {(heads: string[], cells: string[][], index: number) => Role[]} */
function guess(heads, cells, index) {
  const free = heads.map((_, k) => k).filter((k) => k !== index);
  const target = classAt(heads, cells, free);
  const rest = ordered(heads, free.filter((k) => k !== target));
  const numbers = rest.filter((k) => !cells.length || cells.some((row) => isNumber(row[k] ?? "")));
  const [x1, x2] = numbers.length > 1 ? numbers : rest;
  return heads.map((_, k) => (k === target ? "class" : k === x1 ? "x1" : k === x2 ? "x2" : ""));
}

/** @type {(heads: string[], cells: string[][], free: number[]) => number} */
function classAt(heads, cells, free) {
  for (const known of [CLASS, PERHAPS]) {
    const found = free.filter((k) => names(heads[k], known)).at(-1);
    if (found !== undefined) return found;
  }
  // Beside an x of its own, and with a column left for the class, y is a coordinate.
  const beside = free.length > 2 && free.some((k) => /^x$/i.test(heads[k]));
  const y = beside ? -1 : free.findLast((k) => isY(heads[k])) ?? -1;
  if (y >= 0) return y;
  const left = beside ? free.filter((k) => !/^[xy]$/i.test(heads[k])) : free;
  /** @type {(does: (text: string) => boolean) => number[]} */
  const where = (does) => left.filter((k) => cells.length > 0 && cells.every((row) => does(row[k] ?? "")));
  const named = where((text) => text !== "" && !isNumber(text));
  const whole = where((text) => Number.isInteger(parse(text)));
  const last = left[left.length - 1];
  if (named.length) return named[named.length - 1];
  return whole.length === 1 && cells.length > 1 ? whole[0] : last;
}

/** x before y, and x1 before x2, wherever they stand. @type {(heads: string[], free: number[]) => number[]} */
function ordered(heads, free) {
  const [x, y] = ["x", "y"].map((name) => free.find((k) => heads[k].toLowerCase() === name));
  if (x !== undefined && y !== undefined) return [x, y, ...free.filter((k) => k !== x && k !== y)];
  const numbered = free.map((k) => /^(\D+)(\d+)$/.exec(heads[k]));
  const [first] = numbered;
  if (!first || !numbered.every((each) => each?.[1] === first[1])) return free;
  return [...free].sort((a, b) => Number(heads[a].slice(first[1].length)) - Number(heads[b].slice(first[1].length)));
}
