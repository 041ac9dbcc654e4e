// What a link opens: a moment, a story at one of its moments, or nothing, and why. It changes nothing on the page.

import { LinkError, read } from "../links/permalink.js";
import { judged } from "../links/story.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Known, Moment, Playback } from "../types.d.ts" */

/**
 * What a link opens: a moment, in a story with what is told there; `beside`: the page has left that story by hand.
 *
 * @typedef {Moment & { playback?: Playback, beside?: boolean, refused?: undefined }} Opened
 */

/**
 * Why a link opens nothing, and what could be read all the same.
 *
 * @typedef {{ refused: string, rest?: Opened | null, problem?: undefined, playback?: undefined }} Refused
 */

/** @type {Record<string, string>} */
const TEXTS = {
  damaged: tr("link.damaged", "This link is damaged: it was cut off or changed on its way."),
  newer: tr("link.newer", "This link was made by a newer Hingelab than this one."),
  empty: tr("link.empty", "This link holds no moment that this page can show."),
};

/**
 * What a link's content opens, null if nothing: of a story the moment that it is at, with the story as `playback`.
 *
 * @param {Catalogue} catalogue
 * @param {Record<string, any>} content
 * @param {Known} known
 * @returns {Opened | null}
 */
function opening(catalogue, content, known) {
  const whole = judged(catalogue, content, known);
  if (!whole || !("story" in whole)) return whole;
  const { story, at, said } = whole;
  return { ...story[at], said, playback: { content: /** @type {Playback["content"]} */ (content), story, at } };
}

/**
 * What a link's content opens, or why nothing.
 *
 * @param {Record<string, any>} content
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Opened | Refused}
 */
export const found = (content, catalogue, known) => opening(catalogue, content, known) ?? { refused: TEXTS.empty };

/**
 * What an address opens, or why nothing; null where it is no link.
 *
 * @param {string} hash
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Promise<Opened | Refused | null>}
 */
async function reading(hash, catalogue, known) {
  try {
    const content = await read(hash);
    return content && found(content, catalogue, known);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { refused: TEXTS[error.why], rest: error.content && opening(catalogue, error.content, known) };
  }
}

/**
 * The same of the address that the page has now, which may be a moment beside a story: that story is told on.
 *
 * @param {string} hash
 * @param {Catalogue} catalogue
 * @param {Known} known
 */
export async function arriving(hash, catalogue, known) {
  const here = await reading(hash, catalogue, known);
  if (!here?.problem || !history.state?.story) return here;
  const left = await reading(history.state.story, catalogue, known);
  return left?.playback ? { ...here, playback: left.playback, beside: true } : here;
}
