// What a page that holds Hingelab in a frame can ask of it: by the address of the frame, and by messages. It knows no
// DOM but the window that it listens to.

/** @import { Action, Pass, Schema, State, Store } from "../types.d.ts" */

const SPEEDS = [0.25, 0.5, 1, 2, 4];
const THEMES = ["light", "dark", "projector"];

/** @param {string | null} text @param {string[]} known */
const names = (text, known) =>
  (text ?? "").split(",").map((name) => name.trim()).filter((name) => known.includes(name));
/** @param {string | null} text */
const flag = (text) => text !== null && !["0", "false", "no"].includes(text);

/**
 * ?hide=plane,transport&controls=loss&autoplay&loop&from=M&to=dS&speed=2&theme=dark; what is not understood is left
 * out.
 *
 * @param {string} search
 * @param {Schema} schema
 */
export function optionsOf(search, { hideable, groups }) {
  const given = new URLSearchParams(search);
  const speed = Number(given.get("speed"));
  return {
    hide: names(given.get("hide"), hideable),
    controls: names(given.get("controls"), groups),
    autoplay: flag(given.get("autoplay")),
    loop: flag(given.get("loop")),
    from: given.get("from"),
    to: given.get("to"),
    speed: SPEEDS.includes(speed) ? speed : 1,
    theme: THEMES.find((name) => name === given.get("theme")) ?? null,
  };
}

/** @type {Record<string, Action>} */
const WORDS = {
  step: "step",
  back: "back",
  start: "start",
  end: "end",
  iterationOn: "iterationOn",
  iterationBack: "iterationBack",
};

/** What there is to tell about the moment, as plain JSON; before the first pass it is little. @param {State} state */
export function report({ mode, iteration, step, pass, run, playing }) {
  const training = mode === "train" ? run : null;
  return {
    mode,
    iteration,
    iterations: run ? run.totals.length - 1 : null,
    playing,
    step: pass?.steps[step]?.id ?? null,
    title: pass?.steps[step]?.title ?? null,
    index: step,
    steps: pass?.steps.map(({ id }) => id) ?? [],
    loss: training ? training.totals[iteration] : pass?.loss.total ?? null,
    accuracy: training ? training.accuracy[iteration] : pass?.accuracy ?? null,
  };
}

/** @type {(keyof State)[]} */
const REPORTED = ["mode", "iteration", "step", "pass", "run", "playing"];

/**
 * Listens to the page around: {hingelab: "step" | "back" | "start" | "end" | "iterationOn" | "iterationBack" | "play" |
 * "pause" | "state"} or {hingelab: "go", mode?, iteration?, step?}. Tells it {hingelab: "ready" | "state", state}.
 *
 * @param {Store} store
 * @param {{
 *   does: (name: Action) => void,
 *   play: () => void,
 *   pause: () => void,
 *   go: (where: { mode?: unknown, iteration?: unknown, step?: unknown }) => void,
 * }} actions
 * @param {{ host?: Window, here?: Window }} windows
 */
export function converse(store, { does, play, pause, go }, { host = window.parent, here = window } = {}) {
  /** @param {"ready" | "state"} event */
  const tell = (event) => host.postMessage({ hingelab: event, state: report(store.get()) }, "*"); // it is no secret
  here.addEventListener("message", ({ source, data }) => {
    if (source !== host || typeof data !== "object" || data === null) return;
    const { hingelab: wish } = data;
    if (typeof wish !== "string") return;
    if (Object.hasOwn(WORDS, wish)) does(WORDS[wish]);
    else if (wish === "play") play();
    else if (wish === "pause") pause();
    else if (wish === "go") go(data);
    else if (wish === "state") tell("state");
  });
  let waiting = false;
  store.watch(REPORTED, (state) => {
    if (waiting || !state.pass) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tell("state");
    });
  });
  tell("ready");
}
