// Keeps in sight what the board is about: the row of the focused point and the quantity of the current step.

/**
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

const ROOM = 24; // beside the quantities of a step

/** @param {Element} node */
const scrolls = (node) => node.scrollHeight > node.clientHeight + 2;

/** The page's own: there is one in every document that is not in quirks mode. */
const page = () => /** @type {Element} */ (document.scrollingElement);

/**
 * Of a transposed matrix that scrolls by itself, the column of a point.
 * @param {HTMLElement | undefined} td
 */
function showColumn(td) {
  const strip = td?.closest(".strip");
  if (!td || !strip) return;
  const left = td.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft;
  if (left < strip.scrollLeft + td.offsetWidth || left + td.offsetWidth > strip.scrollLeft + strip.clientWidth) {
    strip.scrollLeft = left - strip.clientWidth / 2;
  }
}

/**
 * How far the board has to be scrolled for this quantity in its middle, with as many of those it reads as find room
 * beside it.
 * @type {(root: Element, now: Element, read: Element[]) => number}
 */
function toMiddle(root, now, read) {
  const at = root.getBoundingClientRect().left + root.clientWidth / 2;
  /** @param {Element} node */
  const span = (node) => [node.getBoundingClientRect().left - at, node.getBoundingClientRect().right - at];
  let [left, right] = span(now);
  /** @param {number[]} ends */
  const away = ([from, to]) => Math.max(left - from, to - right);
  for (const [from, to] of read.map(span).sort((a, b) => away(a) - away(b))) {
    const wider = [Math.min(left, from), Math.max(right, to)];
    if (wider[1] - wider[0] <= root.clientWidth - ROOM) [left, right] = wider;
  }
  return (left + right) / 2;
}

/** @param {HTMLElement | undefined} row */
function showRow(row) {
  const band = row?.closest(".band");
  if (!row || !band || !scrolls(band)) return;
  const top = row.getBoundingClientRect().top - band.getBoundingClientRect().top + band.scrollTop;
  const head = 48;
  if (top < band.scrollTop + head) band.scrollTop = top - head;
  else if (top + row.offsetHeight > band.scrollTop + band.clientHeight) {
    band.scrollTop = top + row.offsetHeight - band.clientHeight + 12;
  }
}

/**
 * Of a board that is too low for all of them; of a band higher than the board its head.
 * @type {(root: Element, band: Element | null) => void}
 */
function showBand(root, band) {
  if (!band?.getClientRects().length || !scrolls(root)) return;
  const room = root.getBoundingClientRect();
  const at = band.getBoundingClientRect();
  root.scrollTop += Math.min(at.top - room.top, Math.max(0, at.bottom - room.bottom));
}

/**
 * Does it stand in a column that goes on below its band? Then its band cannot be scrolled for a row as well.
 * @param {Element} quantity
 */
function below(quantity) {
  const column = /** @type {HTMLElement} */ (quantity.closest(".column"));
  const band = /** @type {Element} */ (quantity.closest(".band"));
  return quantity.matches(".weights") && column.offsetHeight > band.clientHeight;
}

/**
 * A function of the board's sections and its view; `forget()` when the board was built anew.
 * @param {Element} root
 */
export function createScroller(root) {
  let sought = "";
  /** @type {HTMLElement | undefined} */
  let row;
  /** @type {HTMLElement | undefined} */
  let now;

  function seek() {
    if (now) showBand(root, now.closest(".band"));
    if (!now || !below(now)) showRow(row);
    if (now && (now.matches(".weights, .scalar") || scrolls(page()))) {
      now.scrollIntoView({ block: "nearest" });
    }
  }

  /** @type {(sections: Section[], view: BoardView) => void} */
  function scrollIntoView(sections, { focus, step, pass, view }) {
    if (view === "focus" && !document.documentElement.dataset.stage) return void (sought = ""); // all of it is there
    const wanted = `${focus.point}|${step}`;
    if (wanted === sought) return;
    const stepped = sought.split("|")[1] !== String(step); // a look at another point brings only its row into sight
    sought = wanted;
    const at = focus.point ?? -1; // where there is nothing
    row = sections.find(({ quantity }) => quantity.id === "X")?.rows?.[at];
    for (const { quantity, cells } of sections) if (quantity.kind === "points") showColumn(cells?.[at]?.[0]);
    if (!stepped) return showRow(row);
    const { id, node } = pass.steps[step] ?? {};
    now = (sections.find(({ quantity }) => quantity.id === id) ?? sections.find(({ quantity }) => quantity.id === node))
      ?.node;
    if (now && root.scrollWidth > root.clientWidth + 2) {
      const reads = new Set(pass.steps[step].reads);
      root.scrollBy({
        left: toMiddle(
          root,
          now,
          sections.filter(({ quantity }) => reads.has(quantity.id)).map(({ node: one }) => one),
        ),
      });
    }
    seek();
  }

  const resized = () => {
    if (!document.documentElement.dataset.stage && !scrolls(page())) seek(); // a stage seeks by itself
  };
  new ResizeObserver(resized).observe(root); // a panel was opened below it, or closed
  return Object.assign(scrollIntoView, {
    forget: () => {
      sought = "";
    },
  });
}
