// What one panel of the board shows at a moment: before, at or after its step. It builds no elements.

import { onBoard } from "../dom/number.js";
import { valueAt } from "./columns.js";
import { productOf, sumSoFar } from "../state/product.js";
import { showMatrix, showWeights } from "./matrix.js";

/** The points that the batch of this pass leaves out. */
export const outside = ({ pass, problem }) => (pass.batch.length < problem.X.length ? new Set(pass.batch) : null);

function status(index, step) {
  if (step < 0) return "rest";
  return index < step ? "done" : index === step ? "now" : "todo";
}

/** Bring one panel up to date: its values, its place in time, its marks. */
export function drawPanel(one, view) {
  const { panel, node } = one;
  const state = panel.index < 0 ? inputStatus(panel, view) : status(panel.index, view.step);
  node.dataset.state = state;
  node.toggleAttribute("data-read", view.read.has(panel.id)); // what the current step is computed from
  if (panel.kind === "scalar") return drawScalar(one, view);
  const { focus, sources, out } = view;
  const N = view.problem.X.length;
  const points = panel.kind === "points";
  const mark = (r, c) =>
    (points && panel.columns > 1 && panel.id !== "X" && view.problem.y[r] === c ? " own" : "") +
    (points && !one.rows.length ? (r === focus.point ? " lit" : "") + (out && !out.has(r) ? " out" : "") : "") +
    (focus.step === panel.id && focus.r === r && focus.c === c ? " focus" : "") +
    (sources.has(`${panel.id},${r},${c}`) ? " source" : "");
  if (points) {
    one.rows.forEach((tr, r) => {
      const name = (r === focus.point ? "lit" : "") + (out && !out.has(r) ? " out" : "");
      if (tr.className !== name) tr.className = name;
    });
  }
  const value = panel.index < 0 ? inputValue(panel, view) : view.pass.steps[panel.index].value;
  const shape = panel.index < 0 ? [panel.rows, panel.columns] : view.pass.steps[panel.index].shape;
  const sum = state === "now" && productOf(view)?.sums ? productOf(view) : null;
  const at = sum
    ? sumSoFar(view, sum)
    : panel.id === "b"
    ? (_, c) => value[c]
    : (r, c) => valueAt(value, shape, r, c, N);
  if (panel.index < 0 && !points) {
    return showWeights(one, { at: updated(panel, view, at), was: at, state: mark, gradient: gradientOf(panel, view) });
  }
  const done = state === "now" ? Math.floor(view.fill * panel.rows * panel.columns + 1e-9) : Infinity;
  const pending = (r, c) => state === "todo" || (sum ? !sum.done : r * panel.columns + c >= done);
  showMatrix(one, { at, state: mark, pending, bare: panel.id !== "X" && whole(value) });
}

const whole = (value) => value.flat(2).every(Number.isInteger);

function drawScalar({ number, panel }, { pass, focus }) {
  const { value } = pass.steps[panel.index];
  const text = Number.isInteger(value) ? onBoard(value, true) : onBoard(value, false, 1);
  if (number.textContent !== text) number.textContent = text;
  number.className = focus.step === panel.id ? "number focus" : "number";
}

/** The weights change when the update of a pass has been reached. */
const updateStep = (panel, { pass }) => pass.steps.findIndex(({ id }) => id === `${panel.id}_next`);

function inputStatus(panel, view) {
  return updateStep(panel, view) === view.step && view.step >= 0 ? "now" : view.step < 0 ? "rest" : "done";
}

function inputValue(panel, view) {
  return panel.id === "X" ? view.problem.X : view.pass[panel.id];
}

/** During the update one weight after the other becomes the new one. */
function updated(panel, view, old) {
  const at = updateStep(panel, view);
  if (at < 0 || view.step < at) return old;
  const { value } = view.pass.steps[at];
  const done = view.step > at ? Infinity : Math.floor(view.fill * panel.rows * panel.columns + 1e-9);
  return (r, c) => (r * panel.columns + c >= done ? old(r, c) : panel.id === "b" ? value[c] : value[r][c]);
}

function gradientOf(panel, { pass, step }) {
  const at = pass.steps.findIndex(({ id }) => id === `d${panel.id}`);
  if (at < 0 || (step >= 0 && step < at)) return () => null;
  const { value } = pass.steps[at];
  return (r, c) => (panel.id === "b" ? value[c] : value[r][c]);
}
