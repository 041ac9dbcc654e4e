// A Plotly figure from the server, drawn in the page's colours, with a cursor that follows the iteration.
// Plotly itself is loaded when the first figure is to be seen: it is larger than everything else together.

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

const CONFIG = { displayModeBar: false, responsive: true, staticPlot: false, doubleClick: false };

/** The page's own colours, in place of those that a figure leaves open. */
function themed(figure) {
  const style = getComputedStyle(document.body);
  const [ink, muted, line] = ["--ink", "--muted", "--line"].map((name) => resolved(style, name));
  const axis = { gridcolor: line, linecolor: line, zerolinecolor: line, tickfont: { color: muted } };
  const thick = Number(style.getPropertyValue("--thick")) || 1;
  const colours = { ink, muted, data: resolved(style, "--data"), penalty: resolved(style, "--penalty") };
  return {
    data: figure.data.map((trace) => ({ ...trace, line: { ...trace.line, width: thick * (trace.line?.width ?? 2), color: colours[trace.meta] ?? ink } })),
    layout: {
      ...figure.layout, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: muted, size: Math.round(0.8 * parseFloat(style.fontSize)), family: style.fontFamily },
      xaxis: { ...figure.layout.xaxis, ...axis }, yaxis: { ...figure.layout.yaxis, ...axis },
      hoverlabel: { bgcolor: resolved(style, "--panel"), bordercolor: line, font: { color: ink } },
    },
  };
}

/** A custom property as a plain colour: Plotly cannot read light-dark(). */
function resolved(style, name) {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** `go(x)` when somebody clicks at x. */
export function createChart(root, { go }) {
  const cursor = Object.assign(document.createElement("i"), { className: "cursor", hidden: true });
  const plot = document.createElement("div");
  root.append(plot, cursor);
  let [figure, at] = [null, 0];

  async function draw() {
    const Plotly = await plotly();
    const { data, layout } = themed(figure);
    await Plotly.react(plot, data, layout, CONFIG);
    if (!plot.dataset.listening) {
      plot.dataset.listening = "yes";
      plot.on("plotly_click", ({ points }) => go(points[0].x));
      plot.on("plotly_afterplot", place);
    }
    place();
  }

  function place() {
    const { xaxis, _size: size } = plot._fullLayout ?? {};
    cursor.hidden = !xaxis;
    if (xaxis) cursor.style.transform = `translateX(${size.l + xaxis.l2p(at)}px)`;
  }

  const recolour = () => figure && draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  addEventListener("themechange", recolour);
  return {
    show(newFigure) {
      figure = newFigure;
      return draw();
    },
    cursor(x) {
      if (x === at) return;
      at = x;
      place();
    },
  };
}
