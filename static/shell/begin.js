// What the page begins with: what a link holds, the reader's own work, or the first example.

/** @import { Catalogue, Known, Place, Problem } from "../types.d.ts" */
/** @import { Opened, Refused } from "./arrive.js" */

import { ownTab } from "./keep.js";

/**
 * What the server sends along with a short link; `home`: where a page that is read from a file came from.
 *
 * @typedef {{ id: string, title: string | null, content: Record<string, any>, home?: string }} Short
 */

/** The short link that the page was opened by. @returns {Short | null} */
export const shortLink = () => JSON.parse(document.getElementById("moment")?.textContent ?? "null");

/**
 * @typedef {object} Beginning
 * @property {Problem} problem
 * @property {boolean} own  it is the reader's own work
 * @property {Opened | Refused | null} link
 * @property {Short | null} given
 * @property {Place | null} place
 * @property {typeof import("./arrive.js") | null} arrive  what opens links, where there is one
 */

/**
 * `mine`: the reader's own work, or the first example.
 *
 * @param {Problem} mine
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Promise<Beginning>}
 */
export async function beginning(mine, catalogue, known) {
  const hashed = /^#\d/.test(location.hash);
  const given = hashed ? null : shortLink();
  const arrive = hashed || given ? await import("./arrive.js") : null;
  const link =
    (given
      ? arrive?.found(given.content, catalogue, known)
      : await arrive?.arriving(location.hash, catalogue, known)) ?? null;
  const own = ownTab(!link?.problem, Boolean(link?.telling));
  const problem = own || !link?.problem ? mine : link.problem; // what was kept is newer than the address of one's own tab
  const there = link?.problem && (!own || arrive?.alike(link.problem, mine));
  return { problem, own, link, given, place: there ? link.at : null, arrive };
}
