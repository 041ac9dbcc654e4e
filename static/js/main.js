// The page: makes the views and connects them with the store, the player and the lab. It decides nothing by itself.

import { createActions } from "./actions.js";
import { createChart } from "./chart.js";
import { createControls } from "./controls.js";
import { listenToKeys, typeWeights, walkCells } from "./keys.js";
import { createLab } from "./lab.js";
import { PANELS } from "./panels.js";
import { createPlayer } from "./player.js";
import { firstState } from "./problem.js";
import { createRender } from "./render.js";
import { createStore } from "./store.js";
import { createBoard } from "./views/board.js";
import { createDrawer } from "./views/drawer.js";
import { createGallery } from "./views/gallery.js";
import { createPlane } from "./views/plane.js";
import { createSentence } from "./views/sentence.js";
import { createTransport } from "./views/transport.js";
import { createTray } from "./views/tray.js";
import { createViewSettings } from "./views/view-settings.js";
import { createWords } from "./words.js";

const $ = (id) => document.getElementById(id);
const start = JSON.parse($("start").textContent);
const store = createStore(firstState(start));
const lab = createLab(store, start.catalogue);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const player = createPlayer({
  place() {
    const { mode, step, pass, iteration, run } = store.get();
    return { mode, step, steps: pass.steps.length, iteration, iterations: run && run.totals.length - 1 };
  },
  move: store.set,
  passEnded: () => lab.show(store.get().iteration + 1, { step: 0, fill: still.matches ? 1 : 0 }),
  changed: (playing) => store.set({ playing }),
  still: () => still.matches,
});

const actions = createActions({ store, lab, player, help: () => $("help").showModal() });

function focusCell(cell, how) {
  const { focus } = store.get();
  if (cell) store.set({ focus: { step: cell.step, r: cell.r, c: cell.c, how, point: cell.point ?? focus.point } });
  else if (focus.how === "hover") store.set({ focus: { point: focus.point } });
}

const views = {
  plane: createPlane(document.querySelector("svg.plane"), {
    onFocusPoint: (point, how) => point !== null && store.set({ focus: { point, how } }),
  }),
  board: createBoard($("board"), { onCell: focusCell }),
  sentence: createSentence($("sentence")),
  transport: createTransport($("transport"), { ...actions, speed: (factor) => { player.speed = factor; } }),
  controls: createControls($("fields"), start.catalogue, {
    change: lab.change,
    actions: [
      { text: "Reset weights", does: () => { player.pause(); lab.reset(); } },
      { text: "Undo", does: () => actions.does("undo") },
      { text: "Redo", does: () => actions.does("redo") },
    ],
  }),
  tray: createTray($("tray"), $("more"), PANELS, { store, lab, catalogue: start.catalogue, player, actions }),
  chart: createChart($("chart-plot"), { go: (iteration) => actions.scrubRun(Math.round(iteration)) }),
};
const render = createRender(views, createWords(start.catalogue), actions.lastIteration);

listenToKeys(actions.does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => { player.pause(); lab.weigh(...weight); });
createViewSettings($("view"), { digits: (digits) => store.set({ digits }) });
createDrawer($("controls"), $("settings-toggle"));
createGallery($("gallery"), $("gallery-open"), { load: lab.examples, choose: lab.open, current: () => store.get().problem.preset });
$("help-open").addEventListener("click", () => actions.does("help"));
$("notice").querySelector("button").addEventListener("click", () => lab.say(null));

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
document.documentElement.dataset.ready = "true";
(window.requestIdleCallback ?? setTimeout)(lab.run);
