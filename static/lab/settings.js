// What the settings and the fields of the weights change: each is one entry of the history. It touches no DOM.

import { write } from "../state/fields.js";
import { limits } from "../state/schema.js";
import { find, recipeOf, withWeight } from "../state/problem.js";
import { fitted } from "../state/class_count.js";
import { randomWeights, zeroWeights } from "../state/weights.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Member, Pass, Preset, Problem, Store } from "../types.d.ts" */
/** @import { Field } from "../state/field.js" */

/**
 * @typedef {object} Work  what the lab does besides, as in requests.js
 * @property {(text: string) => void} say
 * @property {(iteration: number) => Promise<void>} show
 * @property {(preset: Preset | null, recipe: Member, gesture?: string | null) => Promise<void>} load
 * @property {(work: Promise<void>) => unknown} guard  says what goes wrong
 */

/**
 * @param {Store} store
 * @param {Catalogue} catalogue
 * @param {Work} work
 */
export function createChanges(store, catalogue, { say, show, load, guard }) {
  const START = { iteration: 0, step: -1 };

  /**
   * Another start: the run begins there.
   *
   * @param {Partial<Problem>} patch
   * @param {string | null} [gesture]
   */
  const begin = (patch, gesture = null) => store.change(patch, gesture, START);

  /** @param {unknown} kind */
  function open(kind) {
    const preset = find(catalogue.presets, kind);
    if (preset) guard(load(preset, recipeOf(catalogue, preset)));
  }

  return {
    open,
    /**
     * @param {Pick<Field, "path" | "label">} field
     * @param {any} value
     * @param {string} [gesture]
     */
    change(field, value, gesture) {
      const { problem, iteration } = store.get();
      if (field.path[0] === "preset") return open(value);
      const patch = write(catalogue, problem, field.path, value);
      const named = gesture ? `${field.path} ${gesture}` : null;
      if (patch.data && patch.data.kind !== "own") return void guard(load(null, patch.data, named));
      if (patch.origin) return begin(patch, named);
      const { patch: also, said } = fitted(problem, find(catalogue.losses, (patch.loss ?? problem.loss).kind));
      store.change({ ...patch, ...also, preset: "" }, named);
      const anew = tr(
        "change.field",
        "{field} changed: the run was computed anew from the same start; this is still iteration {iteration}.",
        { field: field.label, iteration },
      );
      if (said || iteration > 0) say(said || anew);
    },
    zero: () => begin(zeroWeights(store.get().problem)),
    /** The next seed's weights. */
    draw: () => begin(randomWeights(store.get().problem, (store.get().problem.draw + 1) % (limits.seed + 1))),
    /**
     * New weights by hand: the run begins with them.
     *
     * @param {string} name  "W" or "b"
     * @param {number} r
     * @param {number} c
     * @param {number} value
     * @param {string | null} [gesture]
     */
    setWeight(name, r, c, value, gesture) {
      const { pass, iteration } = store.get();
      const weights = /** @type {Pass} */ (pass); // they are typed where a pass shows them
      store.change({ ...withWeight(weights, name, r, c, value), preset: "" }, gesture, {
        iteration: 0,
        ...(iteration > 0 && { step: -1 }),
      });
      if (iteration > 0) {
        say(
          tr(
            "change.start",
            "The run now begins with these weights. Undo or “Reset weights” brings the old start back.",
          ),
        );
      }
    },
    reset() {
      const { problem } = store.get();
      if (problem.W !== problem.origin.W || problem.b !== problem.origin.b) {
        return store.change({ ...problem.origin }, null, START);
      }
      store.set(START);
      guard(show(0));
    },
  };
}
