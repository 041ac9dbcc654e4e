// What a key, or a button of a clicker, means while one presents. Pure.

/**
 * @typedef {"next" | "previous" | "on" | "back" | "first" | "last" | "further" | "nearer" | "blank" | "full" | "leave"
 *   | "auto" | "plane" | "board" | "both"} Wish
 */

/** @type {Record<string, Wish | undefined>} */
const PLAIN = {
  PageDown: "next",
  ArrowRight: "next",
  " ": "next",
  Enter: "next",
  PageUp: "previous",
  ArrowLeft: "previous",
  ArrowDown: "on",
  ArrowUp: "back",
  Home: "first",
  End: "last",
  b: "blank",
  ".": "blank",
  f: "full",
  p: "leave",
  Escape: "leave",
  0: "auto",
  1: "plane",
  2: "board",
  3: "both",
};
/** @type {Record<string, Wish | undefined>} */
const SHIFTED = { ArrowRight: "further", ArrowLeft: "nearer" };
/** They press it, or pin the cell. @type {Record<string, string | undefined>} */
const TAKEN = { " ": "button, a", Enter: "button, a, td, th, [data-point]" };

/** Null for what is left to the page. @param {KeyboardEvent} event */
export function meaning({ key, shiftKey, ctrlKey, metaKey, altKey, target }) {
  const taken = TAKEN[key];
  if (ctrlKey || metaKey || altKey) return null;
  if (taken && /** @type {Partial<Element>} */ (target).matches?.(taken)) return null; // the document matches nothing
  return (shiftKey && SHIFTED[key]) || PLAIN[key.length === 1 ? key.toLowerCase() : key] || null;
}

/**
 * While the screen is blank any key brings the picture back, whatever has the keyboard: nobody sees it.
 *
 * @param {KeyboardEvent} event
 * @returns {Wish | null}
 */
export function lifting({ key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  return key.length === 1 || key in PLAIN || key === "Tab" ? "blank" : null;
}
