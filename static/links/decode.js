// What was captured, back as a problem and a place. It comes from outside and is judged; what this page does not know is replaced by
// the nearest that it knows, and named. Pure.

import { differences, PINNED, PLACE, same, USUAL } from "./encode.js";
import { unpack } from "./points.js";
import { defaults, find } from "../state/problem.js";
import { sound } from "./validate.js";

const FAMILIES = {
  loss: "losses",
  penalty: "penalties",
  optimizer: "optimizers",
  schedule: "schedules",
  data: "datasets",
};

/** Are two problems the same? */
export const alike = (a, b) => NAMES.every((name) => same(a[name], b[name]));

export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const words = (name, what) => (typeof what === "string" ? `${name} “${Array.from(what).slice(0, 40).join("")}”` : name);

/** The usual one where nothing nearer is known; of losses one for as many columns of weights. */
const usual = (
  family,
  name,
  { b },
) => (name === "loss" ? family.find(({ binary }) => binary === (b?.length === 1)) : find(family, "l2") ?? family[0]);

/** The problem with known members in place of unknown ones; `said` names each, and each knob that is not known. */
function nearest(catalogue, given) {
  const [problem, said] = [{ ...given }, []];
  for (const [name, family] of Object.entries(FAMILIES)) {
    const { kind, seed, ...knobs } = isObject(given[name]) ? given[name] : {};
    if (name === "data" && kind === "own") continue;
    const known = find(catalogue[family], kind);
    const names = known?.knobs.map((knob) => knob.name) ?? [];
    said.push(
      ...(known
        ? Object.keys(knobs).filter((knob) => !names.includes(knob)).map((knob) =>
          words(`${name}.${knob}`, knobs[knob])
        )
        : [words(name, kind)]),
    );
    if (!known) {
      problem[name] = name === "data"
        ? { kind: "own", seed: seed ?? 0 }
        : defaults(usual(catalogue[family], name, given));
    }
  }
  return { problem, said };
}

const isNumber = (x) => typeof x === "number" && Math.abs(x) <= 1e9;
const windowOf = ({ box, unit }) => ({
  box: Array.isArray(box) && box.length === 4 && box.every(isNumber) && box[0] < box[1] && box[2] < box[3] ? box : null,
  unit: isNumber(unit) && unit > 0 ? unit : null,
});
const NAMES = [
  "preset",
  "data",
  "X",
  "y",
  "W",
  "b",
  "origin",
  "loss",
  "penalty",
  "optimizer",
  "schedule",
  "batch",
  "iterations",
  "draw",
  "bias",
  "variants",
];
const picked = (all) => Object.fromEntries(NAMES.map((name) => [name, all[name]]));

const isPlace = (value, most) => Number.isInteger(value) && value >= 0 && value < most;
const isId = (value) => typeof value === "string" && /^\w{1,40}$/.test(value); // of a step: which there are only the pass can tell
const isName = (value) => typeof value === "string" && /^[ -~]{1,20}$/.test(value); // of a parameter, as the charts write it
const isCell = (value) =>
  Array.isArray(value) && value.length === 3 && isId(value[0]) && value.slice(1).every((n) => isPlace(n, 1e6));
const isPair = (value) => Array.isArray(value) && value.length === 2 && value.every(isName);

function placeOf(at, { X, iterations }, { figures, panels, hideable }) {
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

const PINNED_RUN = "the pinned run";

/** How the problem of the pinned run differs from that of the moment, null where none is; what this page does not know of it. */
function pinnedOf(catalogue, problem, given) {
  const none = (...unknown) => ({ pin: null, unknown });
  if (!isObject(given)) return given === undefined || given === null ? none() : none(PINNED_RUN);
  const own = Object.fromEntries(
    PINNED.filter((name) => Object.hasOwn(given, name)).map((name) => [name, given[name]]),
  );
  if ("X" in own) Object.assign(own, unpack(own));
  const whole = { ...problem, ...own, preset: "", variants: [] };
  const { problem: near, said } = nearest(catalogue, { ...whole, origin: { W: whole.W, b: whole.b } });
  const found = sound(catalogue, picked(near));
  return found ? { pin: differences(found, problem), unknown: said } : none(PINNED_RUN);
}

/**
 * {problem, at: its place, said: what this page does not know} of a captured moment, or null if it is none. `known`: {figures,
 * panels, hideable}, the charts, the ids of the panels, and the parts of the page that there are.
 */
export function restore(catalogue, given, known) {
  const { at, ...rest } = given;
  const { problem, said } = nearest(catalogue, {
    ...USUAL,
    ...rest,
    ...unpack(rest),
    origin: rest.origin ?? { W: rest.W, b: rest.b },
  });
  const found = sound(catalogue, picked(problem));
  if (!found) return null;
  const { pin, unknown } = pinnedOf(catalogue, found, isObject(at) ? at.pin : null);
  return {
    problem: { ...found, ...windowOf(problem) },
    at: { ...placeOf(at, found, known), ...(pin && { pin }) },
    said: [...new Set([...said, ...unknown])],
  };
}
