// The page: makes the views and connects them with the store, the player and the lab. It decides nothing by itself.

import { createActions } from "./actions.js";
import { createChart } from "./chart.js";
import { createCheck } from "./check.js";
import { createCode } from "./code.js";
import { createCompare } from "./compare.js";
import { createControls } from "./controls.js";
import { createEdits } from "./edits.js";
import { createFigures } from "./figures.js";
import { listenToKeys, typeWeights, walkCells } from "./keys.js";
import { bringBack, recall } from "./keep.js";
import { createFocus } from "./focus.js";
import { createLab } from "./lab.js";
import { PANELS } from "./panels.js";
import { planeView } from "./moment.js";
import { createPlayer } from "./player.js";
import { firstState } from "./problem.js";
import { duration } from "./product.js";
import { createRender } from "./render.js";
import { createStore } from "./store.js";
import { createBoard } from "./views/board.js";
import { createCharts } from "./views/charts.js";
import { createDrawer } from "./views/drawer.js";
import { createHands } from "./views/hands.js";
import { createEnlarger } from "./views/enlarge.js";
import { createLinks } from "./views/links.js";
import { createGallery } from "./views/gallery.js";
import { createMore } from "./views/more.js";
import { createPlane } from "./views/plane.js";
import { createPointBar } from "./views/point-bar.js";
import { createProduct } from "./views/product.js";
import { createSentence } from "./views/sentence.js";
import { createTerms } from "./views/terms.js";
import { createTransport } from "./views/transport.js";
import { createTray } from "./views/tray.js";
import { createWhy } from "./why.js";
import { createViewSettings } from "./views/view-settings.js";
import { createWords } from "./words.js";

const $ = (id) => document.getElementById(id);
const start = JSON.parse($("start").textContent);
const [first, kept] = [firstState(start), recall(start.catalogue)];
const store = createStore(kept.problem ? { ...first, problem: kept.problem, shown: kept.problem } : first);
const figures = createFigures(store, start.figures);
const lab = createLab(store, start.catalogue);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const player = createPlayer({
  place() {
    const { mode, step, pass, iteration, run } = store.get();
    return { mode, step, steps: pass.steps.length, times: duration(store.get()), iteration, iterations: run && run.totals.length - 1 };
  },
  move: store.set,
  passEnded: () => lab.show(store.get().iteration + 1, { step: 0, fill: still.matches ? 1 : 0 }),
  changed: (playing) => store.set({ playing }),
  still: () => still.matches,
});

const work = bringBack({ store, lab, player, first, kept });
const actions = createActions({ store, lab, player, help: () => $("help").showModal() });

const focus = createFocus(store, player);

const svg = document.querySelector("svg.plane");
const edits = createEdits(store, lab);
const views = {
  plane: createPlane(svg, { onFocusPoint: focus.point }),
  pointBar: createPointBar($("point-bar"), { does: edits, choose: (brush) => store.set({ brush }) }),
  board: createBoard($("board"), { onCell: focus.cell }),
  sentence: createSentence($("sentence")),
  product: createProduct($("product"), (fill) => { player.pause(); player.settle(); store.set({ fill }); }),
  transport: createTransport($("transport"), { ...actions, speed: (factor) => { player.speed = factor; } }),
  controls: createControls($("fields"), start.catalogue, {
    change: lab.change,
    actions: [
      { text: "Zero weights", does: () => { player.pause(); lab.zero(); } },
      { text: "Random weights", does: () => { player.pause(); lab.draw(); } },
      { text: "Reset weights", does: () => { player.pause(); lab.reset(); } },
      { text: "Undo", does: () => actions.does("undo") },
      { text: "Redo", does: () => actions.does("redo") },
    ],
  }),
  tray: createTray($("tray"), $("more-items"), PANELS, { store, lab, catalogue: start.catalogue, player, actions, work, focus, why: createWhy(store, lab), check: createCheck(store, lab), code: createCode(store, lab, start.dialects), compare: createCompare(store, start.catalogue) }),
  charts: createCharts($("chart"), start.figures, createChart($("chart-plot"), { go: (iteration) => actions.scrubRun(Math.round(iteration)), glance: (iteration) => store.set({ glance: iteration }) }),
    figures, createEnlarger($("chart"))),
  links: createLinks(document.querySelector("main"), focus),
};
const render = createRender(views, createWords(start.catalogue), actions.lastIteration);

createHands(svg, { view: () => planeView(store.get()), dataAt: views.plane.dataAt, does: edits });
listenToKeys(actions.does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => { player.pause(); lab.weigh(...weight); });
createViewSettings($("view"), { digits: (digits) => store.set({ digits }), layout: (layout) => store.set({ layout }) });
createMore($("more-toggle"), $("more-items"));
createTerms(document.querySelector("#sentence .formula"), $("board"));
createDrawer($("controls"), $("settings-toggle"));
createGallery($("gallery"), $("gallery-open"), { load: lab.examples, choose: lab.open, current: () => store.get().problem.preset });
$("help-open").addEventListener("click", () => actions.does("help"));
$("notice").querySelector("[data-act]").addEventListener("click", () => store.get().notice.action.does());
$("notice").querySelector("[aria-label=Dismiss]").addEventListener("click", () => lab.say(null));

let scheduled = false;
store.subscribe((state, before) => {
  lab.react(state, before);
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    if (store.get().pass) render(store.get());
  });
});

await lab.show(0);
await work.opened();
document.documentElement.dataset.ready = "true";
(window.requestIdleCallback ?? setTimeout)(lab.run);
