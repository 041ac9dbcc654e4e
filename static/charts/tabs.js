// The charts' tabs, the tools of the chart in view, and what it says now.

/**
 * @import { Chart, Figure, State } from "../types.d.ts"
 * @import { createChart } from "./chart.js"
 */

/**
 * What changes the charts; `solid(can)`: the landscape as a surface, where the browser can draw in space.
 * @typedef {object} Figures
 * @property {(patch: Partial<Chart>) => void} change
 * @property {() => void} pin
 * @property {(can: boolean) => void} solid
 * @property {(k: number, name: string) => void} parameter
 */

import { chosenParameters, drawnKind, parameterNames } from "../state/figures.js";
import { chartNow } from "./words.js";
import { parameterSelect, space, toggle } from "./tools.js";
import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";

/** @type {Record<string, number | undefined>} */
const MOVES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * One tab a figure; arrow keys walk them, as in every tablist.
 * @type {(root: HTMLElement, list: Figure[], choose: (kind: string) => void) => (kind: string) => void}
 */
function tabList(root, list, choose) {
  const tabs = list.map(({ kind, title, sentence }) => {
    const tab = make("button", {
      type: "button",
      role: "tab",
      id: `tab-${kind}`,
      title: sentence,
      "aria-controls": "chart-plot",
    }, title);
    tab.addEventListener("click", () => choose(kind));
    return tab;
  });
  root.append(...tabs);
  root.addEventListener("keydown", (event) => {
    const now = tabs.findIndex((tab) => tab === event.target);
    const move = MOVES[event.key];
    /** @type {Record<string, number | undefined>} */
    const ends = { Home: 0, End: tabs.length - 1 };
    const next = move ? (now + move + tabs.length) % tabs.length : ends[event.key];
    if (now < 0 || next === undefined) return;
    event.preventDefault();
    tabs[next].focus();
    choose(list[next].kind);
  });
  let now = "";
  return (kind) => {
    if (kind === now) return; // to bring a tab into view is to measure the page, too much for every frame
    now = kind;
    tabs.forEach((tab, k) => {
      const chosen = list[k].kind === kind;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) bring(root, tab);
    });
  };
}

/**
 * Into the row's own view: `scrollIntoView` would move the page too.
 * @type {(row: HTMLElement, tab: HTMLElement) => void}
 */
function bring(row, tab) {
  const from = tab.offsetLeft - row.offsetLeft;
  row.scrollLeft = Math.max(from + tab.offsetWidth - row.clientWidth, Math.min(row.scrollLeft, from));
}

/**
 * `list`: the figures there are; `large(on)`: show the chart large or small again.
 * @param {HTMLElement} root
 * @param {Figure[]} list
 * @param {ReturnType<typeof createChart>} chart
 * @param {Figures} figures
 * @param {(on: boolean) => void} large
 */
export function createCharts(root, list, chart, figures, large) {
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const now = part("#chart-now");
  const tools = part("#chart-tools");
  const plot = part("#chart-plot");
  const select = tabList(
    part("[role=tablist]"),
    list.filter(({ kind, tab }) => tab === kind),
    (kind) => figures.change({ kind }),
  );
  /** @type {State} */
  let state;
  /** @type {Partial<State>} */
  let shown = {};
  let written = "";
  const across = parameterSelect(tr("chart.across", "Parameter across"), (name) => figures.parameter(0, name));
  const up = parameterSelect(tr("chart.up", "Parameter upwards"), (name) => figures.parameter(1, name));
  const solid = toggle("3D", tr("chart.space", "As a surface in space"), () => figures.solid(space()));
  const log = toggle(
    tr("chart.log.short", "log"),
    tr("chart.log", "Logarithmic scale"),
    () => figures.change({ log: !state.chart.log }),
  );
  const pin = toggle(
    tr("chart.pin.short", "pin"),
    tr("chart.pin", "Pin this run, to compare the next ones with it"),
    () => figures.pin(),
  );
  const bigger = toggle(
    "⤢",
    tr("chart.large", "Show the chart large"),
    () => figures.change({ large: !state.chart.large }),
  );
  tools.append(...[across, up, solid, log, pin, bigger].map(({ node }) => node));
  root.addEventListener("keydown", ({ key, target }) => {
    const choosing = target instanceof HTMLSelectElement; // Escape closes its list
    if (key === "Escape" && state.chart.large && !choosing) figures.change({ large: false });
  });
  new IntersectionObserver(([{ isIntersecting }]) => figures.change({ seen: isIntersecting })).observe(plot);

  /** @param {State} now */
  function controls({ chart: asked, problem, layout }) {
    const fields = list.find(({ kind }) => kind === drawnKind(asked))?.fields ?? [];
    const slice = fields.includes("parameters");
    const names = slice ? parameterNames(problem) : [];
    const [first, second] = slice ? chosenParameters(state) : ["", ""];
    select(asked.kind);
    across.show(slice, names, first, layout);
    up.show(slice, names, second, layout);
    solid.show(slice, asked.solid);
    log.show(fields.includes("log"), asked.log);
    pin.show(fields.includes("compare"), Boolean(asked.pin));
    bigger.show(true, asked.large);
    plot.setAttribute("aria-labelledby", `tab-${asked.kind}`);
  }

  /** @param {State} now */
  function figure({ figure: found, chart: { large: isLarge, ...asked } }) {
    const fits = found && found.kind === drawnKind(asked);
    root.classList.toggle("waiting", !fits);
    root.dataset.kind = asked.kind;
    if (found?.error) chart.says(found.error);
    else if (found?.drawn && (found !== shown.figure || isLarge !== shown.chart?.large)) {
      chart.show(found.drawn, isLarge);
    }
  }

  /** @param {State} newState */
  return function render(newState) {
    state = newState;
    chart.cursor(state.iteration);
    const text = chartNow(state);
    if (text !== written) now.textContent = text;
    written = text;
    if (
      state.chart === shown.chart && state.figure === shown.figure && state.problem === shown.problem &&
      state.layout === shown.layout
    ) return;
    if (state.chart.large !== Boolean(shown.chart?.large)) large(state.chart.large);
    controls(state);
    figure(state);
    shown = state;
  };
}
