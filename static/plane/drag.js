// Hands on the plane: points, lines and arrows dragged by any pointer, points added by a press, all of it by keys as well.
// It tells what was grabbed and where it is now, in data units; what that means is decided elsewhere.

const NEAR = { point: 24, arrow: 16, line: 7 }; // px within which each can be grabbed; points come first
const STILL = 4; // px a press may wander before it is a drag
const MOVES = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const WALK = { ",": -1, ".": 1 }; // to the point before, to the next
const STEP = 0.05; // data units of an arrow key; five times that with Shift

/** Pixels from p to the segment a–b. */
function offLine([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

const away = ([px, py], [x, y]) => Math.hypot(px - x, py - y);

/** What lies under a place of the window: {kind: "point" | "arrow" | "line" | "empty", index}. */
function under(svg, { scene, X }, place) {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const [x0, x1, y0, y1] = scene.box;
  const at = ([x, y]) => [left + ((x - x0) / (x1 - x0)) * width, top + ((y1 - y) / (y1 - y0)) * height];
  const nearest = (kind, items, distance) => {
    const all = items.map((item, index) => ({ kind, index, off: item ? distance(item) : Infinity }));
    const best = all.reduce((a, b) => (b.off < a.off ? b : a), { off: Infinity });
    return best.off <= NEAR[kind] ? best : null;
  };
  return nearest("point", X, (x) => away(place, at(x))) ??
    nearest("arrow", scene.arrows, ([, tip]) => away(place, at(tip))) ??
    nearest("line", scene.lines, ([a, b]) => offLine(place, at(a), at(b))) ?? { kind: "empty", index: null };
}

/**
 * `view()` is what the plane shows, `dataAt(clientX, clientY)` its data units. `does` has begin(target, place),
 * drag(place), end(), cancel(), add(place | null), nudge(i, dx, dy), remove(i), setClass(i, k).
 */
export function createHands(svg, { view, dataAt, does }) {
  let press = null; // {target, from, moving, id}

  function release() {
    press = null;
    svg.classList.remove("dragging");
  }

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary || !view()) return;
    const from = [event.clientX, event.clientY];
    press = { target: under(svg, view(), from), from, moving: false, id: event.pointerId };
  });

  svg.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.id) return hint(event);
    const place = dataAt(event.clientX, event.clientY);
    if (!press.moving) {
      if (press.target.kind === "empty" || away([event.clientX, event.clientY], press.from) < STILL) return;
      press.moving = true;
      svg.setPointerCapture(event.pointerId);
      svg.classList.add("dragging");
      does.begin(press.target, dataAt(...press.from));
    }
    does.drag(place);
  });

  svg.addEventListener("pointerup", (event) => {
    if (!press || event.pointerId !== press.id) return;
    const { target, moving, from } = press;
    release();
    if (moving) does.end();
    else if (target.kind === "empty" && away([event.clientX, event.clientY], from) < STILL) does.add(dataAt(...from));
  });

  svg.addEventListener("pointercancel", () => {
    if (press?.moving) does.cancel();
    release();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !press?.moving) return;
    event.preventDefault();
    does.cancel();
    release();
  });

  function hint(event) {
    if (event.pointerType !== "mouse" || !view()) return;
    svg.dataset.under = under(svg, view(), [event.clientX, event.clientY]).kind;
  }

  svg.addEventListener("keydown", (event) => {
    const point = event.target.closest("[data-point]");
    if (!point || event.ctrlKey || event.metaKey || event.altKey) return;
    const i = Number(point.dataset.point);
    const move = MOVES[event.key];
    const size = STEP * (event.shiftKey ? 5 : 1);
    if (WALK[event.key]) svg.querySelector(`[data-point="${i + WALK[event.key]}"]`)?.focus();
    else if (move) does.nudge(i, move[0] * size, move[1] * size);
    else if (event.key === "Delete" || event.key === "Backspace") does.remove(i);
    else if (event.key === "Insert" || event.key === "n") does.add(null);
    else if (/^[0-7]$/.test(event.key)) does.setClass(i, Number(event.key));
    else return;
    event.preventDefault();
  });
}
