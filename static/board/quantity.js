// What one quantity of the board shows at a moment: before, at or after its step.

/**
 * @import { BoardView } from "./board.js"
 * @import { ScalarSection, Section } from "./build.js"
 * @import { Quantity } from "./columns.js"
 * @import { Of } from "./matrix.js"
 */

/**
 * `sources`: the cells, as "step,r,c", that what is looked at was computed from; `read`: the ids of what the current
 * step reads; `out`: the points of the batch, where some are left out.
 * @typedef {BoardView & {sources: Set<string>, read: Set<string>, out: Set<number> | null}} QuantityView
 */

import { onBoard } from "../dom/number.js";
import { valueAt } from "./columns.js";
import { productOf, sumSoFar } from "../state/product.js";
import { showMatrix, showWeights } from "./matrix.js";

/**
 * The points of the batch of this pass, where it leaves some out.
 * @param {BoardView} view
 */
export const outside = ({ pass, problem }) => (pass.batch.length < problem.X.length ? new Set(pass.batch) : null);

/** @type {(index: number, step: number) => "rest" | "done" | "now" | "todo"} */
function status(index, step) {
  if (step < 0) return "rest";
  return index < step ? "done" : index === step ? "now" : "todo";
}

/**
 * Bring one quantity up to date: its values, its place in time, its marks.
 * @type {(one: Section, view: QuantityView) => void}
 */
export function drawQuantity(one, view) {
  const { quantity, node } = one;
  const state = quantity.index < 0 ? inputStatus(quantity, view) : status(quantity.index, view.step);
  node.dataset.state = state;
  node.toggleAttribute("data-read", view.read.has(quantity.id)); // what the current step is computed from
  if (one.number) return drawScalar(one, view);
  const { focus, sources, out } = view;
  const N = view.problem.X.length;
  const points = quantity.kind === "points";
  /** @type {Of<string>} */
  const mark = (r, c) =>
    (points && quantity.columns > 1 && quantity.id !== "X" && view.problem.y[r] === c ? " own" : "") +
    (points && !one.rows.length ? (r === focus.point ? " lit" : "") + (out && !out.has(r) ? " out" : "") : "") +
    (focus.step === quantity.id && focus.r === r && focus.c === c ? " focus" : "") +
    (sources.has(`${quantity.id},${r},${c}`) ? " source" : "");
  if (points) {
    one.rows.forEach((tr, r) => {
      const name = (r === focus.point ? "lit" : "") + (out && !out.has(r) ? " out" : "");
      if (tr.className !== name) tr.className = name;
    });
  }
  const value = quantity.index < 0 ? inputValue(quantity, view) : view.pass.steps[quantity.index].value;
  const shape = quantity.index < 0 ? [quantity.rows, quantity.columns] : view.pass.steps[quantity.index].shape;
  const product = state === "now" ? productOf(view) : null;
  const sum = product?.sums ? product : null;
  /** @type {Of<number>} */
  const own = quantity.id === "b" ? (_, c) => value[c] : (r, c) => valueAt(value, shape, r, c, N);
  const at = sum ? sumSoFar(view, sum) : own;
  if (quantity.index < 0 && !points) {
    return showWeights(one, {
      at: updated(quantity, view, at),
      was: at,
      state: mark,
      gradient: gradientOf(quantity, view),
    });
  }
  const done = state === "now" ? Math.floor(view.fill * quantity.rows * quantity.columns + 1e-9) : Infinity;
  /** @type {Of<boolean>} */
  const pending = (r, c) => state === "todo" || (sum ? !sum.done : r * quantity.columns + c >= done);
  showMatrix(one, { at, state: mark, pending, bare: quantity.id !== "X" && whole(value) });
}

/** @param {number[] | number[][]} value */
const whole = (value) => value.flat(2).every(Number.isInteger);

/** @type {(one: ScalarSection, view: BoardView) => void} */
function drawScalar({ number, quantity }, { pass, focus }) {
  const { value } = pass.steps[quantity.index];
  const text = Number.isInteger(value) ? onBoard(value, true) : onBoard(value, false, 1);
  if (number.textContent !== text) number.textContent = text;
  number.className = focus.step === quantity.id ? "number focus" : "number";
}

/**
 * The weights change when the update of a pass has been reached.
 * @type {(quantity: Quantity, view: BoardView) => number}
 */
const updateStep = (quantity, { pass }) => pass.steps.findIndex(({ id }) => id === `${quantity.id}_next`);

/** @type {(quantity: Quantity, view: BoardView) => ReturnType<typeof status>} */
function inputStatus(quantity, view) {
  return updateStep(quantity, view) === view.step && view.step >= 0 ? "now" : view.step < 0 ? "rest" : "done";
}

/** @type {(quantity: Quantity, view: BoardView) => number[][] | number[]} */
function inputValue(quantity, view) {
  if (quantity.id === "X") return view.problem.X;
  return quantity.id === "W" ? view.pass.W : view.pass.b;
}

/**
 * During the update one weight after the other becomes the new one.
 * @type {(quantity: Quantity, view: BoardView, old: Of<number>) => Of<number>}
 */
function updated(quantity, view, old) {
  const at = updateStep(quantity, view);
  if (at < 0 || view.step < at) return old;
  const { value } = view.pass.steps[at];
  const done = view.step > at ? Infinity : Math.floor(view.fill * quantity.rows * quantity.columns + 1e-9);
  return (r, c) => (r * quantity.columns + c >= done ? old(r, c) : quantity.id === "b" ? value[c] : value[r][c]);
}

/** @type {(quantity: Quantity, view: BoardView) => Of<number | null>} */
function gradientOf(quantity, { pass, step }) {
  const at = pass.steps.findIndex(({ id }) => id === `d${quantity.id}`);
  if (at < 0 || (step >= 0 && step < at)) return () => null;
  const { value } = pass.steps[at];
  return (r, c) => (quantity.id === "b" ? value[c] : value[r][c]);
}
