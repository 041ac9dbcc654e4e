// The plane: draws a scene and its points in place, and says which point the reader is at. It fetches and computes
// nothing.

/**
 * @import { Scene } from "../types.d.ts"
 * @import { Pictured } from "../picture/picture.js"
 * @import { Pull } from "./pulls.js"
 */

/**
 * What the plane shows.
 * @typedef {object} PlaneView
 * @property {Scene} scene
 * @property {number[][]} X
 * @property {number[]} y
 * @property {number | null} focusPoint
 * @property {number[] | null} batch
 * @property {number[]} lossPerPoint
 * @property {boolean[]} correct
 * @property {Scene[]} [trail]  older scenes, oldest first
 * @property {Pick<Scene, "lines"> | null} [next]  where the update will move it all
 * @property {Pull[] | null} [pulls]
 * @property {Set<number> | null} [marked]
 * @property {boolean} [hasMargins]
 * @property {boolean} [pairwise]
 * @property {boolean} [playing]
 * @property {Pictured | null} [picture]  the step of a pass that is looked at
 */

/**
 * The point that the reader is at; null: the pointer left, or tapped beside all points.
 * @typedef {(i: number | null, how: "hover" | "tap" | "focus") => void} OnFocusPoint
 */

/** @typedef {Record<string, SVGElement>} Layers  the regions, and those in LAYERS */

import { element, set } from "../dom/svg.js";
import { backdrop } from "./backdrop.js";
import { places } from "./places.js";
import { weightLayers } from "./lines.js";
import { pictureLayer, stepping } from "./picture.js";
import { pullLayer } from "./pulls.js";
import { pointLayers } from "./points.js";
import { tr } from "../dom/text.js";

const MANY_POINTS = 40; // more points than this are drawn smaller
const MANY_VIOLATIONS = 60; // more violations than this are drawn fainter
const VERY_MANY_VIOLATIONS = 300; // and more than this as hairlines: so many dotted lines cost half of a frame
const LAYERS = [
  "grid",
  "across",
  "up",
  "trail",
  "touch",
  "levels",
  "violations",
  "lines",
  "ghosts",
  "moves",
  "arrows",
  "ends",
  "pulls",
  "under",
  "points",
  "focus",
  "over",
]; // from back to front
/** From those who listen: said elsewhere. @type {Record<string, string | undefined>} */
const HIDDEN = {
  pulls: "pulls",
  across: "ticks across",
  up: "ticks up",
  focus: "focus",
  ...{ under: "picture", over: "picture" },
};

/** @param {Element} svg */
function build(svg) {
  /** @type {Layers} */
  const layers = { regions: element("svg", { class: "regions", viewBox: "0 0 100 100", preserveAspectRatio: "none" }) };
  for (const name of LAYERS) {
    layers[name] = element("g", { class: HIDDEN[name] ?? name, ...(name in HIDDEN && { "aria-hidden": "true" }) });
  }
  svg.replaceChildren(...Object.values(layers));
  return layers;
}

/** @param {PlaneView} view */
function state({ X, scene, focusPoint }) {
  const broken = scene.violations.length;
  return `plane${X.length > MANY_POINTS ? " dense" : ""}${broken > MANY_VIOLATIONS ? " crowded" : ""}${
    broken > VERY_MANY_VIOLATIONS ? " packed" : ""
  }${typeof focusPoint === "number" ? " focusing" : ""}`;
}

/** @type {(name: string, view: PlaneView) => string} */
function label(name, { scene, X, correct, hasMargins = true }) {
  const parts = [tr("plane.points", "{n} points in {classes} classes", { n: X.length, classes: scene.lines.length })];
  if (hasMargins) parts.push(tr("plane.margins", "{n} margins broken", { n: scene.violations.length }));
  if (correct) {
    parts.push(
      tr("plane.right", "{n} of {all} classified right", { n: correct.filter(Boolean).length, all: X.length }),
    );
  }
  return tr("plane.label", "{name}: {parts}", { name, parts: parts.join(tr("list.comma", ", ")) });
}

/** @type {(svg: SVGElement, onFocusPoint: OnFocusPoint) => void} */
function listen(svg, onFocusPoint) {
  /** @param {Event} event */
  const pointOf = (event) => {
    const target = /** @type {Element} */ (event.target);
    const at = /** @type {SVGElement | null} */ (target.closest?.("[data-point]"));
    return at && svg.contains(at) ? Number(at.dataset.point) : null;
  };
  /** @type {number | null} */
  let hovered = null;
  /** @param {number | null} i */
  const hover = (i) => {
    if (i !== hovered) onFocusPoint(hovered = i, "hover");
  };
  svg.addEventListener("pointerover", (event) => event.pointerType === "mouse" && hover(pointOf(event)));
  svg.addEventListener("pointerleave", () => hover(null));
  svg.addEventListener("click", (event) => onFocusPoint(pointOf(event), "tap"));
}

/**
 * `name`: what its label begins with.
 * @param {SVGElement} svg
 * @param {{onFocusPoint?: OnFocusPoint, name?: string}} [options]
 */
export function createPlane(svg, { onFocusPoint = () => {}, name = tr("plane", "The plane") } = {}) {
  const start = () => {
    const layers = build(svg);
    return {
      backdrop: backdrop(layers),
      weights: weightLayers(layers),
      pulls: pullLayer(layers.pulls),
      picture: pictureLayer(layers, svg),
      points: pointLayers(layers, (i) => onFocusPoint(i, "focus")),
    };
  };
  /** @type {ReturnType<typeof start> | null} */
  let parts = null;
  /** @type {number[]} */
  let box;
  let stop = 0; // the point that Tab leads to
  listen(svg, onFocusPoint);
  return {
    /** @param {PlaneView} view */
    draw(view) {
      parts ??= start();
      box = view.scene.box;
      const at = places(box);
      parts.backdrop(view.scene, at);
      parts.weights(view, at);
      parts.pulls(view, at);
      parts.points.draw(view, at);
      parts.picture(view);
      const wanted = Math.min(view.focusPoint ?? stop, view.X.length - 1);
      if (wanted !== stop && wanted >= 0) {
        stop = wanted;
        parts.points.stopAt(stop);
      }
      set(svg, "class", state(view) + stepping(view));
      if (!view.playing) set(svg, "aria-label", label(name, view));
    },
    /** Give point i the keyboard. */
    focus: (/** @type {number} */ i) => parts?.points.focus(i),
    /**
     * The data units at a place of the window (an event's clientX, clientY).
     * @type {(clientX: number, clientY: number) => [number, number]}
     */
    dataAt(clientX, clientY) {
      const { left, top, width, height } = svg.getBoundingClientRect();
      const [right, down] = [(clientX - left) / width, (clientY - top) / height];
      return [box[0] + right * (box[1] - box[0]), box[3] - down * (box[3] - box[2])];
    },
  };
}
