// The page: makes the views and connects them with the store, the player and the lab.

/** @import { Known, Pass, Start } from "./types.d.ts" */
/** @import { Short } from "./shell/begin.js" */
/** @import { How } from "./present/present.js" */

import { createActions } from "./player/commands.js";
import { listenToKeys, typeWeights, walkCells } from "./shell/keys.js";
import { beginning } from "./shell/begin.js";
import { bringBack, recall } from "./shell/keep.js";
import { drawnInItsFaces } from "./shell/faces.js";
import { createFrame } from "./main_frame.js";
import { createFocus } from "./lab/focus.js";
import { createLab } from "./lab/requests.js";
import { PANELS } from "./panels/index.js";
import { createPlayer } from "./player/player.js";
import { firstState } from "./state/first_state.js";
import { duration, reading } from "./state/product.js";
import { timesOf } from "./picture/picture.js";
import { createRender, everyFrame } from "./shell/render.js";
import { learn } from "./state/schema.js";
import { createStore } from "./state/store.js";
import { createBoard } from "./board/board.js";
import { createPlane } from "./plane/plane.js";
import { createProduct } from "./board/product.js";
import { createSentence } from "./board/sentence.js";
import { createTransport } from "./player/transport.js";
import { createTray } from "./shell/tray.js";
import { createViewSettings } from "./controls/view_settings.js";
import { createWords, INCOMPLETE } from "./state/words.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {Start} */
const start = JSON.parse($("start").textContent ?? "");
/** @type {Known} */
const known = { figures: start.figures, panels: PANELS.map(({ id }) => id), hideable: start.schema.hideable };
learn(start.schema);
const first = firstState(start);
const kept = await recall(start.catalogue);
/** @type {Short | null} */
const short = JSON.parse(document.getElementById("moment")?.textContent ?? "null");
const begun = await beginning(kept.problem ?? first.problem, short, start.catalogue, known);
const store = createStore({ ...first, problem: begun.problem, shown: begun.problem });
const lab = createLab(store, start.catalogue);
const still = matchMedia("(prefers-reduced-motion: reduce)");

const player = createPlayer({
  place() {
    const { mode, step, pass, iteration, run } = store.get();
    return {
      mode,
      step,
      steps: pass?.steps.length ?? 0,
      times: Math.max(duration(store.get()), timesOf(store.get())),
      seconds: reading(store.get()),
      iteration,
      iterations: run && run.totals.length - 1,
    };
  },
  move: store.set,
  passEnded: () => player.pause(),
  changed: (playing) => store.set({ playing }),
  still: () => still.matches,
});

const work = bringBack({ store, lab, player, first, kept });
/** @param {How} [how] */
const present = async (how) => (await import("./present/present.js")).present(tools, how);
const followHidden = async () => (await import("./shell/hidden.js")).followHidden(store);
const help = () => /** @type {HTMLDialogElement} */ ($("help")).showModal();
const look = createViewSettings($("view"), {
  digits: (digits) => store.set({ digits }),
  layout: (layout) => store.set({ layout }),
  view: (view) => store.set({ view }),
});
const actions = createActions({ store, lab, player, help, present, view: look.flip });

const focus = createFocus(store, player);

/** Changing the weights stops the player first. @param {() => unknown} does */
const paused = (does) => () => {
  player.pause();
  does();
};

/** @param {string} text */
const warn = (text) => lab.say(text, "warning");
const views = {
  plane: createPlane(/** @type {SVGSVGElement} */ (document.querySelector("svg.plane")), { onFocusPoint: focus.point }),
  board: createBoard($("board"), { onCell: focus.cell }),
  sentence: createSentence($("sentence")),
  product: createProduct($("product"), (fill) => {
    player.pause();
    player.settle();
    store.set({ fill });
  }),
  transport: createTransport($("transport"), {
    ...actions,
    speed: (factor) => {
      player.speed = factor;
    },
  }),
  ...createFrame({ store, lab, actions, paused, catalogue: start.catalogue, closes: () => views.tray.show(null) }),
  tray: createTray($("tray"), $("more-items"), PANELS, {
    store,
    lab,
    catalogue: start.catalogue,
    dialects: start.dialects,
    exports: start.exports,
    player,
    actions,
    work,
    focus,
    known,
    present,
    followHidden,
  }),
  settings: look,
};
const { render, join } = createRender(views, createWords(start.catalogue), actions.lastIteration, lab.say);

listenToKeys(actions.does);
walkCells($("board"), views.board.places);
typeWeights($("board"), (...weight) => {
  player.pause();
  lab.setWeight(...weight);
}, warn);
$("notice").querySelector("[data-act]")?.addEventListener("click", () => store.get().notice?.action?.does());
$("notice").querySelector("[data-dismiss]")?.addEventListener("click", () => lab.say(null));

store.subscribe(lab.react);
everyFrame(store, render);

const tools = {
  store,
  lab,
  player,
  actions,
  focus,
  work,
  known,
  followHidden,
  open: views.tray.show,
  plane: views.plane,
  catalogue: start.catalogue,
  beginning: first.problem,
};
const { own, link, given, place, arrive } = begun;
const arrival = arrive?.createArrival(tools);
const untouched = begun.problem === first.problem && store.get().layout === "XW"; // its pass is in the page
if (place) await arrival?.goTo(place);
else await lab.show(0, {}, untouched ? start.pass : null);
if (own) await work.opened();
const greeted = link && (link.refused !== undefined || !own);
const welcome = greeted && arrival?.welcome(link, own ? null : kept.problem ?? null, given?.title ?? null);
document.documentElement.dataset.ready = "true"; // the first step can be taken

const rest = await import("./main_late.js").catch(() => null);
if (rest) join(rest.createAround(tools, own || Boolean(given)));
else lab.say(INCOMPLETE, "error");
await welcome;
await drawnInItsFaces();
document.documentElement.dataset.ready = "whole";
(window.requestIdleCallback ?? setTimeout)(lab.run);
