// What stands behind the points and lines of the plane: the regions of the classes, the grid and its numbers.

/**
 * @import { Scene } from "../types.d.ts"
 * @import { Places, Tick } from "./places.js"
 * @import { Layers } from "./plane.js"
 */

import { element, pool, set } from "../dom/svg.js";
import { ticks } from "./places.js";

/** @param {Layers} layers */
export function backdrop(layers) {
  /** @type {Places} */
  let at;
  let drawn = "";
  /** @type {(node: Element, region: {k: number, corners: number[][]}) => void} */
  const drawRegion = (node, { k, corners }) => {
    set(node, "class", `k${k}`);
    set(node, "points", corners.map(([x, y]) => `${at.x(x)},${at.y(y)}`).join(" "));
  };
  /** @type {(node: Element, line: {ends: number[], zero: boolean}) => void} */
  const drawTick = (node, { ends: [x1, y1, x2, y2], zero }) => {
    set(node, "class", zero ? "zero" : null);
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) set(node, name, `${value}%`);
  };
  /** @type {(text: (tick: Tick) => Record<string, string>) => (node: Element, tick: Tick) => void} */
  const write = (text) => (node, tick) => {
    for (const [name, value] of Object.entries(text(tick))) set(node, name, value);
    if (node.textContent !== tick.text) node.textContent = tick.text;
  };
  const regions = pool(layers.regions, () => element("polygon"), drawRegion);
  const grid = pool(layers.grid, () => element("line"), drawTick);
  const across = pool(
    layers.across,
    () => element("text"),
    write((tick) => ({ x: `${tick.at}%`, y: "100%", dy: "-6" })),
  );
  const up = pool(layers.up, () => element("text"), write((tick) => ({ x: "6", y: `${tick.at}%`, dy: "4" })));
  const said = (/** @type {Tick} */ { text, zero }) => text && !zero; // the axes themselves say where zero is
  /** @type {(scene: Scene, places: Places) => void} */
  return (scene, newPlaces) => {
    at = newPlaces;
    regions.draw(scene.regions.flatMap((corners, k) => (corners.length ? [{ k, corners }] : [])));
    if (drawn === scene.box.join()) return;
    drawn = scene.box.join();
    const xs = ticks(scene.box.slice(0, 2), at.x);
    const ys = ticks(scene.box.slice(2), at.y);
    grid.draw([
      ...xs.map((tick) => ({ ...tick, ends: [tick.at, 0, tick.at, 100] })),
      ...ys.map((tick) => ({ ...tick, ends: [0, tick.at, 100, tick.at] })),
    ]);
    across.draw(xs.filter(said));
    up.draw(ys.filter(said));
  };
}
