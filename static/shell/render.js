// One picture a frame: hands the state to the views, and to each only what has changed. It decides nothing.

import { createIsolation } from "./isolate.js";
import { notices, texts } from "./lines.js";
import { cellInFocus, planeView } from "../state/moment.js";
import { multiplying } from "../state/product.js";
import { differ, keysThat } from "../state/table.js";
import { nextAction } from "../state/words.js";
import { drawLegend } from "../plane/legend.js";

/** @import { Cell, Pass, Problem, State, Store } from "../types.d.ts" */
/** @import { createWords } from "../state/words.js" */
/** @import { createLab } from "../lab/requests.js" */

/** A state with a pass: there is something to draw. @typedef {State & { pass: Pass }} Ready */
/** @typedef {(state: Ready) => void} View */
/** Drawn at every frame, or with the board. @typedef {{ quick: View[], slow: View[] }} Around */

/**
 * @typedef {object} Views
 * @property {{ draw(view: NonNullable<ReturnType<typeof planeView>>): void }} plane
 * @property {{ render(view: Ready & { reads?: Cell["reads"] | null }): void }} board
 * @property {View} product
 * @property {(view: Ready & {
 *   numbers: string,
 *   quiet: boolean,
 *   resting: ReturnType<ReturnType<typeof createWords>["resting"]>,
 * }) => void} sentence
 * @property {(view: Ready & {
 *   iterations: number,
 *   perEpoch: number,
 *   next: ReturnType<typeof nextAction>,
 * }) => void} transport
 * @property {(problem: Problem) => void} controls
 * @property {{ render: View, move: View }} tray
 * @property {View} settings
 */

const SLOW = keysThat("board");
const FLUID = 100; // rows that the board can keep up with while a hand is at work

/**
 * `say` tells the reader of a view that cannot be drawn.
 *
 * @param {Views} views
 * @param {ReturnType<typeof createWords>} words
 * @param {() => number} lastIteration
 * @param {ReturnType<typeof createLab>["say"]} say
 */
export function createRender(views, words, lastIteration, say) {
  /** @type {Partial<State>} */
  let drawn = {};
  /** @type {Around} */
  let around = { quick: [], slow: [] };
  const isolated = createIsolation((name) =>
    say(
      `A part of the page (${name}) failed and is switched off; the rest goes on. Reload the page to bring it back.`,
      "error",
    )
  );
  /** @param {string} name @param {View[]} list @param {Ready} state */
  const each = (name, list, state) => list.forEach((view, k) => isolated(`${name} ${k + 1}`, () => view(state)));

  /** @param {Ready} state */
  function plane(state) {
    const view = planeView(state);
    if (!view) return;
    views.plane.draw(view);
    drawLegend(/** @type {HTMLElement} */ (document.querySelector(".plane-legend")), view);
  }

  /** @param {Ready} state */
  function board(state) {
    if (state.gesture && state.shown.X.length > FLUID) return; // it catches up when the hand lets go
    const cell = cellInFocus(state);
    const formula = cell && state.formulas?.get(`${cell.step},${cell.r},${cell.c}`);
    const product = multiplying(state);
    const reads = product?.reads ?? (state.step >= 0 || state.focus.step ? formula?.reads : null);
    views.board.render({ ...state, problem: state.shown, focus: { ...state.focus, ...cell }, reads });
    views.product(state); // first: it takes room from the formula
    views.sentence({
      ...state,
      numbers: product?.text ?? formula?.text ?? "",
      quiet: Boolean(product),
      resting: words.resting(state),
    });
  }

  /** @param {State} now */
  function render(now) {
    if (!now.pass || now.telling?.going) return; // from one moment of a story straight to the next
    const state = /** @type {Ready} */ (now);
    isolated("the plane", () => plane(state));
    const perEpoch = state.run?.batches_per_epoch ?? 1;
    isolated(
      "the player",
      () => views.transport({ ...state, iterations: lastIteration(), perEpoch, next: nextAction(state) }),
    );
    each("quick", around.quick, state);
    if (differ(SLOW, state, drawn)) {
      isolated("the board", () => board(state));
      isolated("the texts", () => texts(state, words));
      isolated("the notice", () => notices(state));
      isolated("the panel", () => views.tray.render(state));
      isolated("the view settings", () => views.settings(state));
      each("around", around.slow, state);
    } else if (drawn.iteration !== state.iteration) isolated("the panel", () => views.tray.move(state));
    if (drawn.problem !== state.problem) isolated("the settings", () => views.controls(state.problem));
    drawn = state;
  }

  function again() {
    const state = /** @type {State} */ (drawn); // or nothing yet, without a pass
    drawn = {};
    render(state);
  }

  document.fonts.addEventListener("loadingdone", again); // what fits is told by the face that is shown

  return {
    render,
    /** Views that come later. @param {Around} later */
    join(later) {
      around = later;
      again();
    },
  };
}

/**
 * `draw(state)` after any change of the store, once a frame at most.
 *
 * @param {Store} store
 * @param {(state: State) => void} draw
 */
export function everyFrame(store, draw) {
  let scheduled = false;
  store.subscribe(() => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      draw(store.get());
    });
  });
}
