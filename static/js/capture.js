// A moment of the page as a plain value: the problem with everything that makes it, and the place in its pass or run. Pure.

import { pack } from "./points.js";

export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What is as it always is at first is left out: a link is to be short. */
export const USUAL = { preset: "", draw: 0, bias: true, box: null, unit: null, variants: [] };
export const PLACE = { mode: "pass", iteration: 0, step: null, point: null, cell: null, layout: "XW", chart: "loss", log: false, parameters: null, panel: null, hide: [] };
const GIVING = ["share", "export", "story"]; // panels that give the moment away are no part of it
const without = (usual, all) => Object.fromEntries(Object.entries(all).filter(([name, value]) => !(name in usual && same(usual[name], value))));

/** `here`: with the place, or only the problem at its beginning. */
export function capture(state, here = true) {
  const { problem: { origin, ...problem }, mode, iteration, step, pass, focus, layout, chart, panel, hide } = state;
  const moved = !same(origin, { W: problem.W, b: problem.b });
  const { point, step: of, r, c } = focus;
  const place = { mode, iteration, step: pass?.steps[step]?.id ?? null, point, cell: of === undefined ? null : [of, r, c], layout, chart: chart.kind, log: chart.log, parameters: chart.parameters, panel: GIVING.includes(panel) ? null : panel ?? null, hide };
  return { ...without(USUAL, problem), ...pack(problem), ...(moved && { origin }), ...(here && { at: without(PLACE, place) }) };
}
