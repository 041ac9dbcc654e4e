// A notice is about what was just done: it ends with the next thing that is done, or when it has had time to be read.
// One that is looked at stays; what went wrong stands until something else is made or opened; a warning and one with a
// button outlast what is done next.

import { pace } from "../state/product.js";

/** @import { State, Store } from "../types.d.ts" */

const [LEAST, OFFERED] = [6, 20]; // seconds
const SETTLES = 400; // ms in which what follows still belongs to what was done
/** @type {(keyof State)[]} */
const DONE = ["problem", "mode", "step", "panel", "view"];
/** @type {(keyof State)[]} */
const PAST = ["problem", "mode", "panel"];

/**
 * @param {Store} store
 * @param {HTMLElement} root  the notice
 */
export function endNotices(store, root) {
  let timer = 0;
  let since = 0;

  function wait() {
    clearTimeout(timer);
    const { notice } = store.get();
    if (!notice || notice.tone === "error") return;
    timer = setTimeout(() => {
      if (root.matches(":hover, :focus-within")) return wait();
      store.set({ notice: null });
    }, Math.max(notice.action ? OFFERED : LEAST, pace(notice.text)) * 1000);
  }

  store.watch(["notice"], () => {
    since = performance.now();
    wait();
  });
  /** @type {(tone: string) => (now: State, before: State) => void} */
  const ends = (tone) => ({ notice, playing }, before) => {
    const stood = notice === before.notice && performance.now() - since > SETTLES;
    if (notice?.tone === tone && stood && !notice.action && !playing) store.set({ notice: null });
  };
  store.watch(DONE, ends("info"));
  store.watch(PAST, ends("error"));
}
