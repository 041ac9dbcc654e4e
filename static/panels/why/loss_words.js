// What a step does to the loss, predicted and then seen, in sentences and parts. Pure: no DOM, no requests.

/**
 * @import { Part, Pass, Problem, Step } from "../../types.d.ts"
 * @import { Effect, Explained } from "./request.js"
 * @typedef {ReturnType<typeof lossParts>} Parts
 */

import { format } from "../../dom/number.js";

const MARGINS = ["M", "U", "u"]; // what the losses call the step of their margins
const NAMED = 4; // crossings that are told one by one
const NOTHING = 5e-7;

/** @param {number} x */
const number = (x) => format(x, Math.abs(x) < 0.01 && Math.abs(x) > NOTHING ? 5 : 3);

/** @param {number} x */
function change(x) {
  return Math.abs(x) < NOTHING ? "stays where it is" : `${x < 0 ? "falls" : "rises"} by ${number(Math.abs(x))}`;
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
  const on = small ? `On this batch of ${pass.batch.length} the` : "The";
  const eta = shown.optimizer.learning_rate;
  const square = squaredLength(pass).toPrecision(3);
  const how = shown.optimizer.kind === "sgd" && shown.schedule.kind === "constant"
    ? ` (−η times the squared length of the gradient: −${format(eta, 4).replace(/0+$/, "")} × ${square})`
    : " (the gradient times the update)";
  /** @type {Part[][]} */
  const lines = [[
    `${on} gradient predicts that the loss ${change(parts.predicted)}${how}. After the step it ${
      change(parts.actual)
    }. ${verdict(parts)}`,
  ]];
  lines.push(...reasons(parts, { effect, pass, shown, hasMargins }));
  if (small) {
    lines.push([
      `Over all ${shown.X.length} points the loss ${
        change(effect.loss.all.actual.total)
      }: a batch's gradient is only a sample of theirs.`,
    ]);
  }
  return { title: "What the step does to the loss", lines };
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
    return "The step is too long for this slope: lower the learning rate η.";
  }
  const off = Math.abs(actual - predicted);
  if (off < NOTHING) return "Both agree: on the way nothing bends.";
  return `The two differ by ${number(off)}${
    Math.abs(predicted) > NOTHING ? ` (${format((100 * off) / Math.abs(predicted), 1)} %)` : ""
  }:`;
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
      `${number(bends)} because margins change sides on the way, where the loss has a kink. `,
      ...crossings(effect, pass, shown),
    ]);
  } else if (Math.abs(bends) >= NOTHING) found.push([`${number(bends)} because this loss bends all along the way.`]);
  if (Math.abs(penalty) >= NOTHING) {
    found.push([
      `${number(penalty)} because the penalty bends upwards the further the step goes.${
        hasMargins && Math.abs(bends) < NOTHING
          ? " No margin that counts changes sides: for the data the slope keeps its word."
          : ""
      }`,
    ]);
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
    { point: i, of: y[i] },
    ` ${deed(before, after)} `,
    { class: shape.length > 1 ? j : 1 - y[i] },
    ", ",
    { cell: [id, i, j], point: i, text: `${id}[${id === "u" ? i : `${i},${j}`}]` },
    ` ${number(before)} → ${number(after)}`,
  ];
  const told = all.slice(0, NAMED).flatMap(tell);
  const more = all.length - NAMED;
  return [...told, more > 0 ? `; and ${more} more crossing${more === 1 ? "" : "s"}.` : told.length ? "." : ""];
}

/** @param {number} before @param {number} after */
function deed(before, after) {
  if (before > 0 && after > 0) return "has another closest rival: the change concerns";
  return after > 0 ? "now breaks its margin against" : "comes clear of";
}
