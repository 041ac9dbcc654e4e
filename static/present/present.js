// Presenting: the page for the back row, one thing at a time, walked by a clicker. It is the same page: what it is at stays, and how it
// looked comes back. A story is walked moment by moment, else a pass step by step, a run iteration by iteration.

import { recall, wear } from "../controls/appearance.js";
import { isBeside } from "../links/encode.js";
import { lifting, meaning } from "./keys.js";
import { about, progress, unhidden } from "./words.js";
import { createStage } from "./stage.js";
import { dressed } from "../dom/sheet.js";

const VIEWS = ["auto", "plane", "board", "both"];
const ENTERED =
  "Presenting. Right and left walk, 1, 2 and 3 choose plane, board or both, b blanks the screen, Escape ends it.";
const LEFT = "The presentation is over.";

let presenter = null;

/** Begins to present, once `begin()` is done, or ends it. When it is over, `left()` is due, and `held` has the keyboard again. */
export async function present(tools, { begin = () => {}, left = () => {}, held = document.activeElement } = {}) {
  presenter ??= createPresenter(tools);
  await dressed("present/present");
  await presenter.toggle(begin, left, held);
}

const low = matchMedia("(max-height: 560px)"); // no room for two beside the sentence

function createPresenter(tools) {
  const { store, player, actions } = tools;
  const stage = createStage({ next: () => does.next(), previous: () => does.previous(), leave: () => leave(), lift });
  let [on, view, blank, held, left, large, told] = [false, "auto", false, null, null, false, null];
  const story = async () => (await import("../story/playback.js")).tellingOf(tools);

  function show() {
    const state = store.get();
    if (!on || state.telling?.going || !state.pass) return;
    const { telling } = state;
    const text = telling ? telling.story[telling.at].text : document.getElementById("heading").textContent;
    if (telling && telling.at !== told) stage.say(`Moment ${telling.at + 1} of ${telling.story.length}: ${text}`);
    told = telling?.at;
    const wanted = view === "auto" ? about(state, low.matches) : view;
    stage.show({
      about: unhidden(wanted, state.hide),
      asked: view !== "auto",
      blank,
      text,
      told: Boolean(telling),
      progress: progress(state, actions.lastIteration()),
      beside: isBeside(state),
      state,
    });
  }

  const soon = () => requestAnimationFrame(show); // after the page itself has been drawn

  const walk = (inStory, otherwise) => async () => {
    if (!store.get().telling) return actions.does(otherwise);
    const telling = await story();
    if (store.get().telling) telling[inStory](); // it may have been left meanwhile
  };

  const inside = (name) => () => actions.does(name);
  const choose = (name) => () => {
    view = name;
  };
  const does = {
    next: walk("next", "step"),
    previous: walk("previous", "back"),
    first: walk("first", "start"),
    last: walk("last", "end"),
    on: inside("step"),
    back: inside("back"),
    further: () => inside(store.get().telling ? "step" : "iterationOn")(),
    nearer: () => inside(store.get().telling ? "back" : "iterationBack")(),
    blank() {
      blank = !blank;
      stage.say(blank ? "The screen is blank: any key brings the picture back." : "The picture is back.");
    },
    full: () => stage.full(!document.fullscreenElement),
    leave: () => leave(),
    ...Object.fromEntries(VIEWS.map((name) => [name, choose(name)])),
  };

  function lift() {
    does.blank();
    soon();
  }

  function enter() {
    [on, view, blank] = [true, "auto", false];
    large = store.get().chart.large;
    if (large) store.set({ chart: { ...store.get().chart, large: false } });
    if (recall().theme === "system") wear("projector");
    told = store.get().telling?.at;
    stage.enter();
    show();
    stage.say(ENTERED);
  }

  function leave() {
    if (!on) return;
    on = false;
    player.pause();
    left();
    wear(recall().theme); // first: where the page was scrolled to depends on its sizes
    stage.leave();
    if (large) store.set({ chart: { ...store.get().chart, large } });
    held.focus({ preventScroll: true });
    if (held !== document.body && held !== document.activeElement) document.getElementById("more-toggle").focus(); // its list has closed
    stage.say(LEFT);
  }

  document.addEventListener("keydown", (event) => {
    const name = on && !document.querySelector("dialog[open]") && (blank ? lifting : meaning)(event);
    if (!name) return;
    event.preventDefault();
    event.stopPropagation();
    does[name]();
    soon();
  }, { capture: true });
  document.addEventListener("fullscreenchange", () => on && stage.left() && leave());
  store.subscribe(() => on && soon());
  return {
    async toggle(begin, ...whenOver) {
      if (on) return leave();
      stage.remember();
      await begin();
      [left, held] = whenOver;
      enter();
    },
  };
}
