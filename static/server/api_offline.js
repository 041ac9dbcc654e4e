// What the server would answer, looked up in the file itself: it stands in for api.js in a page that was taken along.

/** @import { Pass, Run } from "../types.d.ts" */
/** @import { CellsAnswer } from "../api_types.d.ts" */

import { tr } from "../dom/text.js";

/** Of the same name and shape as that of api.js. */
export class ApiError extends Error {}

/**
 * The answers, packed: passes by their iteration, cells by iteration and point, and the run.
 *
 * @type {{ passes: Record<number, string>, cells: Record<number, Record<number, string>>, run: string, last: number }}
 */
const found = JSON.parse(document.getElementById("recorded")?.textContent ?? "");

/**
 * @param {string} text
 * @returns {Promise<any>}
 */
async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
}

/** @param {string} text */
const refusal = (text) => new ApiError(tr("offline.rest", "{text} Open it in Hingelab for the rest.", { text }));

/** @typedef {{ iteration: number, point?: number }} Place */

/**
 * The formulas of that point, where the file has them.
 *
 * @param {Place} place
 * @returns {string | undefined}
 */
const formulas = ({ iteration, point }) => (point === undefined ? undefined : found.cells[iteration]?.[point]);

/**
 * @param {Place} place
 * @returns {Promise<Pass>}
 */
async function pass(place) {
  const text = found.passes[place.iteration];
  if (!text) {
    throw refusal(
      tr("offline.last", "This file holds the steps of the iterations up to {last}.", { last: found.last }),
    );
  }
  const answer = await unpack(text);
  return { ...answer, cells: formulas(place) ? (await cells(place)).cells : answer.cells };
}

/**
 * The formulas of a point's cells; of points that the file does not know, none.
 *
 * @param {Place} place
 * @returns {Promise<CellsAnswer>}
 */
async function cells(place) {
  const text = formulas(place);
  return text ? unpack(text) : { cells: [] };
}

/** There is nobody to ask. */
export const request = async () => {
  throw refusal(tr("offline.none", "This file asks no server."));
};

/** @type {() => Promise<Run>} */
const train = () => unpack(found.run);

export const api = { pass, cells, train };
