// While a run moves the board follows at its own pace, and catches up when the run rests.

const EVERY = 250; // ms between passes while a run plays: the plane runs ahead
const PAUSE = 30; // ms a scrubbing hand must rest before the board follows

/** @import { Store } from "../types.d.ts" */

/**
 * `show` brings the pass of an iteration onto the page and resolves when it is there.
 *
 * @param {Store} store
 * @param {(iteration: number) => Promise<unknown>} show
 */
export function createFollower(store, show) {
  /** @type {number | undefined} */
  let timer;
  let last = 0;

  return function follow() {
    clearTimeout(timer);
    const wait = store.get().playing ? Math.max(0, EVERY - (performance.now() - last)) : PAUSE;
    timer = setTimeout(async () => {
      last = performance.now();
      const { iteration, mode, run } = store.get();
      if (mode !== "train") return; // somebody opened a pass meanwhile
      if (!run) return; // when it comes it says how far it goes, and is followed
      await show(iteration);
      const now = store.get();
      if (now.mode === "train" && now.iteration !== iteration) follow();
    }, wait);
  };
}
