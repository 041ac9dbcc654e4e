// The address of the page: it is the moment on the page, and follows it; Back and Forward lead through what was opened. It draws nothing.

import { capture } from "./capture.js";
import { write } from "./permalink.js";

const REST = 400; // ms without a change before the address follows: browsers allow only so many changes
const WATCHED = ["problem", "mode", "iteration", "step", "focus", "layout", "chart", "panel", "playing", "gesture"];

/** The whole address of the moment; `here`: with its place in the pass or the run. */
export const linkOf = async (state, here = true) => `${location.origin}${location.pathname}${await write(capture(state, here))}`;

const moved = (state, before) => WATCHED.some((name) => state[name] !== before[name]);

/** The example or the set of points, "" for the reader's own. */
const sourceOf = ({ problem: { preset, data } }) => preset || (data.kind === "own" ? "" : data.kind);

/**
 * Keeps the address at the moment of the store; `opened(hash, beginning)` when the reader goes to another, "" for what was there
 * before there was any. `own`: the page began without one.
 */
export function follow(store, own, opened) {
  const beginning = capture(store.get());
  const plain = own && !location.hash ? JSON.stringify(beginning) : null; // what needs no address of its own
  let [timer, now, source] = [null, location.hash, sourceOf(store.get())];

  async function put() {
    const state = store.get();
    if (state.playing || state.gesture || !state.pass) return;
    const content = capture(state);
    const hash = JSON.stringify(content) === plain ? "" : await write(content);
    if (hash === now || moved(state, store.get())) return;
    const another = ![source, ""].includes(sourceOf(state)); // another example or set was opened: Back leads to what was there
    [now, source] = [hash, sourceOf(state)];
    history[another ? "pushState" : "replaceState"](null, "", hash || location.pathname + location.search);
  }

  store.subscribe((state, before) => {
    if (!moved(state, before)) return;
    clearTimeout(timer);
    timer = setTimeout(put, REST);
  });
  addEventListener("hashchange", () => {
    if (location.hash === now || /^#\D/.test(location.hash)) return; // a place on the page is no moment
    clearTimeout(timer);
    now = location.hash;
    opened(now, beginning);
  });
}
