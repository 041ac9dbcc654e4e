// What there is to see at a moment of a pass or a run, read off the answers of the API. Pure: no DOM, no requests.

import { pullArrows } from "./pulls.js";

/** @import { Cell, SceneFrame, Pass, PassScene, Run, Scene, State } from "../types.d.ts" */

const TRAIL = [24, 18, 13, 9, 6, 4, 2, 1]; // how many iterations ago, oldest first

/**
 * @param {Pass} pass
 * @param {string} id
 */
export const stepIndex = (pass, id) => pass.steps.findIndex((step) => step.id === id);

/**
 * The scene of an iteration of a run; long runs have one for every `scene_every` iterations only.
 *
 * @param {Pick<Run, "scenes" | "scene_every"> | null} run
 * @param {number} iteration
 */
export const sceneOf = (run, iteration) => run?.scenes?.[Math.floor(iteration / run.scene_every)] ?? null;

/**
 * The scenes of earlier iterations, oldest first.
 *
 * @param {Pick<Run, "scenes" | "scene_every"> | null} run
 * @param {number} iteration
 */
export function trail(run, iteration) {
  if (!run?.scenes) return [];
  const ago = TRAIL.map((k) => iteration - k * run.scene_every).filter((t) => t >= 0);
  return ago.map((t) => sceneOf(run, t)).filter((scene) => scene !== null);
}

/**
 * While an update is shown the lines move through the frames between the old weights and the new.
 *
 * @param {Pass} pass
 * @param {PassScene} scene
 * @param {Pick<State, "step" | "fill">} state
 * @returns {{ scene: Scene, moved: boolean }}
 */
function passScene(pass, scene, { step, fill }) {
  const first = stepIndex(pass, "W_next"); // what comes before it only prepares the move
  if (step < first) return { scene, moved: false };
  const share = (step - first + fill) / (pass.steps.length - first);
  const at = Math.round(share * scene.frames.length) - 1;
  return at < 0 ? { scene, moved: false } : { scene: { ...scene, ...points(scene.frames[at], scene) }, moved: true };
}

/**
 * @param {SceneFrame} frame
 * @param {Scene} scene
 * @returns {Scene}
 */
const points = (frame, { violations, losses, correct }) => ({ ...frame, violations, losses, correct });

/**
 * The view that the plane draws; null where there is no plane to draw (D ≠ 2).
 *
 * @param {State} state
 */
export function planeView(state) {
  const { pass, run, mode, iteration: here, step, focus, playing, shown, problem, glance = null } = state;
  if (!pass?.scene) return null;
  const iteration = glance ?? here; // where the pointer rests on a chart of the run
  const { X, y } = problem.X.length === shown.X.length ? problem : shown; // a dragged point is ahead of the numbers
  const inRun = (mode === "train" || glance !== null) && problem === shown; // else the run has other points
  const training = inRun && run && sceneOf(run, iteration);
  const { scene, moved } = training ? { scene: training, moved: false } : passScene(pass, pass.scene, state);
  if (state.blank === "empty") return emptyView(scene);
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
    next: !training && known && !moved ? pass.scene.frames.at(-1) ?? null : null,
    hasMargins: state.hasMargins,
    pairwise: state.pairwise,
    playing: playing && Boolean(training),
    picture: training || glance !== null ? null : pictured(state, pass),
  };
}

/**
 * The plane before there is any point on it.
 *
 * @param {Scene} scene
 */
function emptyView({ box }) {
  const none = { regions: [], lines: [], levels: [], arrows: [], violations: [], margins: [], losses: [], correct: [] };
  return {
    scene: { box, ...none },
    X: [],
    y: [],
    focusPoint: null,
    batch: null,
    lossPerPoint: [],
    correct: [],
    trail: [],
    pulls: null,
    marked: null,
    next: null,
    hasMargins: false,
    pairwise: false,
    playing: false,
    picture: null,
  };
}

/**
 * The step that the plane draws a picture of, and the point it is about: the one in focus, else the one that pays most.
 *
 * @param {Pick<State, "mode" | "step" | "fill" | "focus" | "shown">} state
 * @param {Pass} pass
 */
function pictured({ mode, step, fill, focus, shown }, pass) {
  if (mode !== "pass" || step < 0 || step >= pass.steps.length) return null;
  const { steps, W, b, batch } = pass;
  const i = focus.point !== null && focus.point < shown.X.length ? focus.point : mostCostly(pass);
  return { steps, at: step, fill, W, b, batch, i };
}

/** @param {Cell} cell */
const placeOf = ({ step, row, column }) => ({ step, r: row, c: column });

/**
 * The cell whose numbers the sentence shows: the one pointed at, else the most telling of the focused point's row.
 *
 * @param {Pick<State, "pass" | "step" | "focus" | "formulas">} state
 */
export function cellInFocus({ pass, step, focus, formulas }) {
  const now = pass?.steps[step];
  const pointed = focus.step && formulas?.get(`${focus.step},${focus.r},${focus.c}`);
  if (pointed) return placeOf(pointed);
  if (!now) return null;
  const cells = [...(formulas?.values() ?? [])].filter((cell) => cell.step === now.id);
  return cells.length ? placeOf(cells.reduce((a, b) => (Math.abs(a.value) >= Math.abs(b.value) ? a : b))) : null;
}

/**
 * The formulas of an answer, to be found by step, row and column.
 *
 * @param {Cell[]} cells
 */
export const cellsByPlace = (cells) => new Map(cells.map((cell) => [`${cell.step},${cell.row},${cell.column}`, cell]));

/**
 * The point of the batch with the largest loss: the one most worth looking at first.
 *
 * @param {Pass} pass
 */
export function mostCostly({ batch, steps }) {
  const losses = steps.find(({ id }) => id === "l")?.value; // every pass has them
  return batch.reduce((best, i) => (losses[i] > losses[best] ? i : best), batch[0]);
}
