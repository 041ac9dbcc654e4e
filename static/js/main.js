// The page: makes the views and connects them with the store, the player and the lab. It decides nothing by itself.

import { createChart } from "./chart.js";
import { createControls } from "./controls.js";
import { listenToKeys, typeWeights, walkCells } from "./keys.js";
import { createLab, firstState } from "./lab.js";
import { cellInFocus, planeView, watch } from "./moment.js";
import { format } from "./number.js";
import { createPlayer } from "./player.js";
import { createStore } from "./store.js";
import { createBoard } from "./views/board.js";
import { createPlane } from "./views/plane.js";
import { drawLegend } from "./views/plane-legend.js";
import { createSentence } from "./views/sentence.js";
import { createTransport } from "./views/transport.js";

const $ = (id) => document.getElementById(id);
const start = JSON.parse($("start").textContent);
const store = createStore(firstState(start));
const lab = createLab(store, start.catalogue);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const player = createPlayer({
  place() {
    const { mode, step, pass, iteration, run } = store.get();
    return { mode, step, steps: pass.steps.length, iteration, iterations: run && run.totals.length - 1 };
  },
  move: store.set,
  passEnded: () => lab.show(store.get().iteration + 1, { step: 0, fill: still.matches ? 1 : 0 }),
  changed: (playing) => store.set({ playing }),
  still: () => still.matches,
});

const focusCell = (cell, how) => {
  const { focus } = store.get();
  if (!cell) return void (focus.how === "hover" && store.set({ focus: { point: focus.point } }));
  store.set({ focus: { step: cell.step, r: cell.r, c: cell.c, how, point: cell.point ?? focus.point } });
};
const focusPoint = (point, how) => point !== null && store.set({ focus: { point, how } });

const views = {
  plane: createPlane(document.querySelector("svg.plane"), { onFocusPoint: focusPoint }),
  board: createBoard($("board"), { onCell: focusCell }),
  sentence: createSentence($("sentence")),
  transport: createTransport($("transport"), { does, scrub, mode, speed: (factor) => { player.speed = factor; } }),
  controls: createControls($("controls"), start.catalogue, { change: lab.change, actions: [
    { text: "Reset weights", does: () => { player.pause(); lab.reset(); } },
    { text: "Undo", does: () => does("undo") },
    { text: "Redo", does: () => does("redo") },
  ] }),
  chart: createChart($("chart-plot"), { go: (iteration) => scrubRun(Math.round(iteration)) }),
};

function mode(name) {
  if (name === store.get().mode) return;
  player.pause();
  if (name === "train") {
    store.set({ mode: name, step: -1 });
    if (!store.get().run) lab.run();
  } else {
    store.set({ mode: name });
    lab.show(store.get().iteration, { step: -1, fill: 1 });
  }
}

function scrub(value) {
  player.pause();
  if (store.get().mode === "train") scrubRun(value);
  else store.set({ step: value, fill: 1 });
}

/** Where the run ends; before it is known, where it was meant to. */
const lastIteration = () => {
  const { run, problem } = store.get();
  return run ? run.totals.length - 1 : problem.iterations;
};

function scrubRun(iteration) {
  const { mode: now } = store.get();
  const at = Math.max(0, Math.min(iteration, lastIteration()));
  if (now === "pass") return lab.show(at, { step: -1, fill: 1 });
  store.set({ iteration: at });
  lab.follow();
}

function iterate(way) {
  player.pause();
  const { mode: now, iteration } = store.get();
  if (now === "train") scrubRun(iteration + way);
  else if (iteration + way >= 0) lab.show(iteration + way, { fill: 1 });
}

function stepBy(way) {
  player.pause();
  const { mode: now, step, pass, iteration } = store.get();
  if (now === "train") return scrubRun(iteration + way);
  if (way > 0 && step + 1 >= pass.steps.length) return lab.show(iteration + 1, { step: -1, fill: 1 });
  if (way < 0 && step < 0) return iteration > 0 ? lab.show(iteration - 1, { step: pass.steps.length - 1, fill: 1 }) : undefined;
  store.set({ step: step + way, fill: 1 });
  if (way > 0) player.fill();
}

function toEnd(last) {
  player.pause();
  const { mode: now, pass } = store.get();
  if (now === "train") scrubRun(last ? lastIteration() : 0);
  else store.set({ step: last ? pass.steps.length - 1 : -1, fill: 1 });
}

function play() {
  if (player.playing) return player.pause();
  const { mode: now, iteration } = store.get();
  if (now === "train" && iteration >= lastIteration()) store.set({ iteration: 0 });
  player.play();
}

function travel(way) {
  player.pause();
  if (!store[way]()) lab.say(way === "undo" ? "There is nothing to undo." : "There is nothing to redo.");
}

/** Everything a button or a key can ask for. */
function does(name) {
  if (!store.get().pass) return;
  ({
    start: () => toEnd(false), end: () => toEnd(true), step: () => stepBy(1), back: () => stepBy(-1), play,
    iterationOn: () => iterate(1), iterationBack: () => iterate(-1),
    undo: () => travel("undo"), redo: () => travel("redo"), help: () => $("help").showModal(),
  })[name]();
}

