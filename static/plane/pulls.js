// The arrows of the points' pulls, under the points. It computes no pull.

import { element, pool, set } from "../dom/svg.js";
import { round2 } from "./places.js";
import { drawLine, drawPlace } from "./lines.js";

const HEAD = "M-4.5-3L0 0L-4.5 3";
const APART = 4; // pixels between arrows on the same way

export function pullLayer(layer) {
  let at, focused;
  const make = () => {
    const [shaft, head] = [element("line"), element("path", { d: HEAD })];
    const tip = element("svg", {}, head);
    return { root: element("g", {}, shaft, tip), shaft, tip, head };
  };
  const drawn = pool(layer, make, ({ root, shaft, tip, head }, { i, k, lane, from, to }) => {
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
  });
  return ({ pulls, focusPoint }, places) => {
    [at, focused] = [places, focusPoint];
    drawn.draw(pulls ?? []);
  };
}
