// What the buttons, the keys and the line of stops do to the player and the place in the pass or the run. No DOM.

/** @import { Action, Mode, State, Store } from "../types.d.ts" */
/** @import { Player } from "./player.js" */

import { tr } from "../dom/text.js";

/** @typedef {ReturnType<typeof createActions>} Actions */

/**
 * What is needed of the lab.
 *
 * @typedef {object} Lab
 * @property {(iteration: number, patch?: Partial<State>) => unknown} show
 * @property {() => unknown} run
 * @property {() => unknown} follow
 * @property {(text: string) => void} say
 */

/** What moves through a pass or a run that is not there while the plane waits for points. @type {Action[]} */
const MOVES = ["start", "end", "step", "back", "play", "train", "iterationOn", "iterationBack", "pointOn", "pointBack"];

/** @param {{ store: Store, lab: Lab, player: Player } & Record<"help" | "present" | "view", () => unknown>} tools */
export function createActions({ store, lab, player, help, present, view }) {
  /** @param {Mode} name */
  async function mode(name) {
    if (name === store.get().mode) return;
    player.pause();
    // Of a pass the step is set now, not with the answer: it would undo a step taken meanwhile.
    store.set({ mode: name, step: -1, ...(name === "pass" && { fill: 1 }) });
    if (!store.get().run) await lab.run(); // it may end before the iteration that was asked for
    if (name === "pass") lab.show(store.get().iteration);
  }

  /** @param {number} value */
  function scrub(value) {
    player.pause();
    if (store.get().mode === "train") scrubRun(value);
    else store.set({ step: value, fill: 1 });
  }

  /** Where the run ends; before it is known, where it was meant to. */
  const lastIteration = () => {
    const { run, problem } = store.get();
    return run ? run.totals.length - 1 : problem.iterations;
  };

  /** How many steps the pass has: nothing is done before there is one. */
  const steps = () => store.get().pass?.steps.length ?? 0;

  /** @param {number} iteration */
  function scrubRun(iteration) {
    const { mode: now } = store.get();
    const at = Math.max(0, Math.min(iteration, lastIteration()));
    if (now === "pass") return lab.show(at, { step: -1, fill: 1 });
    store.set({ iteration: at });
    lab.follow();
  }

  /** @param {1 | -1} way */
  function iterate(way) {
    player.pause();
    const { mode: now, iteration } = store.get();
    if (now === "train") scrubRun(iteration + way);
    else if (iteration + way >= 0) lab.show(iteration + way, { fill: 1 });
  }

  /** @param {1 | -1} way */
  function stepBy(way) {
    player.pause();
    const { mode: now, step, iteration } = store.get();
    if (now === "train") return scrubRun(iteration + way);
    if (way > 0 && step + 1 >= steps()) return lab.show(iteration + 1, { step: -1, fill: 1 });
    if (way < 0 && step < 0) {
      return iteration > 0 ? lab.show(iteration - 1, { step: steps() - 1, fill: 1 }) : undefined;
    }
    store.set({ step: step + way, fill: 1 });
    if (way > 0) player.fill();
  }

  /** @param {boolean} last */
  function toEnd(last) {
    player.pause();
    const { mode: now } = store.get();
    if (now === "train") scrubRun(last ? lastIteration() : 0);
    else store.set({ step: last ? steps() - 1 : -1, fill: 1 });
  }

  function play() {
    if (player.playing) return player.pause();
    const { mode: now, iteration, step } = store.get();
    if (now === "train" && iteration >= lastIteration()) store.set({ iteration: 0 });
    if (now === "pass" && step >= steps() - 1) store.set({ step: -1, fill: 1 });
    player.play();
  }

  /** The run moves at once, from where one is. */
  function train() {
    if (player.playing) return player.pause();
    mode("train");
    play();
  }

  /** @param {"undo" | "redo"} way */
  function travel(way) {
    player.pause();
    if (store.get().blank === "empty") return store.set({ blank: null });
    if (!store[way]()) {
      lab.say(
        way === "undo" ? tr("undo.none", "There is nothing to undo.") : tr("redo.none", "There is nothing to redo."),
      );
    }
  }

  /** The point before or after the one in focus, which stays pinned if it is. @param {1 | -1} way */
  function walkPoints(way) {
    const { focus: { point, pinned, how }, shown } = store.get();
    const to = Math.max(0, Math.min(shown.X.length - 1, (point ?? -1) + way));
    store.set({ focus: { point: to, ...(pinned && { pinned, how }) } });
  }

  /** An empty plane for the reader's own points: what was there goes with the first of them. */
  function own() {
    player.pause();
    store.set({ blank: "empty", mode: "pass", step: -1, fill: 1 });
  }

  /** @type {Record<Action, () => unknown>} */
  const all = {
    start: () => toEnd(false),
    end: () => toEnd(true),
    step: () => stepBy(1),
    back: () => stepBy(-1),
    play,
    train,
    into: () => mode("pass"),
    iterationOn: () => iterate(1),
    iterationBack: () => iterate(-1),
    pointOn: () => walkPoints(1),
    pointBack: () => walkPoints(-1),
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    help,
    own,
    present,
    view,
  };

  /** Everything a button or a key can ask for. @param {Action} name */
  function does(name) {
    const { pass, blank } = store.get();
    if (pass && !(blank && MOVES.includes(name))) all[name]();
  }

  return { does, mode, scrub, scrubRun, lastIteration };
}
