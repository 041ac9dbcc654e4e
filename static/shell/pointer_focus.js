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
    const handedBack = held.matches("button"); // by a sheet that is closed, to what had opened it
    if (chosen || handedBack || held.contains(pressed)) held.blur();
  }

  let dialogByPointer = false;
  addEventListener("click", () => {
    dialogByPointer = byPointer && Boolean(document.querySelector("dialog[open]"));
    release(false);
    requestAnimationFrame(() => release(false)); // a list that this press has closed is only now no longer open
  });
  addEventListener("change", () => release(true));
  addEventListener("close", ({ target }) => {
    const held = document.activeElement;
    if (dialogByPointer && target instanceof HTMLDialogElement && held instanceof HTMLButtonElement) held.blur();
  }, { capture: true }); // the browser gives the keyboard back to what had opened it
}
