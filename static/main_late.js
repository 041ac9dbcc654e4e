// What stands around the pass and is loaded once its first step can be taken: the hands on the plane, the charts, the links between
// the views, the way into the gallery, the address. It makes them and connects them, as main.js does with the rest; it decides nothing
// by itself.

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

const $ = (id) => document.getElementById(id);

/** The views to draw at every frame (`quick`) and with the board (`slow`). `tidy`: it has an address without a moment in it. */
export function createAround({ plane, ...tools }, tidy) {
  const { store, lab, actions, focus, known } = tools;
  const svg = document.querySelector("svg.plane");
  const edits = createEdits(store, lab);
  const chart = createChart($("chart-plot"), {
    go: (iteration) => actions.scrubRun(Math.round(iteration)),
    glance: (iteration) => store.set({ glance: iteration }),
  });
  createHands(svg, { view: () => planeView(store.get()), dataAt: plane.dataAt, does: edits });
  createMore($("more-toggle"), $("more-items"));
  createTerms(document.querySelector("#sentence .formula"), $("board"));
  openGallery($("gallery-open"), $("gallery"), {
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
    slow: [createLinks(document.querySelector("main"), focus)],
  };
}

/** Made when first opened. Where it cannot be loaded, asking for its examples says so. */
function openGallery(button, dialog, does) {
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
