// Asks the server to check our gradient and to diagnose the reader's, at the weights of the pass on the page. It
// touches no DOM.

/**
 * @import { CheckAnswer, DiagnoseAnswer } from "../../api_types.d.ts"
 * @import { Pass, Store } from "../../types.d.ts"
 * @typedef {CheckAnswer & { pass: Pass }} Check
 * @typedef {DiagnoseAnswer & { pass: Pass }} Diagnosis
 * @typedef {Check | { refused: string, pass: Pass }} Checked
 * @typedef {Diagnosis | { refused: string, field?: string, pass: Pass }} Diagnosed
 * @typedef {{ dW: string, db: string | null, loss: string | null }} Given  what the reader pasted
 * @typedef {ReturnType<typeof createCheck>} Checking
 */

import { api } from "../../server/api.js";
import { writtenIn } from "../../state/layout.js";
import { body } from "../../state/problem.js";

/** @param {Store} store @param {{ say: (text: string) => void }} lab */
export function createCheck(store, lab) {
  /** @type {Pass | null} */
  let asked = null;
  const here = () => {
    const { shown, ...now } = store.get();
    const pass = /** @type {Pass} */ (now.pass); // no panel is drawn without one
    return { pass, question: { ...body(shown), W: pass.W, b: pass.b } };
  };

  return {
    /** Our own gradient, once for each pass. */
    async ours() {
      const { pass, question } = here();
      if (asked === pass) return;
      asked = pass;
      /** @type {CheckAnswer | { refused: string } | null} */
      const answer = await api.check(question).catch((error) => ({ refused: error.message }));
      if (answer && store.get().pass === pass) store.set({ checked: { ...answer, pass } });
    },
    /**
     * The reader's. What is wrong with it comes as {refused, field}.
     * @param {Given} given
     */
    async yours(given) {
      const { pass, question } = here();
      /** @type {DiagnoseAnswer | { refused: string, field?: string } | null} */
      const answer = await api.diagnose(writtenIn(pass.layout, { ...question, given })).catch((error) => ({
        refused: error.message,
        field: error.problem?.errors?.[0]?.pointer,
      }));
      if (answer) store.set({ diagnosed: { ...answer, pass } });
    },
    chart: () => store.set({ chart: { ...store.get().chart, kind: "gradient_check" } }),
    say: lab.say,
  };
}
