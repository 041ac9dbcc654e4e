// The fields of the problem that the page shows as controls: label, kind and range of each, in one list, from the
// catalogue.

import { kindField, knobFields, number, settingField } from "./field.js";
import { find } from "./problem.js";
import { slackC, slackField, strengthOf } from "./slack.js";
import { randomWeights, withBias } from "./weights.js";
import { limits, MEMBERS, SETTINGS } from "./schema.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Knob, Problem } from "../types.d.ts" */
/** @import { Field } from "./field.js" */

const OWN = { kind: "own", title: tr("data.own", "your own") };

/**
 * Every control for a problem, in the order of the page.
 *
 * @param {Catalogue} catalogue
 * @param {Problem} problem
 * @returns {Field[]}
 */
export function fields(catalogue, problem) {
  const { data, loss, penalty, optimizer, schedule, X } = problem;
  const scheduled = "learning_rate" in optimizer; // Pegasos has a rate of its own
  /** @param {string} group */
  const settings = (group) =>
    SETTINGS.filter((each) => each.group === group).map((each) => settingField(each, X.length));
  return [
    {
      group: "data",
      label: tr("f.preset", "preset"),
      path: ["preset"],
      options: [
        ...(problem.preset ? [] : [{ value: "", text: "—" }]),
        ...catalogue.presets.map(({ kind, title, sentence }) => ({ value: kind, text: title, sentence })),
      ],
    },
    kindField(
      "data",
      tr("f.set", "set"),
      "data",
      data.kind === "own" ? [OWN, ...catalogue.datasets] : catalogue.datasets,
    ),
    ...knobFields("data", "data", catalogue.datasets, data.kind),
    { ...number("data", tr("f.seed", "seed"), ["data", "seed"], 0, limits.seed), plain: true },
    ...settings("data"),
    ...settings("weights"),
    kindField("loss", tr("f.form", "form"), "loss", catalogue.losses),
    ...knobFields("loss", "loss", catalogue.losses, loss.kind),
    ...settings("loss"),
    kindField("penalty", tr("f.form", "form"), "penalty", catalogue.penalties),
    ...knobFields("penalty", "penalty", catalogue.penalties, penalty.kind),
    slackField(problem),
    ...settings("penalty"),
    kindField("optimizer", tr("f.rule", "rule"), "optimizer", catalogue.optimizers),
    ...knobFields("optimizer", "optimizer", catalogue.optimizers, optimizer.kind),
    { ...kindField("optimizer", tr("f.schedule", "schedule"), "schedule", catalogue.schedules), disabled: !scheduled },
    ...knobFields("optimizer", "schedule", catalogue.schedules, schedule.kind, scheduled),
    ...settings("optimizer"),
  ];
}

/** @param {Field} field @param {string} path */
const at = (field, path) => String(field.path) === path && !field.disabled;

/**
 * The two knobs that everybody wants, for the player.
 *
 * @param {Field[]} all
 * @returns {Field[]}
 */
export const chips = (all) => [
  ...all.filter((field) => at(field, "optimizer,learning_rate")).map((field) => ({
    ...field,
    label: "η",
    plain: true,
  })),
  ...all.filter((field) => at(field, "loss,kind")).map((field) => ({ ...field, label: tr("group.loss", "Loss") })),
];

/**
 * What a training run is steered by.
 *
 * @param {Field[]} all
 */
export const tuned = (all) => all.filter((field) => at(field, "optimizer,learning_rate") || at(field, "batch"));

/**
 * The value of a field, by its path.
 *
 * @param {Problem} problem
 * @param {string[]} path
 */
export const read = (problem, path) =>
  path[0] === "slack" ? slackC(problem) : path.reduce((value, key) => value?.[key], /** @type {any} */ (problem));

/**
 * The problem with one field changed; another kind keeps the knobs that both kinds have.
 *
 * @param {Catalogue} catalogue
 * @param {Problem} problem
 * @param {string[]} path
 * @param {any} value
 * @returns {Partial<Problem>}
 */
export function write(catalogue, problem, path, value) {
  const families = /** @type {const} */ ({ data: "datasets", ...MEMBERS });
  const [name, key] = /** @type {[keyof typeof families, string]} */ (path);
  if (path[0] === "draw") return randomWeights(problem, value);
  if (path[0] === "slack") return { penalty: { ...problem.penalty, strength: strengthOf(problem, value) } };
  if (path[0] === "bias") return withBias(problem, value);
  if (path.length === 1) return { [name]: value };
  if (key !== "kind") return { [name]: { ...problem[name], [key]: value } };
  const { knobs } = find(catalogue[families[name]], String(value));
  const keeps = (/** @type {Knob} */ knob) => name !== "data" && knob.name in problem[name];
  const kept = knobs.map((knob) => [knob.name, keeps(knob) ? problem[name][knob.name] : knob.default]);
  return { [name]: { kind: value, ...(name === "data" && { seed: problem.data.seed }), ...Object.fromEntries(kept) } };
}
