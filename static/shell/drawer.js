// On narrow windows the settings are a drawer: opened by a button, closed by Escape or a press beside it.

export function createDrawer(drawer, button) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";

  function open(wanted) {
    document.body.classList.toggle("settings-open", wanted);
    button.setAttribute("aria-expanded", wanted);
    if (wanted) drawer.querySelector("select").focus();
  }

  button.addEventListener("click", () => open(!isOpen()));
  document.addEventListener("pointerdown", ({ target }) => {
    if (isOpen() && !drawer.contains(target) && !button.contains(target)) open(false);
  });
  drawer.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !isOpen()) return;
    open(false);
    button.focus();
  });
}
