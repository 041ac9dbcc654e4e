// The loss of a run, drawn at once and without a library: small beside what it is, and as a chart until a larger one
// has come. What was run is in ink, what is computed ahead is faint, and the marker stands at the present.

import { element, set } from "../dom/svg.js";
import { format } from "../dom/number.js";
import { make } from "../dom/make.js";
import { rightNow } from "../state/run_words.js";
import { tr } from "../dom/text.js";

/** @import { Run, State } from "../types.d.ts" */

/** @typedef {{ x: (t: number) => number, y: (loss: number) => number, last: number, top: number }} Scale */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Edges */

const POINTS = 160; // of a line, at most
const FLOWN = 1.3; // times the loss at first: a run that diverges is cut there
const LINES = /** @type {const} */ (["total", "data", "penalty"]);

/** The losses of a part of a run. @type {(run: Run, name: typeof LINES[number]) => number[]} */
const losses = (run, name) => (name === "total" ? run.totals : run[name]);

/** @type {(run: Run, edges: Edges) => Scale} */
function scaleOf({ totals, diverged_at: diverged }, { left, right, top, bottom }) {
  const last = totals.length - 1;
  const most = diverged === null ? Math.max(...totals) : totals[0] * FLOWN;
  const highest = most || 1;
  return {
    last,
    top: highest,
    x: (t) => left + ((right - left) * t) / (last || 1),
    y: (loss) => bottom - ((bottom - top) * Math.min(loss, highest)) / highest,
  };
}

/** @type {(numbers: number[], scale: Scale) => string} */
function path(numbers, { x, y, last }) {
  const stride = Math.max(1, Math.ceil(last / POINTS));
  const at = [...Array(Math.ceil(last / stride)).keys()].map((k) => k * stride).concat(last);
  return at.map((t, k) => `${k ? "L" : "M"}${x(t).toFixed(1)} ${y(numbers[t]).toFixed(1)}`).join("");
}

/**
 * One line under the step: the loss now, its run, and how many points are right.
 *
 * @param {HTMLElement} root  a button
 */
export function createSparkline(root) {
  const value = make("b");
  const past = element("path", { class: "past", d: null });
  const dot = element("circle", { r: "5", cx: null, cy: null });
  const svg = element("svg", { viewBox: "0 0 264 36", class: "spark", "aria-hidden": "true" });
  const right = make("span", { class: "right" });
  svg.append(element("path", { class: "ground", d: "M6 33H258" }), past, dot);
  root.append(make("span", { class: "loss" }, tr("spark.loss", "loss"), " ", value), svg, right);
  const edges = { left: 6, right: 258, top: 6, bottom: 32 };
  /** @type {Run | null} */
  let drawn = null;
  /** @type {Scale} */
  let scale;

  /** @param {State} state */
  return (state) => {
    const { run, iteration, pass, mode } = state;
    if (!pass) return;
    const now = run?.totals[Math.min(iteration, run.totals.length - 1)];
    const loss = format(mode === "pass" ? pass.loss.total : now ?? pass.loss.total, 3);
    if (value.textContent !== loss) value.textContent = loss;
    svg.toggleAttribute("data-empty", !run);
    if (run && run !== drawn) {
      drawn = run;
      scale = scaleOf(run, edges);
      set(past, "d", path(run.totals, scale));
    }
    if (run && now !== undefined) {
      set(dot, "cx", scale.x(Math.min(iteration, scale.last)).toFixed(1));
      set(dot, "cy", scale.y(now).toFixed(1));
    }
    const count = rightNow(state);
    const said = count ? tr("spark.right", "{right} of {points} right", count) : "";
    if (right.textContent !== said) right.textContent = said;
  };
}

