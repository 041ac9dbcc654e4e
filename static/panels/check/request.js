// Asks the server to check our gradient and to diagnose the reader's, at the weights of the pass on the page. It touches no DOM.

import { api } from "../../server/api.js";
import { diagnosisFrom, inLayout } from "../../state/layout.js";
import { body } from "../../state/problem.js";

export function createCheck(store, lab) {
  let asked = null;
  const here = () => {
    const { pass, shown } = store.get();
    return { pass, question: { ...body(shown), W: pass.W, b: pass.b } };
  };

  return {
    /** Our own gradient, once for each pass. */
    async ours() {
      const { pass, question } = here();
      if (asked === pass) return;
      asked = pass;
      const answer = await api.check(question).catch((error) => ({ refused: error.message }));
      if (answer && store.get().pass === pass) store.set({ checked: { ...answer, pass } });
    },
    /** The reader's: `given` is {dW, db, loss} as texts. What is wrong with them comes as {refused, field}. */
    async yours(given) {
      const { pass, question } = here();
      const answer = await api.diagnose(inLayout(pass.layout, { ...question, given })).catch((error) => ({
        refused: error.message,
        field: error.problem?.errors?.[0]?.pointer,
      }));
      if (answer) store.set({ diagnosed: { ...(answer.refused ? answer : diagnosisFrom(pass.layout, answer)), pass } });
    },
    chart: () => store.set({ chart: { ...store.get().chart, kind: "gradient_check" } }),
    say: lab.say,
  };
}
