// Presenting: the page for the back row, one thing at a time, walked by a clicker. It is the same page: what it is at
// stays, and how it looked comes back. A story is walked moment by moment, else a pass step by step, a run iteration by
// iteration.

import { recall, setTheme } from "../controls/appearance.js";
import { isBeside } from "../links/encode.js";
import { lifting, meaning } from "./keys.js";
import { about, atMoment, ENTERED, LEFT, progress, screen, unhidden } from "./words.js";
import { createStage } from "./stage.js";
import { loadStylesheet } from "../dom/stylesheet.js";

/** @import { Action, Store } from "../types.d.ts" */
/** @import { playbackOf } from "../story/playback.js" */
/** @import { Wish } from "./keys.js" */
/** @import { Shown, StageView } from "./words.js" */

/**
 * @typedef {Parameters<typeof playbackOf>[0] & {
 *   store: Store,
 *   player: { pause: () => void },
 *   actions: { does: (name: Action) => void, lastIteration: () => number },
 * }} Tools
 */

/**
 * `begin()` is awaited before it begins; when it is over, `left()` is due, and `held` has the keyboard again.
 *
 * @typedef {{ begin?: () => unknown, left?: () => void, held?: Element | null }} How
 */

/** @type {ReturnType<typeof createPresenter> | null} */
let presenter = null;

/** Begins to present, or ends it. @param {Tools} tools @param {How} how */
export async function present(tools, { begin = () => {}, left = () => {}, held = document.activeElement } = {}) {
  presenter ??= createPresenter(tools);
  await loadStylesheet("present/present");
  await presenter.toggle(begin, left, held);
}

const low = matchMedia("(max-height: 560px)"); // no room for two beside the sentence

/** @param {Tools} tools */
function createPresenter(tools) {
  const { store, player, actions } = tools;
  const stage = createStage({ next: () => does.next(), previous: () => does.previous(), leave: () => leave(), lift });
  let on = false;
  let blank = false;
  let large = false;
  let left = () => {};
  /** @type {StageView | "auto"} */
  let view = "auto";
  /** @type {Element | null} */
  let held = null;
  /** @type {number | undefined} */
  let announced; // the moment of a story that was read aloud last
  const story = async () => (await import("../story/playback.js")).playbackOf(tools);

  function show() {
    const now = store.get();
    if (!on || now.playback?.going || !now.pass) return;
    const state = /** @type {Shown} */ (now);
    const { playback } = state;
    const text = playback ? playback.story[playback.at].text : document.getElementById("heading")?.textContent ?? "";
    if (playback && playback.at !== announced) {
      stage.say(atMoment({ n: playback.at + 1, all: playback.story.length, text }));
    }
    announced = playback?.at;
    const wanted = view === "auto" ? about(state, low.matches) : view;
    stage.show({
      about: unhidden(wanted, state.hide),
      asked: view !== "auto",
      blank,
      text,
      story: Boolean(playback),
      progress: progress(state, actions.lastIteration()),
      beside: isBeside(state),
      state,
    });
  }

  const soon = () => requestAnimationFrame(show); // after the page itself has been drawn

  /** @param {"next" | "previous" | "first" | "last"} inStory @param {Action} otherwise */
  const walk = (inStory, otherwise) => async () => {
    if (!store.get().playback) return actions.does(otherwise);
    const playback = await story();
    if (store.get().playback) playback[inStory](); // it may have been left meanwhile
  };

  /** @param {Action} name */
  const inside = (name) => () => actions.does(name);
  /** @param {StageView | "auto"} name */
  const choose = (name) => () => {
    view = name;
  };
  /** @type {Record<Wish, () => unknown>} */
  const does = {
    next: walk("next", "step"),
    previous: walk("previous", "back"),
    first: walk("first", "start"),
    last: walk("last", "end"),
    on: inside("step"),
    back: inside("back"),
    further: () => inside(store.get().playback ? "step" : "iterationOn")(),
    nearer: () => inside(store.get().playback ? "back" : "iterationBack")(),
    blank() {
      blank = !blank;
      stage.say(screen(blank));
    },
    full: () => stage.full(!document.fullscreenElement),
    leave: () => leave(),
    auto: choose("auto"),
    plane: choose("plane"),
    board: choose("board"),
    both: choose("both"),
  };

  function lift() {
    does.blank();
    soon();
  }

  function enter() {
    on = true;
    view = "auto";
    blank = false;
    large = store.get().chart.large;
    if (large) store.set({ chart: { ...store.get().chart, large: false } });
    if (recall().theme === "system") setTheme("projector");
    announced = store.get().playback?.at;
    stage.enter();
    show();
    stage.say(ENTERED);
  }

  function leave() {
    if (!on) return;
    on = false;
    player.pause();
    left();
    setTheme(recall().theme); // first: where the page was scrolled to depends on its sizes
    stage.leave();
    if (large) store.set({ chart: { ...store.get().chart, large } });
    /** @type {HTMLElement | null} */ (held)?.focus({ preventScroll: true });
    if (held !== document.body && held !== document.activeElement) {
      document.getElementById("more-toggle")?.focus(); // its list has closed
    }
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
    /** @param {() => unknown} begin @param {() => void} whenLeft @param {Element | null} whoHeld */
    async toggle(begin, whenLeft, whoHeld) {
      if (on) return leave();
      stage.remember();
      await begin();
      left = whenLeft;
      held = whoHeld;
      enter();
    },
  };
}
