// The settings as a sheet in the place of the text: opened by a button, closed by it, by ✕ or by Escape.

/**
 * `opened()` is told before it opens. Returns what opens it (at the field with that label) and closes it.
 *
 * @param {HTMLElement} drawer
 * @param {HTMLElement} button
 * @param {() => void} opened
 */
export function createDrawer(drawer, button, opened = () => {}) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  /** @param {boolean} wanted */
  function open(wanted) {
    if (wanted === isOpen()) return;
    if (wanted) opened();
    document.body.classList.toggle("settings-open", wanted);
    button.setAttribute("aria-expanded", String(wanted));
    const held = drawer.contains(document.activeElement);
    if (wanted) /** @type {HTMLElement | null} */ (drawer.querySelector("h2"))?.focus({ preventScroll: true });
    else if (held) button.focus({ preventScroll: true });
  }

  button.addEventListener("click", () => open(!isOpen()));
  drawer.querySelector("[data-close]")?.addEventListener("click", () => open(false));
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const typing = /** @type {Element} */ (target).matches?.("input[type=text]");
    if (key !== "Escape" || !isOpen() || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    if (typing) /** @type {HTMLElement} */ (target).blur();
    open(false);
    button.focus({ preventScroll: true });
  });
  return { open };
}
