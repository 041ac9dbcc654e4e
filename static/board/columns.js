// Which quantity stands where on the board: read off the steps of a pass, whatever the loss. It knows no DOM, and no
// names of matrices but the inputs that a pass has.

/** @import { Pass, Step } from "../types.d.ts" */

/**
 * A matrix or a number on the board.
 * @typedef {object} Quantity
 * @property {string} id
 * @property {number} index  of its step; −1 for an input
 * @property {Step} [step]  none for an input
 * @property {string} symbol
 * @property {string} title
 * @property {"points" | "weights" | "scalar"} kind
 * @property {number} rows
 * @property {number} columns
 * @property {"class" | string[]} heads
 * @property {string} [sign]  "=" or "+" for a part of the sum above it
 */

/**
 * @typedef {Quantity & {step: Step}} StepQuantity
 * @typedef {{id: string, forward: Quantity[], backward: Quantity[]}} Column
 */

/** Subscripts for the heads of the coordinates. */
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
/** @param {number} n */
const subscript = (n) => [...String(n)].map((digit) => SUBSCRIPTS[Number(digit)]).join("");

/**
 * From left to right.
 * @type {(pass: Pass, size: {N: number, D: number, C: number}) => Column[]}
 */
export function columns(pass, { N, D, C }) {
  /**
   * @param {string} id
   * @param {string} title
   * @param {number} rows
   * @param {number} columns
   * @param {Quantity["heads"]} heads
   * @param {Quantity["kind"]} kind
   * @returns {Quantity}
   */
  const input = (id, title, rows, columns, heads, kind) => ({
    id,
    index: -1,
    symbol: id,
    title,
    rows,
    columns,
    heads,
    kind,
  });
  /** @type {(rows: number, columns: number) => string} */
  const shape = (rows, columns) => (pass.layout === "WX" ? `${columns}×${rows}` : `${rows}×${columns}`);
  const quantities = pass.steps.map((step, index) => quantityOf(step, index, N));
  /** @param {(string | null)[]} nodes */
  const below = (...nodes) =>
    quantities.filter(({ step }) => step.direction === "backward" && nodes.includes(step.node));
  /** @param {string} node */
  const remembered = (node) =>
    quantities.filter(({ id, step }) => step.direction === "update" && step.node === node && id !== `${node}_next`);
  const forward = quantities.filter(({ step }) => step.direction === "forward");
  const scalars = forward.filter(({ kind }) => kind === "scalar");
  const coordinates = Array.from({ length: D }, (_, k) => `x${subscript(k + 1)}`);
  const biased = pass.steps.some(({ reads }) => reads.includes("b"));
  return [
    { id: "X", forward: [input("X", shape(N, D), N, D, coordinates, "points")], backward: [] },
    {
      id: "W",
      forward: [
        input("W", shape(D, C), D, C, "class", "weights"),
        ...(biased ? [input("b", "", 1, C, [], "weights")] : []),
      ],
      backward: [...stacked(below("W")), ...stacked(below("b")), ...remembered("W"), ...remembered("b")].map((
        quantity,
        k,
      ) => (k ? { ...quantity, heads: [] } : quantity)),
    },
    ...forward.filter(({ kind }) => kind !== "scalar").map((quantity) => ({
      id: quantity.id,
      forward: [quantity],
      backward: below(quantity.id),
    })),
    { id: "L", forward: scalars, backward: below(...scalars.map(({ id }) => id)) },
  ];
}

/** @type {(step: Step, index: number, N: number) => StepQuantity} */
function quantityOf(step, index, N) {
  const [rows, columns] = extent(step.shape, N);
  const ofPoints = step.shape[0] === N && step.node !== "W" && step.node !== "b";
  const kind = !step.shape.length ? "scalar" : ofPoints ? "points" : "weights";
  const heads = step.shape.length === 2 ? "class" : kind === "points" ? [""] : [];
  const narrow = columns === 1 && kind === "points";
  const symbol = narrow ? step.symbol.replace("∂L/∂", "∂") : step.symbol;
  const named = step.direction === "update"
    ? step.title.replace(/ of the (weights|bias)$/, "")
    : kind === "weights"
    ? step.title.split(", ")[1] ?? ""
    : step.title; // "…, data part": whose is said by its place
  const title = named === symbol ? "" : named;
  return { id: step.id, index, step, symbol, title, rows, columns, heads, kind };
}

/**
 * A vector with a number a point is a column, one with a number a class a row.
 * @type {(shape: number[], N: number) => number[]}
 */
function extent(shape, N) {
  if (shape.length === 2) return shape;
  if (!shape.length) return [1, 1];
  return shape[0] === N ? [N, 1] : [1, shape[0]];
}

/**
 * A gradient stands right under its quantity, and below it the parts that it is the sum of: signs say so.
 * @type {(quantities: Quantity[]) => Quantity[]}
 */
function stacked(quantities) {
  const total = quantities.at(-1);
  const parts = quantities.slice(0, -1).map((quantity, k) => ({ ...quantity, sign: k ? "+" : "=" }));
  return total ? [total, ...parts] : [];
}

/**
 * The number of one cell of a step's value.
 * @type {(value: Step["value"], shape: number[], r: number, c: number, N: number) => number}
 */
export const valueAt = (value, shape, r, c, N) =>
  shape.length === 2 ? value[r][c] : !shape.length ? value : shape[0] === N && c === 0 ? value[r] : value[c];
