// Is something that came from outside (what the browser kept, a file) a problem that this page can take? Pure: no DOM,
// no storage.

import { limits, MEMBERS, SETTINGS } from "../state/schema.js";
import { defaults, find } from "../state/problem.js";
import { isObject } from "./nearest.js";

/** @import { Catalogue, Kind, Knob, Member, MemberName, Problem, Setting, Variant } from "../types.d.ts" */

/** @type {(x: unknown, low: number, high: number) => x is number} */
const within = (x, low, high) => typeof x === "number" && x >= low && x <= high; // NaN is within nothing

/** @type {(x: unknown, low: number, high: number) => x is number} */
const whole = (x, low, high) => Number.isInteger(x) && within(x, low, high);

/** @type {(values: unknown, length: number, test: (value: unknown) => boolean) => boolean} */
const list = (values, length, test) => Array.isArray(values) && values.length === length && values.every(test);

/** @type {(x: unknown) => boolean} */
const isNumber = (x) => within(x, -limits.size, limits.size);

/** @type {(length: number) => (row: unknown) => boolean} */
const isRow = (length) => (row) => list(row, length, isNumber);

/** @type {(weights: any, D: number, C: number) => boolean} */
const isWeights = (weights, D, C) => Boolean(weights) && list(weights.W, D, isRow(C)) && isRow(C)(weights.b);

/**
 * May this, which came from outside, be the value of a setting, or of a member's knob?
 *
 * @param {Knob & Partial<Setting>} control
 * @param {unknown} value
 */
export function allows({ choices, optional, word, whole, min = -Infinity, max = Infinity, lowest = min }, value) {
  if (choices) return choices.some((choice) => choice.value === value) || Boolean(optional && value === null);
  if ((optional && value === null) || (word !== undefined && value === word)) return true;
  return typeof value === "number" && value >= lowest && value <= max && (!whole || Number.isInteger(value));
}

/**
 * A member with all its knobs and no others, or null.
 *
 * @param {Kind[]} family
 * @param {any} given
 * @returns {Member | null}
 */
function member(family, given) {
  const known = given ? find(family, given.kind) : null;
  if (!known) return null;
  const knobs = known.knobs.map(({ name }) => name).filter((name) => name in given);
  const full = { ...defaults(known), ...Object.fromEntries(knobs.map((name) => [name, given[name]])) };
  return known.knobs.every((knob) => allows(knob, full[knob.name])) ? full : null;
}

/** @type {(name: string) => name is MemberName} */
const isMember = (name) => Object.hasOwn(MEMBERS, name);

/**
 * A variant of a comparison: some members of its own.
 *
 * @param {Catalogue} catalogue
 * @param {unknown} given
 * @returns {Variant | null}
 */
function variant(catalogue, given) {
  if (!isObject(given)) return null;
  const parts = Object.entries(given).map((
    [name, own],
  ) => /** @type {const} */ ([name, isMember(name) ? member(catalogue[MEMBERS[name]], own) : null]));
  return parts.every(([, part]) => part) ? Object.fromEntries(parts) : null;
}

/**
 * @param {Catalogue} catalogue
 * @param {any} given
 * @returns {Member | null}
 */
function recipe({ datasets }, given) {
  if (!given || !whole(given.seed, 0, limits.size)) return null;
  if (given.kind === "own") return { kind: "own", seed: given.seed };
  const known = member(datasets, given);
  return known && { ...known, seed: given.seed };
}

/**
 * The problem of the page, from its plain JSON; null if anything in it is amiss.
 *
 * @param {Catalogue} catalogue
 * @param {any} given
 * @returns {Problem | null}
 */
export function validate(catalogue, given) {
  const { X, y, W, b, origin } = given ?? {};
  // What was kept before there were these has none.
  const { variants: kept = [], schedule = catalogue.schedules[0] } = given ?? {};
  const settings = Object.fromEntries(
    SETTINGS.map(({ name, usual }) => [name, given?.[name] === undefined ? usual : given[name]]),
  );
  const N = X?.length;
  const C = b?.length;
  const binary = find(catalogue.losses, given?.loss?.kind)?.binary ?? false;
  const isClass = (/** @type {unknown} */ k) => whole(k, 0, binary ? 1 : C - 1);
  const shaped = whole(N, 1, limits.points) && (binary ? C === 1 : whole(C, 2, limits.classes)) &&
    list(X, N, isRow(2)) && list(y, N, isClass);
  if (!shaped || !isWeights({ W, b }, 2, C) || !isWeights(origin, 2, C)) return null;
  if (!settings.bias && [...b, ...origin.b].some((x) => x !== 0)) return null;
  const parts = {
    loss: member(catalogue.losses, given.loss),
    penalty: member(catalogue.penalties, given.penalty),
    optimizer: member(catalogue.optimizers, given.optimizer),
    schedule: member(catalogue.schedules, schedule),
    data: recipe(catalogue, given.data),
  };
  const counts = SETTINGS.every((setting) => allows(setting, settings[setting.name]));
  const variants = Array.isArray(kept) && kept.length <= limits.variants
    ? kept.map((each) => variant(catalogue, each))
    : [null];
  if (!counts || [...Object.values(parts), ...variants].includes(null)) return null;
  const start = { W: origin.W, b: origin.b };
  const untouched = JSON.stringify(start) === JSON.stringify({ W, b }); // "Reset weights" looks for the very same
  const preset = find(catalogue.presets, given.preset)?.kind ?? "";
  return { ...given, ...settings, preset, ...parts, variants, origin: start, ...(untouched && start) };
}
