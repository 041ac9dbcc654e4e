// Asks the server for the problem of the page as a program, once for each problem and dialect. It touches no DOM.

import { api } from "../../server/api.js";
import { body } from "../../state/problem.js";

const FIRST = "numpy";

export function createCode(store, lab, dialects) {
  let asked = {};
  return {
    dialects,
    say: lab.say,
    choose: (dialect) => store.set({ dialect }),
    /** The dialect in view, and its program if it is that of the problem in view. */
    now({ coded, dialect = FIRST, problem }) {
      return { dialect, found: coded?.dialect === dialect && coded.problem === problem ? coded : null };
    },
    async ask() {
      const { problem, dialect = FIRST } = store.get();
      if (asked.problem === problem && asked.dialect === dialect) return;
      const mine = (asked = { problem, dialect });
      const question = { ...body(problem), iterations: problem.iterations, dialect };
      const answer = await api.code(question).catch((error) => ({ refused: error.message }));
      if (answer && asked === mine) store.set({ coded: { ...answer, ...mine } });
    },
  };
}
