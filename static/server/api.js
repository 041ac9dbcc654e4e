// The JSON API as functions. At most one request of a kind is under way; a newer one of that kind replaces the waiting one.

/**
 * @typedef {object} Step  id, direction ("forward" | "backward" | "update"), node, symbol, title, action, mathml,
 *   sentence, shape, value, scale, reads
 * @typedef {object} Pass  iteration, epoch, batch, W, b, steps: Step[], loss {data, penalty, total}, accuracy, scene
 * @typedef {object} Run   totals, data, penalty, accuracy, gradient_norm, W, b, batches, learning_rates,
 *   batches_per_epoch, scenes, scene_every, diverged_at
 * @typedef {object} Comparison  variants: [{name, totals, …, W, b, scenes, diverged_at}], comparable, batches, batches_per_epoch,
 *   scene_every
 */

export class ApiError extends Error {
  constructor(problem) {
    super(problem.errors?.[0]?.detail ?? problem.detail ?? problem.title ?? "The server did not answer as expected.");
    this.problem = problem;
  }
}

export async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError({ title: "The server cannot be reached. What you made is still here; try again in a moment." });
  }
  if (response.status === 204) return null;
  const { headers } = response;
  const as = headers.has("content-disposition")
    ? "blob"
    : headers.get("content-type")?.startsWith("text/html")
    ? "text"
    : "json";
  const answer = await response[as]().catch(() => ({ title: `The server answered ${response.status}.` }));
  if (!response.ok) throw new ApiError(answer);
  return answer;
}

/** A function of the same name that never has two calls under way: the last one asked for wins, the ones between are dropped. */
function latest(send) {
  let [busy, waiting] = [false, null];
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
      waiting?.go();
    }
  };
}

const send = (path, body) =>
  request(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const post = (path) => latest((body) => send(path, body));

export const api = {
  pass: post("/api/v1/pass"),
  titles: post("/api/v1/pass"), // beside the pass that the page is about
  cells: post("/api/v1/cells"),
  why: post("/api/v1/why"),
  check: post("/api/v1/check"),
  diagnose: post("/api/v1/diagnose"),
  code: latest(({ dialect, ...body }) => send(`/api/v1/code?dialect=${dialect}`, body)),
  file: latest(({ kind, ...body }) => send(`/api/v1/export/${kind}`, body)), // a Blob, to be saved
  train: post("/api/v1/train"),
  compare: post("/api/v1/compare"),
  comparison: post("/api/v1/figures/comparison"),
  figure: latest(({ kind, ...body }) => send(`/api/v1/figures/${kind}`, body)),
  examples: latest(() => request("/examples")), // the only answer that is not JSON: cards drawn by the server
  dataset: latest(({ kind, ...knobs }) => request(`/api/v1/datasets/${kind}?${new URLSearchParams(knobs)}`)),
};
