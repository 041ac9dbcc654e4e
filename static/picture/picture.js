// The picture of a step of a pass: what the plane draws of it, as marks. It follows from the pass and `fill` alone, so
// that a link to a moment and a step back show the same. Pure: no DOM.

import { chain } from "./chain.js";
import { frameOf } from "./geometry.js";
import { disc } from "./marks.js";
import { clocks, lasting } from "./motion.js";
import { numbers, ring, rings, shares } from "./numbers.js";
import { pieces } from "./pieces.js";
import { lengths, margins, scores } from "./point.js";
import { squares, ticks } from "./signals.js";
import { decay, sum } from "./total.js";
import { turn } from "./turn.js";
import { direction, shifts, spread, weights } from "./weights.js";

/** @import { Rows, Scene, State, Step } from "../types.d.ts" */
/** @import { Frame, Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { Clock } from "./motion.js" */

/** @typedef {Step["picture"][number]} Layer */

/**
 * The step of a pass that is being looked at.
 * @typedef {object} Pictured
 * @property {Step[]} steps
 * @property {number} at  which of them
 * @property {number} fill
 * @property {Rows} W  the weights that the pass begins with
 * @property {number[]} b
 * @property {number[]} batch
 * @property {number} i  the point that is looked at
 */

/**
 * All that a layer may read. `place` is that of the point, `columns` those of the scores, `many` whether there are too
 * many points for each to have its own, `marked` whether the picture has to say which point it is about.
 * @typedef {Omit<Pictured, "fill"> & {
 *   step: Step, frame: Frame, place: Place, X: Rows, y: number[], arrows: Scene["arrows"], columns: number,
 *   pairwise: boolean, many: boolean, marked: boolean,
 * }} About
 */

export const MANY = 30; // points: with more they are smaller and have no rings
const SMALL = 200; // px: a plane that is not as wide has no room for words
const LOOKED_AT = 21; // px: beyond every ring of a loss
export const FADED = 0.3; // what is left of the step before, until this one draws its own

/** @type {Record<Layer, (about: About, clock: Clock) => Mark[]>} */
const LAYERS = {
  scores,
  margins,
  lengths,
  squares,
  shares,
  numbers,
  ring,
  rings,
  weights,
  ticks,
  pieces,
  chain,
  shifts,
  decay,
  sum,
  direction,
  spread,
  turn,
};
const OF_A_POINT = new Set(["scores", "margins", "lengths", "squares", "shares", "ring", "ticks", "pieces"]);

/** @type {(about: About, fill: number) => Mark[]} */
function drawn(about, fill) {
  const { step, place, marked, frame } = about;
  const clock = clocks(step.picture, fill);
  const marks = step.picture.flatMap((layer) => LAYERS[layer](about, clock(layer)));
  const all = marks.length && marked && ofOnePoint(step)
    ? [disc(place, LOOKED_AT, { look: "looked-at" }), ...marks]
    : marks;
  return 100 / frame.px < SMALL ? all.filter(({ as }) => as !== "text") : all;
}

/**
 * What the plane draws of a step, and what is left of the last one that drew something.
 *
 * @param {Pictured} pictured
 * @param {{ scene: Scene, X: Rows, y: number[], focusPoint?: number | null, pairwise?: boolean }} view
 * @param {number} width  of the plane, in pixels
 * @returns {{ now: Mark[], before: Mark[], faded: number }}
 */
export function pictureOf({ fill, ...pictured }, { scene, X, y, focusPoint = null, pairwise = true }, width) {
  const { steps, at, i, W } = pictured;
  const frame = frameOf(scene.box, width);
  /** @type {(at: number) => About} */
  const about = (k) => ({
    ...pictured,
    at: k,
    step: steps[k],
    frame,
    place: frame.at(X[i]),
    X,
    y,
    arrows: scene.arrows,
    columns: W[0].length,
    pairwise: pairwise && W[0].length > 1,
    many: X.length > MANY,
    marked: focusPoint !== i,
  });
  const now = drawn(about(at), fill);
  const faded = now.length ? FADED * (1 - fill) : FADED;
  if (!faded) return { now, before: [], faded };
  for (let k = at - 1; k >= 0; k--) {
    const before = drawn(about(k), 1);
    if (before.length) return { now, before, faded };
  }
  return { now, before: [], faded };
}

/** Is a step's picture about one point? @param {Step} step */
export const ofOnePoint = ({ picture, shape }) =>
  picture.some((layer) => OF_A_POINT.has(layer)) || (picture.includes("numbers") && shape.length === 2);

/**
 * How many times the usual time of a step its picture takes.
 *
 * @param {Pick<State, "pass" | "step" | "mode">} state
 */
export function timesOf({ pass, step, mode }) {
  const now = mode === "pass" && pass?.scene ? pass.steps[step] : null;
  return now ? lasting(now.picture) : 1;
}
