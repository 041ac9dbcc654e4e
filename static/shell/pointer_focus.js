// After a pointer has worked a button, a slider or a cell, the keyboard goes back to the page: Space plays and arrows
// step, whatever was pressed. Who came by Tab keeps it, and so do text fields, open lists and dialogs.

const KEPT = "textarea, [contenteditable], dialog *, [aria-expanded=true], iframe, video";
const TEXT = /^(?:text|search|number|url|email|password)$/;

/** @param {Element} node */
const types = (node) => node instanceof HTMLInputElement && TEXT.test(node.type);

export function releaseAfterPointer() {
  let byPointer = false;
  /** @type {Element | null} */
  let pressed = null;

  addEventListener("pointerdown", ({ target }) => {
    byPointer = true;
    pressed = /** @type {Element} */ (target);
  }, { capture: true });
  addEventListener("keydown", () => {
    byPointer = false;
  }, { capture: true });

  /** What was pressed lets go of the keyboard; where it was handed on to, it stays. @param {boolean} chosen */
  function release(chosen) {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    if (!byPointer || !held || held === document.body || types(held) || held.matches(KEPT)) return;
    if (held.matches("select") && !chosen) return; // its list is open
    if (chosen || held.contains(pressed)) held.blur();
  }

  addEventListener("click", () => release(false));
  addEventListener("change", () => release(true));
}
