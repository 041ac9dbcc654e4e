// What a picture is made of. Places are in per cent of the plane, radii and offsets in pixels. Pure: no DOM.

import { format } from "../dom/number.js";

/** @import { Place } from "./geometry.js" */

/**
 * `k`: the class whose colour it has; `look`: class names; `alpha`: how solid it is.
 * @typedef {{ k?: number, look?: string, alpha?: number }} Look
 */
/** @typedef {Look & { as: "line" | "arrow", from: Place, to: Place }} Stroke */
/** @typedef {Look & { as: "area", corners: Place[] }} Area */
/** @typedef {Look & { as: "disc", at: Place, r: number }} Disc */
/**
 * A part of a ring, from and to in turns.
 *
 * @typedef {Look & { as: "arc", at: Place, r: number, from: number, to: number }} Arc
 */
/** The mark of class k at the end of a line. @typedef {Look & { as: "badge", at: Place, k: number }} Badge */
/**
 * A text, with the mark of class `of` beside it.
 *
 * @typedef {Look & { as: "text", at: Place, by: [number, number], text: string, of?: number,
 *   anchor: "start" | "middle" | "end" }} Words
 */
/** @typedef {Stroke | Area | Disc | Arc | Badge | Words} Mark */

/** @type {(from: Place, to: Place, look?: Look) => Stroke} */
export const line = (from, to, look) => ({ as: "line", from, to, ...look });
/** @type {(from: Place, to: Place, look?: Look) => Stroke} */
export const arrow = (from, to, look) => ({ as: "arrow", from, to, ...look });
/** @type {(corners: Place[], look?: Look) => Area} */
export const area = (corners, look) => ({ as: "area", corners, ...look });
/** @type {(at: Place, r: number, look?: Look) => Disc} */
export const disc = (at, r, look) => ({ as: "disc", at, r, ...look });
/** @type {(at: Place, r: number, from: number, to: number, look?: Look) => Arc} */
export const arc = (at, r, from, to, look) => ({ as: "arc", at, r, from, to, ...look });
/** @type {(at: Place, k: number, look?: Look) => Badge} */
export const badge = (at, k, look) => ({ as: "badge", at, ...look, k });

/**
 * @type {(at: Place, text: string, look?: Look & { by?: [number, number], of?: number,
 *   anchor?: Words["anchor"] }) => Words}
 */
export const words = (at, text, look) => ({ as: "text", at, text, by: [0, 4], anchor: "middle", ...look });

/** A number as the plane writes it: whole ones bare. @param {number} x */
export const number = (x) => format(x, 2, true);
/** One that says its sign. @param {number} x */
export const signed = (x) => `${x > 0 ? "+" : ""}${number(x)}`;

const HALF = 10; // px that half a line of text takes

/**
 * A text beside a place, on the side of a way: what lies to the right begins there.
 *
 * @type {(at: Place, way: Place, off: number) => { by: [number, number], anchor: Words["anchor"] }}
 */
export function beside(at, [x, y], off) {
  const right = at[0] > 88 ? -1 : at[0] < 12 ? 1 : Math.sign(x) || 1;
  const down = Math.abs(x) < 0.35 ? Math.sign(y) * (off + HALF / 2) : y * off;
  return Math.abs(x) < 0.35 && at[0] >= 12 && at[0] <= 88
    ? { by: [0, 4 + down], anchor: "middle" }
    : { by: [right * off, 4 + down], anchor: right > 0 ? "start" : "end" };
}
