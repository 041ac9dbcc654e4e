// What the steps of a moment are called: every pass of its sort says it, and where the page has seen none the server is asked. No DOM.

import { api } from "../server/api.js";
import { body } from "../state/problem.js";

/** What decides which steps a pass has: numbers do not. */
const sortOf = ({ loss, penalty, optimizer, bias }) =>
  JSON.stringify([loss, penalty, optimizer, bias], (_, value) => (typeof value === "number" ? 0 : value));

const titlesOf = ({ steps }) => Object.fromEntries(steps.map(({ id, title }) => [id, title]));

/** The titles that are known stand in the store: {sort: {id: title}}. */
export function createTitles(store) {
  const known = () => store.get().titles ?? {};
  const asked = new Set();

  function learn(sort, pass) {
    asked.add(sort);
    store.set({ titles: { ...known(), [sort]: titlesOf(pass) } });
  }

  async function ask(sort, { X, y, ...problem }) {
    asked.add(sort);
    const pass = await api.titles({
      ...body({ ...problem, X: X.slice(0, 1), y: y.slice(0, 1), batch: "full" }),
      iteration: 0,
    }).catch(() => null);
    if (pass) learn(sort, pass);
  }

  return {
    /** The pass of the page tells those of its sort. */
    see({ shown, pass }) {
      if (!asked.has(sortOf(shown))) learn(sortOf(shown), pass);
    },
    /** Asks, one after the other, for what is not known of these problems. */
    async seek(problems) {
      for (const problem of problems) if (!asked.has(sortOf(problem))) await ask(sortOf(problem), problem);
    },
    of: (problem, id) => known()[sortOf(problem)]?.[id] ?? id,
  };
}
