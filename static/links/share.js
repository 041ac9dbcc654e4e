// The link to a moment, as text. Pure: it knows neither the page nor the server.

import { encode, isBeside } from "./encode.js";
import { write } from "./permalink.js";

/** @import { State, Playback } from "../types.d.ts" */

/**
 * The link of a story that is opened at its moment `at`.
 *
 * @param {Playback["content"]} content
 * @param {number} at
 */
export const linkOfStory = (content, at) => write({ ...content, at: at || undefined });

/**
 * What stands behind the address, and what it holds: the story that is told, else the moment. `story`: the link of the
 * story that the page has left by hand, to come back to.
 *
 * @param {State} state
 */
export async function hashOf(state) {
  const { playback } = state;
  if (playback && !isBeside(state)) {
    const hash = await linkOfStory(playback.content, playback.at);
    return { hash, content: hash, story: null };
  }
  const content = encode(state);
  return {
    hash: await write(content),
    content: JSON.stringify(content),
    story: playback && await linkOfStory(playback.content, playback.at),
  };
}

const ALLOWED = "allow-scripts allow-popups allow-popups-to-escape-sandbox"; // its link to the lab opens a window

/**
 * What to put into a page of one's own, to have that address of a frame there.
 *
 * @param {string} address
 */
export const frameOf = (address) =>
  `<iframe src="${address}" width="800" height="450" sandbox="${ALLOWED}" title="Hingelab"></iframe>`;
