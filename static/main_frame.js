// What stands around the step: the settings and the knobs of the player, the example, the menus, the line of the loss.
// It makes them and connects them, as main.js does with the rest.

/** @import { Action, Catalogue, Problem, Store } from "./types.d.ts" */
/** @import { Actions } from "./player/commands.js" */
/** @import { createLab } from "./lab/requests.js" */

import { createControls } from "./controls/controls.js";
import { createDrawer } from "./shell/drawer.js";
import { createPreset } from "./shell/preset.js";
import { createSparkline } from "./charts/curve.js";
import { chips, fields } from "./state/fields.js";
import { endNotices } from "./shell/notice_ends.js";
import { releaseAfterPointer } from "./shell/pointer_focus.js";
import { tr } from "./dom/text.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * `paused(does)` stops the player first; `closes()` the panel that is open, for the settings.
 *
 * @param {{
 *   store: Store,
 *   lab: ReturnType<typeof createLab>,
 *   actions: Actions,
 *   paused: (does: () => unknown) => () => void,
 *   catalogue: Catalogue,
 *   closes: () => void,
 * }} tools
 */
export function createFrame({ store, lab, actions, paused, catalogue, closes }) {
  /** @param {string} text */
  const say = (text) => lab.say(text, "warning");
  /** @param {Action} name */
  const does = (name) => () => actions.does(name);
  const chosen = createPreset(/** @type {HTMLSelectElement} */ ($("preset")), catalogue, lab.open);
  const quick = createControls($("chips"), catalogue, {
    change: lab.change,
    say,
    actions: [],
    listed: (known, problem) => chips(fields(known, problem)),
    prefix: "chip",
  });
  const settings = createControls($("fields"), catalogue, {
    change: lab.change,
    say,
    actions: [
      { text: tr("weights.zero", "Zero weights"), does: paused(lab.zero) },
      { text: tr("weights.random", "Random weights"), does: paused(lab.draw) },
      { text: tr("weights.reset", "Reset weights"), does: paused(lab.reset) },
    ],
  });
  const drawer = createDrawer($("controls"), $("settings-toggle"), () => store.get().panel && closes());
  store.watch(["panel"], ({ panel }) => panel && drawer.open(false));
  releaseAfterPointer();
  endNotices(store, $("notice"));
  for (const button of document.querySelectorAll("[data-help]")) button.addEventListener("click", does("help"));
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".top [data-do]"))) {
    button.addEventListener("click", does(/** @type {Action} */ (button.dataset.do)));
  }
  $("loss-row").addEventListener("click", () => actions.mode("train"));
  $("present-open").addEventListener("click", does("present"));
  return {
    /** @param {Problem} problem */
    controls(problem) {
      for (const draw of [settings, quick, chosen]) draw(problem);
    },
    spark: createSparkline($("loss-row")),
  };
}
