// A pass of which only some steps are shown: what a button, a key or a message asks for, kept within them. No DOM.

/** @import { Action, Pass, State, Store } from "../types.d.ts" */
/** @import { Actions } from "./commands.js" */
/** @import { Player } from "./player.js" */

/**
 * The steps of a pass that can be reached, from `low` to `high`; −1 is the pass before its first step. `bounded`: the
 * pass leads to no other iteration.
 *
 * @typedef {{ low: number, high: number, bounded: boolean }} Reach
 */

/**
 * A name that is none is no bound.
 *
 * @param {{ from: string | null, to: string | null }} names
 * @param {Pass} pass
 * @returns {Reach}
 */
export function rangeOf({ from, to }, { steps }) {
  const [first, last] = [from, to].map((name) => steps.findIndex(({ id }) => id === name));
  const high = last < 0 ? steps.length - 1 : last;
  return { low: Math.min(first, high), high, bounded: first >= 0 || last >= 0 };
}

/**
 * Which of the actions lead nowhere from here.
 *
 * @param {Pick<State, "mode" | "step">} state
 * @param {Reach} reach
 * @returns {Action[]}
 */
export function closed({ mode, step }, { low, high, bounded }) {
  if (mode !== "pass" || !bounded) return [];
  /** @type {Action[]} */
  const below = step <= low ? ["start", "back"] : [];
  /** @type {Action[]} */
  const beyond = step >= high ? ["end", "step"] : [];
  return [...below, ...beyond];
}

/**
 * `does(name)` of the actions, within the steps that `reach()` gives.
 *
 * @param {Store} store
 * @param {Player} player
 * @param {Actions} actions
 * @param {() => Reach} reach
 * @returns {(name: Action) => void}
 */
export function within(store, player, actions, reach) {
  return function does(name) {
    if (!store.get().pass) return undefined;
    const { mode, step } = store.get();
    const { low, high, bounded } = reach();
    if (closed({ mode, step }, { low, high, bounded }).includes(name)) return undefined;
    if (bounded && mode === "pass" && (name === "start" || name === "end")) {
      player.pause();
      return store.set({ step: name === "start" ? low : high, fill: 1 });
    }
    if (name === "play" && mode === "pass" && step >= high) store.set({ step: low, fill: 1 });
    return actions.does(name);
  };
}

/**
 * To a place that a message names; what is left out, or is none, stays as it is.
 *
 * @param {Store} store
 * @param {Player} player
 * @param {Actions} actions
 * @param {(step: number) => number} clamp
 * @param {{ mode?: unknown, iteration?: unknown, step?: unknown }} where  from outside: anything can stand there
 */
export async function leadTo(store, player, actions, clamp, { mode, iteration, step }) {
  player.pause();
  if (mode === "pass" || mode === "train") actions.mode(mode);
  if (typeof iteration === "number" && Number.isSafeInteger(iteration) && iteration >= 0) {
    await actions.scrubRun(iteration);
  }
  const at = store.get().pass?.steps.findIndex(({ id }) => id === step) ?? -1;
  if (at >= 0) store.set({ step: clamp(at), fill: 1 });
}
