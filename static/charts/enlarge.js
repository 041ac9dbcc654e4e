// The chart large: it lies over the board, so that plane, sentence and player stay in view and in use.

const narrow = matchMedia("(max-width: 760px) and (not ((min-width: 600px) and (max-height: 560px)))");

/**
 * Returns `large(on)`. What lies underneath takes no keyboard meanwhile.
 * @param {HTMLElement} chart
 */
export function createEnlarger(chart) {
  const middle = /** @type {HTMLElement} */ (document.querySelector(".middle"));
  const board = /** @type {HTMLElement} */ (document.getElementById("board"));
  let on = false;
  /** @type {HTMLElement[]} */
  let still = [];

  const beneath = () => {
    const nodes = narrow.matches
      ? document.querySelectorAll(".left > :not(.chart), .middle > *")
      : middle.querySelectorAll(":scope > .board, :scope > .tray");
    return [.../** @type {NodeListOf<HTMLElement>} */ (nodes)];
  };

  function fit() {
    if (!on) return;
    const { top, left, width } = board.getBoundingClientRect();
    const box = { top, left, width, height: middle.getBoundingClientRect().bottom - top - 8 };
    for (const [name, value] of Object.entries(box)) chart.style.setProperty(`--${name}`, `${value}px`);
  }

  addEventListener("resize", fit);
  new ResizeObserver(fit).observe(board);
  /** @param {boolean} wanted */
  return function large(wanted) {
    on = wanted;
    for (const node of still) node.inert = false;
    still = on ? beneath() : [];
    for (const node of still) node.inert = true;
    chart.classList.toggle("large", on);
    fit();
  };
}
