// The bounds of a pass in the player: the buttons that lead nowhere, and the stops that cannot be reached.

/** @import { Action } from "../types.d.ts" */
/** @import { Reach } from "./range.js" */

/**
 * `closed` are the names of the buttons; they keep their focus, as `disabled` would not.
 *
 * @param {HTMLElement} root
 * @returns {(view: { closed: Action[], range: Reach }) => void}
 */
export function createBounds(root) {
  const buttons = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-do]"));
  const list = /** @type {HTMLElement} */ (root.querySelector(".stops"));
  return function render({ closed, range: { low, high, bounded } }) {
    for (const button of buttons) {
      const name = /** @type {Action} */ (button.dataset.do);
      button.setAttribute("aria-disabled", String(closed.includes(name)));
    }
    [...list.children].forEach((stop, k) => stop.toggleAttribute("data-outside", bounded && (k < low || k > high)));
  };
}
