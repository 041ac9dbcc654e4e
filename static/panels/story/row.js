// One moment of the reader's story: its text to edit, what it is, and what can be done with it.

import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/** @import { Draft } from "../../types.d.ts" */

/** @typedef {"go" | "replace" | "present" | "up" | "down" | "remove"} ActName */
/** @typedef {Record<ActName, (i: number) => void> & OwnActs} RowActs */
/** @typedef {ReturnType<typeof createStoryRow>} StoryRow */
/**
 * @typedef {object} OwnActs
 * @property {(i: number, text: string) => void} edit
 * @property {() => void} long  there is no room for more in the line
 */

/** @type {Record<ActName, [text: string, label: (n: number) => string]>} */
const ACTS = {
  go: [tr("story.go", "Go to"), (n) => tr("story.go.label", "Go to moment {n}", { n })],
  replace: [
    tr("story.replace", "Replace"),
    (n) => tr("story.replace.label", "Replace moment {n} by what is on the page", { n }),
  ],
  present: [tr("story.present", "Present"), (n) => tr("story.present.label", "Present from moment {n}", { n })],
  up: ["↑", (n) => tr("story.up", "Move moment {n} up", { n })],
  down: ["↓", (n) => tr("story.down", "Move moment {n} down", { n })],
  remove: ["✕", (n) => tr("story.remove", "Remove moment {n}", { n })],
};

const NAMES = /** @type {ActName[]} */ (Object.keys(ACTS));

/**
 * A line that is taken when it is done with; Escape puts back what was there. `long()` when there is no room for more.
 * @param {number} most
 * @param {(text: string) => void} take
 * @param {() => void} long
 */
export function lineEntry(most, take, long) {
  const input = make("input", { type: "text", dir: "auto", autocomplete: "off" });
  let shown = "";
  input.addEventListener("input", () => {
    const letters = Array.from(input.value);
    if (letters.length <= most) return;
    input.value = letters.slice(0, most).join("");
    long();
  });
  input.addEventListener("change", () => input.value !== shown && take(input.value));
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") input.value = shown;
  });
  return {
    input,
    edited: () => input.value !== shown,
    /** @param {string} text */
    show(text) {
      if (text === shown) return;
      shown = text;
      input.value = text;
    },
  };
}

/**
 * @param {number} i
 * @param {number} most
 * @param {RowActs} act
 */
export function createStoryRow(i, most, act) {
  const entry = lineEntry(most, (text) => act.edit(i, text), act.long);
  entry.input.setAttribute("aria-label", tr("story.text", "Text of moment {n}", { n: i + 1 }));
  const what = make("span", { class: "what" });
  const buttons = NAMES.map((name) => {
    const [text, label] = ACTS[name];
    const button = make("button", {
      type: "button",
      class: text.length === 1 ? "quiet small" : "quiet",
      "aria-label": label(i + 1),
      title: label(i + 1),
    }, text);
    button.addEventListener("click", () => act[name](i));
    return button;
  });
  const by = /** @type {Record<ActName, HTMLButtonElement>} */ (
    Object.fromEntries(NAMES.map((name, at) => [name, buttons[at]]))
  );
  const root = make(
    "li",
    { "data-moment": i },
    make("span", { class: "nth", "aria-hidden": "true" }, String(i + 1)),
    entry.input,
    what,
    make("span", { class: "acts" }, ...buttons),
  );
  return {
    root,
    controls: { text: entry.input, ...by },
    /** @param {EventTarget | null} node */
    edited: (node) => node === entry.input && entry.edited(),
    /** @type {(part: Draft["parts"][number], about: string, last: boolean) => void} */
    show(part, about, last) {
      entry.show(part.text);
      if (what.textContent !== about) what.textContent = about;
      by.up.disabled = i === 0;
      by.down.disabled = last;
    },
  };
}
