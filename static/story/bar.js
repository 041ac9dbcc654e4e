// The bar of the story that is told: the line of text of its moment, which of how many it is, and the way to the
// others.

import { make } from "../dom/make.js";
import { mark } from "../dom/mark.js";
import { tr } from "../dom/text.js";

/** @import { Playback } from "../types.d.ts" */

/**
 * @typedef {object} Deeds
 * @property {(k: number) => void} go
 * @property {() => void} next
 * @property {() => void} previous
 * @property {() => void} keep
 * @property {() => void} close
 */

/** @type {(text: string, does: () => void, attributes?: Record<string, string>) => HTMLButtonElement} */
const button = (text, does, attributes = {}) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", does);
  return node;
};

/**
 * `top`: what it stands under.
 * @param {Element} top
 * @param {Deeds} does
 */
export function createStoryBar(top, does) {
  const back = button("‹", does.previous, { "aria-label": tr("story.bar.previous", "Previous moment"), class: "way" });
  const on = button("›", does.next, { "aria-label": tr("story.bar.next", "Next moment"), class: "way" });
  const place = make("span", { class: "place" });
  const which = make("span", { class: "offscreen" });
  const text = make("bdi");
  const said = make("p", { role: "status" }, which, text);
  const home = button(tr("story.bar.home", "Back to the story"), () => does.go(at), { class: "home" });
  const keep = button(tr("story.bar.keep", "Keep as mine"), does.keep, { class: "quiet keep" });
  const name = tr("story.bar.close", "Close the story");
  const close = button("✕", does.close, { class: "quiet", "aria-label": name, title: name });
  const root = make(
    "section",
    { class: "story-bar", "aria-label": tr("story.bar", "Story"), hidden: "" },
    make("div", { class: "ways" }, back, place, on),
    make("div", { class: "deeds" }, home, keep, close),
    said,
  );
  top.after(root);
  let at = 0;

  /**
   * `mine`: it is the reader's own.
   * @param {Playback | null} playback
   * @param {boolean} beside
   * @param {boolean} mine
   */
  return function render(playback, beside, mine) {
    root.hidden = !playback;
    mark("told", Boolean(playback));
    if (!playback || playback.going) return;
    // On a phone the board scrolls the page.
    if (at !== playback.at) requestAnimationFrame(() => said.scrollIntoView({ block: "nearest" }));
    at = playback.at;
    const all = playback.story.length;
    place.textContent = tr("story.bar.of", "{n} of {all}", { n: at + 1, all });
    which.textContent = tr("story.bar.moment", "Moment {n}: ", { n: at + 1 });
    text.textContent = playback.story[at].text;
    back.disabled = at === 0 && !beside;
    on.disabled = at + 1 === all;
    home.hidden = !beside;
    keep.hidden = mine;
  };
}
