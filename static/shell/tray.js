// The panels as a sheet in the place of the text: one at a time, opened by its button in a menu of the head. It knows
// no panel's content.

import { createIsolation } from "./isolate.js";
import { make } from "../dom/make.js";
import { mark } from "../dom/mark.js";
import { loadStylesheet } from "../dom/stylesheet.js";
import { tr } from "../dom/text.js";

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
 * @property {string} menu  whose list has its button
 * @property {boolean} [moves]
 * @property {(tools: Tools & Show) => Promise<(root: HTMLElement) => View>} load
 */

const TYPED = "input[type=text], textarea"; // Escape takes back what was typed there

/** Opens a panel by its id, or none. @typedef {{ open: (id: string | null) => void }} Show */

/**
 * Panels are loaded and made when first opened and drawn only while open.
 *
 * @template {{ store: Store }} Tools
 * @param {HTMLElement} root  the sheet
 * @param {HTMLElement} bar  its menus take the buttons
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
      tr(
        "panel.failed",
        "This panel failed and is switched off; the rest of the page goes on. Reload the page to bring it back.",
      ),
    )
  );
  /** @param {string} id */
  function draw(id) {
    const state = last;
    if (state) isolated(id, () => made.get(id)?.render(state));
  }
  const title = make("h2", { id: "tray-title", tabindex: "-1" });
  const close = make(
    "button",
    { type: "button", class: "quiet", "aria-label": tr("panel.close", "Close this panel") },
    "✕",
  );
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
    button.addEventListener("click", () => {
      show(open === panel.id ? null : panel.id);
      if (open) title.focus({ preventScroll: true });
    });
    return button;
  });
  panels.forEach(({ menu }, k) => bar.querySelector(`#menu-${menu}`)?.append(buttons[k]));
  close.addEventListener("click", () => show(null));
  document.addEventListener("keydown", (event) => {
    const { key, target, defaultPrevented } = event;
    if (key !== "Escape" || !open || defaultPrevented || document.querySelector("dialog[open]")) return;
    if (document.documentElement.dataset.stage || /** @type {Element} */ (target).matches?.(TYPED)) return;
    event.preventDefault();
    show(null);
  });

  /** @param {Panel<Tools>} panel */
  function furnish(panel) {
    const section = make("section", { class: `tray-panel ${panel.id}` });
    /** @type {{ section: HTMLElement, render: View }} */
    const one = { section, render: () => {} };
    Promise.all([
      panel.load({ ...tools, open: show }),
      loadStylesheet("panels/panel"),
      loadStylesheet(`panels/${panel.style}/style`),
    ])
      .then(([create]) => {
        one.render = create(section);
        draw(panel.id);
      }, () => {
        section.textContent = tr(
          "panel.away",
          "This panel cannot be loaded now. Close it and open it again in a moment.",
        );
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
    mark("sheet", id);
    tools.store.set({ panel: id });
    panels.forEach((panel, k) => buttons[k].setAttribute("aria-expanded", String(panel.id === id)));
    const panel = panels.find((each) => each.id === id);
    if (!panel) {
      const button = buttons[panels.findIndex((each) => each.id === before)];
      const seen = button?.getClientRects().length ? button : button?.closest(".menu")?.querySelector("button");
      if (held) /** @type {HTMLElement | undefined} */ (seen ?? undefined)?.focus({ preventScroll: true });
      return;
    }
    const one = made.get(panel.id) ?? furnish(panel);
    made.set(panel.id, one);
    title.textContent = panel.title;
    content.replaceChildren(one.section);
    draw(panel.id);
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
