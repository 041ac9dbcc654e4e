// A problem document beside the body that it refuses: each sentence with its place, which a press selects.

import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";
import { lineOf, locate, said } from "./locate.js";

/** @typedef {Partial<import("../api_types.d.ts").ProblemDocument>} Problem */

/** @type {(text: HTMLTextAreaElement, pointer: string, detail: string) => HTMLElement} */
function place(text, pointer, detail) {
  const { start, end } = said(text.value, detail) ?? locate(text.value, pointer);
  const line = lineOf(text.value, start);
  const button = make(
    "button",
    { type: "button" },
    `${tr("manual.line", "line {n}", { n: line })}${pointer && ` · ${pointer}`}`,
  );
  button.addEventListener("click", () => {
    text.focus();
    text.setSelectionRange(start, end);
    const high = text.scrollHeight / text.value.split("\n").length;
    text.scrollTop = (line - 3) * high;
  });
  return button;
}

/**
 * @param {Problem} problem
 * @param {HTMLTextAreaElement | null} text  where the body stands
 */
export function explain({ status, title = "", detail = "", errors = [], type }, text) {
  const faults = errors.length ? errors : [{ pointer: "", detail }];
  const items = faults.map((fault) => {
    const inBody = text && (fault.pointer || said(text.value, fault.detail));
    const where = inBody ? [place(text, fault.pointer, fault.detail), " "] : [];
    return make("li", {}, ...where, fault.detail || title);
  });
  const link = type ? [" ", make("a", { href: type }, tr("more.items", "More"))] : [];
  return make(
    "div",
    {},
    make("p", {}, make("b", {}, status ? `${status} ` : ""), title, ...link),
    make("ul", {}, ...items),
  );
}
