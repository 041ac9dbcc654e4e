// The tools of a chart: buttons that are pressed or not, and the choice of a parameter. What they do is decided
// elsewhere.

/** @import { Layout } from "../types.d.ts" */

import { nameIn } from "../state/layout.js";
import { make } from "../dom/make.js";

/** @typedef {{node: HTMLElement, show: (there: boolean, pressed: boolean) => void}} Toggle */

/** @type {(text: string, label: string, does: () => void) => Toggle} */
export function toggle(text, label, does) {
  const button = make("button", {
    type: "button",
    class: "quiet",
    title: label,
    "aria-label": label,
    "aria-pressed": "false",
  }, text);
  button.addEventListener("click", does);
  return {
    node: button,
    show: (there, pressed) => {
      button.hidden = !there;
      button.setAttribute("aria-pressed", String(pressed));
    },
  };
}

/** Can this browser draw in space? */
export const space = () => Boolean(document.createElement("canvas").getContext("webgl"));

/**
 * @param {string} label
 * @param {(name: string) => void} choose
 */
export function parameterSelect(label, choose) {
  const select = make("select", { "aria-label": label });
  select.addEventListener("change", () => choose(select.value));
  let drawn = "";
  return {
    node: select,
    /** @type {(there: boolean, names: string[], value: string, layout: Layout) => void} */
    show(there, names, value, layout) {
      select.hidden = !there;
      if (!there) return;
      const mark = [layout, ...names].join();
      if (mark !== drawn) {
        select.replaceChildren(
          ...names.map((name) => make("option", { value: name }, nameIn(layout, name))),
        );
      }
      drawn = mark;
      select.value = value;
    },
  };
}
