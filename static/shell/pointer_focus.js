// After a pointer has worked a button, a slider or a cell, the keyboard goes back to the page: Space plays and arrows
// step, whatever was pressed. Who came by Tab keeps it, and so do text fields, open lists and dialogs.

const KEPT = "textarea, [contenteditable], dialog *, [aria-expanded=true], iframe, video";
const TEXT = /^(?:text|search|number|url|email|password)$/;

/** @param {Element} node */
const types = (node) => node instanceof HTMLInputElement && TEXT.test(node.type);

export function releaseAfterPointer() {
  // What pointers have pressed since a key was used: what closes, a list, a sheet or a dialog, gives it the keys back.
  let pressed = new WeakSet();
  let byPointer = false;

  addEventListener("pointerdown", (event) => {
    byPointer = true;
    for (const node of event.composedPath()) pressed.add(node);
  }, { capture: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") return requestAnimationFrame(() => release(false));
    byPointer = false;
    pressed = new WeakSet();
  }, { capture: true });

  /**
   * What was pressed lets go of the keyboard, and so does a button that the press has handed it on to ("Delete" of the
   * next row); a head or a tab keeps it.
   * @param {boolean} chosen
   */
  function release(chosen, handedOn = false) {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    if (!held || held === document.body || types(held) || held.matches(KEPT)) return;
    if (held.matches("select") && !chosen) return; // its list is open
    const handed = handedOn && held.matches("button, summary");
    if (pressed.has(held) || (byPointer && (chosen || handed))) held.blur();
  }

  addEventListener("click", () => {
    release(false, true);
    requestAnimationFrame(() => release(false)); // only now is a list that this press has closed no longer open
  });
  addEventListener("change", () => release(true));
}
