// What the page does: what the reader changes goes in, requests go out, answers go to the store. It touches no DOM.

import { api } from "./api.js";
import { write } from "./fields.js";

const BOARD_EVERY = 250; // ms between passes fetched while a run plays: the board follows, the plane runs ahead

const defaults = ({ kind, knobs }) => ({ kind, ...Object.fromEntries(knobs.map(({ name, default: value }) => [name, value])) });
const find = (family, kind) => family.find((member) => member.kind === kind);

/** The problem of a preset on data already there. */
function compose(catalogue, preset, data, answer) {
  const own = preset?.problem ?? {};
  const member = (family, name) => ({ ...defaults(own[name] ? find(catalogue[family], own[name].kind) : DEFAULT(catalogue, family)), ...own[name] });
  const { X, y } = answer;
  const [W, b] = preset?.zero ? [answer.W.map((row) => row.map(() => 0)), answer.b.map(() => 0)] : [answer.W, answer.b];
  return {
    preset: preset?.kind ?? "", data, X, y, W, b, origin: { W, b },
    loss: member("losses", "loss"), penalty: member("penalties", "penalty"), optimizer: member("optimizers", "optimizer"),
    batch: own.batch ?? "full", iterations: own.iterations ?? 200,
  };
}

const DEFAULT = (catalogue, family) => find(catalogue[family], "l2") ?? catalogue[family][0];

export function firstState({ catalogue, data }) {
  const preset = catalogue.presets[0];
  const problem = compose(catalogue, preset, { ...defaults(find(catalogue.datasets, data.kind)), seed: 0 }, data);
  return {
    problem, shown: problem, mode: "pass", iteration: 0, step: -1, fill: 1, focus: { point: null }, pass: null, run: null,
    formulas: null, playing: false, hasMargins: true, notice: null,
  };
}

const body = ({ X, y, W, b, loss, penalty, optimizer, batch, data }) =>
  ({ X, y, classes: b.length, W, b, loss, penalty, optimizer, batch, seed: data.seed });

export function createLab(store, catalogue) {
  const say = (text, tone = "info") => store.set({ notice: text && { text, tone } });
  const guard = (work) => work.catch((error) => say(error.message, "error"));

  /** Bring the pass of an iteration onto the page, and with it whatever else changes at that moment. */
  async function show(iteration, patch = {}) {
    const { problem, focus } = store.get();
    const point = focus.point !== null && focus.point < problem.X.length ? focus.point : null;
    const pass = await api.pass({ ...body(problem), iteration, ...(point !== null && { point }) });
    if (!pass) return;
    const first = point ?? mostCostly(pass);
    const known = point === null ? null : index(pass.cells);
    store.set({ pass, shown: problem, iteration, formulas: known, focus: { ...store.get().focus, point: first }, hasMargins: find(catalogue.losses, problem.loss.kind).has_margins, ...patch });
    if (!known) await explain();
  }

  async function explain() {
    const { shown, focus, iteration } = store.get();
    const answer = await api.cells({ ...body(shown), iteration, point: focus.point });
    if (answer) store.set({ formulas: index(answer.cells) });
  }

  async function run() {
    const { problem } = store.get();
    const question = { ...body(problem), iterations: problem.iterations };
    const answer = await api.train(question);
    if (!answer) return;
    if (store.get().problem !== problem) return run(); // an answer to what is no longer asked
    const last = answer.totals.length - 1;
    store.set({ run: answer, iteration: Math.min(store.get().iteration, last) });
    if (answer.diverged_at !== null) say(`The run diverges at iteration ${answer.diverged_at}: a number passed 10¹². Lower the learning rate η${problem.penalty.strength ? " or the strength λ" : ""}.`, "warning");
    const figure = await api.figure(question);
    if (figure && store.get().problem === problem) store.set({ figure });
  }

  /** After any change of the problem: the same place in the new run. */
  async function recompute() {
    const { mode, step, iteration, pass } = store.get();
    store.set({ run: null });
    try {
      await show(Math.min(iteration, store.get().problem.iterations), { step: pass && step < pass.steps.length ? step : -1 });
    } catch (error) {
      if (error.problem?.errors?.[0]?.pointer !== "/iteration") throw error;
      await show(0, { step: -1 }); // the new run has diverged before that iteration
    }
    if (mode === "train" || store.get().figure) await run();
  }

  let [timer, lastPass] = [null, 0];
  /** While a run moves the board follows at its own pace, and catches up when the run rests. */
  function follow() {
    clearTimeout(timer);
    const wait = store.get().playing ? Math.max(0, BOARD_EVERY - (performance.now() - lastPass)) : 30;
    timer = setTimeout(() => {
      lastPass = performance.now();
      const { iteration } = store.get();
      guard(show(iteration).then(() => { if (store.get().mode === "train" && store.get().iteration !== iteration) follow(); }));
    }, wait);
  }

  async function load(preset, data) {
    const { seed, ...recipe } = data;
    const answer = await api.dataset({ ...recipe, seed });
    if (!answer) return;
    const current = store.get().problem;
    const patch = preset === undefined
      ? { data, preset: "", X: answer.X, y: answer.y, W: answer.W, b: answer.b, origin: { W: answer.W, b: answer.b } }
      : compose(catalogue, preset, data, answer);
    store.set({ iteration: 0, step: -1, focus: { point: null }, mode: preset === undefined ? store.get().mode : "pass" });
    store.change(preset === undefined ? { ...current, ...patch } : patch, preset === undefined ? "data" : null);
    if (preset) say(preset.sentence);
  }

  return {
    show: (iteration, patch) => guard(show(iteration, patch)),
    follow,
    run: () => guard(run()),
    recompute: () => guard(recompute()),
    explain: () => guard(explain()),
    say,
    change(field, value, gesture) {
      const { problem, iteration } = store.get();
      if (field.path[0] === "preset") {
        const preset = find(catalogue.presets, value);
        if (preset) guard(load(preset, { ...defaults(find(catalogue.datasets, preset.data.kind)), seed: 0, ...preset.data }));
        return;
      }
      const patch = write(catalogue, problem, field.path, value);
      if (field.path[0] === "data") return void guard(load(undefined, patch.data));
      store.change({ ...patch, preset: "" }, gesture ? `${field.path} ${gesture}` : null);
      if (iteration > 0) say(`${field.label} changed: the run was computed anew from the same start; this is still iteration ${iteration}.`);
    },
    /** New weights by hand: the run begins with them. */
    weigh(name, r, c, value, gesture) {
      const { problem, pass, iteration } = store.get();
      const [W, b] = [pass.W.map((row) => [...row]), [...pass.b]];
      if (name === "W") W[r][c] = value;
      else b[c] = value;
      store.set({ iteration: 0, ...(iteration > 0 && { step: -1 }) });
      store.change({ ...problem, W, b, preset: "" }, gesture);
      if (iteration > 0) say("The run now begins with these weights. Undo or “Reset weights” brings the old start back.");
    },
    reset() {
      const { problem } = store.get();
      store.set({ iteration: 0, step: -1 });
      if (problem.W !== problem.origin.W || problem.b !== problem.origin.b) store.change({ ...problem.origin });
      else guard(show(0, { step: -1 }));
    },
  };
}

const index = (cells) => new Map(cells.map((cell) => [`${cell.step},${cell.row},${cell.column}`, cell]));

/** The point of the batch with the largest loss: the one most worth looking at first. */
function mostCostly({ batch, steps }) {
  const losses = steps.find(({ id }) => id === "l").value;
  return batch.reduce((best, i) => (losses[i] > losses[best] ? i : best), batch[0]);
}