/** @type {(root: Element, scale: Scale, width: number, height: number) => void} */
function axes(root, { x, y, last, top }, width, height) {
  const step = 10 ** Math.floor(Math.log10(top));
  const by = [0.2, 0.5, 1, 2, 5].map((k) => k * step).find((one) => top / one <= 4.5) ?? step;
  const up = [...Array(Math.floor(top / by) + 1).keys()].map((k) => k * by);
  const across = [0, 1, 2, 3, 4].map((k) => Math.round((k * last) / 4));
  root.replaceChildren(
    ...up.map((loss) => element("line", { x1: x(0), x2: width, y1: y(loss), y2: y(loss) })),
    ...up.map((loss) => text(x(0) - 10, y(loss) + 4, "end", String(Number(loss.toPrecision(3))))),
    ...across.map((t, k) => text(x(t), height - 4, k === 4 ? "end" : k ? "middle" : "start", String(t))),
  );
}

/** @type {(x: number, y: number, anchor: string, words: string) => SVGElement} */
const text = (x, y, anchor, words) => element("text", { x, y, "text-anchor": anchor }, words);

/**
 * The same as a chart, with what the loss is made of; a press goes there.
 *
 * @param {HTMLElement} root
 * @param {{ go: (iteration: number) => void }} tells
 */
export function createCurve(root, { go }) {
  const [grid, before, after] = ["grid", "before", "after"].map((name) => element("g", { class: name }));
  const clip = element("rect", { x: "0", y: "0", width: "0", height: "100%" });
  const rod = element("line", { class: "rod", y1: "0" });
  const dot = element("circle", { r: "6" });
  const svg = element("svg", { "aria-hidden": "true" }, element("defs", {}, element("clipPath", { id: "run" }, clip)));
  before.setAttribute("clip-path", "url(#run)");
  svg.append(grid, after, before, rod, dot);
  const legend = make("dl", { class: "curve-now" });
  root.append(svg, legend);
  /** @type {State | null} */
  let last = null;
  let drawn = "";
  /** @type {Scale} */
  let scale;
  let [width, height] = [0, 0]; // to ask at every frame would lay the page out in the middle of it

  /** @param {Run} run */
  function build(run) {
    scale = scaleOf(run, { left: 30, right: width - 6, top: 12, bottom: height - 26 });
    axes(grid, scale, width, height);
    const lines = () => LINES.map((name) => element("path", { class: name, d: path(losses(run, name), scale) }));
    before.replaceChildren(...lines());
    after.replaceChildren(...lines());
    set(rod, "y2", scale.y(0));
  }

  /** @param {State} state */
  function render(state) {
    last = state;
    const { run, iteration } = state;
    if (!run || !width || !height) return;
    const key = [width, height, run.totals.length, run.totals[0], run.totals.at(-1), run.data.at(-1)].join();
    if (key !== drawn) build(run);
    drawn = key;
    const at = Math.min(iteration, scale.last);
    const x = scale.x(at);
    set(clip, "width", x.toFixed(1));
    for (const name of ["x1", "x2"]) set(rod, name, x.toFixed(1));
    set(dot, "cx", x.toFixed(1));
    set(dot, "cy", scale.y(run.totals[at]).toFixed(1));
    legend.replaceChildren(...LINES.flatMap((name) => [
      make("dt", { class: name }, NAMES[name]),
      make("dd", {}, format(losses(run, name)[at], 3)),
    ]));
    legend.classList.toggle("before", at > scale.last * 0.6);
    legend.style.setProperty("--x", `${Math.round(x)}px`);
  }

  /** @param {PointerEvent} event */
  const press = (event) => {
    if (!last?.run || !scale) return;
    const { left, width } = svg.getBoundingClientRect();
    go(Math.max(0, Math.min(scale.last, ((event.clientX - left - 30) / (width - 36)) * scale.last)));
  };
  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    press(event);
  });
  root.addEventListener("pointermove", (event) => root.hasPointerCapture(event.pointerId) && press(event));
  new ResizeObserver(() => {
    [width, height] = [root.clientWidth, root.clientHeight];
    if (last) render(last);
  }).observe(root);
  return render;
}

/** @type {Record<typeof LINES[number], string>} */
const NAMES = {
  total: tr("curve.total", "total"),
  data: tr("curve.data", "data"),
  penalty: tr("curve.penalty", "penalty"),
};
