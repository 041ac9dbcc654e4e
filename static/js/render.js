// One picture a frame: hands the state to the views, and to each only what has changed. It decides nothing.

import { cellInFocus, planeView } from "./moment.js";
import { nextAction, totals, watch } from "./words.js";
import { drawLegend } from "./views/plane-legend.js";

const $ = (id) => document.getElementById(id);
const SLOW = ["pass", "step", "fill", "focus", "formulas", "notice", "problem", "run", "figure", "shown", "mode", "digits"];

export function createRender(views, words, lastIteration) {
  let drawn = {};

  function plane(state) {
    const view = planeView(state);
    if (!view) return;
    views.plane.draw(view);
    drawLegend(document.querySelector(".plane-legend"), view);
  }

  function board(state) {
    const cell = cellInFocus(state);
    const formula = cell && state.formulas?.get(`${cell.step},${cell.r},${cell.c}`);
    const reads = state.step >= 0 || state.focus.step ? formula?.reads : null;
    views.board.render({ ...state, problem: state.shown, focus: { ...state.focus, ...cell }, reads });
    views.sentence({ ...state, numbers: formula?.text ?? "", resting: words.resting(state) });
  }

  function texts(state) {
    const said = watch(state);
    const who = said && Object.assign(document.createElement("b"), { textContent: `Point ${said.i}` });
    $("watch").replaceChildren(...(said ? [who, ` ${said.who} ${said.text}`] : []));
    $("heading").textContent = words.heading(state.problem);
    const notice = $("notice");
    notice.hidden = !state.notice;
    notice.dataset.tone = state.notice?.tone ?? "";
    notice.firstElementChild.textContent = state.notice?.text ?? "";
  }

  return function render(state) {
    plane(state);
    const perEpoch = state.run?.batches_per_epoch ?? 1;
    views.transport({ ...state, iterations: lastIteration(), perEpoch, next: nextAction(state) });
    views.chart.cursor(state.iteration);
    $("chart-now").textContent = totals(state);
    if (SLOW.some((key) => state[key] !== drawn[key])) {
      board(state);
      texts(state);
      views.tray.render(state);
    }
    if (drawn.problem !== state.problem) views.controls(state.problem);
    if (state.figure && state.figure !== drawn.figure) views.chart.show(state.figure);
    drawn = state;
  };
}
