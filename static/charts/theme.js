// The page's own colours for a figure, in place of those it leaves open. It draws nothing.

const CLASSES = 8;
const VARIANTS = 4;
const HEIGHTS = 5; // stops of the scale of heights, --h0 (low) … --h4 (high)

/** A custom property as a plain colour: Plotly cannot read light-dark(). */
function resolved(probe, name) {
  probe.style.color = `var(${name})`;
  return getComputedStyle(probe).color;
}

function palette() {
  const probe = document.body.appendChild(document.createElement("i"));
  const read = (name) => resolved(probe, name);
  const colours = Object.fromEntries(
    ["ink", "muted", "line", "panel", "data", "penalty", "hot", "cold", "broken"].map((n) => [n, read(`--${n}`)]),
  );
  for (let k = 0; k < CLASSES; k++) colours[`k${k}`] = read(`--k${k}`);
  for (let k = 0; k < VARIANTS; k++) colours[`variant${k}`] = read(`--variant${k}`);
  const heights = Array.from({ length: HEIGHTS }, (_, k) => [k / (HEIGHTS - 1), read(`--h${k}`)]);
  probe.remove();
  return { ...colours, heights, total: colours.ink, way: colours.ink, here: colours.hot, kept: colours.cold };
}

function heights(trace, colours, large) {
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
    colorscale: colours.heights,
    colorbar: bar,
    showscale: large && trace.type === "contour",
  };
}

function trace(plain, colours, large) {
  const name = plain.meta?.colour;
  if (name === "heights") return [heights(plain, colours, large)];
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

const axis = (own, colours, large) => ({
  ...own,
  title: large ? own?.title : undefined,
  gridcolor: colours.line,
  linecolor: colours.line,
  zerolinecolor: colours.muted,
  tickfont: { color: colours.muted },
  automargin: large,
});

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

function scene(own, colours, large) {
  return own &&
    {
      scene: {
        ...own,
        ...Object.fromEntries(["xaxis", "yaxis", "zaxis"].map((name) => [name, solid(own[name], colours, large)])),
      },
    };
}

/** `large`: there is room for titles and scales. */
export function themed({ data, layout }, large) {
  const colours = palette();
  const clear = "rgba(0,0,0,0)";
  const margin = layout.scene ? layout.margin : large ? { l: 64, r: 16, t: 12, b: 48 } : { l: 40, r: 8, t: 8, b: 22 };
  return {
    data: data.flatMap((plain) => trace(plain, colours, large)),
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
      shapes: layout.shapes?.map((shape) => ({ ...shape, line: { ...shape.line, color: colours.ink } })),
      hoverlabel: { bgcolor: colours.panel, bordercolor: colours.line, font: { color: colours.ink } },
    },
  };
}
