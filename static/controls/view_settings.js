// The fieldset “View” of the settings: theme, digits and layout. It changes how the page looks, never the problem;
// nothing to undo.

import { keep, recall, wear } from "./appearance.js";
import { showDigits } from "../dom/number.js";

/** @import { Layout } from "../types.d.ts" */
/** @import { Appearance } from "./appearance.js" */

/**
 * `digits(n)` when the board has to write its numbers anew, `layout(name)` when it has to be drawn in that layout.
 *
 * @param {HTMLElement} root
 * @param {{ digits: (digits: number) => void, layout: (name: Layout) => void }} hands
 */
export function createViewSettings(root, { digits: rewrite, layout: turn }) {
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

  /** @param {Partial<Appearance>} patch */
  function choose(patch) {
    chosen = { ...chosen, ...patch };
    keep(chosen);
  }

  theme.addEventListener("change", () => {
    choose({ theme: /** @type {Appearance["theme"]} */ (theme.value) });
    wear(theme.value);
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
  /** A link brings its own. @param {{ layout: Layout }} state */
  return ({ layout: now }) => {
    layout.value = now;
  };
}
