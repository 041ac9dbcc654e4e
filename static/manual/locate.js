// Where in a JSON text the value is that a JSON Pointer names. The text may break off: what was read so far counts.
// Pure.

const TOKEN = /\s+|"(?:[^"\\]|\\.)*"?|[[\]{}:,]|[^\s"[\]{}:,]+/gsy;

/** @typedef {{ start: number, end: number }} Range */

/** @param {string} step */
const plain = (step) => step.replaceAll("~1", "/").replaceAll("~0", "~");

/** @param {string} text */
function nameOf(text) {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** A bracket that is open: where its value begins, and which part of it comes next. */
/** @typedef {{ path: string[], start: number, at: number | string | null }} Open */

/**
 * The range of each value, by its path as JSON text.
 *
 * @param {string} text
 */
function ranges(text) {
  /** @type {Map<string, Range>} */
  const found = new Map();
  /** @type {Open[]} */
  const open = [];
  const here = () => (open.length ? [...open[open.length - 1].path, String(open[open.length - 1].at)] : []);
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (!token.trim()) continue;
    const top = open.at(-1);
    const end = index + token.length;
    if (token === "{" || token === "[") {
      open.push({ path: here(), start: index, at: token === "[" ? 0 : null });
    } else if (token === "}" || token === "]") {
      const done = open.pop();
      if (done) found.set(JSON.stringify(done.path), { start: done.start, end });
    } else if (token === ",") {
      if (top) top.at = typeof top.at === "number" ? top.at + 1 : null;
    } else if (top && top.at === null) {
      top.at = nameOf(token);
    } else if (token !== ":") found.set(JSON.stringify(here()), { start: index, end });
  }
  return found;
}

/**
 * The range of the value that `pointer` names, or of the nearest around it that is there.
 *
 * @param {string} text
 * @param {string} pointer
 * @returns {Range}
 */
export function locate(text, pointer) {
  const found = ranges(text);
  const path = pointer.split("/").slice(1).map(plain);
  while (path.length) {
    const range = found.get(JSON.stringify(path));
    if (range) return range;
    path.pop();
  }
  return found.get("[]") ?? { start: 0, end: text.length };
}

/**
 * The place in a text that is said as “line 3, column 5”, or null where a sentence says none.
 *
 * @param {string} text
 * @param {string} sentence
 * @returns {Range | null}
 */
export function said(text, sentence) {
  const place = /line (\d+), column (\d+)/.exec(sentence);
  if (!place) return null;
  const lines = text.split("\n");
  const before = lines.slice(0, Number(place[1]) - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const start = Math.min(before + Number(place[2]) - 1, text.length);
  return { start, end: Math.min(start + 1, text.length) };
}

/** Counted from 1. @type {(text: string, at: number) => number} */
export const lineOf = (text, at) => text.slice(0, at).split("\n").length;
