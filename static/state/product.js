// A matrix product as it is being multiplied: row by row, with the sum so far. Pure: no DOM.

import { onBoard } from "../dom/number.js";
import { tr } from "../dom/text.js";

/** @import { Pass, Rows, State, Step } from "../types.d.ts" */
/** @import { CellPlace } from "../api_types.d.ts" */
/** @typedef {Pick<State, "pass" | "step" | "mode" | "fill">} Now */
/** @typedef {{ id: string, value: Rows, scale: number }} Factor */

/**
 * @typedef {object} Product  one that is being multiplied
 * @property {Step & { product: [string, string] }} step
 * @property {boolean} sums  are its rows summed (Xᵀ·G), or does each give a row of its own (X·W)?
 * @property {number[]} rows  the points that are multiplied one after the other
 * @property {number} done  how many of them are
 * @property {number | null} point  the one that came last
 */

const SLOWEST = 3; // times a step's usual time, for products of many rows
const A_ROW = 0.25; // of a step's usual time
const MOST = 4; // numbers of a row that are written out
const ROUNDING = 4 * Number.EPSILON;

/**
 * The product of the current step, or null.
 *
 * @param {Now} state
 * @returns {Product | null}
 */
export function productOf({ pass, step: at, mode, fill }) {
  const now = mode === "pass" ? pass?.steps[at] : null;
  if (!pass || !now?.product) return null;
  const sums = now.direction === "backward";
  const rows = sums ? pass.batch : places(now.value);
  const done = Math.min(rows.length, Math.floor(fill * rows.length + 1e-9));
  const lit = Math.ceil(fill * rows.length - 1e-9); // a row of scores lights up with its first cell
  const begun = Math.min(rows.length, sums ? done : lit);
  const step = /** @type {Product["step"]} */ (now);
  return { step, sums, rows, done, point: begun ? rows[begun - 1] : null };
}

/**
 * How many times a step's usual time it takes to watch.
 *
 * @param {Now} state
 */
export const duration = (state) => Math.min(SLOWEST, Math.max(1, A_ROW * (productOf(state)?.rows.length ?? 0)));

const [LEAST, A_WORD] = [2.5, 0.33]; // seconds

/**
 * How many seconds words take to be read.
 *
 * @param {string} words
 */
export const pace = (words) => Math.max(LEAST, A_WORD * words.trim().split(/\s+/).length);

/**
 * How long a step stays while the pass plays: as long as its words take to be read.
 *
 * @param {Now} state
 */
export function reading({ pass, step }) {
  const { title = "", question = title, sentence = "" } = pass?.steps[step] ?? {};
  return pace(`${question} ${sentence}`);
}

/**
 * One factor of a product: a step's value and scale, or one of the quantities that the pass is given.
 *
 * @param {Pick<State, "pass" | "shown">} state
 * @param {string} id
 * @returns {Factor}
 */
function factor({ pass: now, shown }, id) {
  const pass = /** @type {Pass} */ (now); // the product is one of its steps
  const given = () => (id === "X" ? shown.X : pass[/** @type {"W"} */ (id)]);
  return pass.steps.find((each) => each.id === id) ?? { id, value: given(), scale: 1 };
}

/**
 * The sum over the rows that are done, as a function of row and column; the very numbers of the answer when all are.
 *
 * @param {Pick<State, "pass" | "shown">} state
 * @param {Product} product
 * @returns {(r: number, c: number) => number}
 */
export function sumSoFar(state, { step, rows, done }) {
  /** @type {Rows} */
  const value = step.value;
  if (done === rows.length) return (r, c) => value[r][c];
  const [left, right] = step.product.map((id) => factor(state, id));
  const scale = right.scale / step.scale;
  const [sums, sizes] = [0, 0].map((zero) => value.map((row) => row.map(() => zero)));
  for (const i of rows.slice(0, done)) {
    sums.forEach((row, r) =>
      right.value[i].forEach((g, c) => {
        const term = left.value[i][r] * g * scale;
        row[c] += term;
        sizes[r][c] += Math.abs(term);
      })
    );
  }
  // What is left of terms that take each other away is rounding, and no number to show.
  return (r, c) => (Math.abs(sums[r][c]) > ROUNDING * sizes[r][c] ? sums[r][c] : 0);
}

/** @param {number[]} row */
const vector = (row, bare = false) =>
  `(${row.slice(0, MOST).map((x) => onBoard(x, bare)).join(", ")}${row.length > MOST ? ", …" : ""})`;

/**
 * @param {string} step
 * @param {number} row
 * @param {number[]} columns
 */
const cells = (step, row, columns) => columns.map((column) => ({ step, row, column }));

/** @param {unknown[]} row */
const places = (row) => row.map((_, k) => k);

/**
 * While a product is being multiplied: what its latest row does, in numbers, and the cells that it reads; else null.
 *
 * @param {Now & Pick<State, "shown">} state
 * @returns {{ text: string, reads: CellPlace[] } | null}
 */
export function multiplying(state) {
  const product = productOf(state);
  if (!product || state.fill >= 1 || product.point === null) return null;
  const { step, sums, point: i } = product;
  const [left, right] = step.product.map((id) => factor(state, id));
  const own = cells(left.id, i, places(left.value[i]));
  const across = state.pass?.layout === "WX";
  if (sums) {
    const share = Math.round(step.scale / right.scale);
    const row = right.value[i];
    const x = vector(left.value[i]);
    const g = vector(row, row.every(Number.isInteger));
    const term = `${across ? `${g}ᵀ·${x}` : `${x}ᵀ·${g}`}${share > 1 ? ` / ${share}` : ""}`;
    const text = tr("product.adds", "point {i} adds {term}", { i, term });
    return { text, reads: [...own, ...cells(right.id, i, places(row))] };
  }
  const k = Math.max(0, Math.ceil(state.fill * step.value.flat().length - 1e-9) - 1) % step.value[i].length;
  const column = right.value.map((_, row) => ({ step: right.id, row, column: k }));
  const bias = step.reads.filter((id) => !step.product.includes(id)).map((id) => ({ step: id, row: 0, column: k }));
  const x = vector(left.value[i]);
  const terms = `${across ? `${right.id}·${x}ᵀ` : `${x}·${right.id}`}${bias.length ? " + b" : ""}`;
  return {
    text: tr("product.gets", "point {i} gets {terms} = {sum}", { i, terms, sum: vector(step.value[i]) }),
    reads: [...own, ...column, ...bias],
  };
}
