// A body of the API as a moment of the lab: what a link holds, or null for what the lab cannot show. Pure.

import { pack } from "../links/pack_points.js";
import { limits } from "../state/schema.js";

/** @typedef {{ defaults: Record<string, any>, binary: string[] }} Start  what a problem is where a body is silent */
/** @typedef {Record<string, any>} Body */

/** @type {(rows: unknown) => rows is number[][]} */
const isMatrix = (rows) =>
  Array.isArray(rows) && rows.length > 0 &&
  rows.every((row) => Array.isArray(row) && row.length === rows[0].length && row.every((x) => typeof x === "number"));

/** @param {number[][]} rows */
const transposed = (rows) => rows[0].map((_, c) => rows.map((row) => row[c]));

/** The matrices as the lab has them, a point a row. @type {(body: Body, turn: boolean) => Body} */
function upright({ X, W, ...rest }, turn) {
  const turned = (/** @type {unknown} */ rows) => (turn && isMatrix(rows) ? transposed(rows) : rows);
  return { ...rest, X: turned(X), W: turned(W) };
}

/** How many columns of weights there are. @type {(body: Body, isBinary: boolean) => number} */
function columnsOf({ classes, W, b, y }, isBinary) {
  if (isBinary) return 1;
  return classes ?? W?.[0]?.length ?? b?.length ?? Math.max(2, Math.max(...y) + 1);
}

/**
 * Which place of the lab shows what an operation answers.
 *
 * @type {(operation: string, url: string, body: Body) => Body}
 */
function placeOf(operation, url, { iteration = 0, cells = [], point = null, log = false, parameters = null, layout }) {
  const kind = url.split("?")[0].split("/").at(-1);
  const [cell] = cells;
  const ways = /** @type {Record<string, Body>} */ ({
    pass: { iteration, point, step: cell?.step ?? null, cell: cell && [cell.step, cell.row ?? 0, cell.column ?? 0] },
    why: { iteration, panel: "why" },
    check: { panel: "check" },
    diagnose: { panel: "check" },
    code: { panel: "code" },
    train: { mode: "train" },
    compare: { panel: "compare" },
    figure: kind === "comparison" ? { panel: "compare" } : { mode: "train", iteration, chart: kind, log, parameters },
    export: { iteration },
  });
  return { ...(ways[operation] ?? ways[operation === "cells" ? "pass" : ""]), layout };
}

/**
 * @param {Start} start
 * @param {{ operation: string, url: string, body: unknown }} asked
 * @returns {Body | null}
 */
export function momentOf({ defaults, binary }, { operation, url, body }) {
  if (!body || typeof body !== "object" || Array.isArray(body)) return null;
  const all = upright({ ...defaults, ...body }, /** @type {Body} */ (body).layout === "WX");
  const { X, y, W, b, loss, penalty, optimizer, schedule, batch, bias, variants, box, unit } = all;
  if (!isMatrix(X) || X[0].length !== 2 || X.length > limits.points || !isMatrix([y]) || y.length !== X.length) {
    return null;
  }
  const isBinary = binary.includes(loss?.kind);
  const columns = columnsOf(all, isBinary);
  if (!Number.isInteger(columns) || columns > limits.classes) return null;
  const zeros = () => Array.from({ length: columns }, () => 0);
  return {
    data: { kind: "own", seed: all.seed },
    ...pack({ X, y: y.map((/** @type {number} */ k) => Math.max(k, 0)) }),
    W: W ?? [zeros(), zeros()],
    b: (bias ? b : null) ?? zeros(),
    ...{ loss, penalty, optimizer, schedule, batch, bias },
    iterations: Math.min(Math.max(all.iterations, 1), limits.iterations),
    ...(variants && { variants }),
    ...(box && { box }),
    ...(unit && { unit }),
    at: placeOf(operation, url, all),
  };
}
