// What dragging on the plane does to the problem: each gesture is one change to undo, and the numbers follow while it
// lasts.

import { arrowTurned, lineMoved, tidy } from "./weights_by_hand.js";
import { addPoint, beginWith, classRefusal, movePoint, REFUSALS, removePoint, setClass } from "../state/points_edit.js";
import { limits } from "../state/schema.js";
import { tr } from "../dom/text.js";

/** @import { Pass, PassScene, Problem, State, Store } from "../types.d.ts" */
/** @import { createLab } from "./requests.js" */
/** @import { Spot } from "./weights_by_hand.js" */
/** @typedef {{ kind: "point" | "line" | "arrow", index: number }} Target  what a hand can take hold of */
/** @typedef {(to: Spot) => Partial<Problem> | null} Patch  what changes when the hand is there */

/**
 * @typedef {object} Held  what a hand has taken hold of
 * @property {Patch} patch
 * @property {string} name  of the gesture: all of it is one change to undo
 * @property {boolean} moved
 */

/** @type {Partial<State>} */
const START = { mode: "pass", iteration: 0, step: -1 };

const STUCK = tr(
  "drag.bias",
  "Without a bias every line goes through the origin: turn it by its arrow, or switch the bias on in “Weights”.",
);

/**
 * @param {Store} store
 * @param {Pick<ReturnType<typeof createLab>, "run" | "say">} lab
 */
export function createEdits(store, lab) {
  let count = 0;
  /** @type {Held | null} */
  let held = null;

  /** Only a plane that is drawn can be dragged on. */
  const drawn = () => /** @type {Pass & { scene: PassScene }} */ (store.get().pass);

  /** While a hand is at work neither the window nor the scale of the arrows moves under it. */
  function window() {
    const { box, unit } = drawn().scene;
    return { box, unit };
  }

  /**
   * A patch of null changes nothing; `refusal` says why, where there is something to say.
   *
   * @param {Partial<Problem> | null} patch
   * @param {string | null} [gesture]
   * @param {string | null} [refusal]
   * @param {Partial<State>} [place]
   */
  function change(patch, gesture = null, refusal = null, place = {}) {
    if (patch) store.change({ ...patch, preset: "", ...window() }, gesture, place);
    else if (refusal) lab.say(refusal, "warning");
    return Boolean(patch);
  }

  /**
   * Weights changed by hand begin a new run; the points may change under a run that goes on.
   *
   * @param {Target} target
   * @param {Spot} from
   * @returns {Patch}
   */
  function patchOf({ kind, index }, from) {
    const { problem } = store.get();
    const pass = drawn();
    if (kind === "point") return (to) => movePoint(problem, index, to.map(tidy));
    const start = { W: pass.W, b: pass.b };
    const k = pass.b.length === 1 ? 0 : index; // the one line of two classes has the one column
    if (kind === "line") return problem.bias ? (to) => lineMoved(start, k, from, to) : () => null;
    const [foot, tip] = /** @type {Spot[]} */ (pass.scene.arrows[index]); // what is held is there
    const unit = Math.hypot(tip[0] - foot[0], tip[1] - foot[1]) / Math.hypot(pass.W[0][k], pass.W[1][k]);
    return (to) => arrowTurned(start, problem.bias, k, foot, unit, to);
  }

  function finish() {
    held = null;
    store.set({ gesture: false });
  }

  return {
    /**
     * @param {Target} target
     * @param {Spot} from
     */
    begin(target, from) {
      held = { patch: patchOf(target, from), name: `drag ${(count += 1)}`, moved: false };
      if (target.kind === "line" && !store.get().problem.bias) lab.say(STUCK);
      if (target.kind === "point") store.set({ gesture: true, focus: { point: target.index, how: "drag" } });
      else store.set({ gesture: true, iteration: 0, step: -1 });
    },
    /** @param {Spot} place */
    drag(place) {
      if (!held) return;
      held.moved = change(held.patch(place), held.name) || held.moved;
    },
    end() {
      finish();
      lab.run();
    },
    cancel() {
      const moved = held?.moved;
      finish();
      if (moved) store.undo();
    },
    /**
     * A new point of the chosen class, where it was pressed, or in the middle of the window.
     *
     * @param {Spot | null} place
     */
    add(place) {
      const { problem, brush, blank } = store.get();
      const [x0, x1, y0, y1] = drawn().scene.box;
      const at = place ?? [(x0 + x1) / 2, (y0 + y1) / 2];
      if (blank === "empty") {
        const begun = { ...START, blank: /** @type {const} */ ("begun"), focus: { point: 0 } };
        return void change(beginWith(problem, at.map(tidy), brush ?? 0), null, classRefusal(problem), begun);
      }
      const refusal = problem.X.length < limits.points ? classRefusal(problem) : REFUSALS.full();
      store.set({ focus: { point: problem.X.length, how: "tap" } });
      change(addPoint(problem, at.map(tidy), brush ?? 0), null, refusal);
    },
    /**
     * @param {number} i
     * @param {number} dx
     * @param {number} dy
     */
    nudge(i, dx, dy) {
      const { problem } = store.get();
      const [x, y] = problem.X[i];
      store.set({ focus: { point: i, how: "focus" } });
      change(movePoint(problem, i, [tidy(x + dx), tidy(y + dy)]), `nudge ${i}`);
    },
    /** @param {number} i */
    remove(i) {
      const { problem } = store.get();
      store.set({ focus: { point: Math.max(0, Math.min(i, problem.X.length - 2)), how: "focus" } });
      change(removePoint(problem, i), null, REFUSALS.last());
    },
    /**
     * @param {number} i
     * @param {number} k
     */
    setClass(i, k) {
      const { problem } = store.get();
      store.set({ focus: { point: i, how: "focus" } });
      change(setClass(problem, i, k), `class ${i}`, k === problem.y[i] ? null : classRefusal(problem));
    },
  };
}
