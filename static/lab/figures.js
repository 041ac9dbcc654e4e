// Which figure the reader wants to see, and when it is fetched: once it is seen, out of date, and nothing moves. It
// touches no DOM.

import { api } from "../server/api.js";
import { writtenIn } from "../state/layout.js";
import { chosenParameters, drawnKind } from "../state/figures.js";
import { body } from "../state/problem.js";
import { tr } from "../dom/text.js";

const REST = 150; // ms without a change before a figure is fetched: a drag is not followed by charts

/** @import { Chart, Figure, Run, State, Store } from "../types.d.ts" */
/** @typedef {State & { run: Run }} Idle  the state of a page that has a run, and can be drawn a figure of it */

/**
 * What the state asks for, and what tells it from another question.
 *
 * @param {Idle} state
 * @param {Map<string, string[]>} fields
 */
function wanted(state, fields) {
  const { problem, run, iteration, chart, layout } = state;
  const kind = drawnKind(chart);
  const has = (/** @type {string} */ name) => fields.get(kind)?.includes(name);
  const at = has("iteration") ? Math.min(iteration, run.totals.length - 1) : null;
  const asked = {
    kind,
    ...writtenIn(layout, body(problem)),
    iterations: problem.iterations,
    ...(has("log") && { log: chart.log }),
    ...(has("compare") && chart.pin && { compare: { ...body(chart.pin), iterations: chart.pin.iterations } }),
    ...(has("parameters") && { parameters: chosenParameters(state) }),
    ...(at !== null && { iteration: at }),
  };
  const mark = [kind, problem, layout, asked.log, asked.compare && chart.pin, asked.parameters?.join(), at];
  return { asked, mark, kind, iteration: at };
}

/** @type {(a: unknown[], b: unknown[]) => boolean} */
const same = (a, b) => a.length === b.length && a.every((part, k) => part === b[k]);

/**
 * `list`: the figures there are. The answer comes as `figure` of the state.
 *
 * @param {Store} store
 * @param {Figure[]} list
 */
export function createFigures(store, list) {
  const fields = new Map(list.map((each) => [each.kind, each.fields]));
  /** @type {number | undefined} */
  let timer;
  /** @type {unknown[] | null} */
  let asking = null;

  /** @param {Idle} state */
  async function fetchFigure(state) {
    const { asked, mark, ...about } = wanted(state, fields);
    asking = mark;
    const answer = await api.figure(asked).then(
      (drawn) => drawn && { drawn },
      (error) => ({ error: String(error.message) }),
    );
    if (answer && asking === mark) store.set({ figure: { ...about, ...answer } });
  }

  /** @type {(state: State) => state is Idle} */
  const idle = (state) => state.run !== null && !state.playing && state.chart.seen;

  store.watch(["problem", "run", "iteration", "chart", "layout", "playing"], (state) => {
    clearTimeout(timer);
    if (!idle(state)) return;
    const { mark } = wanted(state, fields);
    if (asking && same(mark, asking)) return;
    timer = setTimeout(() => {
      const now = store.get();
      if (idle(now)) fetchFigure(now);
    }, asking ? REST : 0);
  });

  /** @param {Partial<Chart>} patch */
  const change = (patch) => store.set({ chart: { ...store.get().chart, ...patch } });
  return {
    change,
    /** Keep this run to be drawn beside the next ones, or let it go. */
    pin() {
      const { chart, problem } = store.get();
      change({ pin: chart.pin ? null : problem });
    },
    /**
     * The landscape as a surface, where the browser `can` draw in space.
     *
     * @param {boolean} can
     */
    solid(can) {
      const text = tr(
        "chart.nospace",
        "This browser has no WebGL, so there is no surface; the lines of height show the same landscape.",
      );
      if (can) change({ solid: !store.get().chart.solid });
      else store.set({ notice: { text, tone: "info" } });
    },
    /**
     * @param {number} k  0 or 1, of the two axes
     * @param {string} name
     */
    parameter(k, name) {
      const both = chosenParameters(store.get());
      const other = both[1 - k] === name ? both[k] : both[1 - k];
      change({ parameters: k ? [other, name] : [name, other] });
    },
  };
}
