// What the steps of a moment are called: every pass of its sort says it, and where the page has seen none the server is
// asked. No DOM.

import { api } from "../server/api.js";
import { body } from "../state/problem.js";

/** @import { Pass, Problem, Store } from "../types.d.ts" */

/**
 * What decides which steps a pass has: numbers do not.
 *
 * @param {Pick<Problem, "loss" | "penalty" | "optimizer" | "bias">} problem
 */
const sortOf = ({ loss, penalty, optimizer, bias }) =>
  JSON.stringify([loss, penalty, optimizer, bias], (_, value) => (typeof value === "number" ? 0 : value));

/** @param {Pass} pass */
const titlesOf = ({ steps }) => Object.fromEntries(steps.map(({ id, title }) => [id, title]));

/**
 * The titles that are known stand in the store: {sort: {id: title}}.
 *
 * @param {Store} store
 */
export function createTitles(store) {
  const known = () => store.get().titles ?? {};
  /** @type {Set<string>} */
  const asked = new Set();

  /**
   * @param {string} sort
   * @param {Pass} pass
   */
  function learn(sort, pass) {
    asked.add(sort);
    store.set({ titles: { ...known(), [sort]: titlesOf(pass) } });
  }

  /**
   * @param {string} sort
   * @param {Problem} problem
   */
  async function ask(sort, problem) {
    asked.add(sort);
    const { X, y } = problem;
    const first = body({ ...problem, X: X.slice(0, 1), y: y.slice(0, 1), batch: "full" });
    const pass = await api.titles({ ...first, iteration: 0 }).catch(() => null);
    if (pass) learn(sort, pass);
  }

  return {
    /**
     * The pass of the page tells those of its sort.
     *
     * @param {{ shown: Problem, pass: Pass }} state
     */
    see({ shown, pass }) {
      if (!asked.has(sortOf(shown))) learn(sortOf(shown), pass);
    },
    /**
     * Asks, one after the other, for what is not known of these problems.
     *
     * @param {Problem[]} problems
     */
    async seek(problems) {
      for (const problem of problems) if (!asked.has(sortOf(problem))) await ask(sortOf(problem), problem);
    },
    /** @type {(problem: Problem, id: string) => string} */
    of: (problem, id) => known()[sortOf(problem)]?.[id] ?? id,
  };
}
