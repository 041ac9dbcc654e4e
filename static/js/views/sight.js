// Keeps in sight what the board is about: the row of the focused point and the panel of the current step. It draws nothing.

const ROOM = 24; // beside the panels of a step

const scrolls = (node) => node.scrollHeight > node.clientHeight + 2;

/** Of a transposed matrix that scrolls by itself, the column of a point. */
function showColumn(td) {
  const strip = td?.closest(".strip");
  if (!strip) return;
  const left = td.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft;
  if (left < strip.scrollLeft + td.offsetWidth || left + td.offsetWidth > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = left - strip.clientWidth / 2;
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

/** Of a board that is too low for both. */
function showBand(root, band) {
  const [room, at] = [root, band].map((node) => node.getBoundingClientRect());
  root.scrollTop += Math.min(0, at.top - room.top) || Math.max(0, at.bottom - room.bottom);
}

/** A function of the board's sections and its view; `forget()` when the board was built anew. */
export function createSight(root) {
  let sought = "";

  function keepInSight(sections, { focus, step, pass }) {
    const wanted = `${focus.point}|${step}`;
    if (wanted === sought) return;
    const stepped = sought.split("|")[1] !== String(step); // a look at another point brings only its row into sight
    sought = wanted;
    const row = sections.find(({ panel }) => panel.id === "X")?.rows[focus.point];
    const band = row?.closest(".band");
    if (row && scrolls(band)) {
      const [top, head] = [row.getBoundingClientRect().top - band.getBoundingClientRect().top + band.scrollTop, 48];
      if (top < band.scrollTop + head) band.scrollTop = top - head;
      else if (top + row.offsetHeight > band.scrollTop + band.clientHeight) band.scrollTop = top + row.offsetHeight - band.clientHeight + 12;
    }
    for (const { panel, cells } of sections) if (panel.kind === "points") showColumn(cells[focus.point]?.[0]);
    const { id, node } = (stepped && pass.steps[step]) || {};
    const now = (sections.find(({ panel }) => panel.id === id) ?? sections.find(({ panel }) => panel.id === node))?.node;
    if (now && root.scrollWidth > root.clientWidth + 2) {
      const reads = new Set(pass.steps[step].reads);
      root.scrollBy({ left: toMiddle(root, now, sections.filter(({ panel }) => reads.has(panel.id)).map(({ node: one }) => one)) });
    }
    if (now && scrolls(root)) showBand(root, now.closest(".band"));
    if (now && (now.matches(".weights, .scalar") || scrolls(document.scrollingElement))) now.scrollIntoView({ block: "nearest" });
  }

  return Object.assign(keepInSight, { forget: () => { sought = ""; } });
}
