// Variants of the problem on the page, and their runs side by side. They are part of the problem: undo and a reload know them.
// It touches no DOM.

import { api } from "../../server/api.js";
import { write } from "../../state/fields.js";
import { body, defaults, find } from "../../state/problem.js";
import { merged, MOST } from "../../state/variants.js";

const LOSSES = {
  many: ["weston_watkins", "crammer_singer", "one_vs_all", "softmax"],
  two: ["hinge", "squared_hinge", "logistic", "pinball"],
};
const OPTIMIZERS = ["sgd", "momentum", "adagrad", "adam"];
const KINKS = [0, 0.5, 1];

/** Ready-made comparisons; `variants(catalogue, problem)` is empty where a set does not apply. */
export const SETS = [
  {
    text: "Losses",
    variants: ({ losses }, { loss }) => {
      const { binary } = find(losses, loss.kind);
      const kinds = new Set([loss.kind, ...LOSSES[binary ? "two" : "many"]]);
      return [...kinds].slice(0, MOST).map((kind) => ({
        loss: kind === loss.kind ? loss : defaults(find(losses, kind)),
      }));
    },
  },
  {
    text: "Optimizers",
    variants: ({ optimizers }, { optimizer }) => {
      const kinds = new Set([optimizer.kind, ...OPTIMIZERS]);
      return [...kinds].slice(0, MOST).map((kind) => ({
        optimizer: kind === optimizer.kind ? optimizer : defaults(find(optimizers, kind)),
      }));
    },
  },
  {
    text: "Kinks",
    variants: (_, { loss }) => ("kink" in loss ? KINKS.map((kink) => ({ loss: { ...loss, kink } })) : []),
  },
];

export function createCompare(store, catalogue) {
  let [asked, drawing] = [null, null];
  const variants = () => store.get().problem.variants;
  const put = (list, gesture = null) => store.change({ variants: list }, gesture);
  const question = ({ problem }) => ({ ...body(problem), iterations: problem.iterations, variants: problem.variants });

  return {
    open: (set) => put(set.variants(catalogue, store.get().problem)),
    add: () => variants().length < MOST && put([...variants(), {}]),
    remove: (i) => put(variants().filter((_, at) => at !== i)),
    change(i, field, value, gesture) {
      const patch = write(catalogue, merged(store.get().problem, variants()[i]), field.path, value);
      put(
        variants().map((variant, at) => (at === i ? { ...variant, ...patch } : variant)),
        gesture && `variant ${i} ${field.path} ${gesture}`,
      );
    },
    measure: (measure) => store.set({ measure }),

    /** The runs, once for each problem; while a hand is at work they wait. What is refused comes as {refused, at: variant}. */
    async ask() {
      const { problem, gesture } = store.get();
      if (gesture || asked === problem || !problem.variants.length) return;
      asked = problem;
      const answer = await api.compare(question({ problem })).catch((error) => ({
        refused: error.message,
        at: variantOf(error),
      }));
      if (answer && store.get().problem === problem) store.set({ compared: { ...answer, problem } });
    },
    /** Their chart, once for each answer and measure. */
    async draw() {
      const { compared, measure = "total", problem } = store.get();
      const mark = `${measure}`;
      if (
        compared?.problem !== problem || !compared.variants || (drawing?.compared === compared && drawing.mark === mark)
      ) return;
      drawing = { compared, mark };
      const scale = measure === "log" ? { measure: "total", log: true } : { measure };
      const drawn = await api.comparison({ ...question({ problem }), ...scale }).catch((error) => ({
        error: error.message,
      }));
      if (drawn && drawing.compared === compared && drawing.mark === mark) store.set({ comparison: drawn });
    },
    /** Play all of them, as a run. */
    play(actions) {
      if (store.get().mode !== "train") actions.mode("train");
      actions.does("play");
    },
    lossOf: (variant) => find(catalogue.losses, (variant.loss ?? store.get().problem.loss).kind),
  };
}

/** Which variant an error is about, if it is about one. */
const variantOf = (error) => Number(/^\/variants\/(\d+)/.exec(error.problem?.errors?.[0]?.pointer)?.[1] ?? -1);
