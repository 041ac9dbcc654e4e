// The chart large: it lies over the board, so that plane, sentence and player stay in view and in use. It draws nothing.

const narrow = matchMedia("(max-width: 760px)");

/** Returns `large(on)`. What lies underneath takes no keyboard meanwhile. */
export function createEnlarger(chart) {
  const middle = document.querySelector(".middle");
  const board = document.getElementById("board");
  let [on, still] = [false, []];

  const beneath = () => [
    ...(narrow.matches
      ? document.querySelectorAll(".left > :not(.chart), .middle > *")
      : middle.querySelectorAll(":scope > .board, :scope > .tray")),
  ];

  function fit() {
    if (!on) return;
    const [top, bottom] = [board.getBoundingClientRect(), middle.getBoundingClientRect()];
    const box = { top: top.top, left: top.left, width: top.width, height: bottom.bottom - top.top - 8 };
    for (const [name, value] of Object.entries(box)) chart.style.setProperty(`--${name}`, `${value}px`);
  }

  addEventListener("resize", fit);
  new ResizeObserver(fit).observe(board);
  return function large(wanted) {
    on = wanted;
    for (const node of still) node.inert = false;
    still = on ? beneath() : [];
    for (const node of still) node.inert = true;
    chart.classList.toggle("large", on);
    fit();
  };
}
