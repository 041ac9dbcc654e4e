// The fields of the problem that the page shows as controls: label, kind and range of each, in one list, from the
// catalogue.

import { kindField, knobFields, number } from "./field.js";
import { find } from "./problem.js";
import { slackC, slackField, strengthOf } from "./slack.js";
import { randomWeights, withBias } from "./weights.js";
import { MEMBERS } from "./variants.js";

/** @import { Catalogue, Knob, Problem } from "../types.d.ts" */
/** @import { Field } from "./field.js" */

const OWN = { kind: "own", title: "your own" };

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
  return [
    {
      group: "Data",
      label: "preset",
      path: ["preset"],
      options: [
        ...(problem.preset ? [] : [{ value: "", text: "—" }]),
        ...catalogue.presets.map(({ kind, title, sentence }) => ({ value: kind, text: title, sentence })),
      ],
    },
    kindField("Data", "set", "data", data.kind === "own" ? [OWN, ...catalogue.datasets] : catalogue.datasets),
    ...knobFields("Data", "data", catalogue.datasets, data.kind),
    { ...number("Data", "seed", ["data", "seed"], 0, 9999), plain: true },
    { ...number("Weights", "random seed", ["draw"], 0, 9999), plain: true },
    {
      group: "Weights",
      label: "bias",
      path: ["bias"],
      options: [{ value: true, text: "on" }, { value: false, text: "off" }],
      segmented: true,
    },
    kindField("Loss", "form", "loss", catalogue.losses),
    ...knobFields("Loss", "loss", catalogue.losses, loss.kind),
    kindField("Penalty", "form", "penalty", catalogue.penalties),
    ...knobFields("Penalty", "penalty", catalogue.penalties, penalty.kind),
    slackField(problem),
    kindField("Optimizer", "rule", "optimizer", catalogue.optimizers),
    ...knobFields("Optimizer", "optimizer", catalogue.optimizers, optimizer.kind),
    { ...kindField("Optimizer", "schedule", "schedule", catalogue.schedules), disabled: !scheduled },
    ...knobFields("Optimizer", "schedule", catalogue.schedules, schedule.kind, scheduled),
    { ...number("Optimizer", "batch", ["batch"], 1, X.length), full: X.length },
    number("Optimizer", "iterations", ["iterations"], 10, 1000, 10),
  ];
}

/**
 * The value of a field, by its path.
 *
 * @param {Problem} problem
 * @param {string[]} path
 */
export const read = (problem, path) =>
  path[0] === "slack" ? slackC(problem) : path.reduce((value, key) => value?.[key], /** @type {any} */ (problem));

const FAMILIES = /** @type {const} */ ({ data: "datasets", ...MEMBERS });

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
  const [name, key] = /** @type {[keyof typeof FAMILIES, string]} */ (path);
  if (path[0] === "draw") return randomWeights(problem, value);
  if (path[0] === "slack") return { penalty: { ...problem.penalty, strength: strengthOf(problem, value) } };
  if (path[0] === "bias") return withBias(problem, value);
  if (path.length === 1) return { [name]: value };
  if (key !== "kind") return { [name]: { ...problem[name], [key]: value } };
  const { knobs } = find(catalogue[FAMILIES[name]], String(value));
  const keeps = (/** @type {Knob} */ knob) => name !== "data" && knob.name in problem[name];
  const kept = knobs.map((knob) => [knob.name, keeps(knob) ? problem[name][knob.name] : knob.default]);
  return { [name]: { kind: value, ...(name === "data" && { seed: problem.data.seed }), ...Object.fromEntries(kept) } };
}
