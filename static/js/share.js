// The link to a moment, as text. It knows no DOM.

import { capture } from "./capture.js";
import { write } from "./permalink.js";

/** What stands behind the address, and what it holds. */
export async function hashOf(state) {
  const content = capture(state);
  return { hash: await write(content), content: JSON.stringify(content) };
}

/** The whole address of the moment; `here`: with its place in the pass or the run. */
export const linkOf = async (state, here = true) => `${location.origin}${location.pathname}${await write(capture(state, here))}`;
