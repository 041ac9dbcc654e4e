// One picture a frame: hands the state to the views, and to each only what has changed. It decides nothing.

import { createIsolation } from "./isolate.js";
import { cellInFocus, planeView } from "../state/moment.js";
import { multiplying } from "../state/product.js";
import { nextAction, watch } from "../state/words.js";
import { drawLegend } from "../plane/legend.js";

const $ = (id) => document.getElementById(id);
const SLOW = [
  "pass",
  "step",
  "fill",
  "focus",
  "formulas",
  "notice",
  "problem",
  "run",
  "shown",
  "mode",
  "gesture",
  "panel",
  "effect",
  "checked",
  "diagnosed",
  "coded",
  "dialect",
  "compared",
  "comparison",
  "measure",
  "digits",
  "held",
  "playing",
  "layout",
  "hide",
  "book",
  "titles",
];
const FLUID = 100; // rows that the board can keep up with while a hand is at work

/** `say(text)` tells the reader of a view that cannot be drawn. */
export function createRender(views, words, lastIteration, say) {
  let [drawn, around] = [{}, { quick: [], slow: [] }];
  const isolated = createIsolation((name) =>
    say(
      `A part of the page (${name}) failed and is switched off; the rest goes on. Reload the page to bring it back.`,
      "error",
    )
  );
  const each = (name, list, state) => list.forEach((view, k) => isolated(`${name} ${k + 1}`, () => view(state)));

  function plane(state) {
    const view = planeView(state);
    if (!view) return;
    views.plane.draw(view);
    drawLegend(document.querySelector(".plane-legend"), view);
  }

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

  function texts(state) {
    const said = watch(state);
    const who = said && Object.assign(document.createElement("b"), { textContent: `Point ${said.i}` });
    $("watch").replaceChildren(...(said ? [who, ` ${said.who} ${said.text}`] : []));
    $("heading").textContent = words.heading(state.problem);
  }

  function notices(state) {
    const notice = $("notice");
    notice.hidden = !state.notice;
    notice.dataset.tone = state.notice?.tone ?? "";
    notice.firstElementChild.textContent = state.notice?.text ?? "";
    const act = notice.querySelector("[data-act]");
    act.hidden = !state.notice?.action;
    act.textContent = state.notice?.action?.text ?? "";
    const held = document.activeElement;
    if (notice.contains(held) && !held.getClientRects().length) $("board").focus({ preventScroll: true }); // what was pressed is gone
  }

  function render(state) {
    if (!state.pass || state.telling?.going) return; // from one moment of a story straight to the next
    isolated("the plane", () => plane(state));
    const perEpoch = state.run?.batches_per_epoch ?? 1;
    isolated(
      "the player",
      () => views.transport({ ...state, iterations: lastIteration(), perEpoch, next: nextAction(state) }),
    );
    each("quick", around.quick, state);
    if (SLOW.some((key) => state[key] !== drawn[key])) {
      isolated("the board", () => board(state));
      isolated("the texts", () => texts(state));
      isolated("the notice", () => notices(state));
      isolated("the panel", () => views.tray.render(state));
      isolated("the view settings", () => views.settings(state));
      each("around", around.slow, state);
    } else if (drawn.iteration !== state.iteration) isolated("the panel", () => views.tray.move(state));
    if (drawn.problem !== state.problem) isolated("the settings", () => views.controls(state.problem));
    drawn = state;
  }

  function again() {
    const state = drawn;
    drawn = {};
    render(state);
  }

  document.fonts.addEventListener("loadingdone", again); // what fits is told by the face that is shown

  return {
    render,
    /** Views that come later, to be drawn at every frame (`quick`) or with the board (`slow`). */
    join(later) {
      around = later;
      again();
    },
  };
}

/** `draw(state)` after any change of the store, once a frame at most. */
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
