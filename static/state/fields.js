// The fields of the problem that the page shows as controls: label, kind and range of each, in one list, from the catalogue.

import { slackC, slackField, strengthOf } from "./slack.js";
import { randomWeights, withBias } from "./weights.js";

const byKind = (family, kind) => family.find((member) => member.kind === kind);

/** A select over a family of the catalogue. */
const kindField = (group, label, name, family) => ({
  group,
  label,
  path: [name, "kind"],
  options: family.map(({ kind, title, sentence }) => ({ value: kind, text: title, sentence })),
});

/** The controls of one member's knobs; those that a sibling has and this one has not are listed too, disabled. */
function knobFields(group, name, family, kind, applies = true) {
  const own = byKind(family, kind)?.knobs ?? []; // data of one's own come from no recipe
  const every = new Map(family.flatMap(({ knobs }) => knobs.map((knob) => [knob.name, knob])));
  return [...every.values()].map((any) => {
    const knob = own.find((k) => k.name === any.name);
    return { group, label: any.label, path: [name, any.name], disabled: !knob || !applies, ...rangeOf(knob ?? any) };
  });
}

function rangeOf({ choices, min, max, step, scale, optional, default: initial }) {
  if (choices) return { options: choices, segmented: true, default: initial };
  if ((max - min) / step <= 2) {
    return {
      options: [min, min + step, max].map((value) => ({ value, text: FRACTIONS[value] ?? String(value) })),
      segmented: true,
      default: initial,
    };
  }
  return { min, max, step, scale, optional, default: initial };
}

const OWN = { kind: "own", title: "your own" };
const FRACTIONS = { 0.5: "½" };

const number = (group, label, path, min, max, step = 1, scale = "linear") => ({
  group,
  label,
  path,
  min,
  max,
  step,
  scale,
});

/** Every control for a problem, in the order of the page. */
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

export const read = (problem, path) =>
  path[0] === "slack" ? slackC(problem) : path.reduce((value, key) => value?.[key], problem);

/** The problem with one field changed; another kind keeps the knobs that both kinds have. */
export function write(catalogue, problem, path, value) {
  const [name, key] = path;
  if (name === "draw") return randomWeights(problem, value);
  if (name === "slack") return { penalty: { ...problem.penalty, strength: strengthOf(problem, value) } };
  if (name === "bias") return withBias(problem, value);
  if (path.length === 1) return { [name]: value };
  if (key !== "kind") return { [name]: { ...problem[name], [key]: value } };
  const family =
    { data: "datasets", loss: "losses", penalty: "penalties", optimizer: "optimizers", schedule: "schedules" }[name];
  const knobs = byKind(catalogue[family], value).knobs;
  const kept = knobs.map((
    knob,
  ) => [
    knob.name,
    name === "data" ? knob.default : knob.name in problem[name] ? problem[name][knob.name] : knob.default,
  ]);
  return { [name]: { kind: value, ...(name === "data" && { seed: problem.data.seed }), ...Object.fromEntries(kept) } };
}
