// The bounds of a pass in the player: the buttons that lead nowhere, and the stops that cannot be reached. It decides nothing.

/** view: {closed: the names of the buttons, range: {low, high, bounded}}; the buttons keep their focus, as `disabled` would not. */
export function createBounds(root) {
  const buttons = [...root.querySelectorAll("[data-do]")];
  return function render({ closed, range: { low, high, bounded } }) {
    for (const button of buttons) button.setAttribute("aria-disabled", closed.includes(button.dataset.do));
    [...root.querySelector(".stops").children].forEach((stop, k) =>
      stop.toggleAttribute("data-outside", bounded && (k < low || k > high))
    );
  };
}
