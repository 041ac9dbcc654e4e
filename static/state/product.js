// A matrix product as it is being multiplied: row by row, with the sum so far. Pure: no DOM.

import { onBoard } from "../dom/number.js";

const SLOWEST = 3; // times a step's usual time, for products of many rows
const A_ROW = 0.25; // of a step's usual time
const MOST = 4; // numbers of a row that are written out

/**
 * The product of the current step, or null: its step; the rows that are multiplied one after the other, which are points;
 * whether they are summed (Xᵀ·G) or each gives a row of its own (X·W); how many are done, and the point that came last.
 */
export function productOf({ pass, step, mode, fill }) {
  const now = mode === "pass" ? pass?.steps[step] : null;
  if (!now?.product) return null;
  const sums = now.direction === "backward";
  const rows = sums ? pass.batch : now.value.map((_, i) => i);
  const done = Math.min(rows.length, Math.floor(fill * rows.length + 1e-9));
  const at = Math.min(rows.length, sums ? done : Math.ceil(fill * rows.length - 1e-9)); // a row of scores lights up with its first cell
  return { step: now, sums, rows, done, point: at ? rows[at - 1] : null };
}

/** How many times a step's usual time it takes to watch. */
export const duration = (state) => Math.min(SLOWEST, Math.max(1, A_ROW * (productOf(state)?.rows.length ?? 0)));

/** Both factors of a product: a step's value and scale, or one of the quantities that the pass is given. */
const factors = ({ pass, shown }, { step }) =>
  step.product.map((id) =>
    pass.steps.find((each) => each.id === id) ?? { id, value: id === "X" ? shown.X : pass[id], scale: 1 }
  );

/** The sum over the rows that are done, as a function of row and column; the very numbers of the answer when all are. */
export function sumSoFar(state, product) {
  const { step, rows, done } = product;
  if (done === rows.length) return (r, c) => step.value[r][c];
  const [left, right] = factors(state, product);
  const scale = right.scale / step.scale;
  const sums = step.value.map((row) => row.map(() => 0));
  for (const i of rows.slice(0, done)) {
    sums.forEach((row, r) =>
      right.value[i].forEach((g, c) => {
        row[c] += left.value[i][r] * g * scale;
      })
    );
  }
  return (r, c) => sums[r][c];
}

const vector = (row, bare) =>
  `(${row.slice(0, MOST).map((x) => onBoard(x, bare)).join(", ")}${row.length > MOST ? ", …" : ""})`;
const cells = (step, row, columns) => columns.map((column) => ({ step, row, column }));
const places = (row) => row.map((_, k) => k);

/** While a product is being multiplied: what its latest row does, in numbers, and the cells that it reads; else null. */
export function multiplying(state) {
  const product = productOf(state);
  if (!product || state.fill >= 1 || product.point === null) return null;
  const { step, sums, point: i } = product;
  const [left, right] = factors(state, product);
  const own = cells(left.id, i, places(left.value[i]));
  if (sums) {
    const share = Math.round(step.scale / right.scale);
    const row = right.value[i];
    const [x, g] = [vector(left.value[i]), vector(row, row.every(Number.isInteger))];
    const text = `point ${i} adds ${state.pass.layout === "WX" ? `${g}ᵀ·${x}` : `${x}ᵀ·${g}`}${
      share > 1 ? ` / ${share}` : ""
    }`;
    return { text, reads: [...own, ...cells(right.id, i, places(row))] };
  }
  const k = Math.max(0, Math.ceil(state.fill * step.value.flat().length - 1e-9) - 1) % step.value[i].length;
  const column = right.value.map((_, row) => ({ step: right.id, row, column: k }));
  const bias = step.reads.filter((id) => !step.product.includes(id)).map((id) => ({ step: id, row: 0, column: k }));
  return {
    text: `point ${i} gets ${
      state.pass.layout === "WX" ? `${right.id}·${vector(left.value[i])}ᵀ` : `${vector(left.value[i])}·${right.id}`
    }${bias.length ? " + b" : ""} = ${vector(step.value[i])}`,
    reads: [...own, ...column, ...bias],
  };
}
