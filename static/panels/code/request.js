// Asks the server for the problem of the page as a program, once for each problem and dialect. It touches no DOM.

/**
 * @import { CodeAnswer } from "../../api_types.d.ts"
 * @import { Dialect, Problem, State, Store } from "../../types.d.ts"
 * @typedef {{ problem: Problem, dialect: string }} Asked
 * @typedef {Omit<CodeAnswer, "dialect"> & Asked} Program
 * @typedef {{ refused: string } & Asked} Refused
 * @typedef {Program | Refused} Coded
 * @typedef {ReturnType<typeof createCode>} Coding
 */

import { api } from "../../server/api.js";
import { body } from "../../state/problem.js";

const FIRST = "numpy";

/** @param {Store} store @param {{ say: (text: string) => void }} lab @param {Dialect[]} dialects */
export function createCode(store, lab, dialects) {
  /** @type {Asked | null} */
  let asked = null;
  return {
    dialects,
    say: lab.say,
    /** @param {string} dialect */
    choose: (dialect) => store.set({ dialect }),
    /**
     * The dialect in view, and its program if it is that of the problem in view.
     * @param {State} state
     */
    now({ coded, dialect = FIRST, problem }) {
      return { dialect, found: coded?.dialect === dialect && coded.problem === problem ? coded : null };
    },
    async ask() {
      const { problem, dialect = FIRST } = store.get();
      if (asked?.problem === problem && asked.dialect === dialect) return;
      const mine = { problem, dialect };
      asked = mine;
      const question = { ...body(problem), iterations: problem.iterations, dialect };
      /** @type {CodeAnswer | { refused: string } | null} */
      const answer = await api.code(question).catch((error) => ({ refused: error.message }));
      if (answer && asked === mine) store.set({ coded: { ...answer, ...mine } });
    },
  };
}
