// The menus of the head: lists of panels and pages behind their buttons, and on a narrow window all of them behind one.
// They open by pointer, touch and keys. It knows none of what they list.

/** @type {Record<string, number | undefined>} */
const WAYS = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Each `[aria-controls]` button below `root` opens its list; that closes with a choice, a press elsewhere or Escape.
 *
 * @param {HTMLElement} root
 */
export function createMenus(root) {
  const toggles = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".menu-toggle, #more-toggle"));
  for (const toggle of toggles) menu(toggle);
}

/** @param {HTMLElement} toggle */
function menu(toggle) {
  const list = /** @type {HTMLElement} */ (document.getElementById(toggle.getAttribute("aria-controls") ?? ""));
  const isOpen = () => list.classList.contains("open");
  const items = () =>
    [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("button, a"))].filter((item) =>
      item.getClientRects().length
    );

  /** @param {boolean} wanted */
  function show(wanted) {
    list.classList.toggle("open", wanted);
    toggle.setAttribute("aria-expanded", String(wanted));
  }

  toggle.addEventListener("click", () => show(!isOpen()));
  // Before what was chosen does its work: it gives the keyboard back to what had it, and a closed list cannot take it.
  list.addEventListener("click", ({ target, detail }) => {
    if (/** @type {Element} */ (target).closest(".menu-toggle")) return;
    const byKeys = detail === 0 && list.contains(document.activeElement);
    show(false);
    if (byKeys && toggle.getClientRects().length) toggle.focus();
  }, { capture: true });
  document.addEventListener("pointerdown", (event) => {
    const target = /** @type {Node} */ (event.target);
    if (isOpen() && !list.contains(target) && !toggle.contains(target)) show(false);
  });
  document.addEventListener("focusin", ({ target }) => {
    const at = /** @type {Node} */ (target);
    if (isOpen() && at !== document.body && !list.contains(at) && !toggle.contains(at)) show(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen() || event.defaultPrevented) return;
    event.preventDefault();
    show(false);
    toggle.focus();
  });
  /** @param {KeyboardEvent} event */
  function walk(event) {
    const way = WAYS[event.key];
    if (!way || (event.target === toggle && way < 0)) return;
    event.preventDefault();
    event.stopPropagation();
    show(true);
    const all = items();
    const at = all.findIndex((item) => item === document.activeElement);
    all[(at + way + all.length) % all.length]?.focus();
  }
  toggle.addEventListener("keydown", walk);
  list.addEventListener("keydown", walk);
}
