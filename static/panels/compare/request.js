// Variants of the problem on the page, and their runs side by side. They are part of the problem: undo and a reload
// know them. It touches no DOM.

/**
 * @import { ComparisonAnswer, FigureAnswer } from "../../api_types.d.ts"
 * @import { Catalogue, Kind, Problem, Store, Variant } from "../../types.d.ts"
 * @typedef {ComparisonAnswer & { problem: Problem }} Runs
 * @typedef {Runs | { refused: string, at: number, problem: Problem }} Compared  `at`: which variant, or -1
 * @typedef {FigureAnswer | { error: string }} Comparison  their chart
 * @typedef {{ mode: (name: "train") => void, does: (name: "play") => void }} Playing
 * @typedef {object} VariantSet
 * @property {string} text
 * @property {(catalogue: Catalogue, problem: Problem) => Variant[]} variants
 * @property {(catalogue: Catalogue, variant: Variant) => string} name  what sets one of them apart
 * @typedef {ReturnType<typeof createCompare>} Comparing
 */

import { api } from "../../server/api.js";
import { write } from "../../state/fields.js";
import { body, defaults, find } from "../../state/problem.js";
import { limits } from "../../state/schema.js";
import { merged } from "../../state/variants.js";
import { tr } from "../../dom/text.js";

const LOSSES = {
  many: ["weston_watkins", "crammer_singer", "one_vs_all", "softmax"],
  two: ["hinge", "squared_hinge", "logistic", "pinball"],
};
const OPTIMIZERS = ["sgd", "momentum", "adagrad", "adam"];
const KINKS = [0, 0.5, 1];

/** @param {Kind[]} family @param {string} kind */
const known = (family, kind) => /** @type {Kind} */ (find(family, kind));

/**
 * Ready-made comparisons; `variants(catalogue, problem)` is empty where a set does not apply.
 * @type {VariantSet[]}
 */
export const SETS = [
  {
    text: tr("compare.losses", "Losses"),
    variants: ({ losses }, { loss }) => {
      const { binary } = known(losses, loss.kind);
      const kinds = new Set([loss.kind, ...LOSSES[binary ? "two" : "many"]]);
      return [...kinds].slice(0, limits.variants).map((kind) => ({
        loss: kind === loss.kind ? loss : defaults(known(losses, kind)),
      }));
    },
    name: ({ losses }, { loss }) => known(losses, loss?.kind ?? "").title,
  },
  {
    text: tr("compare.optimizers", "Optimizers"),
    variants: ({ optimizers }, { optimizer }) => {
      const kinds = new Set([optimizer.kind, ...OPTIMIZERS]);
      return [...kinds].slice(0, limits.variants).map((kind) => ({
        optimizer: kind === optimizer.kind ? optimizer : defaults(known(optimizers, kind)),
      }));
    },
    name: ({ optimizers }, { optimizer }) => known(optimizers, optimizer?.kind ?? "").title,
  },
  {
    text: tr("compare.kinks", "Kinks"),
    variants: (_, { loss }) => ("kink" in loss ? KINKS.map((kink) => ({ loss: { ...loss, kink } })) : []),
    name: (_, { loss }) => tr("compare.kink", "slope {slope} at the kink", { slope: loss?.kink }),
  },
];

/** @param {Store} store @param {Catalogue} catalogue */
export function createCompare(store, catalogue) {
  /** @type {Problem | null} */
  let asked = null;
  /** @type {{ compared: Runs, mark: string } | null} */
  let drawing = null;
  const variants = () => store.get().problem.variants;
  /** @param {Variant[]} list @param {string | null} [gesture] */
  const put = (list, gesture = null) => store.change({ variants: list }, gesture);
  /** @param {Problem} problem */
  const question = (problem) => ({ ...body(problem), iterations: problem.iterations, variants: problem.variants });

  return {
    /** @param {VariantSet} set */
    open: (set) => put(set.variants(catalogue, store.get().problem)),
    add: () => {
      if (variants().length < limits.variants) put([...variants(), {}]);
    },
    /** @param {number} i */
    remove: (i) => put(variants().filter((_, at) => at !== i)),
    /** @param {number} i @param {{ path: string[] }} field @param {any} value @param {string | null} [gesture] */
    change(i, field, value, gesture) {
      const patch = write(catalogue, merged(store.get().problem, variants()[i]), field.path, value);
      put(
        variants().map((variant, at) => (at === i ? { ...variant, ...patch } : variant)),
        gesture && `variant ${i} ${field.path} ${gesture}`,
      );
    },
    /** @param {string} measure */
    measure: (measure) => store.set({ measure }),

    /** The runs, once for each problem; while a hand is at work they wait. */
    async ask() {
      const { problem, gesture } = store.get();
      if (gesture || asked === problem || !problem.variants.length) return;
      asked = problem;
      /** @type {ComparisonAnswer | { refused: string, at: number } | null} */
      const answer = await api.compare(question(problem)).catch((error) => ({
        refused: error.message,
        at: variantOf(error),
      }));
      if (answer && store.get().problem === problem) store.set({ compared: { ...answer, problem } });
    },
    /** Their chart, once for each answer and measure. */
    async draw() {
      const { compared, measure = "total", problem } = store.get();
      if (!compared || compared.problem !== problem || "refused" in compared) return;
      if (drawing?.compared === compared && drawing.mark === measure) return;
      drawing = { compared, mark: measure };
      const scale = measure === "log" ? { measure: "total", log: true } : { measure };
      /** @type {Comparison | null} */
      const drawn = await api.comparison({ ...question(problem), ...scale }).catch((error) => ({
        error: error.message,
      }));
      if (drawn && drawing.compared === compared && drawing.mark === measure) store.set({ comparison: drawn });
    },
    /** Play all of them, as a run. @param {Playing} actions */
    play(actions) {
      if (store.get().mode !== "train") actions.mode("train");
      actions.does("play");
    },
    /** @param {Variant} variant */
    lossOf: (variant) => known(catalogue.losses, (variant.loss ?? store.get().problem.loss).kind),
  };
}

/**
 * Which variant an error is about, if it is about one.
 * @param {{ problem?: { errors?: { pointer: string }[] } }} error
 */
function variantOf({ problem }) {
  const pointer = problem?.errors?.[0]?.pointer ?? "";
  return Number(/^\/variants\/(\d+)/.exec(pointer)?.[1] ?? -1);
}
