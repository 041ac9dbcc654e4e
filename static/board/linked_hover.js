// Linked looking beyond points and cells: class heads and class lines, the pin, and waiting while somebody looks
// closely.

/**
 * @import { State } from "../types.d.ts"
 * @import { Looks } from "./refs.js"
 */

import { mark } from "../dom/mark.js";
import { tr } from "../dom/text.js";

/**
 * `pin`, `unpin`: what is looked at stays in focus; `linger`: somebody looks closely, or no longer.
 * @typedef {Looks & {pin: () => void, unpin: () => void, linger: (over: boolean) => void}} Linked
 */

const HEADS = "#board th[class^=k]";
const OF_CLASS = `${HEADS}, svg.plane :is(.lines, .levels, .touch) line, svg.plane .ends > svg, svg.plane .arrows > g`;
const LOOKED_AT = "#board td:not(.label), #board .number, svg.plane [data-point]";
const PINNED = "#board td, #board .number, #board th, svg.plane [data-point]";
const FIELDS = "input, textarea, select, dialog, .tray, .controls";

/** What an event happened to: of those that are heard here always an element. @param {Event} event */
const elementOf = (event) => /** @type {Element} */ (event.target);

/** The class whose head or line it is. @param {Element} target */
const classOf = (target) => {
  const name = target.closest?.(OF_CLASS)?.getAttribute("class")?.match(/\bk(\d)/);
  return name ? Number(name[1]) : null;
};

/**
 * `root` holds plane and board; `focus` is told what is looked at. Returns what shows the state of it.
 * @param {HTMLElement} root
 * @param {Linked} focus
 */
export function createLinks(root, focus) {
  const pin = Object.assign(document.createElement("button"), { type: "button", className: "pinned", hidden: true });
  pin.append(Object.assign(document.createElement("span"), { textContent: tr("board.pinned", "pinned") }), " ✕");
  pin.title = tr("board.letgo", "Let go (Escape, or a second tap)");
  pin.addEventListener("click", focus.unpin);
  /** @type {Element} */ (root.querySelector(".plane-frame")).append(pin);
  hoverClasses(root, focus);
  linger(root, focus);
  document.addEventListener("keydown", (event) => {
    const target = elementOf(event);
    if (event.key === "Escape" && !event.defaultPrevented && !target.closest(FIELDS)) focus.unpin();
    if (event.key === "Enter" && target.matches?.(PINNED)) focus.pin();
  });
  /** @param {State} state */
  return ({ focus: { pinned = false, class: k, points }, held = false, playing }) => {
    pin.hidden = !pinned;
    root.dataset.class = String(k ?? "");
    root.toggleAttribute("data-pinned", pinned);
    mark("held", held && playing);
    root.toggleAttribute("data-several", Boolean(points));
  };
}

/** @type {(root: HTMLElement, focus: Linked) => void} */
function hoverClasses(root, focus) {
  /** @type {number | null} */
  let hovered = null;
  root.addEventListener("pointerover", (event) => {
    const target = elementOf(event);
    const k = event.pointerType === "mouse" ? classOf(target) : null;
    if (k === hovered) return;
    hovered = k;
    if (k !== null) focus.class(k, "hover");
    else if (!target.closest(`${LOOKED_AT}, [data-ref]`)) focus.leave(); // what is there has said so itself
  });
  root.addEventListener("click", (event) => {
    const k = classOf(elementOf(event));
    if (k !== null) focus.class(k, "tap");
  });
  root.addEventListener("focusin", (event) => {
    const target = elementOf(event);
    const k = target.matches(HEADS) ? classOf(target) : null;
    if (k !== null) focus.class(k, "focus");
  });
}

/**
 * Only a pointer that was moved there looks closely: one that rests where a run plays past it does not.
 * @type {(root: HTMLElement, focus: Linked) => void}
 */
function linger(root, focus) {
  root.addEventListener("pointermove", (event) => {
    const moved = event.pointerType === "mouse" && (event.movementX || event.movementY);
    if (moved) focus.linger(Boolean(elementOf(event).closest(LOOKED_AT)));
  });
  root.addEventListener("pointerleave", () => focus.linger(false));
}
