// The tray under the board: one panel at a time, opened by its button in the head of the page. It knows no panel's content.

import { createIsolation } from "./isolate.js";
import { make } from "../dom/make.js";
import { dressed } from "../dom/sheet.js";

/** `root` is the tray, `bar` takes the buttons; panels are loaded and made when first opened and drawn only while open. */
export function createTray(root, bar, panels, tools) {
  const made = new Map();
  let [open, last] = [null, null];
  const isolated = createIsolation((id) =>
    made.get(id).section.replaceChildren(
      "This panel failed and is switched off; the rest of the page goes on. Reload the page to bring it back.",
    )
  );
  const draw = (id) => last && isolated(id, () => made.get(id).render(last));
  const title = make("h2", { id: "tray-title" });
  const close = make("button", { type: "button", class: "quiet", "aria-label": "Close this panel" }, "✕");
  const content = make("div", { class: "tray-content" });
  root.append(make("header", {}, title, close), content);
  const buttons = panels.map((panel) => {
    const button = make("button", {
      type: "button",
      class: "quiet",
      "aria-expanded": "false",
      "aria-controls": root.id,
      "data-panel-button": panel.id,
    }, panel.short ?? panel.title);
    button.addEventListener("click", () => show(open === panel.id ? null : panel.id));
    return button;
  });
  bar.prepend(...buttons);
  close.addEventListener("click", () => show(null));
  root.addEventListener("keydown", ({ key, target }) => {
    if (key === "Escape" && !target.matches("input, textarea")) show(null);
  });

  /** On a phone it opens below the board. */
  const reveal = () => root.scrollIntoView({ block: "start" });

  function furnish(panel) {
    const section = make("section", { class: `tray-panel ${panel.id}` });
    const one = { section, render: () => {} };
    Promise.all([panel.load({ ...tools, open: show }), dressed("panels/panel"), dressed(`panels/${panel.style}/style`)])
      .then(([create]) => {
        one.render = create(section);
        draw(panel.id);
        if (open === panel.id) reveal();
      }, () => {
        section.textContent = "This panel cannot be loaded now. Close it and open it again in a moment.";
        made.delete(panel.id);
      });
    return one;
  }

  function show(id) {
    const [before, held] = [open, root.contains(document.activeElement)];
    open = id;
    root.hidden = id === null;
    tools.store.set({ panel: id });
    panels.forEach((panel, k) => buttons[k].setAttribute("aria-expanded", panel.id === id));
    if (id === null) return void (held && buttons[panels.findIndex((panel) => panel.id === before)]?.focus());
    const panel = panels.find((each) => each.id === id);
    if (!made.has(id)) made.set(id, furnish(panel));
    title.textContent = panel.title;
    content.replaceChildren(made.get(id).section);
    draw(id);
    reveal();
  }

  return {
    show,
    /** Only the iteration of a run has changed. */
    move(state) {
      last = state;
      if (panels.find(({ id }) => id === open)?.moves) draw(open);
    },
    render(state) {
      last = state;
      if (open) draw(open);
    },
  };
}
