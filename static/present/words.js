// What a moment is about while one presents it, and how far that is. Pure: no DOM, no requests.

import { format } from "../dom/number.js";
import { tr } from "../dom/text.js";

/** @import { Pass, State } from "../types.d.ts" */

/** @typedef {"plane" | "board" | "both"} StageView */
/** @typedef {State & { pass: Pass }} Shown  there is something to present */

/**
 * What the plane draws, what is computed on the board; where the window is `low` only one of them.
 *
 * @param {Shown} state
 * @param {boolean} low
 * @returns {StageView}
 */
export function about({ mode, step, pass, shown }, low) {
  const now = mode === "pass" && pass.steps[step];
  if (!now) return "plane";
  if (now.direction === "update") return now.id !== `${now.node}_next` ? "board" : low ? "plane" : "both";
  const both = now.picture.length || (now.direction === "forward" && now.shape[0] === shown.X.length);
  return both && !low ? "both" : "board";
}

/**
 * What of that can be shown: what a link hides stays hidden, so the other stands there whatever was chosen, or the
 * sentence alone.
 *
 * @param {StageView} wanted
 * @param {string[]} hide
 */
export function unhidden(wanted, hide) {
  const there = ["plane", "board"].filter((name) => !hide.includes(name));
  return there.length > 1 ? wanted : there[0] ?? "sentence";
}

/** Of the story, the pass or the run, which ends at iteration `last`. @param {Shown} state @param {number} last */
export function progress({ playback, mode, iteration, step, pass, run }, last) {
  const loss = mode === "train" && run
    ? `${tr("progress.total", "total {loss}", { loss: format(run.totals[iteration], 3) })} · `
    : "";
  if (playback) return `${loss}${playback.at + 1} / ${playback.story.length}`;
  return mode === "train" ? `${loss}${iteration} / ${last}` : `${step + 1} / ${pass.steps.length}`;
}

export const ENTERED = tr(
  "present.on",
  "Presenting. Right and left walk, 1, 2 and 3 choose plane, board or both, b blanks the screen, Escape ends it.",
);
export const LEFT = tr("present.off", "The presentation is over.");

/** @param {{ n: number, all: number, text: string }} place  in the story, and the text there */
export const atMoment = (place) => tr("present.moment", "Moment {n} of {all}: {text}", place);

/** @param {boolean} blank */
export const screen = (blank) =>
  blank
    ? tr("present.blank", "The screen is blank: any key brings the picture back.")
    : tr("present.back", "The picture is back.");
