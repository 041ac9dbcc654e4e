// Keeps the problem in this browser, so that a reload loses nothing: the data, the weights and the settings as they are
// now. The windows of one browser share the place; the last change wins. Where nothing may be stored the page just goes
// on. No DOM.

import { attempt } from "../dom/storage.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Problem, State, Store } from "../types.d.ts" */
/** @import { createLab } from "../lab/requests.js" */

/** What was kept; `broken`: it is no problem of this page. @typedef {{ problem?: Problem, broken?: boolean }} Kept */

const KEY = "hingelab:problem:1"; // another number when what is kept changes its form
const REST = 250; // ms without a change before it is written

/** What was kept, {} for nothing. @param {Catalogue} catalogue @returns {Promise<Kept>} */
export async function recall(catalogue) {
  const text = attempt((/** @type {Storage} */ storage) => storage.getItem(KEY));
  if (!text) return {};
  try {
    const { validate } = await import("../links/validate.js"); // only where there is something to judge
    const problem = validate(catalogue, JSON.parse(text));
    return problem ? { problem } : { broken: true };
  } catch {
    return { broken: true };
  }
}

const TAB = "hingelab:own";

/**
 * Is what this tab shows the reader's own work? So it is from the first time that it `began` without a link, until it
 * begins in a story.
 *
 * @param {boolean} began
 */
export function ownTab(began, visits = false) {
  try {
    if (visits) sessionStorage.removeItem(TAB);
    if (began) sessionStorage.setItem(TAB, "yes");
    return began || sessionStorage.getItem(TAB) !== null;
  } catch {
    return began;
  }
}

/**
 * Writes the reader's problem when it changes, forgets it when it is the `first` one again. `refused` is called once.
 *
 * @param {Store} store
 * @param {Problem} first
 * @param {() => void} refused
 */
function keep(store, first, refused) {
  const untouched = JSON.stringify(first);
  let { problem } = store.get(); // the reader's own: a story has others meanwhile
  let written = problem;
  let timer = 0;
  let warned = false;

  function write() {
    clearTimeout(timer);
    if (problem === written) return;
    written = problem;
    const text = JSON.stringify(problem);
    const done = attempt((/** @type {Storage} */ storage) => {
      if (text === untouched) storage.removeItem(KEY);
      else storage.setItem(KEY, text);
      return true;
    });
    if (!done && !warned) refused();
    warned ||= !done;
  }

  store.watch(["problem", "playback"], ({ playback, problem: now }) => {
    if (playback || now === problem) return;
    problem = now;
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  });
  addEventListener("pagehide", write);
}

/** @type {Partial<State>} */
const START = { mode: "pass", iteration: 0, step: -1, focus: { point: null } };

const REFUSED = tr(
  "keep.nothing",
  "This browser keeps nothing for this page: a reload loses your work. Save it as JSON in “Data”.",
);

/**
 * The page has been opened, with what was `kept` if that could be read: say so, and keep on keeping.
 * `opened()` is due when the first pass should be there.
 *
 * @param {{
 *   store: Store,
 *   lab: ReturnType<typeof createLab>,
 *   player: { pause: () => void },
 *   first: State,
 *   kept: Kept,
 * }} tools
 */
export function bringBack({ store, lab, player, first, kept }) {
  const startOver = () => {
    player.pause();
    store.change({ ...first.problem }, null, START);
    lab.say(tr("keep.first", "This is the first example again. Undo brings your work back."));
  };

  async function opened() {
    if (kept.problem && !store.get().pass) {
      store.set({ problem: first.problem, shown: first.problem });
      kept = { broken: true };
      await lab.show(0);
    }
    if (kept.problem) {
      lab.say(tr("keep.back", "Your last work was brought back."), "info", {
        text: tr("start.over", "Start over"),
        does: startOver,
      });
    }
    if (kept.broken) {
      lab.say(
        tr("keep.broken", "What this browser had kept of your last work cannot be read: this is the first example."),
        "warning",
      );
    }
    keepOn();
  }

  function keepOn() {
    ownTab(true);
    keep(store, first.problem, () => lab.say(REFUSED, "warning"));
  }

  /** Back to what was kept, from what somebody shared. @param {Problem} own */
  function goOn(own) {
    store.change({ ...own }, null, START);
    keepOn();
  }

  return { startOver, opened, keepOn, goOn };
}
