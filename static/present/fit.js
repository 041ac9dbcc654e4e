// How the board fits a stage: as large as there is room, and scrolled to what is looked at where there is not.

const LEGIBLE = [11, 17]; // px of its numbers, on a phone and else: with smaller ones it scrolls
const PHONE = 560; // px of the shorter side of the window
const EDGE = 12; // px kept free beside what is sought

/** @param {Element} node  in px */
const sizeOf = (node) => parseFloat(getComputedStyle(node).fontSize);

/**
 * The board as large as fits, its numbers no larger than the formula. Returns whether it is wide enough for them to be
 * legible.
 *
 * @param {HTMLElement} board
 */
export function fit(board) {
  board.style.setProperty("--zoom", "1");
  const boxes = [...board.querySelectorAll(".column")].map((column) => column.getBoundingClientRect());
  const columns = boxes.filter(({ width }) => width);
  if (!columns.length) return true;
  const width = Math.max(...columns.map(({ right }) => right)) - Math.min(...columns.map(({ left }) => left));
  const height = Math.max(...columns.map(({ bottom }) => bottom)) - Math.min(...columns.map(({ top }) => top));
  const room = board.getBoundingClientRect();
  const letters = sizeOf(/** @type {Element} */ (board.querySelector("table"))); // where columns are, tables are
  const formula = sizeOf(/** @type {Element} */ (document.querySelector(".formula")));
  const least = LEGIBLE[Number(Math.min(innerWidth, innerHeight) > PHONE)] / letters;
  const across = 0.97 * room.width / width;
  const zoom = Math.max(least, Math.min(across, 0.97 * room.height / height, formula / letters));
  board.style.setProperty("--zoom", zoom.toFixed(3));
  return across >= least;
}

/**
 * The row of the point in focus, and what is computed now, where not all of the board fits.
 *
 * @param {HTMLElement} board
 */
export function seek(board) {
  const now = board.querySelector("[data-state=now]");
  const lit = [...board.querySelectorAll(".lit")].filter((node) => node.getClientRects().length);
  const row = lit.find((node) => now?.contains(node)) ?? lit[0];
  if (!row) return;
  const room = board.getBoundingClientRect();
  const at = row.getBoundingClientRect();
  board.scrollTop += at.top - room.top - room.height / 2;
  if (board.matches(".across")) board.scrollLeft += at.left - room.left - room.width / 2;
  else if (now) board.scrollLeft += beyond(now.getBoundingClientRect(), room);
}

/**
 * How far to scroll for all of a box to be in sight, or at least its beginning.
 *
 * @param {DOMRect} box
 * @param {DOMRect} room
 */
const beyond = (box, room) => Math.min(Math.max(0, box.right + EDGE - room.right), box.left - EDGE - room.left);
