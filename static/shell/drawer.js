// On narrow windows the settings are a drawer: opened by a button, closed by Escape or a press beside it.

/** @param {HTMLElement} drawer @param {HTMLElement} button */
export function createDrawer(drawer, button) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  /** @param {boolean} wanted */
  function open(wanted) {
    document.body.classList.toggle("settings-open", wanted);
    button.setAttribute("aria-expanded", String(wanted));
    if (wanted) drawer.querySelector("select")?.focus();
  }

  button.addEventListener("click", () => open(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (isOpen() && !drawer.contains(target) && !button.contains(target)) open(false);
  });
  drawer.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    open(false);
    button.focus();
  });
}
