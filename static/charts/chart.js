// A Plotly figure from the server, drawn in the page's colours, with a cursor that follows the iteration.
// Plotly itself is loaded when the first figure is to be seen: it is larger than everything else together.

import { createCursor } from "./cursor.js";
import { themed } from "./theme.js";

let loading = null;

function plotly() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.body.dataset.plotly;
    script.onload = () => resolve(window.Plotly);
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

const CONFIG = { displayModeBar: false, responsive: false, staticPlot: false, doubleClick: false };

/** The iteration that a clicked place stands for, if it stands for one. */
function iterationAt(layout, points) {
  if (layout.meta?.cursor === "iteration") return points[0].x;
  return points.find(({ data }) => data.meta?.follows)?.pointNumber;
}

/** `go(iteration)` when somebody clicks at its place, `glance(iteration | null)` when the pointer rests there. */
export function createChart(root, { go, glance = () => {} }) {
  const plot = document.createElement("div");
  const said = Object.assign(document.createElement("p"), { className: "chart-says", hidden: true });
  root.append(plot, said);
  const place = createCursor(root);
  let [figure, at, large, drawing] = [null, 0, false, null];
  const says = (text) => {
    said.textContent = text ?? "";
    said.hidden = !text;
    plot.classList.toggle("unseen", Boolean(text));
    if (text) place({}, at);
  };

  async function draw() {
    const Plotly = await plotly();
    const { data, layout } = themed(figure, large);
    await Plotly.react(plot, data, layout, CONFIG);
    listen();
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
      says("This chart cannot be drawn here.");
    }
    const again = drawing === "again";
    drawing = null;
    if (again) redraw();
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
    new ResizeObserver(() => window.Plotly.Plots.resize(plot)).observe(root);
  }

  const again = () => figure && redraw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["class", "data-theme", "style"] });
  return {
    says,
    show(newFigure, isLarge = large) {
      [figure, large] = [newFigure, isLarge];
      redraw();
    },
    cursor(x) {
      if (x === at) return;
      at = x;
      if (figure && said.hidden) place(plot, at);
    },
  };
}
