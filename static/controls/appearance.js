// How the page looks to this reader: theme, digits and layout, kept in this browser. It draws no control and knows no
// problem.

/** @import { Layout } from "../types.d.ts" */

/** @typedef {"system" | "light" | "dark" | "projector"} Theme */
/** @typedef {"focus" | "board"} Screen */
/** @typedef {{ theme: Theme, digits: number, layout: Layout, view: Screen }} Appearance */

const KEY = "hingelab.view"; // shell/first_theme.js reads it too, before the first paint
/** @type {Theme[]} */
export const THEMES = ["system", "light", "dark", "projector"];
export const DIGITS = [2, 3, 4, 5, 6];
/** @type {Layout[]} */
export const LAYOUTS = ["XW", "WX"];
/** @type {Screen[]} */
export const SCREENS = ["focus", "board"];
/** @type {Appearance} */
const USUAL = { theme: "system", digits: 2, layout: "XW", view: "focus" };

/** @template T @param {T[]} values @param {unknown} value @param {T} usual */
const known = (values, value, usual) => values.find((one) => one === value) ?? usual;

/**
 * What is stored, as far as it makes sense; anything else counts as not chosen.
 *
 * @param {Storage} [storage]
 * @returns {Appearance}
 */
export function recall(storage) {
  try { // even naming the storage can be refused
    storage ??= localStorage;
    const { theme, digits, layout, view } = JSON.parse(storage.getItem(KEY) ?? "null") ?? {};
    return {
      theme: known(THEMES, theme, USUAL.theme),
      digits: known(DIGITS, digits, USUAL.digits),
      layout: known(LAYOUTS, layout, USUAL.layout),
      view: known(SCREENS, view, USUAL.view),
    };
  } catch {
    return { ...USUAL };
  }
}

/** @param {Appearance} chosen @param {Storage} [storage] */
export function keep(chosen, storage) {
  try {
    storage ??= localStorage;
    storage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // a full or forbidden storage: the choice holds until the page is closed
  }
}

/**
 * Everything that has drawn with the old colours hears "themechange" on the window.
 *
 * @param {string} theme
 * @param {HTMLElement} root
 */
export function setTheme(theme, root = document.documentElement) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  dispatchEvent(new Event("themechange"));
}
