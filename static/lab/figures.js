// Which figure the reader wants to see, and when it is fetched: once it is seen, out of date, and nothing moves. No DOM.

import { api } from "../server/api.js";
import { inLayout, nameIn } from "../state/layout.js";
import { chosenParameters, drawnKind } from "../state/figures.js";
import { body } from "../state/problem.js";

const REST = 150; // ms without a change before a figure is fetched: a drag is not followed by charts

/** What the state asks for, and what tells it from another question. */
function wanted(state, fields) {
  const { problem, run, iteration, chart, layout } = state;
  const [kind, has] = [drawnKind(chart), (name) => fields.get(drawnKind(chart)).includes(name)];
  const at = has("iteration") ? Math.min(iteration, run.totals.length - 1) : null;
  const asked = {
    kind,
    ...inLayout(layout, body(problem)),
    iterations: problem.iterations,
    ...(has("log") && { log: chart.log }),
    ...(has("compare") && chart.pin && { compare: { ...body(chart.pin), iterations: chart.pin.iterations } }),
    ...(has("parameters") && { parameters: chosenParameters(state).map((name) => nameIn(layout, name)) }),
    ...(at !== null && { iteration: at }),
  };
  const mark = [kind, problem, layout, asked.log, asked.compare && chart.pin, asked.parameters?.join(), at];
  return { asked, mark, kind, iteration: at };
}

const same = (a, b) => a.length === b.length && a.every((part, k) => part === b[k]);

/** `list`: the figures there are, {kind, title, sentence, fields}. The answer comes as `figure`: {kind, iteration, drawn | error}. */
export function createFigures(store, list) {
  const fields = new Map(list.map((each) => [each.kind, each.fields]));
  let [timer, asking] = [null, null];

  async function fetchFigure() {
    const { asked, mark, ...about } = wanted(store.get(), fields);
    asking = mark;
    const answer = await api.figure(asked).catch((error) => ({ error: error.message }));
    if (answer && asking === mark) store.set({ figure: { ...about, ...(answer.error ? answer : { drawn: answer }) } });
  }

  const idle = ({ run, playing, chart }) => run && !playing && chart.seen;

  store.subscribe((state) => {
    clearTimeout(timer);
    if (!idle(state)) return;
    const { mark } = wanted(state, fields);
    if (asking && same(mark, asking)) return;
    timer = setTimeout(() => idle(store.get()) && fetchFigure(), asking ? REST : 0);
  });

  const change = (patch) => store.set({ chart: { ...store.get().chart, ...patch } });
  return {
    change,
    /** Keep this run to be drawn beside the next ones, or let it go. */
    pin() {
      const { chart, problem } = store.get();
      change({ pin: chart.pin ? null : problem });
    },
    /** The landscape as a surface, where the browser `can` draw in space. */
    solid(can) {
      const text = "This browser has no WebGL, so there is no surface; the lines of height show the same landscape.";
      if (can) change({ solid: !store.get().chart.solid });
      else store.set({ notice: { text, tone: "info" } });
    },
    parameter(k, name) {
      const both = chosenParameters(store.get());
      const other = both[1 - k] === name ? both[k] : both[1 - k];
      change({ parameters: k ? [other, name] : [name, other] });
    },
  };
}
