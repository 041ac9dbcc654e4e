// The fieldset “View” of the settings, theme, digits and layout, and the switch between the step and all matrices. It
// changes how the page looks, never the problem; nothing to undo.

import { keep, recall, setTheme } from "./appearance.js";
import { showDigits } from "../dom/number.js";

/** @import { Layout } from "../types.d.ts" */
/** @import { Appearance, Screen } from "./appearance.js" */

/**
 * `digits(n)` when the board has to write its numbers anew, `layout(name)` when it has to be drawn in that layout.
 *
 * @param {HTMLElement} root
 * @param {{
 *   digits: (digits: number) => void,
 *   layout: (name: Layout) => void,
 *   view: (name: Screen) => void,
 * }} actions
 */
export function createViewSettings(root, { digits: rewrite, layout: turn, view: look }) {
  /** @param {string} name */
  const select = (name) => /** @type {HTMLSelectElement} */ (root.querySelector(`[name=${name}]`));
  const theme = select("theme");
  const digits = select("digits");
  const layout = select("layout");
  let chosen = recall();
  theme.value = chosen.theme;
  digits.value = String(chosen.digits);
  layout.value = chosen.layout;
  showDigits(chosen.digits);
  turn(chosen.layout);
  look(chosen.view);
  const switches = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-view-button]"));

  /** @param {Partial<Appearance>} patch */
  function choose(patch) {
    chosen = { ...chosen, ...patch };
    keep(chosen);
  }

  theme.addEventListener("change", () => {
    choose({ theme: /** @type {Appearance["theme"]} */ (theme.value) });
    setTheme(theme.value);
  });
  layout.addEventListener("change", () => {
    const name = /** @type {Layout} */ (layout.value);
    choose({ layout: name });
    turn(name);
  });
  digits.addEventListener("change", () => {
    choose({ digits: Number(digits.value) });
    showDigits(chosen.digits);
    rewrite(chosen.digits);
  });
  /** @param {Screen} view */
  function show(view) {
    choose({ view });
    look(view);
  }

  for (const button of switches) {
    button.addEventListener("click", () => show(/** @type {Screen} */ (button.dataset.viewButton)));
  }
  /** A link brings its own layout. @param {{ layout: Layout, view: Screen }} state */
  const render = ({ layout: now, view }) => {
    layout.value = now;
    if (view === "board") document.documentElement.dataset.view = view;
    else delete document.documentElement.dataset.view;
    for (const button of switches) button.setAttribute("aria-pressed", String(button.dataset.viewButton === view));
  };
  return Object.assign(render, { flip: () => show(chosen.view === "board" ? "focus" : "board") });
}
