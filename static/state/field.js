// One field of the problem: what its control is called, and what there is to choose or between what bounds. Pure.

import { find } from "./problem.js";
import { tr } from "../dom/text.js";

/** @import { Kind, Knob, Setting } from "../types.d.ts" */

/** What each group of fields is called, by its name. @type {Record<string, string>} */
export const GROUPS = {
  data: tr("group.data", "Data"),
  weights: tr("group.weights", "Weights"),
  loss: tr("group.loss", "Loss"),
  penalty: tr("group.penalty", "Penalty"),
  optimizer: tr("group.optimizer", "Optimizer"),
};

/**
 * @typedef {object} Option  one of the values that there are to choose
 * @property {any} value
 * @property {string} text
 * @property {string} [sentence]
 */

/**
 * @typedef {object} Field  one control: a select or segments where it has options, else a number
 * @property {string} group  its name in GROUPS
 * @property {string} label
 * @property {string} [symbol]  the letter that stands for it in formulas
 * @property {string[]} path  where its value is in the problem
 * @property {Option[]} [options]
 * @property {boolean} [segmented]
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {"linear" | "log"} [scale]
 * @property {boolean} [optional]  it may be null, without a bound
 * @property {number} [full]  the number that stands for "full"
 * @property {boolean} [plain]  without a slider
 * @property {boolean} [disabled]
 * @property {string} [note]
 * @property {any} [default]
 */

/**
 * A select over a family of the catalogue.
 *
 * @param {string} group
 * @param {string} label
 * @param {string} name
 * @param {{ kind: string, title: string, sentence?: string }[]} family
 * @returns {Field}
 */
export const kindField = (group, label, name, family) => ({
  group,
  label,
  path: [name, "kind"],
  options: family.map(({ kind, title, sentence }) => ({ value: kind, text: title, sentence })),
});

/**
 * The controls of one member's knobs; those that a sibling has and this one has not are listed too, disabled.
 *
 * @param {string} group
 * @param {string} name
 * @param {Kind[]} family
 * @param {string} kind
 * @returns {Field[]}
 */
export function knobFields(group, name, family, kind, applies = true) {
  const own = find(family, kind)?.knobs ?? []; // data of one's own come from no recipe
  /** @type {Map<string, Knob>} */
  const every = new Map(family.flatMap(({ knobs }) => knobs.map((knob) => [knob.name, knob])));
  return [...every.values()].map((any) => {
    const knob = own.find((k) => k.name === any.name);
    const { label, symbol } = any;
    return { group, label, symbol, path: [name, any.name], disabled: !knob || !applies, ...rangeOf(knob ?? any) };
  });
}

/**
 * The control of a setting of the problem; one that can be "full" goes up to the number of points.
 *
 * @param {Setting} setting
 * @param {number} points
 * @returns {Field}
 */
export const settingField = (setting, points) => ({
  group: setting.group,
  label: setting.label,
  path: [setting.name],
  ...(setting.plain && { plain: true }),
  ...rangeOf(setting),
  ...(setting.word === "full" && { max: points, full: points }),
});

/**
 * @param {Knob} knob
 * @returns {Partial<Field>}
 */
function rangeOf(knob) {
  const { choices, optional, default: initial } = knob;
  if (choices) return { options: choices, segmented: true, default: initial };
  const { min, max, step, scale } = /** @type {Required<Knob>} */ (knob); // without choices it has a range
  if ((max - min) / step <= 2) {
    return {
      options: [min, min + step, max].map((value) => ({ value, text: FRACTIONS[value] ?? String(value) })),
      segmented: true,
      default: initial,
    };
  }
  return { min, max, step, scale, optional, default: initial };
}

/** @type {Record<number, string>} */
const FRACTIONS = { 0.5: "½" };

/**
 * @param {string} group
 * @param {string} label
 * @param {string[]} path
 * @param {number} min
 * @param {number} max
 * @param {number} [step]
 * @param {"linear" | "log"} [scale]
 * @returns {Field}
 */
export const number = (group, label, path, min, max, step = 1, scale = "linear") => ({
  group,
  label,
  path,
  min,
  max,
  step,
  scale,
});
