// The page's sentences, made from the numbers of the moment. Pure: no DOM, no requests.

import { find } from "./problem.js";
import { learning } from "./run_words.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Pass, Problem, State, Step } from "../types.d.ts" */

/** @param {Catalogue} catalogue */
export function createWords(catalogue) {
  /** @param {Problem} problem */
  const heading = ({ loss, data }) =>
    tr("heading", "{loss} loss on {data}", {
      loss: find(catalogue.losses, loss.kind).title,
      data: find(catalogue.datasets, data.kind)?.title ?? tr("heading.own", "your own data"),
    });

  /**
   * What the sentence says when no step is being looked at.
   *
   * @param {Pick<State, "problem" | "mode" | "pass" | "run" | "iteration">} state
   */
  function resting({ problem, mode: now, pass: shown, run, iteration }) {
    const pass = there(shown);
    if (now === "train") {
      const { mathml, sentence } = find(catalogue.optimizers, problem.optimizer.kind);
      const sweep = run && run.batches_per_epoch > 1
        ? ` ${
          tr("rest.epoch", "An epoch, one sweep over the data, takes {n} iterations.", { n: run.batches_per_epoch })
        }`
        : "";
      const open = ` ${tr("rest.scrub", "Scrub anywhere; “Step into this pass” opens this iteration.")}`;
      return {
        kicker: tr("rest.train", "Training · iteration {n}", { n: iteration }),
        question: learning(run, iteration, pass),
        mathml,
        sentence: sentence + sweep,
        hint: open,
      };
    }
    const { mathml, sentence } = find(catalogue.losses, problem.loss.kind);
    const { steps } = pass;
    const length = tr("rest.press", "Press “{action}” for the first of {n} steps to the next weights.", {
      action: towards(steps[0]),
      n: steps.length,
    });
    return {
      kicker: tr("rest.pass", "The whole pass · iteration {n}", { n: pass.iteration }),
      question: tr("rest.question", "How does one pass move the weights?"),
      mathml,
      sentence,
      hint: ` ${length}`,
    };
  }

  return { heading, resting };
}

/**
 * What is said while the plane waits for the reader's own points; null where it does not.
 *
 * @param {Pick<State, "blank">} state
 */
export function waiting({ blank }) {
  if (!blank) return null;
  return {
    kicker: tr("own.kicker", "Your own points"),
    question: blank === "empty"
      ? tr("own.first", "Where is your first point?")
      : tr("own.second", "And one of another class?"),
    sentence: blank === "empty"
      ? tr("own.how", "Click the plane, or tap it. The class of a new point is chosen below the plane.")
      : tr("own.classes", "Choose another class below the plane. With points of two classes the lab begins."),
  };
}

export const INCOMPLETE = tr(
  "page.part",
  "A part of the page did not arrive: charts, examples and editing by hand are missing. Reload it in a moment.",
);

/**
 * What a link names that this page has not.
 *
 * @param {string[]} said
 */
export const unknown = (said) =>
  tr("link.unknown", "This page does not know {what}: the nearest that it knows stands in its place.", {
    what: said.join(", "),
  });

/**
 * Nothing is said before the first pass has come.
 *
 * @param {Pass | null} pass
 */
const there = (pass) => /** @type {Pass} */ (pass);

const onwards = () => tr("next.iteration", "Next iteration");

/**
 * What the step button says, and the place that a screen reader hears.
 *
 * @param {Pick<State, "mode" | "step" | "pass">} state
 */
export function nextAction({ mode: now, step, pass: shown }) {
  if (now === "train") return { action: tr("next.into", "Step into this pass"), place: "" };
  const pass = there(shown);
  const next = pass.steps[step + 1];
  const place = step < 0 ? tr("moment.whole", "the whole pass") : pass.steps[step].title;
  return { action: next ? towards(next) : onwards(), place };
}

/**
 * The step that comes next, by its result.
 *
 * @param {Step} step
 */
const towards = ({ direction, symbol, title }) =>
  direction === "update"
    ? tr("next.new", "Step to the new {symbol}", { symbol })
    : tr("next.to", "Step to {name}", { name: direction === "forward" ? title : symbol });
