// Which entries of the manual's index answer what somebody types, the nearest first. Pure.

/** @typedef {[title: string, kind: string, sentence: string, address: string]} Entry */

const MOST = 12;

/** @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f–-]/g, "").toLowerCase();

/** How well one word fits: 0 for not at all. @type {(word: string, title: string, rest: string) => number} */
function fit(word, title, rest) {
  if (title === word) return 16;
  const words = title.split(/[\s_/.,]+/);
  if (words.includes(word)) return 8;
  if (words.some((each) => each.startsWith(word))) return 6;
  if (title.includes(word)) return 4;
  return rest.includes(word) ? 1 : 0;
}

/**
 * Every word must be found; words of the title count most, and among equals what stands first.
 *
 * @param {Entry[]} entries
 * @param {string} typed
 * @returns {Entry[]}
 */
export function find(entries, typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const rated = entries.map((entry, at) => {
    const [title, kind, sentence] = entry.map(plain);
    const fits = words.map((word) => fit(word, title, `${kind} ${sentence}`));
    return { entry, at, fit: fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) };
  });
  const found = rated.filter((one) => one.fit).sort((a, b) => b.fit - a.fit || a.at - b.at);
  return found.slice(0, MOST).map(({ entry }) => entry);
}
