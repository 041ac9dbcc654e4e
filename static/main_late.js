// What stands around the pass and is loaded once its first step can be taken: the hands on the plane, the charts, the
// links between the views, the way into the gallery, the address. It makes them and connects them, as main.js does with
// the rest; it decides nothing by itself.

/** @import { createFocus } from "./lab/focus.js" */
/** @import { createPlane } from "./plane/plane.js" */
/** @import { Actions } from "./player/commands.js" */
/** @import { Tools } from "./shell/arrive.js" */
/** @import { Hands } from "./shell/gallery.js" */
/** @import { Around } from "./shell/render.js" */

import { follow } from "./shell/address.js";
import { createChart } from "./charts/chart.js";
import { createEdits } from "./lab/drag.js";
import { createFigures } from "./lab/figures.js";
import { planeView } from "./state/moment.js";
import { createCharts } from "./charts/tabs.js";
import { createEnlarger } from "./charts/enlarge.js";
import { createHands } from "./plane/drag.js";
import { createLinks } from "./board/linked_hover.js";
import { createMore } from "./shell/overflow.js";
import { createPointBar } from "./plane/point_bar.js";
import { createTerms } from "./board/formula_hover.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * `tidy`: the page has an address without a moment in it.
 *
 * @param {Tools & {
 *   plane: ReturnType<typeof createPlane>,
 *   focus: ReturnType<typeof createFocus>,
 *   actions: Actions,
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
  const chart = createChart($("chart-plot"), {
    go: (iteration) => actions.scrubRun(Math.round(iteration)),
    glance: (iteration) => store.set({ glance: iteration }),
  });
  createHands(svg, { view: () => planeView(store.get()), dataAt: plane.dataAt, does: edits });
  createMore($("more-toggle"), $("more-items"));
  createTerms(formula, $("board"));
  openGallery($("gallery-open"), /** @type {HTMLDialogElement} */ ($("gallery")), {
    load: lab.examples,
    choose: lab.open,
    current: () => store.get().problem.preset,
  });
  follow(
    store,
    tidy,
    async (hash, beginning) => (await import("./shell/arrive.js")).createArrival(tools).go(hash, beginning),
  );
  return {
    quick: [
      createPointBar($("point-bar"), { does: edits, choose: (brush) => store.set({ brush }) }),
      createCharts($("chart"), known.figures, chart, createFigures(store, known.figures), createEnlarger($("chart"))),
    ],
    slow: [createLinks(main, focus)],
  };
}

/**
 * Made when first opened. Where it cannot be loaded, asking for its examples says so.
 *
 * @param {HTMLElement} button
 * @param {HTMLDialogElement} dialog
 * @param {Hands} does
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
