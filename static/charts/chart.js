// A Plotly figure from the server, drawn in the page's colours, with a cursor that follows the iteration.
// Plotly itself is loaded when the first figure is to be seen: it is larger than everything else together.

/**
 * @import { FigureAnswer } from "../api_types.d.ts"
 * @import { Drawn } from "./cursor.js"
 */

/**
 * What is used of Plotly.
 * @typedef {object} Plotly
 * @property {(plot: Element, data: object[], layout: object, config: object) => Promise<void>} react
 * @property {{resize: (plot: Element) => void}} Plots
 */

/**
 * A point of a drawn figure, and the trace that it is of.
 * @typedef {{x: number, pointNumber: number, data: {meta?: {follows?: boolean}}}} Pointed
 * @typedef {(event: {points: Pointed[]}) => void} Listener
 * @typedef {HTMLElement & Drawn & {layout: FigureAnswer["layout"], on: (name: string, does: Listener) => void}} Plot
 */

import { createCursor } from "./cursor.js";
import { themed } from "./theme.js";
import { tr } from "../dom/text.js";

/** @type {Promise<Plotly> | null} */
let loading = null;

/** Its script leaves it with the window. */
const loaded = () => /** @type {typeof window & {Plotly: Plotly}} */ (window).Plotly;

function plotly() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.plotly ?? "";
    script.onload = () => resolve(loaded());
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

const CONFIG = { displayModeBar: false, responsive: false, staticPlot: false, doubleClick: false };

/**
 * The iteration that a clicked place stands for, if it stands for one.
 * @type {(layout: FigureAnswer["layout"], points: Pointed[]) => number | undefined}
 */
function iterationAt(layout, points) {
  if (layout.meta?.cursor === "iteration") return points[0].x;
  return points.find(({ data }) => data.meta?.follows)?.pointNumber;
}

/**
 * `go(iteration)` when somebody clicks at its place, `glance(iteration | null)` when the pointer rests there.
 * @param {Element} root
 * @param {{go: (iteration: number) => void, glance?: (iteration: number | null) => void}} tells
 */
export function createChart(root, { go, glance = () => {} }) {
  /** @type {HTMLElement} */
  const div = document.createElement("div");
  const plot = /** @type {Plot} */ (div); // Plotly makes it one
  const said = Object.assign(document.createElement("p"), { className: "chart-says", hidden: true });
  root.append(plot, said);
  const place = createCursor(root);
  /** @type {FigureAnswer | null} */
  let figure = null;
  let at = 0;
  let large = false;
  /** @type {"now" | "again" | null} */
  let drawing = null;
  /** @param {string | null} text */
  const says = (text) => {
    said.textContent = text ?? "";
    said.hidden = !text;
    plot.classList.toggle("unseen", Boolean(text));
    if (text) place({}, at);
  };

  async function draw() {
    const Plotly = await plotly();
    const there = /** @type {FigureAnswer} */ (figure); // nothing is drawn before there is one
    const { data, layout } = themed(there, large);
    await Plotly.react(plot, data, layout, CONFIG);
    listen();
    root.setAttribute("data-drawn", "");
    place(plot, at);
  }

  /** One drawing after the other: what was asked for meanwhile is drawn last. */
  async function redraw() {
    if (drawing) return void (drawing = "again");
    drawing = "now";
    try {
      await draw();
      says(null);
    } catch {
      says(tr("chart.cannot", "This chart cannot be drawn here."));
    }
    const asked = /** @type {string | null} */ (drawing); // may have changed meanwhile
    drawing = null;
    if (asked === "again") redraw();
  }

  function listen() {
    if (plot.dataset.listening) return;
    plot.dataset.listening = "yes";
    plot.on("plotly_click", ({ points }) => {
      const iteration = iterationAt(plot.layout, points);
      if (iteration !== undefined) go(iteration);
    });
    plot.on("plotly_hover", ({ points }) => glance(iterationAt(plot.layout, points) ?? null));
    plot.on("plotly_unhover", () => glance(null));
    plot.on("plotly_afterplot", () => place(plot, at));
    new ResizeObserver(() => loaded().Plots.resize(plot)).observe(root);
  }

  const again = () => figure && redraw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["class", "data-theme", "style"] });
  return {
    says,
    /** @type {(figure: FigureAnswer, isLarge?: boolean) => void} */
    show(newFigure, isLarge = large) {
      figure = newFigure;
      large = isLarge;
      redraw();
    },
    /** @param {number} x */
    cursor(x) {
      if (x === at) return;
      at = x;
      if (figure && said.hidden) place(plot, at);
    },
  };
}
