// The plane: draws a scene and its points in place, and says which point the reader is at. It fetches and computes nothing.

import { element, pool, set } from "../dom/svg.js";
import { places, ticks } from "./places.js";
import { weightLayers } from "./lines.js";
import { pullLayer } from "./pulls.js";
import { pointLayers } from "./points.js";

const DENSE = 40; // more points than this are drawn smaller
const CROWDED = 60; // more violations than this are drawn fainter
const PACKED = 300; // and more than this as hairlines: so many dotted lines cost half of a frame
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
  "points",
  "focus",
]; // from back to front
const HIDDEN = { pulls: "pulls", across: "ticks across", up: "ticks up", focus: "focus" }; // from those who listen: said elsewhere

function build(svg) {
  const layers = { regions: element("svg", { class: "regions", viewBox: "0 0 100 100", preserveAspectRatio: "none" }) };
  for (const name of LAYERS) {
    layers[name] = element("g", { class: HIDDEN[name] ?? name, ...(name in HIDDEN && { "aria-hidden": "true" }) });
  }
  svg.replaceChildren(...Object.values(layers));
  return layers;
}

function backdrop(layers) {
  let at, drawn;
  const regions = pool(layers.regions, () => element("polygon"), (node, { k, corners }) => {
    set(node, "class", `k${k}`);
    set(node, "points", corners.map(([x, y]) => `${at.x(x)},${at.y(y)}`).join(" "));
  });
  const grid = pool(layers.grid, () => element("line"), (node, { ends: [x1, y1, x2, y2], zero }) => {
    set(node, "class", zero ? "zero" : null);
    for (const [name, value] of Object.entries({ x1, y1, x2, y2 })) set(node, name, `${value}%`);
  });
  const write = (text) => (node, tick) => {
    for (const [name, value] of Object.entries(text(tick))) set(node, name, value);
    if (node.textContent !== tick.text) node.textContent = tick.text;
  };
  const across = pool(
    layers.across,
    () => element("text"),
    write((tick) => ({ x: `${tick.at}%`, y: "100%", dy: "-6" })),
  );
  const up = pool(layers.up, () => element("text"), write((tick) => ({ x: "6", y: `${tick.at}%`, dy: "4" })));
  return (scene, newPlaces) => {
    at = newPlaces;
    regions.draw(scene.regions.flatMap((corners, k) => (corners.length ? [{ k, corners }] : [])));
    if (drawn === scene.box.join()) return;
    drawn = scene.box.join();
    const [xs, ys] = [ticks(scene.box.slice(0, 2), at.x), ticks(scene.box.slice(2), at.y)];
    grid.draw([
      ...xs.map((tick) => ({ ...tick, ends: [tick.at, 0, tick.at, 100] })),
      ...ys.map((tick) => ({ ...tick, ends: [0, tick.at, 100, tick.at] })),
    ]);
    across.draw(xs.filter(({ text }) => text));
    up.draw(ys.filter(({ text }) => text));
  };
}

function state({ X, scene, focusPoint }) {
  const broken = scene.violations.length;
  return `plane${X.length > DENSE ? " dense" : ""}${broken > CROWDED ? " crowded" : ""}${
    broken > PACKED ? " packed" : ""
  }${focusPoint == null ? "" : " focusing"}`;
}

function label(name, { scene, X, correct, hasMargins = true }) {
  const parts = [`${X.length} points in ${scene.lines.length} classes`];
  if (hasMargins) parts.push(`${scene.violations.length} margins broken`);
  if (correct) parts.push(`${correct.filter(Boolean).length} of ${X.length} classified right`);
  return `${name}: ${parts.join(", ")}`;
}

/** `onFocusPoint(i | null, source)`: "hover", "tap", "focus"; null: the pointer left, or tapped beside all points. */
function listen(svg, onFocusPoint) {
  const pointOf = (event) => {
    const at = event.target.closest?.("[data-point]");
    return at && svg.contains(at) ? Number(at.dataset.point) : null;
  };
  let hovered = null;
  const hover = (i) => {
    if (i !== hovered) onFocusPoint(hovered = i, "hover");
  };
  svg.addEventListener("pointerover", (event) => event.pointerType === "mouse" && hover(pointOf(event)));
  svg.addEventListener("pointerleave", () => hover(null));
  svg.addEventListener("click", (event) => onFocusPoint(pointOf(event), "tap"));
}

/**
 * view: {scene, X, y, focusPoint, batch, lossPerPoint, correct, trail: older scenes, oldest first, next: scene | null,
 * hasMargins = true, playing = false}. Options: {onFocusPoint, name: what its label begins with}.
 */
export function createPlane(svg, { onFocusPoint = () => {}, name = "The plane" } = {}) {
  let layers, drawBackdrop, drawWeights, drawPulls, points, box, stop = 0;
  const start = () => {
    layers = build(svg);
    [drawBackdrop, drawWeights, drawPulls] = [backdrop(layers), weightLayers(layers), pullLayer(layers.pulls)];
    points = pointLayers(layers, (i) => onFocusPoint(i, "focus"));
  };
  const rove = (i) => {
    points.nodes.forEach(({ glyph }, n) => set(glyph, "tabindex", n === i ? 0 : -1));
    stop = i;
  };
  listen(svg, onFocusPoint);
  return {
    draw(view) {
      if (!layers) start();
      const at = places(box = view.scene.box);
      drawBackdrop(view.scene, at);
      drawWeights(view, at);
      drawPulls(view, at);
      points.draw(view, at);
      const wanted = Math.min(view.focusPoint ?? stop, view.X.length - 1);
      if (wanted !== stop && wanted >= 0) rove(wanted);
      set(svg, "class", state(view));
      if (!view.playing) set(svg, "aria-label", label(name, view));
    },
    /** Give point i the keyboard. */
    focus: (i) => points.nodes[i]?.glyph.focus(),
    /** The data units at a place of the window (an event's clientX, clientY). */
    dataAt(clientX, clientY) {
      const { left, top, width, height } = svg.getBoundingClientRect();
      const [right, down] = [(clientX - left) / width, (clientY - top) / height];
      return [box[0] + right * (box[1] - box[0]), box[3] - down * (box[3] - box[2])];
    },
  };
}
