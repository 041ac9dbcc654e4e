// The page: makes the views and connects them with the store, the player and the lab. It decides nothing by itself.

import { createActions } from "./actions.js";
import { createControls } from "./controls.js";
import { listenToKeys, typeWeights, walkCells } from "./keys.js";
import { bringBack, ownTab, recall } from "./keep.js";
import { drawnInItsFaces } from "./faces.js";
import { createFocus } from "./focus.js";
import { createLab } from "./lab.js";
import { PANELS } from "./panels.js";
import { createPlayer } from "./player.js";
import { firstState } from "./problem.js";
import { duration } from "./product.js";
import { createRender, everyFrame } from "./render.js";
import { createStore } from "./store.js";
import { createBoard } from "./views/board.js";
import { createDrawer } from "./views/drawer.js";
import { createPlane } from "./views/plane.js";
import { createProduct } from "./views/product.js";
import { createSentence } from "./views/sentence.js";
import { createTransport } from "./views/transport.js";
import { createTray } from "./views/tray.js";
import { createViewSettings } from "./views/view-settings.js";
import { createWords } from "./words.js";

const $ = (id) => document.getElementById(id);
const start = JSON.parse($("start").textContent);
const known = { figures: start.figures, panels: PANELS.map(({ id }) => id), hideable: start.hideable };
const [first, kept] = [firstState(start), await recall(start.catalogue)];
const hashed = /^#\d/.test(location.hash);
const given = hashed ? null : JSON.parse($("moment")?.textContent ?? "null"); // of a short link
const arrive = hashed || given ? await import("./arrive.js") : null;
const link = given ? arrive.found(given.content, start.catalogue, known) : await arrive?.arriving(location.hash, start.catalogue, known);
const own = ownTab(!link?.problem, link?.telling);
const mine = kept.problem ?? first.problem; // what was kept is newer than the address of one's own tab
const begun = own ? mine : link.problem;
const place = link?.problem && (!own || arrive.alike(link.problem, mine)) && link.at;
const store = createStore({ ...first, problem: begun, shown: begun });
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
const actions = createActions({ store, lab, player, help: () => $("help").showModal(), present: async () => (await import("./present.js")).present(tools) });

const focus = createFocus(store, player);

const views = {
  plane: createPlane(document.querySelector("svg.plane"), { onFocusPoint: focus.point }),
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
  tray: createTray($("tray"), $("more-items"), PANELS, { store, lab, catalogue: start.catalogue, dialects: start.dialects, exports: start.exports, player, actions, work, focus, known }),
};
const { render, join } = createRender(views, createWords(start.catalogue), actions.lastIteration, lab.say);

listenToKeys(actions.does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => { player.pause(); lab.weigh(...weight); });
views.settings = createViewSettings($("view"), { digits: (digits) => store.set({ digits }), layout: (layout) => store.set({ layout }) });
createDrawer($("controls"), $("settings-toggle"));
$("help-open").addEventListener("click", () => actions.does("help"));
$("present-open").addEventListener("click", () => actions.does("present"));
$("notice").querySelector("[data-act]").addEventListener("click", () => store.get().notice.action.does());
$("notice").querySelector("[aria-label=Dismiss]").addEventListener("click", () => lab.say(null));

store.subscribe(lab.react);
everyFrame(store, render);

const tools = { store, lab, player, actions, focus, work, known, open: views.tray.show, plane: views.plane, catalogue: start.catalogue };
const arrival = arrive?.createArrival(tools);
if (place) await arrival.settle(place);
else await lab.show(0, {}, begun === first.problem && store.get().layout === "XW" ? start.pass : null);
if (own) await work.opened();
const welcome = (link?.refused || (link && !own)) && arrival.welcome(link, !own && kept.problem, given?.title);
document.documentElement.dataset.ready = "true"; // the first step can be taken

const rest = await import("./around.js").catch(() => null);
if (rest) join(rest.createAround(tools, own || given));
else lab.say("A part of the page did not arrive: charts, examples and editing by hand are missing. Reload it in a moment.", "error");
await welcome;
await drawnInItsFaces();
document.documentElement.dataset.ready = "whole";
(window.requestIdleCallback ?? setTimeout)(lab.run);
