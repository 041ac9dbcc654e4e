// The JSON API as functions. At most one request of a kind is under way; a newer one of that kind replaces the waiting
// one.

/** @import * as Api from "../api_types.d.ts" */
/** @import { Pass } from "../types.d.ts" */

import { tr } from "../dom/text.js";

export class ApiError extends Error {
  /** @param {Partial<Api.ProblemDocument>} problem */
  constructor(problem) {
    super(
      problem.errors?.[0]?.detail ?? problem.detail ?? problem.title ??
        tr("server.odd", "The server did not answer as expected."),
    );
    this.problem = problem;
  }
}

/** @param {Headers} headers */
const formOf = (headers) => {
  if (headers.has("content-disposition")) return "blob";
  return headers.get("content-type")?.startsWith("text/html") ? "text" : "json";
};

/**
 * What it resolves to is told by the path.
 *
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError({
      title: tr("server.away", "The server cannot be reached. What you made is still here; try again in a moment."),
    });
  }
  if (response.status === 204) return null;
  const refused = { title: tr("server.status", "The server answered {status}.", { status: response.status }) };
  const answer = await response[formOf(response.headers)]().catch(() => refused);
  if (!response.ok) throw new ApiError(answer);
  return answer;
}

/**
 * A function of the same name that never has two calls under way: the last one asked for wins, the ones between are
 * dropped and resolve to null.
 *
 * @template {unknown[]} Question
 * @template Answer
 * @param {(...question: Question) => Promise<Answer>} send
 * @returns {(...question: Question) => Promise<Answer | null>}
 */
function latest(send) {
  let busy = false;
  /** @type {{ go: () => void, drop: () => void } | null} */
  let waiting = null;
  return async function ask(...question) {
    waiting?.drop();
    if (busy) {
      const turn = await new Promise((go) => (waiting = { go: () => go(true), drop: () => go(false) }));
      if (!turn) return null;
    }
    waiting = null;
    busy = true;
    try {
      const answer = await send(...question);
      return waiting ? null : answer;
    } finally {
      busy = false;
      const next = /** @type {{ go: () => void } | null} */ (waiting); // somebody may have come meanwhile
      next?.go();
    }
  };
}

/**
 * @param {string} path
 * @param {object} body
 */
const send = (path, body) =>
  request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

/** @param {string} path */
const post = (path) => latest((/** @type {object} */ body) => send(path, body));

/**
 * @template Answer
 * @typedef {(body: object) => Promise<Answer | null>} Ask  resolves to null where a newer question has replaced it
 */

/** @typedef {{ kind: string, [knob: string]: any }} Named  with the kind that goes into the path */

export const api = {
  /** @type {Ask<Pass>} */
  pass: post("/api/v1/pass"),
  /** @type {Ask<Pass>} */
  titles: post("/api/v1/pass"), // beside the pass that the page is about
  /** @type {Ask<Api.CellsAnswer>} */
  cells: post("/api/v1/cells"),
  /** @type {Ask<Api.WhyAnswer>} */
  why: post("/api/v1/why"),
  /** @type {Ask<Api.CheckAnswer>} */
  check: post("/api/v1/check"),
  /** @type {Ask<Api.DiagnoseAnswer>} */
  diagnose: post("/api/v1/diagnose"),
  /** @type {(body: { dialect: string, [field: string]: any }) => Promise<Api.CodeAnswer | null>} */
  code: latest(({ dialect, ...body }) => send(`/api/v1/code?dialect=${dialect}`, body)),
  /** @type {(body: Named) => Promise<Blob | null>} */
  file: latest(({ kind, ...body }) => send(`/api/v1/export/${kind}`, body)), // to be saved
  /** @type {Ask<Api.RunAnswer>} */
  train: post("/api/v1/train"),
  /** @type {Ask<Api.ComparisonAnswer>} */
  compare: post("/api/v1/compare"),
  /** @type {Ask<Api.FigureAnswer>} */
  comparison: post("/api/v1/figures/comparison"),
  /** @type {(body: Named) => Promise<Api.FigureAnswer | null>} */
  figure: latest(({ kind, ...body }) => send(`/api/v1/figures/${kind}`, body)),
  /** @type {() => Promise<string | null>} */
  examples: latest(() => request("/examples")), // the only answer that is not JSON: cards drawn by the server
  /** @type {(recipe: Named) => Promise<Api.DatasetAnswer | null>} */
  dataset: latest(({ kind, ...knobs }) => request(`/api/v1/datasets/${kind}?${new URLSearchParams(knobs)}`)),
};
