// The address of the page: it is the moment on the page, or the story that is told there, and follows it; Back and
// Forward lead through what was opened.

import { differ, keysThat } from "../state/table.js";

/** @import { State, Store } from "../types.d.ts" */

const REST = 400; // ms without a change before the address follows: browsers allow only so many changes
const WATCHED = keysThat("address");

/** The example or the set of points, "" for the reader's own. @param {State} state */
const sourceOf = ({ problem: { preset, data } }) => preset || (data.kind === "own" ? "" : data.kind);

/**
 * Keeps the address at the moment of the store; `opened(hash, beginning)` when the reader goes to another, "" for what
 * was there before there was any. `tidy`: the page began without one, by itself or by a short link.
 *
 * @param {Store} store
 * @param {boolean} tidy
 * @param {(hash: string, beginning: State) => void} opened
 */
export function follow(store, tidy, opened) {
  const beginning = store.get();
  const plain = tidy && !location.hash;
  const home = location.pathname + location.search; // the address that needs no more
  let timer = 0;
  let now = location.hash;
  /** @type {string | null} */
  let source = sourceOf(store.get());

  async function put() {
    const state = store.get();
    const from = location.hash;
    if (state.playing || state.gesture || !state.pass || state.playback?.going || state.lead || state.blank) return;
    const sharing = await import("../links/share.js").catch(() => null);
    if (!sharing) return; // the server is away: the next change tries again
    const both = await Promise.all([beginning, state].map(sharing.hashOf)).catch(() => []);
    const [first, here] = both; // none where a story is too long for a link
    if (!here || location.hash !== from) return; // the reader has gone to another meanwhile
    const hash = plain && here.content === first.content ? "" : here.hash;
    const left = history.state?.story ?? null;
    if (differ(WATCHED, state, store.get())) return;
    // Another example or set was opened: Back leads to what was there.
    const other = source !== null && !state.playback && ![source, ""].includes(sourceOf(state));
    if (!state.playback) source = sourceOf(state);
    if (hash === now && here.story === left) return;
    now = hash;
    const made = { own: true, ...(here.story && { story: here.story }) };
    const way = other || (here.story && !left) ? "pushState" : "replaceState";
    history[way](made, "", hash ? `/${hash}` : home); // a changed moment is no longer that of a short link
  }

  store.watch(WATCHED, () => {
    clearTimeout(timer);
    timer = setTimeout(put, REST);
  });
  addEventListener("hashchange", () => {
    if (location.hash === now || /^#\D/.test(location.hash)) return; // a place on the page is no moment
    clearTimeout(timer);
    now = location.hash;
    source = null; // what is opened by its address has its place in the history already
    opened(now, beginning);
  });
}
