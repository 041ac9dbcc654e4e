// Where the run is, laid over a drawn figure: a line at the iteration, or a dot on every path. The figure is not
// redrawn.

/**
 * What is used of a figure that Plotly has drawn; not drawn yet, it has nothing of it.
 * @typedef {{l2p: (value: number) => number, _length: number}} Axis  `l2p` gives pixels from its start
 * @typedef {{xaxis: Axis, yaxis: Axis, _size: Record<"l" | "r" | "t" | "b", number>, meta?: {cursor?: string}}} Layout
 * @typedef {{x: number[], y: number[], meta?: {follows?: boolean, colour: string}}} Trace
 * @typedef {{_fullLayout?: Layout, _fullData?: Trace[]}} Drawn
 */

/** @typedef {{colour: string, left: number, top: number, inside: boolean}} Stop */

/**
 * The `follows` paths of a drawn figure: where each is at iteration t, in pixels, and whose colour it has.
 * @type {(layout: Layout, traces: Trace[], t: number) => Stop[]}
 */
function stops({ xaxis, yaxis, _size: size }, traces, t) {
  return traces.filter(({ meta }) => meta?.follows).map(({ x, y, meta }) => {
    const at = Math.min(t, x.length - 1);
    const right = xaxis.l2p(x[at]);
    const down = yaxis.l2p(y[at]);
    return {
      colour: meta?.colour ?? "",
      left: size.l + right,
      top: size.t + down,
      inside: right >= -1 && down >= -1 && right <= xaxis._length + 1 && down <= yaxis._length + 1,
    };
  });
}

/**
 * Returns `place(plot, iteration)`.
 * @param {Element} root
 */
export function createCursor(root) {
  const line = Object.assign(document.createElement("i"), { className: "cursor", hidden: true });
  const dots = document.createElement("div");
  dots.className = "dots";
  root.append(line, dots);

  /** @type {(layout: Layout, iteration: number) => void} */
  function placeLine({ xaxis, _size: size }, iteration) {
    line.style.transform = `translateX(${size.l + xaxis.l2p(iteration)}px)`;
    line.style.top = `${size.t}px`;
    line.style.bottom = `${size.b}px`;
  }

  /** @param {Stop[]} places */
  function placeDots(places) {
    while (dots.children.length > places.length) dots.lastElementChild?.remove();
    places.forEach((place, n) => {
      const there = /** @type {HTMLElement | undefined} */ (dots.children[n]);
      const dot = there ?? dots.appendChild(document.createElement("i"));
      dot.className = place.colour;
      dot.hidden = !place.inside;
      dot.style.transform = `translate(${place.left}px, ${place.top}px)`;
    });
  }

  /** @type {(plot: Drawn, iteration: number) => void} */
  return function place({ _fullLayout: layout, _fullData: traces = [] }, iteration) {
    const how = layout?.meta?.cursor;
    line.hidden = how !== "iteration";
    if (layout && how === "iteration") placeLine(layout, iteration);
    placeDots(layout && how === "path" ? stops(layout, traces, iteration) : []);
  };
}
