// A moment of the page as a plain value: the problem with everything that makes it, and the place in its pass or run.
// Pure.

import { PINNED, PLACE, USUAL } from "../state/schema.js";
import { differ, keysThat } from "../state/table.js";
import { pack } from "./pack_points.js";

/** @import { Problem, State } from "../types.d.ts" */
/** @typedef {Record<string, any>} Captured  a moment as plain JSON */

/** @type {(a: unknown, b: unknown) => boolean} */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const GIVING = ["share", "export", "story"]; // panels that give the moment away are no part of it

/**
 * @param {Record<string, any>} usual
 * @param {Record<string, any>} all
 */
const without = (usual, all) =>
  Object.fromEntries(Object.entries(all).filter(([name, value]) => !(name in usual && same(usual[name], value))));

const MADE_OF = keysThat("moment");

/**
 * What tells the moment of the page from another one.
 *
 * @param {State} state
 * @returns {Partial<State>}
 */
export const momentOf = (state) => Object.fromEntries(MADE_OF.map((name) => [name, state[name]]));

/**
 * Has the page left the moment that its story is at?
 *
 * @param {State} state
 */
export const isBeside = ({ playback, ...state }) =>
  Boolean(playback && !playback.going && differ(MADE_OF, state, playback.here ?? {}));

/** @param {Partial<Problem>} all */
const points = ({ X, y }) => (X && y ? pack({ X, y }) : {});

/**
 * How a pinned run's problem differs from another one; points are told with their classes.
 *
 * @param {Problem} pinned
 * @param {Omit<Problem, "origin">} problem
 * @returns {Partial<Problem>}
 */
export function differences(pinned, problem) {
  const now = /** @type {Partial<Problem>} */ (problem);
  const names = PINNED.filter((name) => !same(pinned[name], now[name]));
  const all = names.some((name) => ["X", "y"].includes(name)) ? [...names, "X", "y"] : names;
  return Object.fromEntries(PINNED.filter((name) => all.includes(name)).map((name) => [name, pinned[name]]));
}

/**
 * `here`: with the place, or only the problem at its beginning.
 *
 * @param {State} state
 * @returns {Captured}
 */
export function encode(state, here = true) {
  const { problem: { origin, ...problem }, mode, iteration, step, pass, focus, layout, chart, panel, hide } = state;
  const moved = !same(origin, { W: problem.W, b: problem.b });
  const { point, step: of, r, c, how } = focus;
  const place = {
    mode,
    iteration,
    step: pass?.steps[step]?.id ?? null,
    point,
    cell: of === undefined || how === "hover" ? null : [of, r, c],
    layout,
    chart: chart.kind,
    log: chart.log,
    parameters: chart.parameters,
    panel: !panel || GIVING.includes(panel) ? null : panel,
    hide,
  };
  const pin = chart.pin && differences(chart.pin, problem);
  const at = { ...without(PLACE, place), ...(pin && { pin: { ...pin, ...points(pin) } }) };
  return { ...without(USUAL, problem), ...pack(problem), ...(moved && { origin }), ...(here && { at }) };
}
