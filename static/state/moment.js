// What there is to see at a moment of a pass or a run, read off the answers of the API. Pure: no DOM, no requests.

import { pullArrows } from "./pulls.js";

const TRAIL = [24, 18, 13, 9, 6, 4, 2, 1]; // how many iterations ago, oldest first

export const stepIndex = (pass, id) => pass.steps.findIndex((step) => step.id === id);

/** The scene of an iteration of a run; long runs have one for every `scene_every` iterations only. */
export const sceneOf = (run, iteration) => run?.scenes?.[Math.floor(iteration / run.scene_every)] ?? null;

/** The scenes of earlier iterations, oldest first. */
export function trail(run, iteration) {
  if (!run?.scenes) return [];
  const ago = TRAIL.map((k) => iteration - k * run.scene_every).filter((t) => t >= 0);
  return ago.map((t) => sceneOf(run, t)).filter(Boolean);
}

/** While an update is shown the lines move through the frames between the old weights and the new. */
function passScene({ pass, step, fill }) {
  const first = stepIndex(pass, "W_next"); // what comes before it only prepares the move
  const frames = pass.scene.frames;
  if (step < first) return { scene: pass.scene, moved: false };
  const share = (step - first + fill) / (pass.steps.length - first);
  const at = Math.round(share * frames.length) - 1;
  return at < 0
    ? { scene: pass.scene, moved: false }
    : { scene: { ...pass.scene, ...points(frames[at], pass.scene) }, moved: true };
}

const points = (frame, { violations, losses, correct }) => ({ ...frame, violations, losses, correct });

/** The view that the plane draws; null where there is no plane to draw (D ≠ 2). */
export function planeView(state) {
  const { pass, run, mode, iteration: here, step, focus, playing, shown, problem, glance = null } = state;
  if (!pass?.scene) return null;
  const iteration = glance ?? here; // where the pointer rests on a chart of the run
  const { X, y } = problem.X.length === shown.X.length ? problem : shown; // a dragged point is ahead of the numbers
  const training = (mode === "train" || glance !== null) && problem === shown && sceneOf(run, iteration); // else the run has other points
  const { scene, moved } = training ? { scene: sceneOf(run, iteration), moved: false } : passScene(state);
  const known = step < 0 || step >= stepIndex(pass, "dW");
  const batch = training ? run.batches[Math.min(iteration, run.batches.length - 1)] ?? pass.batch : pass.batch;
  return {
    scene,
    X,
    y,
    focusPoint: focus.point,
    batch: batch.length < X.length ? batch : null,
    lossPerPoint: scene.losses,
    correct: scene.correct,
    trail: trail(run, iteration),
    pulls: pullArrows(state),
    marked: focus.points ? new Set(focus.points) : null,
    next: !training && known && !moved ? pass.scene.frames.at(-1) : null,
    hasMargins: state.hasMargins,
    pairwise: state.pairwise,
    playing: playing && Boolean(training),
  };
}

/** The cell whose numbers the sentence shows: the one pointed at, else the most telling one of the focused point's row. */
export function cellInFocus({ pass, step, focus, formulas }) {
  const now = pass.steps[step];
  if (focus.step && formulas?.has(`${focus.step},${focus.r},${focus.c}`)) {
    return { step: focus.step, r: focus.r, c: focus.c };
  }
  if (!now) return null;
  const cells = [...(formulas?.values() ?? [])].filter((cell) => cell.step === now.id);
  const best = cells.reduce((a, b) => (a && Math.abs(a.value) >= Math.abs(b.value) ? a : b), null);
  return best && { step: best.step, r: best.row, c: best.column };
}

/** The formulas of an answer, to be found by step, row and column. */
export const cellsByPlace = (cells) => new Map(cells.map((cell) => [`${cell.step},${cell.row},${cell.column}`, cell]));

/** The point of the batch with the largest loss: the one most worth looking at first. */
export function mostCostly({ batch, steps }) {
  const losses = steps.find(({ id }) => id === "l").value;
  return batch.reduce((best, i) => (losses[i] > losses[best] ? i : best), batch[0]);
}
