// The arrows of the points' pulls, under the points.

/**
 * @import { Places } from "./places.js"
 * @import { PlaneView } from "./plane.js"
 */

/**
 * Of point i at the weights of class k; `lane`: which of several on the same way.
 * @typedef {{i: number, k: number, lane: number, from: number[], to: number[]}} Pull
 */

import { element, pool, set } from "../dom/svg.js";
import { round2 } from "./places.js";
import { drawLine, drawPlace } from "./lines.js";

const HEAD = "M-4.5-3L0 0L-4.5 3";
const APART = 4; // pixels between arrows on the same way

/** @param {Element} layer */
export function pullLayer(layer) {
  /** @type {Places} */
  let at;
  /** @type {number | null} */
  let focused;
  const make = () => {
    const shaft = element("line");
    const head = element("path", { d: HEAD });
    const tip = element("svg", {}, head);
    return { root: element("g", {}, shaft, tip), shaft, tip, head };
  };
  /** @type {(node: ReturnType<typeof make>, pull: Pull) => void} */
  const update = ({ root, shaft, tip, head }, { i, k, lane, from, to }) => {
    const angle = Math.atan2(from[1] - to[1], to[0] - from[0]); // on the screen, where y points down
    set(root, "class", `k${k}${i === focused ? " focused" : ""}`);
    set(
      root,
      "transform",
      `translate(${round2(-Math.sin(angle) * lane * APART)} ${round2(Math.cos(angle) * lane * APART)})`,
    );
    drawLine(shaft, [from, to], at);
    drawPlace(tip, to, at);
    set(head, "transform", `rotate(${round2((angle * 180) / Math.PI)})`);
  };
  const drawn = pool(layer, make, update);
  /** @type {(view: PlaneView, places: Places) => void} */
  return ({ pulls, focusPoint }, places) => {
    at = places;
    focused = focusPoint;
    drawn.draw(pulls ?? []);
  };
}
