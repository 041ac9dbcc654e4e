// What hands on the plane do to the problem: each gesture is one change to undo, and the numbers follow while it lasts.

import { addPoint, classRefusal, LIMITS, movePoint, REFUSALS, removePoint, setClass } from "../state/points_edit.js";

const tidy = (x) => Number(x.toFixed(4)); // pixels are no finer than this

/** The offset b_k for which class k's line goes through a place. */
const through = (W, k, [x, y]) => -(W[0][k] * x + W[1][k] * y);

const replaced = (numbers, k, value) => numbers.map((x, at) => (at === k ? value : x));

/** Class k's line moved by hand: only the bias changes. */
function lineMoved({ W, b }, k, from, to) {
  return { W, b: replaced(b, k, tidy(b[k] + through(W, k, to) - through(W, k, from))) };
}

const STUCK =
  "Without a bias every line goes through the origin: turn it by its arrow, or switch the bias on in “Weights”.";

/** Class k's arrow turned and stretched by hand, its line still going through the arrow's foot, or else the origin. */
function arrowTurned({ W, b }, bias, k, foot, unit, to) {
  const [w0, w1] = [tidy((to[0] - foot[0]) / unit), tidy((to[1] - foot[1]) / unit)];
  const turned = [replaced(W[0], k, w0), replaced(W[1], k, w1)];
  return { W: turned, b: bias ? replaced(b, k, tidy(through(turned, k, foot))) : b };
}

export function createEdits(store, lab) {
  let [count, held] = [0, null]; // held: {target, from, start, patch(place), name}

  /** While a hand is at work neither the window nor the scale of the arrows moves under it. */
  function window() {
    const { box, unit } = store.get().pass.scene;
    return { box, unit };
  }

  /** A patch of null changes nothing; `refusal` says why, where there is something to say. */
  function change(patch, gesture = null, refusal = null) {
    if (patch) store.change({ ...patch, preset: "", ...window() }, gesture);
    else if (refusal) lab.say(refusal, "warning");
    return Boolean(patch);
  }

  /** Weights changed by hand begin a new run; the points may change under a run that goes on. */
  function patchOf({ kind, index }, from) {
    const { problem, pass } = store.get();
    if (kind === "point") return (to) => movePoint(problem, index, to.map(tidy));
    const start = { W: pass.W, b: pass.b };
    const k = pass.b.length === 1 ? 0 : index; // the one line of two classes has the one column
    if (kind === "line") return problem.bias ? (to) => lineMoved(start, k, from, to) : () => null;
    const [foot, tip] = pass.scene.arrows[index];
    const unit = Math.hypot(tip[0] - foot[0], tip[1] - foot[1]) / Math.hypot(pass.W[0][k], pass.W[1][k]);
    return (to) => arrowTurned(start, problem.bias, k, foot, unit, to);
  }

  function finish() {
    held = null;
    store.set({ gesture: false });
  }

  return {
    begin(target, from) {
      held = { target, patch: patchOf(target, from), name: `drag ${(count += 1)}`, moved: false };
      if (target.kind === "line" && !store.get().problem.bias) lab.say(STUCK);
      const point = target.kind === "point"
        ? { focus: { point: target.index, how: "drag" } }
        : { iteration: 0, step: -1 };
      store.set({ gesture: true, ...point });
    },
    drag(place) {
      if (!held) return;
      held.moved = change(held.patch(place), held.name) || held.moved;
    },
    end() {
      finish();
      lab.run();
    },
    cancel() {
      const moved = held?.moved;
      finish();
      if (moved) store.undo();
    },
    /** A new point of the chosen class, where it was pressed, or in the middle of the window. */
    add(place) {
      const { problem, brush, pass } = store.get();
      if (brush === null && place) return;
      const [x0, x1, y0, y1] = pass.scene.box;
      const at = place ?? [(x0 + x1) / 2, (y0 + y1) / 2];
      const refusal = problem.X.length < LIMITS.points ? classRefusal(problem) : REFUSALS.full;
      store.set({ focus: { point: problem.X.length, how: "tap" } });
      change(addPoint(problem, at.map(tidy), brush ?? 0), null, refusal);
    },
    nudge(i, dx, dy) {
      const { problem } = store.get();
      const [x, y] = problem.X[i];
      store.set({ focus: { point: i, how: "focus" } });
      change(movePoint(problem, i, [tidy(x + dx), tidy(y + dy)]), `nudge ${i}`);
    },
    remove(i) {
      const { problem } = store.get();
      store.set({ focus: { point: Math.max(0, Math.min(i, problem.X.length - 2)), how: "focus" } });
      change(removePoint(problem, i), null, REFUSALS.last);
    },
    setClass(i, k) {
      const { problem } = store.get();
      store.set({ focus: { point: i, how: "focus" } });
      change(setClass(problem, i, k), `class ${i}`, k === problem.y[i] ? null : classRefusal(problem));
    },
  };
}
