// Lines of separated fields, each with its place in the text, so that an error can point at it. It knows no points.
// Pure.

/** @typedef {{content: string, start: number, row: number}} Line */
/** @typedef {{text: string, quoted: boolean, start: number, end: number}} Field */
/** @typedef {{fields: Field[], row: number}} Row */

const SAMPLE = 50; // lines that choose the separator
const REMARK = /^\s*(#|%|\/\/)/;
const STATED = /^\s*"?sep=(.)"?\s*$/i; // Excel's own first line
const SEPARATORS = ["\t", ";", ",", " "];

/**
 * The lines that hold something; those that begin with #, % or // are remarks.
 * @param {string} text
 * @returns {Line[]}
 */
export function linesOf(text) {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  return text.slice(start).split(/(\r\n|\n|\r)/).flatMap((content, at) => {
    const line = { content, start, row: at / 2 + 1 };
    start += content.length;
    return at % 2 || !content.trim() || REMARK.test(content) ? [] : [line];
  });
}

/**
 * The fields of a line, with their places in the whole text. A quoted field ends with its line: no number needs two.
 * Between columns of a " " stands any number of spaces.
 * @param {Line} line
 * @param {string} separator
 * @returns {Row}
 */
export function split({ content, start, row }, separator) {
  if (separator === " ") return { fields: spaced(content, start), row };
  const mark = /[.*+?^${}()|[\]\\]/.test(separator) ? `\\${separator}` : separator;
  const field = new RegExp(`[^\\S\\t]*"((?:[^"]|"")*)"[^\\S\\t]*(?=${mark}|$)|[^${mark}]*`, "y");
  /** @type {Field[]} */
  const fields = [];
  for (let at = 0; at <= content.length; at = field.lastIndex + 1) {
    field.lastIndex = at;
    // It matches everywhere: a field may be empty.
    const [raw, quoted] = /** @type {RegExpExecArray} */ (field.exec(content));
    fields.push({
      text: plain(quoted?.replaceAll('""', '"') ?? raw),
      quoted: quoted !== undefined,
      start: start + at,
      end: start + at + raw.length,
    });
    field.lastIndex = at + raw.length;
  }
  while (fields.length > 3 && !fields.at(-1)?.text) fields.pop();
  return { fields, row };
}

/** One form for letters that Unicode can write in two. @param {string} text */
const plain = (text) => text.trim().normalize("NFC");

/** @type {(content: string, start: number) => Field[]} */
const spaced = (content, start) =>
  [...content.matchAll(/"((?:[^"]|"")*)"(?=\s|$)|\S+/g)].map(({ 0: raw, 1: quoted, index }) => ({
    text: plain(quoted?.replaceAll('""', '"') ?? raw),
    quoted: quoted !== undefined,
    start: start + index,
    end: start + index + raw.length,
  }));

/**
 * What most of the numbers are, the first of them where several are; at least `least`, or 0.
 * @param {number[]} numbers
 */
export function commonest(numbers, least = 0) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const n of numbers) if (n >= least) counts.set(n, (counts.get(n) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
}

/**
 * The rows of a text. The separator is the one that is stated (`sep=;`), or whichever gives most rows three fields, or
 * else equally many of at least three; where several do, or none does: tab before semicolon before comma before spaces.
 * @param {string} text
 * @returns {{rows: Row[], separator: string}}
 */
export function separated(text) {
  const all = linesOf(text);
  const stated = STATED.exec(all[0]?.content ?? "")?.[1];
  if (stated) all.shift();
  const separator = stated ?? separatorOf(all.slice(0, SAMPLE));
  return {
    rows: all.map((line) => split(line, separator)).filter(({ fields }) => fields.some((f) => f.text)),
    separator,
  };
}

/** @param {Line[]} sample */
function separatorOf(sample) {
  const scored = SEPARATORS.map((separator) => {
    const widths = sample.map((line) => split(line, separator).fields.length);
    const threes = widths.filter((width) => width === 3).length;
    return { separator, score: 2 * commonest(widths, 3)[1] + (2 * threes > widths.length ? 1 : 0) };
  });
  const [best] = scored.sort((a, b) => b.score - a.score); // a stable sort
  if (best.score) return best.separator;
  return ["\t", ";", ","].find((one) => sample.some(({ content }) => content.includes(one))) ?? " ";
}
