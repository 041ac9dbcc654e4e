// The list of panels and pages that a narrow window hides behind one button. It knows none of them.

/**
 * `items` opens under `toggle`, and closes with a choice, a press elsewhere or Escape.
 *
 * @param {HTMLElement} toggle
 * @param {HTMLElement} items
 */
export function createMore(toggle, items) {
  const isOpen = () => items.classList.contains("open");

  /** @param {boolean} wanted */
  function show(wanted) {
    items.classList.toggle("open", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  }

  toggle.addEventListener("click", () => show(!isOpen()));
  items.addEventListener("click", () => show(false));
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (isOpen() && !items.contains(target) && !toggle.contains(target)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault();
    show(false);
    toggle.focus();
  });
}
