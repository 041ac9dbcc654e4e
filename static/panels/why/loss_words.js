// What a step does to the loss, predicted and then seen, in sentences and parts. Pure: no DOM, no requests.

/**
 * @import { Part, Pass, Problem, Step } from "../../types.d.ts"
 * @import { Effect, Explained } from "./request.js"
 * @typedef {ReturnType<typeof lossParts>} Parts
 */

import { format } from "../../dom/number.js";
import { rich, tr } from "../../dom/text.js";

const MARGINS = ["M", "U", "u"]; // what the losses call the step of their margins
const NAMED = 4; // crossings that are listed one by one
export const NOTHING = 1e-12; // what rounding leaves

/** @param {number} x */
const number = (x) => format(x, Math.abs(x) < 0.01 && Math.abs(x) > NOTHING ? 5 : 3);

/** @param {number} x */
function change(x) {
  const by = number(Math.abs(x));
  if (Math.abs(x) < NOTHING) return tr("loss.stays", "stays where it is");
  return x < 0 ? tr("loss.falls", "falls by {by}", { by }) : tr("loss.rises", "rises by {by}", { by });
}

/** From the predicted change to the actual one; they add up. @param {{ effect: Effect }} state */
export function lossParts({ effect }) {
  const { predicted, actual } = effect.loss.batch;
  return {
    predicted: predicted.total,
    bends: actual.data - predicted.data,
    penalty: actual.penalty - predicted.penalty,
    actual: actual.total,
  };
}

/** @param {Explained} state */
export function lossWords({ effect, pass, shown, hasMargins }) {
  const parts = lossParts({ effect });
  const small = pass.batch.length < shown.X.length;
  const eta = shown.optimizer.learning_rate;
  const how = shown.optimizer.kind === "sgd" && shown.schedule.kind === "constant"
    ? tr("loss.how.sgd", "−η times the squared length of the gradient: −{eta} × {square}", {
      eta: format(eta, 4).replace(/0+$/, ""),
      square: squaredLength(pass).toPrecision(3),
    })
    : tr("loss.how", "the gradient times the update");
  const holes = { n: pass.batch.length, predicted: change(parts.predicted), how, actual: change(parts.actual) };
  const said = small
    ? tr(
      "loss.step.batch",
      "On this batch of {n} the gradient predicts that the loss {predicted} ({how}). After the step it {actual}.",
      holes,
    )
    : tr("loss.step", "The gradient predicts that the loss {predicted} ({how}). After the step it {actual}.", holes);
  /** @type {Part[][]} */
  const lines = [[`${said} ${verdict(parts)}`]];
  lines.push(...reasons(parts, { effect, pass, shown, hasMargins }));
  if (small) {
    lines.push([
      tr("loss.all", "Over all {n} points the loss {change}: a batch's gradient is only a sample of theirs.", {
        n: shown.X.length,
        change: change(effect.loss.all.actual.total),
      }),
    ]);
  }
  return { title: tr("loss.title", "What the step does to the loss"), lines };
}

/** @param {Pass} pass */
function squaredLength(pass) {
  /** @type {(id: string) => number[]} */
  const flat = (id) => [pass.steps.find((step) => step.id === id)?.value ?? []].flat(2); // there may be no bias
  return [...flat("dW"), ...flat("db")].reduce((sum, x) => sum + x * x, 0);
}

/** @param {Parts} parts */
function verdict({ predicted, actual }) {
  if (predicted < -NOTHING && actual > NOTHING) {
    return tr("loss.long", "The step is too long for this slope: lower the learning rate η.");
  }
  const off = Math.abs(actual - predicted);
  if (off < NOTHING) return tr("loss.agree", "Both agree: on the way nothing bends.");
  if (Math.abs(predicted) <= NOTHING) return tr("loss.differ", "The two differ by {off}:", { off: number(off) });
  const share = format((100 * off) / Math.abs(predicted), 1);
  return tr("loss.differ.share", "The two differ by {off} ({share} %):", { off: number(off), share });
}

/**
 * @param {Parts} parts
 * @param {Pick<Explained, "effect" | "pass" | "shown" | "hasMargins">} state
 * @returns {Part[][]}
 */
function reasons({ predicted, bends, penalty, actual }, { effect, pass, shown, hasMargins }) {
  if (Math.abs(actual - predicted) < NOTHING) return effect.crossed.length ? [crossings(effect, pass, shown)] : [];
  /** @type {Part[][]} */
  const found = [];
  if (Math.abs(bends) >= NOTHING && hasMargins && effect.crossed.length) {
    found.push([
      tr("loss.kinks", "{bends} because margins change sides on the way, where the loss has a kink.", {
        bends: number(bends),
      }),
      " ",
      ...crossings(effect, pass, shown),
    ]);
  } else if (Math.abs(bends) >= NOTHING) {
    found.push([tr("loss.bends", "{bends} because this loss bends all along the way.", { bends: number(bends) })]);
  }
  if (Math.abs(penalty) >= NOTHING) {
    const kept = hasMargins && Math.abs(bends) < NOTHING
      ? ` ${tr("loss.kept", "No margin that counts changes sides: for the data the slope keeps its word.")}`
      : "";
    const why = tr("loss.penalty", "{penalty} because the penalty bends upwards the further the step goes.", {
      penalty: number(penalty),
    });
    found.push([why + kept]);
  }
  return found;
}

/**
 * Which points cross which kinks: those that cost most first.
 * @type {(effect: Effect, pass: Pass, shown: Problem) => Part[]}
 */
function crossings({ crossed, margins, surplus }, { batch, steps }, { y }) {
  // Only a loss of margins has kinks to cross.
  const { id, shape } = /** @type {Step} */ (
    steps.find(({ id }) => MARGINS.includes(id))
  );
  const known = new Set(batch);
  const all = crossed.map(([i, j], n) => ({ i, j, before: margins[n][0], after: margins[n][1] }))
    .filter(({ i }) => known.has(i));
  all.sort((a, b) => Math.abs(surplus[b.i]) - Math.abs(surplus[a.i]));
  /** @type {(crossing: { i: number, j: number, before: number, after: number }, n: number) => Part[]} */
  const tell = ({ i, j, before, after }, n) => [
    n ? "; " : "",
    ...deed(before, after, { point: i, of: y[i] }, { class: shape.length > 1 ? j : 1 - y[i] }),
    ", ",
    { cell: [id, i, j], point: i, text: `${id}[${id === "u" ? i : `${i},${j}`}]` },
    ` ${number(before)} → ${number(after)}`,
  ];
  const listed = all.slice(0, NAMED).flatMap(tell);
  const more = all.length - NAMED;
  const rest = tr("loss.more", "; and {n} more {n, plural, one {crossing} other {crossings}}.", { n: more });
  return [...listed, more > 0 ? rest : listed.length ? "." : ""];
}

/**
 * What a point does to a class.
 * @type {(before: number, after: number, point: Part, rival: Part) => Part[]}
 */
function deed(before, after, point, rival) {
  const holes = { point, class: rival };
  if (before > 0 && after > 0) {
    return rich("loss.closest", "{point} has another closest rival: the change concerns {class}", holes);
  }
  return after > 0
    ? rich("loss.breaks", "{point} now breaks its margin against {class}", holes)
    : rich("loss.clear", "{point} comes clear of {class}", holes);
}
