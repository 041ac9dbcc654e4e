// The shape of a class, as it stands for its points on the plane.

/** @param {number} k  of the class */
export function shape(k) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#shape-${k}`);
  svg.setAttribute("class", `shape k${k}`);
  svg.setAttribute("viewBox", "-10 -10 20 20");
  svg.append(use);
  return svg;
}
