// Asks the server what the update of the pass on the page is made of, once for each pass. It touches no DOM.

import { api } from "../../server/api.js";
import { body } from "../../state/problem.js";

export function createWhy(store, lab) {
  let asked = null;
  return async function why() {
    const { pass, shown } = store.get();
    if (!pass || asked === pass) return;
    asked = pass;
    const answer = await api.why({ ...body(shown), iteration: pass.iteration }).catch((error) =>
      lab.say(error.message, "error")
    );
    if (answer && store.get().pass === pass) store.set({ effect: { ...answer, pass } });
  };
}
