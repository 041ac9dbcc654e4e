// A story that is told on the page, moment by moment. The reader's own work is put aside meanwhile, history and all,
// and comes back when the story is closed. It draws nothing: the bar of the story is a view.

import { createAsides } from "./aside.js";
import { createBook } from "./draft.js";
import { isBeside, momentOf, same } from "../links/encode.js";
import { alike } from "../links/decode.js";
import { createSettler } from "../lab/goto.js";
import { createStoryBar } from "./bar.js";
import { dressed } from "../dom/sheet.js";
import { keysThat } from "../state/table.js";

/** @import { BookTools } from "./draft.js" */
/** @import { Moment, Problem, State, Telling } from "../types.d.ts" */

/**
 * @typedef {object} OwnTools
 * @property {{pause: () => void}} player
 * @property {{goOn: (own: Problem) => void}} [work]  a page in a frame keeps none
 * @property {(panel: string | null) => void} open
 */
/** @typedef {Parameters<typeof createSettler>[0] & BookTools & OwnTools} TellingTools */
/** @typedef {Moment & {telling: Telling, beside?: boolean}} Found  a moment of the story that is told */

/** @type {ReturnType<typeof createTelling> | null} */
let one = null;

/**
 * There is one page, and one story told on it: made when it is first asked for.
 * @param {TellingTools} tools
 */
export async function tellingOf(tools) {
  one ??= createTelling(tools);
  await one.dressed;
  return one;
}

/** @type {(a: Problem, b: Problem) => boolean} */
const sameProblem = (a, b) => alike(a, b) && same(a.box, b.box) && same(a.unit, b.unit);
/** @param {number} n */
const moments = (n) => `${n} moment${n > 1 ? "s" : ""}`;
/** @param {string[]} said */
const unknown = (said) => `This page does not know ${said.join(", ")}: the nearest that it knows stands in its place.`;

/** @param {TellingTools} tools */
function createTelling(tools) {
  const { store, lab, player, work } = tools;
  const settle = createSettler(tools);
  const asides = createAsides(tools);
  let asked = 0;
  /** @type {Problem | null} */
  let mine = null; // the work that the browser keeps while the page began with a story
  const told = () => /** @type {Telling} */ (store.get().telling); // asked for only while one is told

  function putAside() {
    player.pause();
    asides.put();
  }

  /**
   * To a moment of the story, or one beside it; the page is drawn when it is there.
   * @param {Moment} moment
   * @param {Telling} telling
   */
  async function bring(moment, telling, beside = false) {
    const turn = (asked += 1);
    const { problem } = store.get();
    player.pause();
    store.exchange(); // nothing of another moment is undone here
    store.set({ telling: { ...telling, going: true } });
    if (!sameProblem(problem, moment.problem)) {
      store.set({
        problem: { ...moment.problem },
        mode: moment.at.mode,
        iteration: moment.at.iteration,
        step: -1,
        focus: { point: null },
      });
    }
    await settle(moment.at, () => turn === asked);
    if (turn !== asked) return;
    store.set({ telling: { ...telling, going: false, here: beside ? null : momentOf(store.get()) } });
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  /** @param {number} at */
  async function go(at) {
    const telling = told();
    if (at in telling.story) await bring(telling.story[at], { ...telling, at });
  }

  /** Back to what was on the page before; false if nothing was. */
  function leave() {
    asked += 1;
    player.pause();
    if (asides.back()) return true;
    store.set({ telling: null });
    return false;
  }

  /** @param {Found} found */
  async function tell({ telling, beside, ...moment }) {
    if (!store.get().telling) {
      putAside();
      const many = moments(telling.story.length);
      lab.say(`This is a story that somebody shared: ${many}. Closing it brings back what was here before.`);
    }
    await bring(moment, telling, beside);
  }

  function close() {
    const telling = told();
    const again = { text: "Open it again", does: () => tell({ ...telling.story[telling.at], telling }) };
    if (leave()) return lab.say("The story is closed: this is what was here before.", "info", again);
    if (mine) work?.goOn(mine);
    lab.say(
      mine ? "The story is closed: this is your own work." : "The story is closed. What is on the page stays.",
      "info",
      again,
    );
  }

  const telling = {
    go,
    tell,
    leave,
    /**
     * One of the reader's own, from its moment k on; it ends with `leave`.
     * @param {Telling["content"]} content
     * @param {Telling["story"]} story
     * @param {number} k
     */
    async present(content, story, k) {
      putAside();
      await bring(story[k], { content, story, at: k });
    },
    first: () => go(0),
    last: () => go(told().story.length - 1),
    next: () => go(told().at + 1),
    /** The moment before; or this one again, if the page is beside it. */
    previous() {
      const { at } = told();
      return go(isBeside(store.get()) ? at : at - 1);
    },
    /**
     * The page began with a story; `kept` is the reader's work that the browser keeps meanwhile, if there is any.
     * @param {string[]} said
     * @param {Problem | null | false | undefined} kept
     */
    welcome(said, kept) {
      mine = kept || null;
      if (said.length) return lab.say(unknown(said), "warning");
      if (book.holds(told().content)) return;
      const own = mine ? " Your own work is kept." : "";
      lab.say(`This is a story that somebody shared: ${moments(told().story.length)}.${own}`);
    },
  };
  const book = createBook(tools);
  const bar = createStoryBar(/** @type {Element} */ (document.querySelector(".top")), {
    ...telling,
    close,
    keep: () => book.take(told().content),
  });
  /** @param {State} state */
  const draw = (state) => bar(state.telling, isBeside(state), book.holds(state.telling?.content));
  store.watch(["telling", "book", ...keysThat("moment")], draw);
  draw(store.get());
  return { ...telling, dressed: dressed("story/bar") };
}
