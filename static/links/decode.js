// What was captured, back as a problem and a place. It comes from outside and is judged; what this page does not know
// is replaced by the nearest that it knows, and named. Pure.

import { limits, NAMES, PINNED, PLACE, USUAL } from "../state/schema.js";
import { differences, same } from "./encode.js";
import { isObject, nearest } from "./nearest.js";
import { unpack } from "./pack_points.js";
import { validate } from "./validate.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Known, Moment, Place, Problem } from "../types.d.ts" */
/** @import { Given } from "./nearest.js" */

/** @param {Given} all */
const picked = (all) => Object.fromEntries(NAMES.map((name) => [name, all[name]]));

/**
 * Are two problems the same?
 *
 * @type {(a: Problem, b: Problem) => boolean}
 */
export const alike = (a, b) => NAMES.every((name) => same(a[name], b[name]));

/** @type {(x: unknown) => x is number} */
const isNumber = (x) => typeof x === "number" && Math.abs(x) <= limits.size;

/** @param {Given} given */
const windowOf = ({ box, unit }) => ({
  box: Array.isArray(box) && box.length === 4 && box.every(isNumber) && box[0] < box[1] && box[2] < box[3] ? box : null,
  unit: isNumber(unit) && unit > 0 ? unit : null,
});

/** @type {(value: unknown, most: number) => boolean} */
const isPlace = (value, most) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value < most;

/**
 * The id of a step: which there are only the pass can tell.
 *
 * @type {(value: unknown) => boolean}
 */
const isId = (value) => typeof value === "string" && value.length <= limits.id && /^\w+$/.test(value);

/**
 * The name of a parameter, as the charts write it.
 *
 * @type {(value: unknown) => boolean}
 */
const isName = (value) => typeof value === "string" && value.length <= limits.parameter && /^[ -~]+$/.test(value);

/** @type {(value: unknown) => boolean} */
const isCell = (value) =>
  Array.isArray(value) && value.length === 3 && isId(value[0]) &&
  value.slice(1).every((n) => isPlace(n, limits.cell + 1));

/** @type {(value: unknown) => boolean} */
const isPair = (value) => Array.isArray(value) && value.length === 2 && value.every(isName);

/**
 * @param {unknown} at
 * @param {Problem} problem
 * @param {Known} known
 * @returns {Place}
 */
function placeOf(at, { X, iterations }, { figures, panels, hideable }) {
  /** @type {Given} */
  const given = { ...PLACE, ...(isObject(at) ? at : {}) };
  return {
    mode: given.mode === "train" ? "train" : "pass",
    iteration: isPlace(given.iteration, iterations + 1) ? given.iteration : 0,
    step: isId(given.step) ? given.step : null,
    point: isPlace(given.point, X.length) ? given.point : null,
    cell: isCell(given.cell) ? given.cell : null,
    layout: given.layout === "WX" ? "WX" : "XW",
    chart: figures.some(({ kind }) => kind === given.chart) ? given.chart : PLACE.chart,
    log: given.log === true,
    parameters: isPair(given.parameters) ? given.parameters : null,
    panel: panels.includes(given.panel) ? given.panel : null,
    hide: hideable.filter((name) => Array.isArray(given.hide) && given.hide.includes(name)),
  };
}

const PINNED_RUN = tr("link.pinned", "the pinned run");

/**
 * How the problem of the pinned run differs from that of the moment, null where none is; and what this page does not
 * know of it.
 *
 * @param {Catalogue} catalogue
 * @param {Problem} problem
 * @param {unknown} given
 * @returns {{ pin: Partial<Problem> | null, unknown: string[] }}
 */
function pinnedOf(catalogue, problem, given) {
  const none = (/** @type {string[]} */ ...unknown) => ({ pin: null, unknown });
  if (!isObject(given)) return given === undefined || given === null ? none() : none(PINNED_RUN);
  const own = Object.fromEntries(
    PINNED.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
  );
  if ("X" in own) Object.assign(own, unpack(own));
  const whole = { ...problem, ...own, preset: "", variants: [] };
  const { problem: near, said } = nearest(catalogue, { ...whole, origin: { W: whole.W, b: whole.b } });
  const found = validate(catalogue, picked(near));
  return found ? { pin: differences(found, problem), unknown: said } : none(PINNED_RUN);
}

/**
 * A captured moment as it can be shown, with its place, and what this page does not know of it; or null if it is none.
 *
 * @param {Catalogue} catalogue
 * @param {Given} given
 * @param {Known} known
 * @returns {Moment | null}
 */
export function decode(catalogue, given, known) {
  const { at, ...rest } = given;
  const { problem, said } = nearest(catalogue, {
    ...USUAL,
    ...rest,
    ...unpack(rest),
    origin: rest.origin ?? { W: rest.W, b: rest.b },
  });
  const found = validate(catalogue, picked(problem));
  if (!found) return null;
  const { pin, unknown } = pinnedOf(catalogue, found, isObject(at) ? at.pin : null);
  return {
    problem: { ...found, ...windowOf(problem) },
    at: { ...placeOf(at, found, known), ...(pin && { pin }) },
    said: [...new Set([...said, ...unknown])],
  };
}
