// What a moment is about while one presents it, and how far that is. Pure: no DOM, no requests.

import { format } from "../dom/number.js";

/** @import { Pass, State } from "../types.d.ts" */

/** @typedef {"plane" | "board" | "both"} View */
/** @typedef {State & { pass: Pass }} Shown  there is something to present */

/**
 * What moves on the plane, what is computed on the board; where the window is `low` only one of them.
 *
 * @param {Shown} state
 * @param {boolean} low
 * @returns {View}
 */
export function about({ mode, step, pass, shown }, low) {
  const now = mode === "pass" && pass.steps[step];
  if (!now) return "plane";
  if (now.direction === "update") return now.id !== `${now.node}_next` ? "board" : low ? "plane" : "both";
  return now.direction === "forward" && now.shape[0] === shown.X.length && !low ? "both" : "board";
}

/**
 * What of that can be shown: what a link hides stays hidden, so the other stands there whatever was chosen, or the
 * sentence alone.
 *
 * @param {View} wanted
 * @param {string[]} hide
 */
export function unhidden(wanted, hide) {
  const there = ["plane", "board"].filter((name) => !hide.includes(name));
  return there.length > 1 ? wanted : there[0] ?? "sentence";
}

/** Of the story, the pass or the run, which ends at iteration `last`. @param {Shown} state @param {number} last */
export function progress({ telling, mode, iteration, step, pass, run }, last) {
  const loss = mode === "train" && run ? `total ${format(run.totals[iteration], 3)} · ` : "";
  if (telling) return `${loss}${telling.at + 1} / ${telling.story.length}`;
  return mode === "train" ? `${loss}${iteration} / ${last}` : `${step + 1} / ${pass.steps.length}`;
}
