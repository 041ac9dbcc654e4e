// Time: where in a pass or a run we are, and how it moves. It calls back with places; it never touches the DOM.

/** @import { Mode, State } from "../types.d.ts" */

/**
 * `times`: how many times the usual time this step takes to fill in, `seconds`: how long it stays while a pass plays,
 * so that it can be read; `iterations`: null while the run is not known.
 *
 * @typedef {object} Standing
 * @property {Mode} mode
 * @property {number} step
 * @property {number} steps
 * @property {number} times
 * @property {number} seconds
 * @property {number} iteration
 * @property {number | null} iterations
 */

/** @typedef {ReturnType<typeof createPlayer>} Player */

const STEP_SECONDS = 0.9; // at 1×: the text, then the move
const FILL = [0.2, 0.75]; // the part of a step's time in which its cells fill in
const ITERATIONS_A_SECOND = 30;

/** How much of a step has been filled in after `elapsed` (0 … 1) of its time. @param {number} elapsed */
const filled = (elapsed) => Math.min(1, Math.max(0, (elapsed - FILL[0]) / (FILL[1] - FILL[0])));

/**
 * `passEnded()` is called when a playing pass goes beyond its last step, `changed(playing)` when playing begins or
 * ends. `still()`: is motion unwanted?
 *
 * @param {{
 *   place: () => Standing,
 *   move: (patch: Pick<Partial<State>, "step" | "fill" | "iteration">) => void,
 *   passEnded: () => void,
 *   changed: (playing: boolean) => void,
 *   still: () => boolean,
 *   now?: () => number,
 *   frame?: (tick: FrameRequestCallback) => unknown,
 * }} actions
 */
export function createPlayer(
  { place, move, passEnded, changed, still, now = () => performance.now(), frame = requestAnimationFrame },
) {
  let playing = false;
  let speed = 1;
  let elapsed = 0;
  let last = 0;
  let ticking = false;
  let filling = false;
  let held = false;

  /** @param {number} time */
  function tick(time) {
    const seconds = Math.min(0.1, Math.max(0, time - last) / 1000) * speed; // a frame can be dated before the press
    last = time;
    const at = place();
    if (playing ? !held : filling) {
      if (at.mode !== "train") advance(at, seconds);
      else if (playing) run(at, seconds);
    }
    ticking = playing || filling;
    if (ticking) frame(tick);
  }

  /** @param {Standing} at @param {number} seconds */
  function run({ iteration, iterations }, seconds) {
    if (iterations === null) return; // the run is still under way
    elapsed += seconds * ITERATIONS_A_SECOND;
    const whole = Math.floor(elapsed);
    elapsed -= whole;
    if (whole) move({ iteration: Math.min(iterations, iteration + whole) });
    if (iteration + whole >= iterations) stop();
  }

  /** @param {Standing} at @param {number} passed  seconds */
  function advance({ step, steps, times, seconds }, passed) {
    elapsed += passed;
    const moves = STEP_SECONDS * times;
    const stays = playing ? Math.max(moves, seconds) : moves;
    if (elapsed < stays && step >= 0) return move({ fill: still() ? 1 : filled(elapsed / moves) });
    if (!playing) return settle();
    elapsed = 0;
    if (step + 1 < steps) move({ step: step + 1, fill: still() ? 1 : 0 });
    else passEnded();
  }

  function settle() {
    filling = false;
    move({ fill: 1 });
  }

  function start() {
    if (ticking) return;
    ticking = true;
    last = now();
    frame(tick);
  }

  function stop() {
    playing = false;
    changed(playing);
  }

  return {
    get playing() {
      return playing;
    },
    /** @param {number} value */
    set speed(value) {
      speed = value;
    },
    play() {
      elapsed = 0;
      held = false;
      playing = true;
      changed(playing);
      start();
    },
    pause() {
      if (!playing) return;
      stop();
      if (place().mode === "pass") settle();
    },
    /** Time stands while somebody looks closely, and goes on by itself. @param {boolean} wanted */
    hold(wanted) {
      held = wanted && playing;
    },
    /** Show a step's cells filling in, once, without playing on. */
    fill() {
      if (still()) return move({ fill: 1 });
      elapsed = 0;
      filling = true;
      move({ fill: 0 });
      start();
    },
    /** Something was looked at directly: no filling in. */
    settle,
  };
}
