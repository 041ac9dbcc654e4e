// Lines of separated fields, each with its place in the text, so that an error can point at it. It knows no points.
// Pure.

/** @typedef {{content: string, start: number, row: number}} Line */
/** @typedef {{text: string, quoted: boolean, start: number, end: number}} Field */
/** @typedef {{fields: Field[], row: number}} Row */

const SAMPLE = 50; // lines that choose the separator

/**
 * The lines that hold something; those that begin with # are remarks.
 * @param {string} text
 * @returns {Line[]}
 */
export function linesOf(text) {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  return text.slice(start).split(/(\r\n|\n|\r)/).flatMap((content, at) => {
    const line = { content, start, row: at / 2 + 1 };
    start += content.length;
    return at % 2 || !content.trim() || content.trimStart().startsWith("#") ? [] : [line];
  });
}

/**
 * The fields of a line, with their places in the whole text. A quoted field ends with its line: no number needs two.
 * @param {Line} line
 * @param {string} separator
 * @returns {Row}
 */
export function split({ content, start, row }, separator) {
  const field = new RegExp(`[^\\S\\t]*"((?:[^"]|"")*)"[^\\S\\t]*(?=${separator}|$)|[^${separator}]*`, "y");
  /** @type {Field[]} */
  const fields = [];
  for (let at = 0; at <= content.length; at = field.lastIndex + 1) {
    field.lastIndex = at;
    // It matches everywhere: a field may be empty.
    const [raw, quoted] = /** @type {RegExpExecArray} */ (field.exec(content));
    fields.push({
      text: (quoted?.replaceAll('""', '"') ?? raw).trim(),
      quoted: quoted !== undefined,
      start: start + at,
      end: start + at + raw.length,
    });
    field.lastIndex = at + raw.length;
  }
  while (fields.length > 3 && !fields.at(-1)?.text) fields.pop();
  return { fields, row };
}

/**
 * Whichever gives most rows three fields; where several do, or none does: tab before semicolon before comma.
 * @param {Line[]} all
 */
export function separatorOf(all) {
  const sample = all.slice(0, SAMPLE);
  /** @param {string} separator */
  const score = (separator) => sample.filter((line) => split(line, separator).fields.length === 3).length;
  /** @param {string} separator */
  const occurs = (separator) => sample.some(({ content }) => content.includes(separator));
  const [best] = ["\t", ";", ","].map((separator) => ({ separator, score: score(separator) })).sort((a, b) =>
    b.score - a.score
  );
  return best.score ? best.separator : ["\t", ";"].find(occurs) ?? ",";
}
