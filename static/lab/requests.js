// What the page does: what the reader changes goes in, requests go out, answers go to the store. It touches no DOM.

import { api } from "../server/api.js";
import { createChanges } from "./settings.js";
import { createFollower } from "./follow.js";
import { writtenIn } from "../state/layout.js";
import { cellsByPlace, mostCostly } from "../state/pass.js";
import { body, compose, find } from "../state/problem.js";
import { fitted } from "../state/class_count.js";
import { withBias } from "../state/weights.js";
import { divergence } from "../state/run_words.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Member, Notice, Pass, Preset, Problem, State, Store } from "../types.d.ts" */

/**
 * @param {Store} store
 * @param {Catalogue} catalogue
 */
export function createLab(store, catalogue) {
  /** @type {(text: string | null, tone?: Notice["tone"], action?: Notice["action"]) => void} */
  const say = (text, tone = "info", action = null) => store.set({ notice: text ? { text, tone, action } : null });

  /** @type {<Answer>(work: Promise<Answer>) => Promise<Answer | void>} */
  const guard = (work) => work.catch((error) => say(error.message, "error"));

  /** @param {Pick<Problem, "loss">} problem */
  const lossOf = ({ loss }) => find(catalogue.losses, loss.kind);
  const follow = createFollower(store, (iteration) => guard(show(iteration)));

  /**
   * Bring the pass of an iteration onto the page, and with it whatever else changes at that moment. `here`: that pass,
   * where it has come already, with the formulas of its most costly point.
   *
   * @param {number} iteration
   * @param {Partial<State>} [patch]
   * @param {Pass | null} [here]
   * @returns {Promise<void>}
   */
  async function show(iteration, patch = {}, here = null) {
    const { problem, focus: asked, layout } = store.get();
    const there = (/** @type {number | null} */ point) => point !== null && point < problem.X.length;
    const question = { ...body(problem), iteration, ...(there(asked.point) && { point: asked.point }) };
    const answer = here ?? await api.pass(writtenIn(layout, question));
    if (!answer) return;
    const pass = here ?? { ...answer, layout };
    const { focus, mode, step } = store.get();
    const point = there(focus.point) ? focus.point : mostCostly(pass);
    const known = (here || point === asked.point) && { formulas: cellsByPlace(pass.cells) };
    const { has_margins: hasMargins, pairwise } = lossOf(problem);
    // A run goes its own way: the board only follows it. Another loss may have fewer steps.
    const place = { step: Math.min(step, pass.steps.length - 1), ...(mode === "pass" && { iteration }) };
    store.set({ pass, shown: problem, focus: { ...focus, point }, hasMargins, pairwise, ...known, ...place, ...patch });
    if (!known) guard(explain());
  }

  /**
   * The formulas of the focused point, with their numbers.
   *
   * @returns {Promise<void>}
   */
  async function explain() {
    const { shown, focus: { point }, pass } = store.get();
    if (!pass) return;
    if (point !== null && point >= shown.X.length) return; // a new point: its pass is under way
    const question = { ...body(shown), iteration: pass.iteration, point };
    const answer = await api.cells(writtenIn(pass.layout, question));
    if (!answer || store.get().pass !== pass) return;
    if (store.get().focus.point !== point) return explain();
    store.set({ formulas: cellsByPlace(answer.cells) });
  }

  /** @returns {Promise<void>} */
  async function run() {
    const { problem } = store.get();
    const question = { ...body(problem), iterations: problem.iterations };
    const answer = await api.train(question);
    if (!answer) return;
    if (store.get().problem !== problem) return run(); // an answer to what is no longer asked
    const iteration = Math.min(store.get().iteration, answer.totals.length - 1);
    store.set({ run: answer, iteration });
    if (store.get().mode === "train" && store.get().pass?.iteration !== iteration) follow();
    if (answer.diverged_at !== null) say(divergence(answer, problem), "warning");
  }

  /** After any change of the problem: the same place in the new run, which may end before it. */
  async function recompute() {
    const { iteration, gesture } = store.get();
    store.set({ run: null });
    if (gesture) return show(iteration); // not a whole run for every move of a hand
    if (iteration > 0) await run();
    await show(store.get().iteration);
    if (iteration === 0) await run(); // its curve is always on the page
  }

  /**
   * Fetch data; with a preset everything else becomes the preset's too, without one only the data and the start change.
   *
   * @param {Preset | null} preset
   * @param {Member} data
   * @param {string | null} [gesture]
   */
  async function load(preset, data, gesture = null) {
    const answer = await api.dataset(data);
    if (!answer) return;
    const made = compose(catalogue, preset, data, answer);
    const { X, y, W, b, origin } = made;
    const { problem } = store.get();
    /** @type {Partial<State>} */
    const place = { iteration: 0, step: -1, focus: { point: null }, ...(preset && { mode: "pass" }) };
    const { patch, said } = fitted(made, lossOf(preset ? made : problem));
    const next = { ...(preset ? made : { data, X, y, W, b, origin, preset: "" }), ...patch };
    store.change(
      preset || problem.bias ? next : { ...next, ...withBias({ ...made, ...patch }, false) },
      gesture,
      place,
    );
    if (preset || said) {
      say(preset ? `${preset.sentence} ${tr("undo.back", "Undo brings back what was here before.")}` : said);
    }
  }

  return {
    /** @type {(...place: Parameters<typeof show>) => Promise<void>} */
    show: (...place) => guard(show(...place)),
    follow,
    run: () => guard(run()),
    say,
    /**
     * What a change of the state asks of the server.
     *
     * @param {State} state
     * @param {State} before
     */
    react(state, before) {
      const samePass = state.pass && state.pass === before.pass;
      const changed = state.problem !== before.problem;
      const enough = state.blank === "begun" ? new Set(state.problem.y).size > 1 : state.blank === before.blank;
      if (changed && state.blank && enough) store.set({ blank: null });
      if (changed) guard(recompute());
      if (state.layout !== before.layout && state.pass) guard(show(state.iteration));
      if (samePass && state.focus.point !== before.focus.point && state.formulas) guard(explain());
      if (state.chart.seen && !before.chart.seen && state.pass && !state.run) guard(run()); // the charts are of the run
      const moved = samePass && state.playing && state.iteration !== before.iteration;
      const shows = state.mode === "train" && state.lead?.at !== null; // beside the ways in there are no matrices
      if (shows && (moved || (before.playing && !state.playing))) follow();
    },
    examples: () => guard(api.examples()),
    ...createChanges(store, catalogue, { say, show, load, guard }),
  };
}
