// What the page begins with: what a link holds, the reader's own work, or the first example.

import { ownTab } from "./keep.js";

/** @import { Catalogue, Known, Place, Problem } from "../types.d.ts" */
/** @import * as Arrive from "./arrive.js" */
/** @import { Opened, Refused } from "./opening.js" */

/**
 * What the server sends along with a short link; `home`: where a page that is read from a file came from.
 *
 * @typedef {{ id: string, title: string | null, content: Record<string, any>, home?: string }} Short
 */

/**
 * `own`: it is the reader's own work; `arrive`: what opens links, where there is one.
 *
 * @typedef {object} Beginning
 * @property {Problem} problem
 * @property {boolean} own
 * @property {Opened | Refused | null} link
 * @property {Short | null} given
 * @property {Place | null} place
 * @property {typeof Arrive | null} arrive
 */

/**
 * `mine`: the reader's own work, or the first example. `short`: the short link that the page was opened by.
 *
 * @param {Problem} mine
 * @param {Short | null} short
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Promise<Beginning>}
 */
export async function beginning(mine, short, catalogue, known) {
  const hashed = /^#\d/.test(location.hash);
  const given = hashed ? null : short;
  if (!hashed && !given) {
    return { problem: mine, own: ownTab(true), link: null, given, place: null, arrive: null };
  }
  const arrive = await import("./arrive.js");
  const link = given
    ? arrive.found(given.content, catalogue, known)
    : await arrive.arriving(location.hash, catalogue, known);
  const own = ownTab(!link?.problem, Boolean(link?.playback));
  if (!link?.problem) return { problem: mine, own, link, given, place: null, arrive };
  const problem = own ? mine : link.problem; // what was kept is newer than the address of one's own tab
  return { problem, own, link, given, place: arrive.alike(link.problem, problem) ? link.at : null, arrive };
}
