// The fieldset “View” of the settings: theme, digits and layout. It changes how the page looks, never the problem; nothing to undo.

import { keep, recall, wear } from "./appearance.js";
import { showDigits } from "../dom/number.js";

/** `digits(n)` when the board has to write its numbers anew, `layout(name)` when it has to be drawn in that layout. */
export function createViewSettings(root, { digits: rewrite, layout: turn }) {
  const [theme, digits, layout] = ["theme", "digits", "layout"].map((name) => root.querySelector(`[name=${name}]`));
  let chosen = recall();
  theme.value = chosen.theme;
  digits.value = String(chosen.digits);
  layout.value = chosen.layout;
  showDigits(chosen.digits);
  turn(chosen.layout);

  function choose(patch) {
    chosen = { ...chosen, ...patch };
    keep(chosen);
  }

  theme.addEventListener("change", () => {
    choose({ theme: theme.value });
    wear(theme.value);
  });
  layout.addEventListener("change", () => {
    choose({ layout: layout.value });
    turn(layout.value);
  });
  digits.addEventListener("change", () => {
    choose({ digits: Number(digits.value) });
    showDigits(chosen.digits);
    rewrite(chosen.digits);
  });
  return ({ layout: now }) => {
    layout.value = now;
  }; // a link brings its own
}
