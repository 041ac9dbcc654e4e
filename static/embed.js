// The page in a frame: plane, board, sentence and player of one moment, and nothing that is kept. It makes the views
// and connects them.

/** @import { Catalogue, Known, Pass, Problem, Start, State } from "./types.d.ts" */
/** @import { Short } from "./shell/begin.js" */
/** @import { Views } from "./shell/render.js" */

import { createActions } from "./player/commands.js";
import { arriving, createArrival, found } from "./shell/arrive.js";
import { setTheme } from "./controls/appearance.js";
import { createControls } from "./controls/controls.js";
import { converse, optionsOf } from "./shell/embedding.js";
import { fields } from "./state/fields.js";
import { drawnInItsFaces } from "./shell/faces.js";
import { createFocus } from "./lab/focus.js";
import { listenToKeys, typeWeights, walkCells } from "./shell/keys.js";
import { createLab } from "./lab/requests.js";
import { createPlayer } from "./player/player.js";
import { firstState } from "./state/first_state.js";
import { duration, reading } from "./state/product.js";
import { timesOf } from "./picture/picture.js";
import { createRender, everyFrame } from "./shell/render.js";
import { learn } from "./state/schema.js";
import { createStore } from "./state/store.js";
import { closed, leadTo, rangeOf, within } from "./player/range.js";
import { createBoard } from "./board/board.js";
import { createBounds } from "./player/bounds.js";
import { createPlane } from "./plane/plane.js";
import { createProduct } from "./board/product.js";
import { createSentence } from "./board/sentence.js";
import { createTransport } from "./player/transport.js";
import { createWords } from "./state/words.js";
import { tr } from "./dom/text.js";

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
/** @type {Start} */
const start = JSON.parse($("start").textContent ?? "");
/** @type {Known} */
const known = { figures: start.figures, panels: [], hideable: start.schema.hideable };
learn(start.schema);
const options = optionsOf(location.search, start.schema);
if (options.theme) setTheme(options.theme);

/** @type {Short | null} */
const given = JSON.parse(document.getElementById("moment")?.textContent ?? "null");
// The page around leads to another moment, or to one that is damaged: it begins as the first did. A short link stays
// what it is.
if (!given) addEventListener("hashchange", () => /^#\D/.test(location.hash) || location.reload());
const link = given
  ? found(given.content, start.catalogue, known)
  : await arriving(location.hash, start.catalogue, known);
const first = firstState(start);
const problem = link?.problem ?? first.problem;
const store = createStore({ ...first, problem, shown: problem, view: "board" });
const lab = createLab(store, start.catalogue);
const still = matchMedia("(prefers-reduced-motion: reduce)");

// Nothing moves before there is a pass.
const reach = () => rangeOf(options, /** @type {Pass} */ (store.get().pass));
/** @param {number} step */
const clamp = (step) => Math.max(reach().low, Math.min(reach().high, step));

const player = createPlayer({
  place() {
    const { mode, step, iteration, run } = store.get();
    return {
      mode,
      step,
      steps: reach().high + 1,
      times: Math.max(duration(store.get()), timesOf(store.get())),
      seconds: reading(store.get()),
      iteration,
      iterations: run && run.totals.length - 1,
    };
  },
  move: store.set,
  passEnded() {
    if (options.loop) store.set({ step: Math.max(0, reach().low), fill: still.matches ? 1 : 0 });
    else player.pause();
  },
  changed: (playing) => store.set({ playing }),
  still: () => still.matches,
});
player.speed = options.speed;
/** @type {HTMLSelectElement} */ ($("transport").querySelector("select")).value = String(options.speed);

const followHidden = async () => (await import("./shell/hidden.js")).followHidden(store);
const nothing = () => {}; // a frame has no help and is presented by the page around
const actions = createActions({ store, lab, player, help: nothing, present: nothing, view: nothing });

const does = within(store, player, actions, reach);
const focus = createFocus(store, player);
/** @param {Catalogue} catalogue @param {Problem} now */
const shown = (catalogue, now) => fields(catalogue, now).filter(({ group }) => options.controls.includes(group));
const idle = { render() {}, move() {} };
/** @param {number} value */
const scrub = (value) => actions.scrub(store.get().mode === "pass" ? clamp(value) : value);
const bar = createTransport($("transport"), {
  ...actions,
  does,
  scrub,
  speed: (factor) => (player.speed = factor),
});
const bounds = createBounds($("transport"));
const views = {
  plane: createPlane(/** @type {SVGSVGElement} */ (document.querySelector("svg.plane")), { onFocusPoint: focus.point }),
  board: createBoard($("board"), { onCell: focus.cell }),
  sentence: createSentence($("sentence")),
  product: createProduct($("product"), (fill) => {
    player.pause();
    player.settle();
    store.set({ fill });
  }),
  /** @type {Views["transport"]} */
  transport(state) {
    const range = reach();
    const { next } = state;
    const shut = closed(state, range);
    bar({ ...state, next: shut.includes("step") ? { ...next, action: tr("frame.last", "The last step here") } : next });
    bounds({ closed: shut, range });
  },
  controls: createControls($("fields"), start.catalogue, {
    change: lab.change,
    say: (text) => lab.say(text, "warning"),
    actions: [],
    listed: shown,
  }),
  tray: idle,
  settings: idle.render,
};
const { render } = createRender(views, createWords(start.catalogue), actions.lastIteration, lab.say);
listenToKeys(does);
walkCells($("board"), views.board.places);
if (given?.home) { // one run, as it was made
  $("board").addEventListener("beforeinput", (event) => event.preventDefault());
} else {
  typeWeights($("board"), (...weight) => {
    player.pause();
    lab.setWeight(...weight);
  }, (text) => lab.say(text, "warning"));
}
document.body.toggleAttribute("data-controls", options.controls.length > 0);
$("notice").querySelector("[data-act]")?.addEventListener("click", () => store.get().notice?.action?.does());
$("notice").querySelector("[data-dismiss]")?.addEventListener("click", () => lab.say(null));

store.subscribe(lab.react);
// Another mode, iteration or loss begins its pass where it will.
store.watch(["mode", "pass", "step"], (/** @type {State} */ { mode, pass, step }) => {
  if (pass && mode === "pass" && step !== clamp(step)) store.set({ step: clamp(step) });
});
everyFrame(store, (/** @type {State} */ state) => {
  document.body.dataset.hide = [...state.hide, ...options.hide].join(" ");
  render(state);
});

const arrival = createArrival({
  store,
  lab,
  player,
  work: { goOn: nothing }, // a frame keeps nothing to go on with
  open: nothing,
  followHidden,
  catalogue: start.catalogue,
  known,
});
if (link?.problem) await arrival.goTo(link.at);
else await lab.show(0, {}, store.get().layout === "XW" ? start.pass : null);
if (link?.refused !== undefined) {
  const { rest } = link;
  arrival.welcome({ ...link, rest: rest && { ...rest, playback: undefined } }, null); // of a story the moment alone
} else if (link?.said.length && !link.playback) arrival.welcome(link, null);
/** @type {HTMLAnchorElement} */ ($("home")).href = given?.home ?? (given ? `/s/${given.id}` : `/${location.hash}`);
await drawnInItsFaces();
document.documentElement.dataset.ready = "whole";

const play = () => store.get().playing || does("play");
converse(store, { does, play, pause: player.pause, go: (where) => leadTo(store, player, actions, clamp, where) });
if (options.autoplay && !still.matches) play();
