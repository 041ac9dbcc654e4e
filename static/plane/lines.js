// The parts of the plane that follow the weights: lines, their badges and arrows, the trail, and where the update will
// move it all.

/**
 * @import { Line } from "./dashes.js"
 * @import { Places } from "./places.js"
 * @import { Layers, PlaneView } from "./plane.js"
 */

import { element, pool, set } from "../dom/svg.js";
import { dashes, present } from "./dashes.js";
import { round2 } from "./places.js";

const HEAD = "M5 0L-5.5 4.6L-3.5 0L-5.5-4.6z";
const MOVE = "M3 0H14M9.5-4L14 0L9.5 4";
const INSET = 15; // pixels from the border to the badge of a line
const ENDS = [0.2, 0.8]; // where along a line its move is shown

/** @type {(dx: number, dy: number) => number} */
const degrees = (dx, dy) => (Math.atan2(-dy, dx) * 180) / Math.PI;

/** @type {(node: Element, ends: number[][], at: Places) => void} */
export function drawLine(node, [[x0, y0], [x1, y1]], at) {
  set(node, "x1", `${at.x(x0)}%`);
  set(node, "y1", `${at.y(y0)}%`);
  set(node, "x2", `${at.x(x1)}%`);
  set(node, "y2", `${at.y(y1)}%`);
}

/** @type {(node: Element, place: number[], at: Places) => void} */
export function drawPlace(node, [x, y], at) {
  set(node, "x", `${at.x(x)}%`);
  set(node, "y", `${at.y(y)}%`);
}

/**
 * How the lines of a layer are drawn.
 * @template {{root: Element} | Element} Node
 * @template Item
 * @param {Element} layer
 * @param {() => Node} make
 * @param {(node: Node, item: Item, at: Places) => void} update
 */
function inPlaces(layer, make, update) {
  /** @type {Places} */
  let at;
  /** @type {(node: Node, item: Item) => void} */
  const updated = (node, item) => update(node, item, at);
  const drawn = pool(layer, make, updated);
  /** @type {(items: Item[], places: Places) => void} */
  return (items, places) => {
    at = places;
    drawn.draw(items);
  };
}

/** Lines in class colour. @param {Element} layer */
function lines(layer) {
  /** @type {(node: Element, line: Line & {opacity?: string}, at: Places) => void} */
  const update = (node, { k, segment, opacity = null }, at) => {
    set(node, "class", `k${k}`);
    drawLine(node, segment, at);
    set(node, "stroke-opacity", opacity);
  };
  return inPlaces(layer, () => element("line", { class: null }), update);
}

/** @param {Element} layer */
function badges(layer) {
  const make = () => {
    const use = element("use", { href: null, transform: "scale(.6)" });
    const inset = element("g", { transform: null }, element("circle", { r: "8.5" }), use);
    return { root: element("svg", { class: null }, inset), inset, use };
  };
  /** @type {(node: ReturnType<typeof make>, line: Line, at: Places) => void} */
  const update = ({ root, inset, use }, { k, segment: [[x0, y0], [x1, y1]] }, at) => {
    const length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
    set(root, "class", `k${k}`);
    drawPlace(root, [x1, y1], at);
    set(
      inset,
      "transform",
      `translate(${round2((INSET * (x0 - x1)) / length)} ${round2((INSET * (y1 - y0)) / length)})`,
    );
    set(use, "href", `#shape-${k}`);
  };
  return inPlaces(layer, make, update);
}

/** @param {Element} layer */
function arrows(layer) {
  const make = () => {
    const shaft = element("line");
    const head = element("path", { d: HEAD });
    const tip = element("svg", {}, head);
    return { root: element("g", {}, shaft, tip), shaft, tip, head };
  };
  /** @type {(node: ReturnType<typeof make>, line: Line, at: Places) => void} */
  const update = ({ root, shaft, tip, head }, { k, segment: [from, to] }, at) => {
    set(root, "class", `k${k}`);
    drawLine(shaft, [from, to], at);
    drawPlace(tip, to, at);
    set(head, "transform", `rotate(${round2(degrees(to[0] - from[0], to[1] - from[1]))})`);
  };
  return inPlaces(layer, make, update);
}

/** @typedef {{k: number, from: number[], angle: number}} Move */

/**
 * Small arrows of one size across a line, towards the next line: the move itself is often too small to see.
 * @param {Element} layer
 */
function moves(layer) {
  const make = () => {
    const path = element("path", { d: MOVE });
    return { root: element("svg", {}, path), path };
  };
  /** @type {(node: ReturnType<typeof make>, move: Move, at: Places) => void} */
  const update = ({ root, path }, { k, from, angle }, at) => {
    set(root, "class", `k${k}`);
    drawPlace(root, from, at);
    set(path, "transform", `rotate(${round2(angle)})`);
  };
  return inPlaces(layer, make, update);
}

/** @type {(line: Line, next: number[][] | null | undefined, width: number) => Move[]} */
function moved({ k, segment: [a, b] }, next, width) {
  if (!next) return [];
  const [[x0, y0], [x1, y1]] = next;
  return ENDS.flatMap((share) => {
    const from = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const off = ((from[0] - x0) * dy - (from[1] - y0) * dx) / (dx * dx + dy * dy);
    const [right, up] = [-off * dy, off * dx];
    return Math.hypot(right, up) < 5e-4 * width ? [] : [{ k, from, angle: degrees(right, up) }];
  });
}

/** @param {Layers} layers */
export function weightLayers(layers) {
  const draw = {
    trail: lines(layers.trail),
    touch: lines(layers.touch),
    levels: lines(layers.levels),
    lines: lines(layers.lines),
    ghosts: lines(layers.ghosts),
    ends: badges(layers.ends),
    arrows: arrows(layers.arrows),
    moves: moves(layers.moves),
  };
  /** @type {(view: PlaneView, at: Places) => void} */
  return (view, at) => {
    const { scene, trail = [], next = null } = view;
    const width = scene.box[1] - scene.box[0];
    /** @param {number} i */
    const fade = (i) => String(round2(0.05 + (0.4 * (i + 1)) / trail.length));
    const now = present(scene.lines);
    draw.trail(trail.flatMap((old, i) => present(old.lines).map((line) => ({ ...line, opacity: fade(i) }))), at);
    draw.levels(dashes(view).lines, at);
    draw.touch(now, at);
    draw.lines(now, at);
    draw.ghosts(next ? present(next.lines) : [], at);
    draw.moves(now.flatMap((line) => moved(line, next?.lines[line.k], width)), at);
    draw.arrows(present(scene.arrows), at);
    draw.ends(now, at);
  };
}
