// A moment of the page as a plain value: the problem with everything that makes it, and the place in its pass or run. Pure.

import { pack } from "./points.js";

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What is as it always is at first is left out: a link is to be short. */
export const USUAL = { preset: "", draw: 0, bias: true, box: null, unit: null, variants: [] };
export const PLACE = {
  mode: "pass",
  iteration: 0,
  step: null,
  point: null,
  cell: null,
  layout: "XW",
  chart: "loss",
  log: false,
  parameters: null,
  panel: null,
  hide: [],
};
const GIVING = ["share", "export", "story"]; // panels that give the moment away are no part of it
const without = (usual, all) =>
  Object.fromEntries(Object.entries(all).filter(([name, value]) => !(name in usual && same(usual[name], value))));

const MADE_OF = ["problem", "mode", "iteration", "step"]; // what is looked at, and how, is no other moment

/** What tells the moment of the page from another one. */
export const momentOf = (state) => Object.fromEntries(MADE_OF.map((name) => [name, state[name]]));

/** Has the page left the moment that its story is at? */
export const isBeside = ({ telling, ...state }) =>
  Boolean(telling) && !telling.going && !MADE_OF.every((name) => telling.here?.[name] === state[name]);

/** What makes a run: the pinned one is told by how it differs from that of the moment. */
export const PINNED = [
  "data",
  "X",
  "y",
  "W",
  "b",
  "loss",
  "penalty",
  "optimizer",
  "schedule",
  "batch",
  "iterations",
  "bias",
];
const points = (all) => ("X" in all ? pack(all) : {});

/** How a pinned run's problem differs from another one; points are told with their classes. */
export function differences(pinned, problem) {
  const names = PINNED.filter((name) => !same(pinned[name], problem[name]));
  const all = names.some((name) => ["X", "y"].includes(name)) ? [...names, "X", "y"] : names;
  return Object.fromEntries(PINNED.filter((name) => all.includes(name)).map((name) => [name, pinned[name]]));
}

/** `here`: with the place, or only the problem at its beginning. */
export function capture(state, here = true) {
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
    panel: GIVING.includes(panel) ? null : panel ?? null,
    hide,
  };
  const pin = chart.pin && differences(chart.pin, problem);
  const at = { ...without(PLACE, place), ...(pin && { pin: { ...pin, ...points(pin) } }) };
  return { ...without(USUAL, problem), ...pack(problem), ...(moved && { origin }), ...(here && { at }) };
}
