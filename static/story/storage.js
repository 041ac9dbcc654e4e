// Keeps the reader's own story in this browser. The windows of one browser share the place; what cannot be read is put
// aside and never thrown away unasked; where nothing may be stored the story lives as long as the page.

import { attempt } from "../dom/storage.js";
import { judged } from "../links/story.js";

/** @import { Draft, Catalogue, Known } from "../types.d.ts" */

const KEY = "hingelab:story:1"; // another number when what is kept changes its form
const UNREAD = "hingelab:story:unread";

/**
 * The parts that are kept; `unread`: text in place of what is no story of this page.
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {{parts: Draft["parts"], unread?: string}}
 */
function read(catalogue, known) {
  const text = attempt((storage) => storage.getItem(KEY));
  if (!text) return { parts: [] };
  try {
    const { story } = JSON.parse(text);
    if (judged(catalogue, { story }, known)) return { parts: story };
  } catch {
    // no JSON is as unreadable as a wrong one
  }
  return { parts: [], unread: text };
}

/** @param {{catalogue: Catalogue, known: Known}} tools */
export const createKeeper = ({ catalogue, known }) => ({
  /** `unread`: all that could not be read so far; `broken`: whether there was more of it now. */
  recall() {
    const { parts, unread } = read(catalogue, known);
    const before = attempt((storage) => storage.getItem(UNREAD)) ?? null;
    const all = [before, unread].filter(Boolean).join("\n");
    if (unread) {
      attempt((storage) => {
        storage.setItem(UNREAD, all);
        storage.removeItem(KEY);
      });
    }
    return { parts, unread: all || null, broken: Boolean(unread) };
  },
  /**
   * False where nothing may be stored.
   * @param {Draft["parts"]} parts
   */
  keep(parts) {
    const done = attempt((storage) => {
      if (parts.length) storage.setItem(KEY, JSON.stringify({ story: parts }));
      else storage.removeItem(KEY);
      return true;
    });
    return Boolean(done);
  },
  forget: () => attempt((storage) => storage.removeItem(UNREAD)),
  /**
   * `changed(parts)` when another window has kept something else.
   * @param {(parts: Draft["parts"]) => void} changed
   */
  follow(changed) {
    addEventListener("storage", ({ key }) => {
      if (key !== KEY) return;
      const { parts, unread } = read(catalogue, known);
      if (!unread) changed(parts);
    });
  },
});
