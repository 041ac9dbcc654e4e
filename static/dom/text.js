// What people read, so that it can be read in another language: each text has an id, stands in the code in English, and
// gets what changes by names. docs/texts.en.json lists them all.

/** A text as it is written: letters, and holes that are filled by name. */
/** @typedef {(string | { name: string, forms: string | undefined })[]} Written */

const page = globalThis.document; // the tests of the modules have none
/** Of another language than English: {id: text}. It stands in the page before any script runs. */
const texts = JSON.parse(page?.getElementById("texts")?.textContent || "{}");
/** The page's own, as its numbers and plurals are written. */
export const LANGUAGE = page?.documentElement.lang || "en";

const plurals = new Intl.PluralRules(LANGUAGE);
const HOLE = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/;
const STRIDE = 3; // what splitting at a hole gives: the letters before it, its name, its forms
/** @type {Map<string, Written>} */
const read = new Map();

/** @type {(id: string, english: string) => Written} */
function written(id, english) {
  const pieces = (texts[id] ?? english).split(HOLE);
  /** @type {Written} */
  const found = [];
  for (let at = 0; at < pieces.length; at += STRIDE) {
    if (pieces[at]) found.push(pieces[at]);
    if (at + 1 < pieces.length) found.push({ name: pieces[at + 1], forms: pieces[at + 2] });
  }
  read.set(id, found);
  return found;
}

/** "one {point} other {points}" for this number. @type {(forms: string, n: number) => string} */
function plural(forms, n) {
  const known = Object.fromEntries([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, form, words]) => [form, words]));
  return known[plurals.select(n)] ?? known.other;
}

/**
 * A text with elements in it, or parts of a sentence: {name} is where the holes of that name stand, and
 * {n, plural, one {point} other {points}} the word for the number n, in the forms that the language has.
 *
 * @template Part
 * @param {string} id
 * @param {string} english
 * @param {Record<string, Part | Part[] | string | number>} holes
 * @returns {(Part | string)[]}
 */
export const rich = (id, english, holes) =>
  (read.get(id) ?? written(id, english)).flatMap((piece) => {
    if (typeof piece === "string") return [piece];
    const { name, forms } = piece;
    const hole = holes[name];
    if (forms) return [plural(forms, Number(hole))];
    return Array.isArray(hole) ? hole : [typeof hole === "number" ? String(hole) : hole];
  });

/**
 * A text. @type {(id: string, english: string, holes?: Record<string, string | number>) => string}
 */
export const tr = (id, english, holes = {}) => rich(id, english, holes).join("");

/**
 * A whole number as the language groups its digits.
 *
 * @param {number} n
 */
export const counted = (n) => n.toLocaleString(LANGUAGE);

/**
 * A small number in words.
 *
 * @param {number} n
 */
export const inWords = (n) =>
  tr("numbers", "no one two three four five six seven eight nine").split(" ")[n] ?? String(n);

/**
 * a, b and c, of parts of a sentence.
 *
 * @template Part
 * @param {Part[][]} items
 * @returns {(Part | string)[]}
 */
export const conjoin = (items) =>
  items.flatMap((item, n) => [
    ...(n ? [n < items.length - 1 ? tr("list.comma", ", ") : tr("list.and", " and ")] : []),
    ...item,
  ]);

/** a, b and c. @param {(string | number)[]} items */
export const conjoined = (items) => conjoin(items.map((item) => [item])).join("");
