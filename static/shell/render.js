// One picture a frame: hands the state to the views, and to each only what has changed.

import { createIsolation } from "./isolate.js";
import { notices, texts } from "./lines.js";
import { cellInFocus, planeView } from "../state/pass.js";
import { multiplying } from "../state/product.js";
import { differ, keysThat } from "../state/table.js";
import { nextAction, waiting } from "../state/words.js";
import { drawLegend } from "../plane/legend.js";
import { tr } from "../dom/text.js";

/** @import { Cell, Pass, Problem, Read, State, Store } from "../types.d.ts" */
/** @import { createWords } from "../state/words.js" */
/** @import { createLab } from "../lab/requests.js" */

/** A state with a pass: there is something to draw. @typedef {State & { pass: Pass }} Ready */
/** @typedef {(state: Ready) => void} View */
/** What is said in place of the step's words. @typedef {{ kicker: string, question: string, sentence: string }} Said */
/** @typedef {(state: Ready) => Said | null} Led */
/** Drawn at every frame, or with the board. @typedef {{ quick: View[], slow: View[], led?: Led }} Around */

/**
 * @typedef {object} Views
 * @property {{ draw(view: NonNullable<ReturnType<typeof planeView>>): void }} plane
 * @property {{ render(view: Ready & { reads?: Read[] | null }): void }} board
 * @property {View} product
 * @property {(view: Ready & {
 *   led: Said | null,
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
 * @property {View} [spark]
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
  const drawing = /** @type {SVGElement | null} */ (document.querySelector(".lab svg.plane"));
  /** @type {Partial<State>} */
  let drawn = {};
  /** @type {Around} */
  let around = { quick: [], slow: [] };
  const isolated = createIsolation((name) =>
    say(
      tr(
        "view.failed",
        "A part of the page ({name}) failed and is switched off; the rest goes on. Reload the page to bring it back.",
        { name },
      ),
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
    const { box } = view.scene;
    const [, y] = view.X[view.focusPoint ?? -1] ?? [0, (box[2] + box[3]) / 2];
    drawing?.style.setProperty("--look", ((box[3] - y) / (box[3] - box[2])).toFixed(3));
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
      led: waiting(state) ?? around.led?.(state) ?? null,
    });
  }

  /** @param {State} now */
  function render(now) {
    if (!now.pass || now.playback?.going) return; // from one moment of a story straight to the next
    const state = /** @type {Ready} */ (now);
    isolated(tr("view.plane", "the plane"), () => plane(state));
    const perEpoch = state.run?.batches_per_epoch ?? 1;
    isolated(
      tr("view.player", "the player"),
      () => views.transport({ ...state, iterations: lastIteration(), perEpoch, next: nextAction(state) }),
    );
    views.spark?.(state);
    // While a run goes on the board is drawn when its numbers come; until then they are of another iteration.
    document.getElementById("board")?.toggleAttribute("data-lag", state.iteration !== state.pass.iteration);
    each("quick", around.quick, state);
    if (differ(SLOW, state, drawn)) {
      isolated(tr("view.matrices", "the board"), () => board(state));
      isolated(tr("view.texts", "the texts"), () => texts(state, words));
      isolated(tr("view.notice", "the notice"), () => notices(state));
      isolated(tr("view.panel", "the panel"), () => views.tray.render(state));
      isolated(tr("view.look", "the view settings"), () => views.settings(state));
      each("around", around.slow, state);
    } else if (drawn.iteration !== state.iteration) {
      isolated(tr("view.panel", "the panel"), () => views.tray.move(state));
    }
    if (drawn.problem !== state.problem) {
      isolated(tr("view.settings", "the settings"), () => views.controls(state.problem));
    }
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
