// The tray under the board: one panel at a time, opened by its button in the head of the page. It knows no panel's
// content.

import { createIsolation } from "./isolate.js";
import { make } from "../dom/make.js";
import { dressed } from "../dom/sheet.js";

/** @import { Pass, State, Store } from "../types.d.ts" */

/** @typedef {(state: State & { pass: Pass }) => void} View */

/**
 * `load(tools)` resolves to what makes the panel's content; `style` is a sheet of its own; one that `moves` is drawn at
 * every iteration of a playing run.
 *
 * @template Tools
 * @typedef {object} Panel
 * @property {string} id
 * @property {string} title
 * @property {string} [short]
 * @property {string} style
 * @property {boolean} [moves]
 * @property {(tools: Tools & Show) => Promise<(root: HTMLElement) => View>} load
 */

/** Opens a panel by its id, or none. @typedef {{ open: (id: string | null) => void }} Show */

/**
 * Panels are loaded and made when first opened and drawn only while open.
 *
 * @template {{ store: Store }} Tools
 * @param {HTMLElement} root  the tray
 * @param {HTMLElement} bar  it takes the buttons
 * @param {Panel<Tools>[]} panels
 * @param {Tools} tools
 */
export function createTray(root, bar, panels, tools) {
  /** @type {Map<string, { section: HTMLElement, render: View }>} */
  const made = new Map();
  /** @type {string | null} */
  let open = null;
  /** @type {(State & { pass: Pass }) | null} */
  let last = null;
  const isolated = createIsolation((id) =>
    made.get(id)?.section.replaceChildren(
      "This panel failed and is switched off; the rest of the page goes on. Reload the page to bring it back.",
    )
  );
  /** @param {string} id */
  function draw(id) {
    const state = last;
    if (state) isolated(id, () => made.get(id)?.render(state));
  }
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
    if (key === "Escape" && !(/** @type {Element} */ (target).matches("input, textarea"))) show(null);
  });

  /** On a phone it opens below the board. */
  const reveal = () => root.scrollIntoView({ block: "start" });

  /** @param {Panel<Tools>} panel */
  function furnish(panel) {
    const section = make("section", { class: `tray-panel ${panel.id}` });
    /** @type {{ section: HTMLElement, render: View }} */
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

  /** @param {string | null} id */
  function show(id) {
    const before = open;
    const held = root.contains(document.activeElement);
    open = id;
    root.hidden = id === null;
    tools.store.set({ panel: id });
    panels.forEach((panel, k) => buttons[k].setAttribute("aria-expanded", String(panel.id === id)));
    const panel = panels.find((each) => each.id === id);
    if (!panel) {
      if (held) buttons[panels.findIndex((each) => each.id === before)]?.focus();
      return;
    }
    const one = made.get(panel.id) ?? furnish(panel);
    made.set(panel.id, one);
    title.textContent = panel.title;
    content.replaceChildren(one.section);
    draw(panel.id);
    reveal();
  }

  return {
    show,
    /** Only the iteration of a run has changed. @type {View} */
    move(state) {
      last = state;
      if (open && panels.find(({ id }) => id === open)?.moves) draw(open);
    },
    /** @type {View} */
    render(state) {
      last = state;
      if (open) draw(open);
    },
  };
}
