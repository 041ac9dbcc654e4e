// The page's own colours for a figure, in place of those it leaves open.

import { limits } from "../state/schema.js";

/** @import { FigureAnswer } from "../api_types.d.ts" */

/**
 * A part of a figure, as Plotly takes it: a trace, a layout, an axis, a scene.
 * @typedef {Record<string, any>} Part
 */

/**
 * The page's colours by what they stand for, and the scale of heights.
 * @typedef {{colours: Record<string, string>, scale: [number, string][]}} Palette
 */

const HEIGHTS = 5; // stops of the scale of heights, --h0 (low) … --h4 (high)

/**
 * A custom property as a plain colour: Plotly cannot read light-dark().
 * @type {(probe: HTMLElement, name: string) => string}
 */
function resolved(probe, name) {
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

/** @returns {Palette} */
function palette() {
  const probe = document.body.appendChild(document.createElement("i"));
  /** @param {string} name */
  const read = (name) => resolved(probe, name);
  const colours = Object.fromEntries(
    ["ink", "muted", "line", "panel", "data", "penalty", "hot", "cold", "broken"].map((n) => [n, read(`--${n}`)]),
  );
  for (let k = 0; k < limits.classes; k++) colours[`k${k}`] = read(`--k${k}`);
  for (let k = 0; k < limits.variants; k++) colours[`variant${k}`] = read(`--variant${k}`);
  const stops = Array.from({ length: HEIGHTS }, (_, k) => k);
  /** @type {Palette["scale"]} */
  const scale = stops.map((k) => [k / (HEIGHTS - 1), read(`--h${k}`)]);
  probe.remove();
  const { ink, hot, cold } = colours;
  return { colours: { ...colours, total: ink, way: ink, here: hot, kept: cold }, scale };
}

/** @type {(trace: Part, palette: Palette, large: boolean) => Part} */
function heights(trace, { colours, scale }, large) {
  const bar = {
    ...trace.colorbar,
    outlinewidth: 0,
    tickfont: { color: colours.muted },
    title: { ...trace.colorbar?.title, font: { color: colours.muted } },
  };
  const line = trace.type === "contour" && { line: { ...trace.line, color: colours.panel } };
  return {
    ...trace,
    ...line,
    colorscale: scale,
    colorbar: bar,
    showscale: large && trace.type === "contour",
  };
}

/** @type {(plain: Part, palette: Palette, large: boolean) => Part[]} */
function trace(plain, palette, large) {
  const name = plain.meta?.colour;
  if (name === "heights") return [heights(plain, palette, large)];
  const { colours } = palette;
  const color = colours[name] ?? colours.muted;
  const marker = { ...plain.marker, color };
  if (plain.type === "bar") {
    marker.pattern = { ...plain.marker.pattern, fgcolor: colours.panel, size: 6, solidity: 0.3 };
  }
  const drawn = { ...plain, marker, ...(plain.type !== "bar" && { line: { ...plain.line, color } }) };
  if (name !== "way" || plain.type !== "scatter" || !plain.mode.includes("lines")) return [drawn];
  const halo = {
    ...drawn,
    line: { width: 4.5, color: colours.panel },
    hoverinfo: "skip",
    hovertemplate: "",
    meta: null,
  };
  return [halo, drawn]; // so that the way is seen on every height
}

/** @type {(own: Part | undefined, colours: Palette["colours"], large: boolean) => Part} */
const axis = (own, colours, large) => ({
  ...own,
  title: large ? own?.title : undefined,
  gridcolor: colours.line,
  linecolor: colours.line,
  zerolinecolor: colours.muted,
  tickfont: { color: colours.muted },
  automargin: large,
});

/** @type {(own: Part, colours: Palette["colours"], large: boolean) => Part} */
const solid = (own, colours, large) => ({
  ...own,
  title: large ? own.title : { text: "" },
  showticklabels: large,
  color: colours.muted,
  gridcolor: colours.line,
  zerolinecolor: colours.line,
  showbackground: false,
  nticks: 5,
});

/** @type {(own: Part | undefined, colours: Palette["colours"], large: boolean) => Part} */
function scene(own, colours, large) {
  if (!own) return {};
  const axes = ["xaxis", "yaxis", "zaxis"].map((name) => [name, solid(own[name], colours, large)]);
  return { scene: { ...own, ...Object.fromEntries(axes) } };
}

/**
 * `large`: there is room for titles and scales.
 * @type {(figure: FigureAnswer, large: boolean) => FigureAnswer}
 */
export function themed({ data, layout }, large) {
  const page = palette();
  const { colours } = page;
  const clear = "rgba(0,0,0,0)";
  const flat = large ? { l: 64, r: 16, t: 12, b: 48 } : { l: 40, r: 8, t: 8, b: 22 };
  const margin = layout.scene ? layout.margin : flat;
  return {
    data: data.flatMap((plain) => trace(plain, page, large)),
    layout: {
      ...layout,
      margin,
      paper_bgcolor: clear,
      plot_bgcolor: clear,
      autosize: true,
      font: { color: colours.muted, size: large ? 13 : 11, family: getComputedStyle(document.body).fontFamily },
      xaxis: axis(layout.xaxis, colours, large),
      yaxis: axis(layout.yaxis, colours, large),
      ...scene(layout.scene, colours, large),
      legend: { ...layout.legend, bgcolor: clear },
      shapes: layout.shapes?.map((/** @type {Part} */ shape) => ({
        ...shape,
        line: { ...shape.line, color: colours.ink },
      })),
      hoverlabel: { bgcolor: colours.panel, bordercolor: colours.line, font: { color: colours.ink } },
    },
  };
}
