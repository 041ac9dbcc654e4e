// Asks the server what the update of the pass on the page is made of, once for each pass. It touches no DOM.

/**
 * @import { WhyAnswer } from "../../api_types.d.ts"
 * @import { Pass, State, Store } from "../../types.d.ts"
 * @typedef {WhyAnswer & { pass: Pass }} Effect
 * @typedef {State & { pass: Pass, effect: Effect }} Explained  a moment whose update is explained
 */

import { api } from "../../server/api.js";
import { body } from "../../state/problem.js";

/** @param {Store} store @param {{ say: (text: string, tone: "error") => void }} lab */
export function createWhy(store, lab) {
  /** @type {Pass | null} */
  let asked = null;
  return async function why() {
    const { pass, shown } = store.get();
    if (!pass || asked === pass) return;
    asked = pass;
    /** @type {WhyAnswer | null | void} */
    const answer = await api.why({ ...body(shown), iteration: pass.iteration }).catch((error) =>
      lab.say(error.message, "error")
    );
    if (answer && store.get().pass === pass) store.set({ effect: { ...answer, pass } });
  };
}
