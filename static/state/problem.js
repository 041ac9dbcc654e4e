// The problem of the page as a value: made from a preset, sent to the API. Pure: no DOM, no requests.

import { SETTINGS, stated } from "./schema.js";

/** @import { Catalogue, Kind, Member, Preset, Problem, Rows, Weights } from "../types.d.ts" */
/** @typedef {Pick<Problem, "batch" | "iterations" | "draw" | "bias">} Settings */
/** @typedef {Omit<Problem, "variants">} Composed  a problem that has nothing to compare yet */
/** @typedef {Weights & { X: Rows, y: number[] }} Data  what a recipe gives: points, and weights to begin with */

/**
 * The member of this kind: one that the page has chosen is there; what comes from outside may be of an unknown kind.
 *
 * @template {{ kind: string }} Each
 * @overload
 * @param {Each[]} family
 * @param {string} kind
 * @returns {Each}
 */
/**
 * @template {{ kind: string }} Each
 * @overload
 * @param {Each[]} family
 * @param {unknown} kind
 * @returns {Each | undefined}
 */
/**
 * @param {{ kind: string }[]} family
 * @param {unknown} kind
 */
export function find(family, kind) {
  return family.find((member) => member.kind === kind);
}

/**
 * A member with its knobs as they are at first.
 *
 * @param {Kind} kind
 * @returns {Member}
 */
export const defaults = ({ kind, knobs }) => ({
  kind,
  ...Object.fromEntries(knobs.map(({ name, default: value }) => [name, value])),
});

/**
 * Without a preset's word: L2 among the penalties, else the first of the family.
 *
 * @param {Kind[]} family
 */
const usual = (family) => find(family, "l2") ?? family[0];

/**
 * The problem of a preset on data that have arrived ({X, y, W, b}); `data` is the recipe they were made from.
 *
 * @param {Catalogue} catalogue
 * @param {Preset | null} preset
 * @param {Member} data
 * @param {Data} arrived
 * @returns {Composed}
 */
export function compose(catalogue, preset, data, { X, y, W, b }) {
  const own = preset?.problem ?? {};
  /**
   * @param {"losses" | "penalties" | "optimizers" | "schedules"} family
   * @param {string} name
   */
  const member = (family, name) => {
    /** @type {Member | undefined} */
    const given = own[name];
    const base = given ? find(catalogue[family], given.kind) : usual(catalogue[family]);
    return { ...defaults(base), ...given };
  };
  const start = preset?.zero ? { W: W.map((row) => row.map(() => 0)), b: b.map(() => 0) } : { W, b };
  return {
    preset: preset?.kind ?? "",
    data,
    X,
    y,
    ...start,
    origin: start,
    loss: member("losses", "loss"),
    penalty: member("penalties", "penalty"),
    optimizer: member("optimizers", "optimizer"),
    schedule: member("schedules", "schedule"),
    .../** @type {Settings} */ (Object.fromEntries(
      SETTINGS.map(({ name, default: usual }) => [name, own[name] ?? usual]),
    )),
    box: null,
    unit: null, // the window of the plane and the scale of its arrows: fitted until a hand is at work
  };
}

/**
 * The recipe that a preset's data are made from.
 *
 * @param {Catalogue} catalogue
 * @param {Preset} preset
 * @returns {Member}
 */
export const recipeOf = (catalogue, preset) => ({
  ...defaults(find(catalogue.datasets, preset.data.kind)),
  seed: 0,
  ...preset.data,
});

/**
 * How many classes there are: a column of weights each, or one column for two.
 *
 * @param {Pick<Problem, "b">} problem
 */
export const classesOf = ({ b }) => Math.max(2, b.length);

/**
 * The class whose colour a column of weights has: the only column of two classes points to the side of class 1.
 *
 * @param {number} k
 * @param {number} columns
 */
export const classOfColumn = (k, columns) => (columns === 1 ? 1 : k);

/**
 * What the API takes.
 *
 * @param {Problem | Composed} problem
 */
export function body(problem) {
  const { X, y, W, b, bias, loss, penalty, optimizer, schedule, data, box, unit } = problem;
  return {
    X,
    y,
    classes: classesOf({ b }),
    W,
    ...(bias && { b }),
    loss,
    penalty,
    optimizer,
    schedule,
    ...stated(problem),
    seed: data.seed ?? 0,
    ...(box && { box }),
    ...(unit && { unit }),
  };
}

/**
 * W and b of a pass with one number of one of them changed.
 *
 * @param {Weights} weights
 * @param {string} name  "W" or "b"
 * @param {number} r
 * @param {number} c
 * @param {number} value
 * @returns {Weights}
 */
export function withWeight({ W, b }, name, r, c, value) {
  /**
   * @param {number[]} numbers
   * @param {number} at
   */
  const replaced = (numbers, at) => numbers.map((x, k) => (k === at ? value : x));
  return name === "W" ? { W: W.map((row, k) => (k === r ? replaced(row, c) : row)), b } : { W, b: replaced(b, c) };
}
