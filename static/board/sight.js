// Keeps in sight what the board is about: the row of the focused point and the panel of the current step. It draws nothing.

const ROOM = 24; // beside the panels of a step

const scrolls = (node) => node.scrollHeight > node.clientHeight + 2;

/** Of a transposed matrix that scrolls by itself, the column of a point. */
function showColumn(td) {
  const strip = td?.closest(".strip");
  if (!strip) return;
  const left = td.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft;
  if (left < strip.scrollLeft + td.offsetWidth || left + td.offsetWidth > strip.scrollLeft + strip.clientWidth) {
    strip.scrollLeft = left - strip.clientWidth / 2;
  }
}

/** How far the board has to be scrolled for this panel in its middle, with as many of those it reads as find room beside it. */
function toMiddle(root, now, read) {
  const at = root.getBoundingClientRect().left + root.clientWidth / 2;
  const span = (node) => [node.getBoundingClientRect().left - at, node.getBoundingClientRect().right - at];
  let [left, right] = span(now);
  const away = ([from, to]) => Math.max(left - from, to - right);
  for (const [from, to] of read.map(span).sort((a, b) => away(a) - away(b))) {
    const wider = [Math.min(left, from), Math.max(right, to)];
    if (wider[1] - wider[0] <= root.clientWidth - ROOM) [left, right] = wider;
  }
  return (left + right) / 2;
}

function showRow(row) {
  const band = row?.closest(".band");
  if (!band || !scrolls(band)) return;
  const [top, head] = [row.getBoundingClientRect().top - band.getBoundingClientRect().top + band.scrollTop, 48];
  if (top < band.scrollTop + head) band.scrollTop = top - head;
  else if (top + row.offsetHeight > band.scrollTop + band.clientHeight) {
    band.scrollTop = top + row.offsetHeight - band.clientHeight + 12;
  }
}

/** Of a board that is too low for all of them; of a band higher than the board its head. */
function showBand(root, band) {
  if (!band?.getClientRects().length || !scrolls(root)) return;
  const [room, at] = [root, band].map((node) => node.getBoundingClientRect());
  root.scrollTop += Math.min(at.top - room.top, Math.max(0, at.bottom - room.bottom));
}

/** Does it stand in a column that goes on below its band? Then its band cannot be scrolled for a row as well. */
const below = (panel) =>
  panel.matches(".weights") && panel.closest(".column").offsetHeight > panel.closest(".band").clientHeight;

/** A function of the board's sections and its view; `forget()` when the board was built anew. */
export function createSight(root) {
  let [sought, row, now] = ["", null, null];

  function seek() {
    if (now) showBand(root, now.closest(".band"));
    if (!now || !below(now)) showRow(row);
    if (now && (now.matches(".weights, .scalar") || scrolls(document.scrollingElement))) {
      now.scrollIntoView({ block: "nearest" });
    }
  }

  function keepInSight(sections, { focus, step, pass }) {
    const wanted = `${focus.point}|${step}`;
    if (wanted === sought) return;
    const stepped = sought.split("|")[1] !== String(step); // a look at another point brings only its row into sight
    sought = wanted;
    row = sections.find(({ panel }) => panel.id === "X")?.rows[focus.point];
    for (const { panel, cells } of sections) if (panel.kind === "points") showColumn(cells[focus.point]?.[0]);
    if (!stepped) return showRow(row);
    const { id, node } = pass.steps[step] ?? {};
    now = (sections.find(({ panel }) => panel.id === id) ?? sections.find(({ panel }) => panel.id === node))?.node;
    if (now && root.scrollWidth > root.clientWidth + 2) {
      const reads = new Set(pass.steps[step].reads);
      root.scrollBy({
        left: toMiddle(root, now, sections.filter(({ panel }) => reads.has(panel.id)).map(({ node: one }) => one)),
      });
    }
    seek();
  }

  const resized = () => !document.documentElement.dataset.stage && !scrolls(document.scrollingElement) && seek(); // a stage seeks by itself
  new ResizeObserver(resized).observe(root); // a panel was opened below it, or closed
  return Object.assign(keepInSight, {
    forget: () => {
      sought = "";
    },
  });
}
