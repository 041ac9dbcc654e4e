// Where the run is, laid over a drawn figure: a line at the iteration, or a dot on every path. The figure is not redrawn.

/** The `follows` paths of a drawn figure: where each is at iteration t, in pixels, and whose colour it wears. */
function stops(plot, t) {
  const { xaxis, yaxis, _size: size } = plot._fullLayout;
  return plot._fullData.filter(({ meta }) => meta?.follows).map(({ x, y, meta }) => {
    const at = Math.min(t, x.length - 1);
    return {
      colour: meta.colour,
      left: size.l + xaxis.l2p(x[at]),
      top: size.t + yaxis.l2p(y[at]),
      inside: { xaxis, yaxis, size },
    };
  });
}

const within = ({ left, top, inside: { size, xaxis, yaxis } }) =>
  left >= size.l - 1 && top >= size.t - 1 && left <= size.l + xaxis._length + 1 && top <= size.t + yaxis._length + 1;

/** Returns `place(plot, iteration)`. */
export function createCursor(root) {
  const line = Object.assign(document.createElement("i"), { className: "cursor", hidden: true });
  const dots = document.createElement("div");
  dots.className = "dots";
  root.append(line, dots);

  function placeLine(plot, iteration) {
    const { xaxis, _size: size } = plot._fullLayout;
    line.style.transform = `translateX(${size.l + xaxis.l2p(iteration)}px)`;
    line.style.top = `${size.t}px`;
    line.style.bottom = `${size.b}px`;
  }

  function placeDots(places) {
    while (dots.children.length > places.length) dots.lastElementChild.remove();
    places.forEach((place, n) => {
      const dot = dots.children[n] ?? dots.appendChild(document.createElement("i"));
      dot.className = place.colour;
      dot.hidden = !within(place);
      dot.style.transform = `translate(${place.left}px, ${place.top}px)`;
    });
  }

  return function place(plot, iteration) {
    const how = plot._fullLayout?.meta?.cursor;
    line.hidden = how !== "iteration";
    if (how === "iteration") placeLine(plot, iteration);
    placeDots(how === "path" ? stops(plot, iteration) : []);
  };
}
