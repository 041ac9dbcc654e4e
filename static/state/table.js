// Every key of the page's state, declared once. Pure: no DOM, no requests.
//
// `initial`: what it is at first; what has none is put there by a part of the page when it is first used, or by the
// problem. `board`: the board, the panels and what stands around them are drawn again when it changes; the plane and
// the player are at every change. `address`: the address follows it. `moment`: it tells the moment of the page from
// another one; what is looked at, and how, does not. `stays`: it is the reader's own, whatever story is told meanwhile.

/** @import { State } from "../types.d.ts" */
/** @typedef {"board" | "address" | "moment" | "stays"} Trait */

/** @type {{[Key in keyof State]-?: {initial?: State[Key]} & Partial<Record<Trait, true>>}} */
export const STATE = {
  problem: { board: true, address: true, moment: true },
  shown: { board: true },
  mode: { initial: "pass", board: true, address: true, moment: true },
  iteration: { initial: 0, address: true, moment: true },
  step: { initial: -1, board: true, address: true, moment: true },
  fill: { initial: 1, board: true },
  focus: { initial: { point: null }, board: true, address: true },
  pass: { initial: null, board: true },
  run: { initial: null, board: true },
  formulas: { initial: null, board: true },
  playing: { initial: false, board: true, address: true },
  gesture: { initial: false, board: true, address: true },
  brush: { initial: 0 },
  hasMargins: { initial: true },
  pairwise: { initial: true },
  notice: { initial: null, board: true },
  layout: { initial: "XW", board: true, address: true },
  view: { initial: "focus", board: true, stays: true },
  hide: { initial: [], board: true, address: true },
  playback: { initial: null, address: true },
  lead: { initial: null, board: true },
  blank: { initial: null, board: true },
  chart: {
    initial: { kind: "loss", log: false, solid: false, parameters: null, pin: null, seen: false, large: false },
    address: true,
  },
  figure: { initial: null },
  glance: {},
  arrows: {},
  digits: { board: true, stays: true },
  held: { board: true },
  panel: { board: true, address: true },
  effect: { board: true },
  checked: { board: true },
  diagnosed: { board: true },
  coded: { board: true },
  dialect: { board: true },
  compared: { board: true },
  comparison: { board: true },
  measure: { board: true },
  draft: { board: true, stays: true },
  titles: { board: true, stays: true },
};

const KEYS = /** @type {(keyof State)[]} */ (Object.keys(STATE));

/**
 * The keys of which that is true, in the order of the table.
 *
 * @param {Trait} trait
 */
export const keysThat = (trait) => KEYS.filter((key) => STATE[key][trait]);

/**
 * What the state is at first, but for the problem.
 *
 * @returns {Omit<State, "problem" | "shown">}
 */
export function initial() {
  const begun = KEYS.filter((key) => "initial" in STATE[key]);
  return /** @type {any} */ (Object.fromEntries(begun.map((key) => [key, STATE[key].initial])));
}

/**
 * Is one of these keys another now?
 *
 * @param {readonly (keyof State)[]} keys
 * @param {Partial<State>} state
 * @param {Partial<State>} before
 */
export const differ = (keys, state, before) => keys.some((key) => state[key] !== before[key]);
