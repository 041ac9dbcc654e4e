// How long what a step draws is on its way, and how far it is at a moment of it. Pure: it follows from `fill`.

/** @import { Layer } from "./picture.js" */
/** @typedef {(delay: number, length: number, curve?: Curve) => number} Clock  how far a move is, 0 … 1; times in ms */
/** @typedef {[number, number, number, number]} Curve  of cubic-bezier() */

/** @type {Record<string, Curve>} */
export const CURVES = {
  out: [0, 0, 0.58, 1],
  grow: [0.2, 0.8, 0.2, 1],
  slide: [0.4, 0, 0.1, 1],
  swing: [0.5, 0, 0.1, 1],
};
export const PIECE = 320;
export const NEXT = 120; // until the next piece begins
export const SLIDE = 500;
export const APART = 70; // between two that slide
export const SUM = 240;
export const SWING = 700;
const SLIDES = 1400; // in all
const USUAL = 495; // ms in which the cells of a step fill in
const TWO_PIECES = PIECE + NEXT;

/** @type {Record<Layer, number>} */
const LENGTHS = {
  scores: 260,
  margins: 260,
  lengths: 400,
  squares: 400,
  shares: 500,
  numbers: 240,
  ring: 500,
  rings: 400,
  weights: 320,
  ticks: 400,
  pieces: TWO_PIECES,
  chain: SLIDES,
  shifts: PIECE,
  decay: PIECE,
  sum: SUM,
  direction: PIECE,
  spread: PIECE,
  turn: SWING,
};
/** What was drawn before stands still while more is added to it. */
const STANDING = new Set(["lengths", "chain", "shifts"]);

/** When each layer begins and how long all of it takes, in ms. @param {readonly Layer[]} picture */
function schedule(picture) {
  /** @type {Map<Layer, number>} */
  const begins = new Map();
  let all = 0;
  picture.forEach((layer, k) => {
    const still = STANDING.has(layer) && k < picture.length - 1;
    begins.set(layer, still ? -Infinity : all);
    if (!still) all += LENGTHS[layer];
  });
  return { begins, all };
}

/** How many times the usual time of a step its picture takes. @param {readonly Layer[]} picture */
export const lasting = (picture) => Math.max(1, schedule(picture).all / USUAL);

/**
 * The clock of each layer at that share of the picture.
 *
 * @type {(picture: readonly Layer[], fill: number) => (layer: Layer) => Clock}
 */
export function clocks(picture, fill) {
  const { begins, all } = schedule(picture);
  return (layer) => (delay, length, curve = CURVES.grow) => {
    if (fill >= 1) return 1;
    const gone = fill * all - (begins.get(layer) ?? 0) - delay;
    return eased(Math.min(1, Math.max(0, gone / length)), curve);
  };
}

/** How long until the k-th of n that slide one after the other begins. @type {(k: number, n: number) => number} */
export const slideDelay = (k, n) => k * Math.min(APART, (SLIDES - SLIDE) / Math.max(1, n - 1));

/** @type {(a: number, b: number, t: number) => number} */
const bezier = (a, b, t) => 3 * a * t * (1 - t) * (1 - t) + 3 * b * t * t * (1 - t) + t * t * t;

/** @type {(share: number, curve: Curve) => number} */
export function eased(share, [x1, y1, x2, y2]) {
  if (share <= 0 || share >= 1) return Math.min(1, Math.max(0, share));
  let [low, high] = [0, 1];
  for (let n = 0; n < 20; n++) { // halved until it is finer than a pixel
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < share) low = middle;
    else high = middle;
  }
  return bezier(y1, y2, low);
}
