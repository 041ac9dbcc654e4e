// What the settings and the fields of the weights change: each is one entry of the history. It touches no DOM.

import { write } from "../state/fields.js";
import { find, recipeOf, withWeight } from "../state/problem.js";
import { fitted } from "../state/class_count.js";
import { randomWeights, zeroWeights } from "../state/weights.js";

const SEEDS = 10000;

/** `say(text)`, `show(iteration)` and `load(preset, recipe, gesture)` as in lab.js; `guard(promise)` says what goes wrong. */
export function createChanges(store, catalogue, { say, show, load, guard }) {
  const START = { iteration: 0, step: -1 };
  /** Another start: the run begins there. */
  const begin = (patch, gesture = null) => store.change(patch, gesture, START);

  function open(kind) {
    const preset = find(catalogue.presets, kind);
    if (preset) guard(load(preset, recipeOf(catalogue, preset)));
  }

  return {
    open,
    change(field, value, gesture) {
      const { problem, iteration } = store.get();
      if (field.path[0] === "preset") return open(value);
      const patch = write(catalogue, problem, field.path, value);
      const named = gesture ? `${field.path} ${gesture}` : null;
      if (patch.data && patch.data.kind !== "own") return void guard(load(null, patch.data, named));
      if (patch.origin) return begin(patch, named);
      const { patch: also, said } = fitted(problem, find(catalogue.losses, (patch.loss ?? problem.loss).kind));
      store.change({ ...patch, ...also, preset: "" }, named);
      if (said || iteration > 0) {
        say(
          said ||
            `${field.label} changed: the run was computed anew from the same start; this is still iteration ${iteration}.`,
        );
      }
    },
    zero: () => begin(zeroWeights(store.get().problem)),
    /** The next seed's weights. */
    draw: () => begin(randomWeights(store.get().problem, (store.get().problem.draw + 1) % SEEDS)),
    /** New weights by hand: the run begins with them. */
    weigh(name, r, c, value, gesture) {
      const { pass, iteration } = store.get();
      store.change({ ...withWeight(pass, name, r, c, value), preset: "" }, gesture, {
        iteration: 0,
        ...(iteration > 0 && { step: -1 }),
      });
      if (iteration > 0) {
        say("The run now begins with these weights. Undo or “Reset weights” brings the old start back.");
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
