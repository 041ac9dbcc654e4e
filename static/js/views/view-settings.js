// The fieldset “View” of the settings: theme and digits. It changes how the page looks, never the problem; nothing to undo.

import { keep, recall, wear } from "../appearance.js";
import { showDigits } from "../number.js";

/** `digits(n)` when the board has to write its numbers anew. */
export function createViewSettings(root, { digits: rewrite }) {
  const [theme, digits] = ["theme", "digits"].map((name) => root.querySelector(`[name=${name}]`));
  let chosen = recall();
  theme.value = chosen.theme;
  digits.value = String(chosen.digits);
  showDigits(chosen.digits);

  function choose(patch) {
    chosen = { ...chosen, ...patch };
    keep(chosen);
  }

  theme.addEventListener("change", () => {
    choose({ theme: theme.value });
    wear(theme.value);
  });
  digits.addEventListener("change", () => {
    choose({ digits: Number(digits.value) });
    showDigits(chosen.digits);
    rewrite(chosen.digits);
  });
}
