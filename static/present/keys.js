// What a key, or a button of a clicker, means while one presents. Pure.

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
const SHIFTED = { ArrowRight: "further", ArrowLeft: "nearer" };

const TAKEN = { " ": "button, a", Enter: "button, a, td, th, [data-point]" }; // they press it, or pin the cell

/** Null for what is left to the page. */
export function meaning({ key, shiftKey, ctrlKey, metaKey, altKey, target }) {
  if (ctrlKey || metaKey || altKey || (TAKEN[key] && target.matches?.(TAKEN[key]))) return null;
  return (shiftKey && SHIFTED[key]) || PLAIN[key.length === 1 ? key.toLowerCase() : key] || null;
}

/** While the screen is blank any key brings the picture back, whatever has the keyboard: nobody sees it. */
export const lifting = (
  { key, ctrlKey, metaKey, altKey },
) => (!(ctrlKey || metaKey || altKey) && (key.length === 1 || key in PLAIN || key === "Tab") ? "blank" : null);