listenToKeys(does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => { player.pause(); lab.weigh(...weight); });
$("help-open").addEventListener("click", () => does("help"));
/** On narrow windows the settings are a drawer. */
function openSettings(open) {
  document.body.classList.toggle("settings-open", open);
  $("settings-toggle").setAttribute("aria-expanded", open);
  if (open) $("controls").querySelector("select").focus();
}
$("settings-toggle").addEventListener("click", () => openSettings(!document.body.classList.contains("settings-open")));
document.addEventListener("pointerdown", ({ target }) => !target.closest("#controls, #settings-toggle") && openSettings(false));
$("controls").addEventListener("keydown", ({ key }) => { if (key === "Escape") { openSettings(false); $("settings-toggle").focus(); } });
$("notice").querySelector("button").addEventListener("click", () => lab.say(null));

let [scheduled, drawn] = [false, {}];
store.subscribe((state, before) => {
  if (state.problem !== before.problem) lab.recompute();
  if (state.focus.point !== before.focus.point && state.pass && state.pass === before.pass && state.formulas) lab.explain();
  if (state.mode === "train" && state.playing && state.iteration !== before.iteration && state.pass === before.pass) lab.follow();
  if (state.mode === "train" && before.playing && !state.playing) lab.follow();
  if (!scheduled) requestAnimationFrame(render);
  scheduled = true;
});

function render() {
  scheduled = false;
  const state = store.get();
  const { pass, run, problem } = state;
  if (!pass) return;
  const view = planeView(state);
  if (view) {
    views.plane.draw(view);
    drawLegend(document.querySelector(".plane-legend"), view);
  }
  const training = state.mode === "train";
  views.transport({ ...state, iterations: lastIteration(), perEpoch: run?.batches_per_epoch ?? 1, next: nextAction(state) });
  views.chart.cursor(state.iteration);
  const now = ["pass", "step", "fill", "focus", "formulas", "notice", "problem", "run", "figure", "shown", "mode"];
  if (now.some((key) => state[key] !== drawn[key])) renderRest(state, training);
  $("chart-now").textContent = totals(state);
  drawn = state;
}

function renderRest(state) {
  const { pass, formulas, problem, shown } = state;
  const cell = cellInFocus(state);
  const formula = cell && formulas?.get(`${cell.step},${cell.r},${cell.c}`);
  views.board.render({ ...state, problem: shown, focus: { ...state.focus, ...cell }, reads: state.step >= 0 || state.focus.step ? formula?.reads : null });
  views.sentence({ pass, step: state.step, numbers: formula?.text ?? "", resting: resting(state) });
  if (drawn.problem !== problem) views.controls(problem);
  const said = watch(state, format);
  $("watch").replaceChildren(...(said ? [Object.assign(document.createElement("b"), { textContent: `Point ${said.i}` }), ` ${said.who} ${said.text}`] : []));
  $("heading").textContent = heading(problem);
  const notice = $("notice");
  notice.hidden = !state.notice;
  notice.dataset.tone = state.notice?.tone ?? "";
  notice.firstChild.textContent = state.notice?.text ?? "";
  if (state.figure && state.figure !== drawn.figure) views.chart.show(state.figure);
}

const member = (family, kind) => start.catalogue[family].find((each) => each.kind === kind);

const heading = ({ loss, data }) => `${member("losses", loss.kind).title} loss on ${member("datasets", data.kind).title}`;

/** What the sentence says when no step is being looked at. */
function resting({ problem, mode: now, pass, run }) {
  if (now === "train") {
    const { mathml, sentence } = member("optimizers", problem.optimizer.kind);
    const every = run && run.batches_per_epoch > 1 ? ` An epoch, one sweep over the data, takes ${run.batches_per_epoch} iterations.` : "";
    return { kicker: `Training · iteration ${pass.iteration}`, mathml, sentence: `${sentence}${every} Scrub anywhere; “one pass” opens this iteration step by step.` };
  }
  const { mathml, sentence } = member("losses", problem.loss.kind);
  return { kicker: `The whole pass · iteration ${pass.iteration}`, mathml, sentence: `${sentence} ${pass.steps.length} steps lead from the scores to the next weights.` };
}

function nextAction({ mode: now, step, pass }) {
  if (now === "train") return { action: "Next iteration", place: "" };
  const next = pass.steps[step + 1];
  return { action: next ? next.action : "Next iteration", place: step < 0 ? "the whole pass" : pass.steps[step].title };
}

function totals({ run, iteration, pass, mode: now }) {
  const at = now === "train" && run ? { total: run.totals[iteration], data: run.data[iteration], penalty: run.penalty[iteration] } : pass.loss;
  return `total ${format(at.total, 3)} = data ${format(at.data, 3)} + penalty ${format(at.penalty, 3)}`;
}

await lab.show(0);
document.documentElement.dataset.ready = "true";
(window.requestIdleCallback ?? setTimeout)(() => lab.run());
