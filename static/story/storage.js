// Keeps the reader's own story in this browser. The windows of one browser share the place; what cannot be read is put aside and never
// thrown away unasked; where nothing may be stored the story lives as long as the page. It judges what comes in and changes nothing.

import { attempt } from "../dom/storage.js";
import { judged } from "../links/story.js";

const KEY = "hingelab:story:1"; // another number when what is kept changes its form
const UNREAD = "hingelab:story:unread";

/** {parts} that are kept, with {unread} text in place of what is no story of this page. */
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

export const createKeeper = ({ catalogue, known }) => ({
  /** {parts, unread: all that could not be read so far, broken: whether there was more of it now}. */
  recall() {
    const { parts, unread = null } = read(catalogue, known);
    const before = attempt((storage) => storage.getItem(UNREAD)) ?? null;
    const all = [before, unread].filter(Boolean).join("\n") || null;
    if (unread) {
      attempt((storage) => {
        storage.setItem(UNREAD, all);
        storage.removeItem(KEY);
      });
    }
    return { parts, unread: all, broken: Boolean(unread) };
  },
  /** False where nothing may be stored. */
  keep: (parts) =>
    Boolean(
      attempt((
        storage,
      ) => (parts.length ? storage.setItem(KEY, JSON.stringify({ story: parts })) : storage.removeItem(KEY), true)),
    ),
  forget: () => attempt((storage) => storage.removeItem(UNREAD)),
  /** `changed(parts)` when another window has kept something else. */
  follow(changed) {
    addEventListener("storage", ({ key }) => {
      const { parts, unread } = key === KEY ? read(catalogue, known) : { unread: true };
      if (!unread) changed(parts);
    });
  },
});
