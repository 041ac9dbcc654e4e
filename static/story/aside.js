// What was on the page before a story: put aside, history and all, and brought back. It knows no story.

import { keysThat } from "../state/table.js";

/** @import { Aside, Store } from "../types.d.ts" */

/** What is made or chosen during a story is no part of what was put aside. */
const STAYS = keysThat("stays");

/** @param {{store: Store, open: (panel: string | null) => void}} tools */
export function createAsides({ store, open }) {
  /** @type {Aside[]} */
  const asides = []; // the last one on top

  return {
    put() {
      asides.push(store.exchange());
    },
    /** False if nothing was put aside. */
    back() {
      const before = asides.pop();
      if (!before) return false;
      const now = store.get();
      const kept = Object.fromEntries(STAYS.map((name) => [name, now[name]]));
      store.exchange({ ...before, state: { ...before.state, ...kept } });
      open(before.state.panel ?? null);
      return true;
    },
  };
}
