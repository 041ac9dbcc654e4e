// The page: makes the views and connects them with the store, the player and the lab. It decides nothing by itself.

import { createActions } from "./actions.js";
import { createChart } from "./chart.js";
import { createControls } from "./controls.js";
import { listenToKeys, typeWeights, walkCells } from "./keys.js";
import { createFocus } from "./focus.js";
import { createLab } from "./lab.js";
import { PANELS } from "./panels.js";
import { createPlayer } from "./player.js";
import { firstState } from "./problem.js";
import { createRender } from "./render.js";
import { createStore } from "./store.js";
import { createBoard } from "./views/board.js";
import { createDrawer } from "./views/drawer.js";
import { createLinks } from "./views/links.js";
import { createPlane } from "./views/plane.js";
import { createSentence } from "./views/sentence.js";
import { createTransport } from "./views/transport.js";
import { createTray } from "./views/tray.js";
import { createWhy } from "./why.js";
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

const focus = createFocus(store, player);

const views = {
  plane: createPlane(document.querySelector("svg.plane"), {
    onFocusPoint: focus.point,
  }),
  board: createBoard($("board"), { onCell: focus.cell }),
  sentence: createSentence($("sentence")),
  transport: createTransport($("transport"), { ...actions, speed: (factor) => { player.speed = factor; } }),
  controls: createControls($("controls"), start.catalogue, {
    change: lab.change,
    actions: [
      { text: "Reset weights", does: () => { player.pause(); lab.reset(); } },
      { text: "Undo", does: () => actions.does("undo") },
      { text: "Redo", does: () => actions.does("redo") },
    ],
  }),
  tray: createTray($("tray"), $("more"), PANELS, { store, lab, catalogue: start.catalogue, player, actions, focus, why: createWhy(store, lab) }),
  links: createLinks(document.querySelector("main"), focus),
  chart: createChart($("chart-plot"), { go: (iteration) => actions.scrubRun(Math.round(iteration)) }),
};
const render = createRender(views, createWords(start.catalogue), actions.lastIteration);

listenToKeys(actions.does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => { player.pause(); lab.weigh(...weight); });
createDrawer($("controls"), $("settings-toggle"));
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
