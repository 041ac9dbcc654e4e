// The one state of the page: a value, its listeners, and the history of what the reader made. It knows no DOM.

import { differ } from "./table.js";

/** @import { Entry, State, Store } from "../types.d.ts" */

const DEEP = 200; // undo steps kept

/**
 * `problem` is what undo brings back; the rest (mode, place, focus, answers) only follows.
 *
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(initial) {
  let state = initial;
  /** @type {Entry[]} */
  let past = [];
  /** @type {Entry[]} */
  let future = [];
  /** @type {Set<(state: State, before: State) => void>} */
  const listeners = new Set();

  /** @param {Partial<State>} patch */
  function set(patch) {
    const names = /** @type {(keyof State)[]} */ (Object.keys(patch));
    if (!differ(names, patch, state)) return; // nobody is told of what is as it was
    const before = state;
    state = { ...state, ...patch };
    for (const listen of listeners) listen(state, before);
  }

  return {
    get: () => state,
    set,
    subscribe: (listener) => listeners.add(listener),
    watch: (keys, listener) => listeners.add((state, before) => differ(keys, state, before) && listener(state, before)),
    /**
     * A change of the problem by the reader. `gesture`: changes of one name in a row are one undo. `place`: where the
     * change leads besides ({mode, iteration, step, …}); undo leads back from there.
     */
    change(patch, gesture = null, place = {}) {
      const merged = gesture !== null && past.at(-1)?.gesture === gesture && !future.length;
      if (!merged) past = [...past, { problem: state.problem, place: now(place), gesture }].slice(-DEEP);
      future = [];
      set({ problem: { ...state.problem, ...patch }, ...place });
    },
    undo: () => travel(past, future),
    redo: () => travel(future, past),
    /**
     * Puts the page aside, history and all, and brings back another that was put aside, or begins a history; returns
     * this one.
     */
    exchange(other = { state, past: [], future: [] }) {
      const aside = { state, past, future };
      past = other.past;
      future = other.future;
      set(other.state);
      return aside;
    },
  };

  /**
   * The same place now.
   *
   * @param {Partial<State>} place
   * @returns {Partial<State>}
   */
  function now(place) {
    const names = /** @type {(keyof State)[]} */ (Object.keys(place));
    return Object.fromEntries(names.map((name) => [name, state[name]]));
  }

  /**
   * @param {Entry[]} from
   * @param {Entry[]} to
   */
  function travel(from, to) {
    const entry = from.pop();
    if (!entry) return false;
    to.push({ problem: state.problem, place: now(entry.place), gesture: null });
    set({ problem: entry.problem, ...entry.place });
    return true;
  }
}
