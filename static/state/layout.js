// The layout that formulas are asked for in: S = XW, or S = WX with every matrix transposed. The page itself counts in
// XW: what is sent is turned here, and so is what comes back. Pure: no DOM, no requests.

/** @import { Cell, Layout, Pass, Rows, Step } from "../types.d.ts" */
/** @import { CellPlace, CellsAnswer, DiagnoseAnswer, ExplanationAnswer } from "../api_types.d.ts" */

/**
 * @param {Rows} rows
 * @returns {Rows}
 */
const turned = (rows) => rows[0].map((_, c) => rows.map((row) => row[c]));

/**
 * @template {CellPlace} Place
 * @param {Place} cell
 * @returns {Place}
 */
const swapped = (cell) => ({ ...cell, row: cell.column, column: cell.row });

/**
 * @param {Cell} cell
 * @returns {Cell}
 */
const cellBack = (cell) => ({ ...swapped(cell), reads: cell.reads.map(swapped) });

/**
 * @param {Step} step
 * @returns {Step}
 */
function stepBack(step) {
  if (step.shape.length < 2) return step;
  return {
    ...step,
    value: turned(step.value),
    shape: [...step.shape].reverse(),
    product: step.product && [step.product[1], step.product[0]],
  };
}

/**
 * A body of the API in that layout.
 *
 * @template {{ X: Rows, W: Rows }} Body
 * @param {Layout | undefined} layout
 * @param {Body} body
 * @returns {Body & { layout?: Layout }}
 */
export const inLayout = (layout, body) =>
  layout === "WX" ? { ...body, X: turned(body.X), W: turned(body.W), layout } : body;

/**
 * A pass, or the cells of one, with numbers and places as in XW; formulas stay as they came. Null stays null.
 *
 * @template {Pass | CellsAnswer | null} Answer
 * @param {Layout | undefined} layout
 * @param {Answer} answer
 * @returns {Answer}
 */
export function fromLayout(layout, answer) {
  if (layout !== "WX" || !answer) return answer;
  const turnedBack = { ...answer, cells: answer.cells.map(cellBack) };
  if (!("steps" in answer)) return turnedBack;
  return { ...turnedBack, steps: answer.steps.map(stepBack), W: turned(answer.W), layout };
}

/** @param {string} name */
const renamed = (name) => name.replace(/^W\[(\d+),(\d+)\]$/, "W[$2,$1]");

/**
 * What a weight is called in that layout; `name` has the coordinate first.
 *
 * @param {Layout | undefined} layout
 * @param {string} name
 */
export const nameIn = (layout, name) => (layout === "WX" ? renamed(name) : name);

/**
 * A diagnosis with names and places as in XW. Null stays null.
 *
 * @template {DiagnoseAnswer | null} Answer
 * @param {Layout | undefined} layout
 * @param {Answer} answer
 * @returns {Answer}
 */
export function diagnosisFrom(layout, answer) {
  if (layout !== "WX" || !answer) return answer;
  /** @param {ExplanationAnswer} each */
  const back = (each) => ({ ...each, cells: each.cells.map(swapped) });
  const differences = answer.differences.map((each) => ({ ...each, parameter: renamed(each.parameter) }));
  return {
    ...answer,
    differences,
    explanations: answer.explanations.map(back),
    undecided: answer.undecided.map(back),
    nearest: answer.nearest && back(answer.nearest),
  };
}
