// Editing the data: each function takes a problem and gives the patch for `store.change`, or null where there is
// nothing to change or it cannot be (`REFUSALS` says why). Pure: no DOM, no requests, and nothing given is ever changed
// in place.
//
//   addPoint(problem, [x1, x2], k)     at the end; its index is problem.X.length
//   movePoint(problem, i, [x1, x2])    movePoints(problem, [[i, [x1, x2]], …])
//   setClass(problem, i, k)            k may be a class that is not there yet
//   removePoint(problem, i)            the points after it move up by one; null for the only one
//   replaceData(problem, X, y)         as many classes as y names, at least 2
//   beginWith(problem, [x1, x2], k)    that point alone, and weights of zero
//   dropEmpty(problem)                 the classes that no point has, and their weights; the rest are numbered anew
//
// Every patch makes the data the reader's own (data.kind "own", no preset; the seed stays, it orders the batches).
// Where the number of classes changes W, b and the start change with it: the classes that stay keep their weights, a
// new one has zeros.

import { limits } from "./schema.js";

/** @import { Problem, Rows, Weights } from "../types.d.ts" */

import { counted, tr } from "../dom/text.js";

/** @typedef {Pick<Problem, "data" | "X" | "y" | "W" | "b" | "origin">} Edited  what of a problem there is to edit */
/** @typedef {Partial<Edited> & { preset: string }} Edit */

export const REFUSALS = {
  full: () =>
    tr("points.full", "The page takes {n} points; remove some before adding more.", { n: counted(limits.points) }),
  last: () => tr("points.last", "A problem needs at least one point: this one stays. Move it, or add another first."),
  classes: () =>
    tr("points.classes", "The page shows {n} classes, 0 to {last}.", { n: limits.classes, last: limits.classes - 1 }),
  binary: () =>
    tr(
      "points.binary",
      "This loss tells two classes apart, 0 and 1. For more choose a loss for many classes, such as Weston–Watkins.",
    ),
};

/** @param {Edited} problem */
const own = (problem) => ({ data: { kind: "own", seed: problem.data.seed ?? 0 }, preset: "" });
/** @param {number} n */
const range = (n) => Array.from({ length: n }, (_, k) => k);
/** @param {number[]} row */
const fits = (row) => row.every((x) => Number.isFinite(x) && Math.abs(x) <= limits.size);

/**
 * `classes`: for every class to be, the class whose weights it takes; what is not there gives zeros.
 *
 * @param {Edited} problem
 * @param {number[]} classes
 * @param {number} [D]  how many coordinates
 * @returns {Partial<Pick<Edited, "W" | "b" | "origin">>}
 */
function reweighed(problem, classes, D = problem.W.length) {
  const same = D === problem.W.length && classes.length === problem.b.length && classes.every((k, at) => k === at);
  if (same) return {};
  /** @param {Weights} weights */
  const pick = ({ W, b }) => ({
    W: range(D).map((d) => classes.map((k) => W[d]?.[k] ?? 0)),
    b: classes.map((k) => b[k] ?? 0),
  });
  const now = pick(problem);
  const atStart = problem.W === problem.origin.W && problem.b === problem.origin.b;
  return { ...now, origin: atStart ? now : pick(problem.origin) };
}

/** @param {Pick<Problem, "b">} problem */
const isBinary = ({ b }) => b.length === 1; // one column of weights, for two classes

/**
 * @param {Edited} problem
 * @param {number} k
 */
const grown = (problem, k) => (isBinary(problem) ? {} : reweighed(problem, range(Math.max(problem.b.length, k + 1))));

/**
 * Classes that points of this problem can have.
 *
 * @param {Pick<Problem, "b">} problem
 */
export const roomFor = (problem) => (isBinary(problem) ? 2 : limits.classes);

/** @param {Pick<Problem, "b">} problem */
export const classRefusal = (problem) => (isBinary(problem) ? REFUSALS.binary() : REFUSALS.classes());

/**
 * @param {Pick<Problem, "b">} problem
 * @param {number} k
 */
const isClass = (problem, k) => Number.isInteger(k) && k >= 0 && k < roomFor(problem);

/** @type {(problem: Edited, x: number[], k: number) => Edit | null} */
export function addPoint(problem, x, k) {
  if (problem.X.length >= limits.points || !isClass(problem, k) || !fits(x)) return null;
  return { ...own(problem), X: [...problem.X, [...x]], y: [...problem.y, k], ...grown(problem, k) };
}

/** @type {(problem: Edited, i: number, x: number[]) => Edit | null} */
export const movePoint = (problem, i, x) => movePoints(problem, [[i, x]]);

/** @type {(problem: Edited, moves: [number, number[]][]) => Edit | null} */
export function movePoints(problem, moves) {
  const to = new Map(moves.filter(([i, x]) => fits(x) && problem.X[i]?.some((old, d) => old !== x[d])));
  if (!to.size) return null;
  return { ...own(problem), X: problem.X.map((row, i) => to.get(i)?.slice() ?? row) };
}

/** @type {(problem: Edited, i: number, k: number) => Edit | null} */
export function setClass(problem, i, k) {
  if (!isClass(problem, k) || !(i in problem.y) || problem.y[i] === k) return null;
  return { ...own(problem), y: problem.y.map((old, at) => (at === i ? k : old)), ...grown(problem, k) };
}

/** @type {(problem: Edited, i: number) => Edit | null} */
export function removePoint(problem, i) {
  if (problem.X.length < 2 || !(i in problem.X)) return null;
  /** @type {<Each>(list: Each[]) => Each[]} */
  const others = (list) => list.filter((_, at) => at !== i);
  return { ...own(problem), X: others(problem.X), y: others(problem.y) };
}

/** @type {(problem: Edited, X: Rows, y: number[]) => Edit | null} */
export function replaceData(problem, X, y) {
  const C = Math.max(2, ...y.map((k) => k + 1));
  if (!X.length || X.length > limits.points || C > roomFor(problem)) return null;
  return { ...own(problem), X, y, ...reweighed(problem, range(isBinary(problem) ? 1 : C), X[0].length) };
}

/**
 * The first point of an empty plane, with weights of zero.
 *
 * @type {(problem: Edited, x: number[], k: number) => Edit | null}
 */
export function beginWith(problem, x, k) {
  const made = isClass(problem, k) && fits(x) ? replaceData(problem, [[...x]], [k]) : null;
  if (!made) return null;
  const { W = problem.W, b = problem.b } = made;
  const zero = { W: W.map((row) => row.map(() => 0)), b: b.map(() => 0) };
  return { ...made, ...zero, origin: zero };
}

/** @type {(problem: Edited) => Edit | null} */
export function dropEmpty(problem) {
  if (isBinary(problem)) return null;
  const used = new Set(problem.y);
  const spare = range(problem.b.length).filter((k) => !used.has(k));
  const kept = range(problem.b.length).filter((k) => used.has(k) || (used.size < 2 && k === spare[0]));
  if (kept.length === problem.b.length) return null;
  const number = new Map(kept.map((k, at) => [k, at]));
  return { ...own(problem), y: problem.y.map((k) => number.get(k) ?? k), ...reweighed(problem, kept) };
}
