// The form that adds a moment to the reader's story: its text follows the page until somebody types one.

import { make } from "../../dom/make.js";
import { lineEntry } from "./row.js";
import { tr } from "../../dom/text.js";

/**
 * @param {number} most
 * @param {(text: string) => boolean} take  false where there is no room for another moment
 * @param {() => void} long
 */
export function createAdder(most, take, long) {
  const entry = lineEntry(most, () => {}, long);
  entry.input.setAttribute("aria-label", tr("story.here", "Text of the moment on the page"));
  const node = make(
    "form",
    { class: "line-up" },
    entry.input,
    make("button", { type: "submit", class: "primary" }, tr("story.add", "Add this moment")),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (take(entry.input.value)) entry.show("");
  });
  return {
    node,
    input: entry.input,
    /** @param {string} text */
    suggest(text) {
      if (!entry.edited()) entry.show(text);
    },
  };
}
