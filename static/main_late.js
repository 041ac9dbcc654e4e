// What stands around the pass and is loaded once its first step can be taken: dragging on the plane, the charts, the
// links between the views, the way into the gallery, the address. It makes them and connects them, as main.js does with
// the rest.

/** @import { createFocus } from "./lab/focus.js" */
/** @import { createPlane } from "./plane/plane.js" */
/** @import { Actions } from "./player/commands.js" */
/** @import { Player } from "./player/player.js" */
/** @import { Tools } from "./shell/arrive.js" */
/** @import { GalleryActions } from "./shell/gallery.js" */
/** @import { Around, View } from "./shell/render.js" */
/** @import { Known, Problem, Store } from "./types.d.ts" */

import { follow } from "./shell/address.js";
import { createEdits } from "./lab/drag.js";
import { INCOMPLETE } from "./state/words.js";
import { planeView } from "./state/pass.js";
import { createDrag } from "./plane/drag.js";
import { createLinks } from "./board/linked_hover.js";
import { createMenus } from "./shell/overflow.js";
import { createControls } from "./controls/controls.js";
import { fields, tuned } from "./state/fields.js";
import { createPointBar } from "./plane/point_bar.js";
import { createFormulaHover } from "./board/formula_hover.js";
import { createLeads } from "./main_leads.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * `tidy`: the page has an address without a moment in it.
 *
 * @param {Tools & {
 *   plane: ReturnType<typeof createPlane>,
 *   focus: ReturnType<typeof createFocus>,
 *   actions: Actions,
 *   player: Player,
 *   beginning: Problem,
 * }} tools
 * @param {boolean} tidy
 * @returns {Around}
 */
export function createAround({ plane, ...tools }, tidy) {
  const { store, lab, actions, focus, known } = tools;
  const svg = /** @type {SVGSVGElement} */ (document.querySelector("svg.plane"));
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const formula = /** @type {HTMLElement} */ (document.querySelector("#sentence .formula"));
  const edits = createEdits(store, lab);
  createDrag(svg, { view: () => planeView(store.get()), dataAt: plane.dataAt, does: edits });
  createMenus($("more"));
  const tune = createControls($("tune"), tools.catalogue, {
    change: lab.change,
    say: (text) => lab.say(text, "warning"),
    actions: [],
    listed: (catalogue, problem) => tuned(fields(catalogue, problem)),
    prefix: "tune",
  });
  createFormulaHover(formula, $("board"));
  openGallery($("gallery-open"), /** @type {HTMLDialogElement} */ ($("gallery")), {
    load: lab.examples,
    choose: lab.open,
    current: () => store.get().problem.preset,
  });
  const leads = createLeads(tools);
  follow(store, tidy, async (hash, beginning) => {
    leads.leave();
    (await import("./shell/arrive.js")).createArrival(tools).go(hash, beginning);
  });
  return {
    quick: [
      chartsOnceSeen({ store, actions, known }),
      ({ problem }) => tune(problem),
      createPointBar($("point-bar"), { does: edits, choose: (brush) => store.set({ brush }) }),
    ],
    slow: [createLinks(main, focus), leads.draw],
    led: leads.said,
  };
}

/**
 * The charts are loaded when there is one to be seen.
 *
 * @param {{ store: Store, actions: Actions, known: Known }} tools
 * @returns {View}
 */
function chartsOnceSeen(tools) {
  /** @type {View | null} */
  let draw = null;
  let asked = false;
  return (state) => {
    const { view, mode, lead } = state;
    if (draw) return draw(state);
    if (asked || lead?.at === null || (view !== "board" && mode !== "train")) return;
    asked = true;
    import("./main_charts.js").then(({ createAllCharts }) => {
      draw = createAllCharts(tools);
      draw(/** @type {typeof state} */ (tools.store.get()));
    }, () => {
      asked = false;
      tools.store.set({ notice: { text: INCOMPLETE, tone: "error" } });
    });
  };
}

/**
 * Made when first opened. Where it cannot be loaded, asking for its examples says so.
 *
 * @param {HTMLElement} button
 * @param {HTMLDialogElement} dialog
 * @param {GalleryActions} does
 */
function openGallery(button, dialog, does) {
  /** @type {Promise<() => Promise<void>> | null} */
  let gallery = null;
  button.addEventListener("click", async () => {
    gallery ??= import("./shell/gallery.js").then(({ createGallery }) => createGallery(dialog, does));
    try {
      (await gallery)();
    } catch {
      gallery = null;
      does.load();
    }
  });
}
