// A story that is played on the page, moment by moment. The reader's own work is put aside meanwhile, history and all,
// and comes back when the story is closed. It draws nothing: the bar of the story is a view.

import { createAsides } from "./aside.js";
import { createDraft } from "./draft.js";
import { isBeside, momentOf, same } from "../links/encode.js";
import { alike } from "../links/decode.js";
import { createGoTo } from "../lab/goto.js";
import { createStoryBar } from "./bar.js";
import { loadStylesheet } from "../dom/stylesheet.js";
import { keysThat } from "../state/table.js";
import { begun, shared, unknown } from "./words.js";
import { tr } from "../dom/text.js";

/** @import { DraftTools } from "./draft.js" */
/** @import { Moment, Problem, State, Playback } from "../types.d.ts" */

/**
 * @typedef {object} OwnTools
 * @property {{pause: () => void}} player
 * @property {{goOn: (own: Problem) => void}} [work]  a page in a frame keeps none
 * @property {(panel: string | null) => void} open
 */
/** @typedef {Parameters<typeof createGoTo>[0] & DraftTools & OwnTools} PlaybackTools */
/** @typedef {Moment & {playback: Playback, beside?: boolean}} Found  a moment of the story that is played */

/** @type {ReturnType<typeof createPlayback> | null} */
let one = null;

/**
 * There is one page, and one story played on it: made when it is first asked for.
 * @param {PlaybackTools} tools
 */
export async function playbackOf(tools) {
  one ??= createPlayback(tools);
  await one.styled;
  return one;
}

/** @type {(a: Problem, b: Problem) => boolean} */
const sameProblem = (a, b) => alike(a, b) && same(a.box, b.box) && same(a.unit, b.unit);
/** @param {PlaybackTools} tools */
function createPlayback(tools) {
  const { store, lab, player, work } = tools;
  const goTo = createGoTo(tools);
  const asides = createAsides(tools);
  let asked = 0;
  /** @type {Problem | null} */
  let mine = null; // the work that the browser keeps while the page began with a story
  const current = () => /** @type {Playback} */ (store.get().playback); // asked for only while one is played

  function putAside() {
    player.pause();
    asides.put();
  }

  /**
   * To a moment of the story, or one beside it; the page is drawn when it is there.
   * @param {Moment} moment
   * @param {Playback} playback
   */
  async function bring(moment, playback, beside = false) {
    const turn = (asked += 1);
    const { problem } = store.get();
    player.pause();
    store.exchange(); // nothing of another moment is undone here
    store.set({ playback: { ...playback, going: true } });
    if (!sameProblem(problem, moment.problem)) {
      store.set({
        problem: { ...moment.problem },
        mode: moment.at.mode,
        iteration: moment.at.iteration,
        step: -1,
        focus: { point: null },
      });
    }
    await goTo(moment.at, () => turn === asked);
    if (turn !== asked) return;
    store.set({ playback: { ...playback, going: false, here: beside ? null : momentOf(store.get()) } });
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  /** @param {number} at */
  async function go(at) {
    const playback = current();
    if (at in playback.story) await bring(playback.story[at], { ...playback, at });
  }

  /** Back to what was on the page before; false if nothing was. */
  function leave() {
    asked += 1;
    player.pause();
    if (asides.back()) return true;
    store.set({ playback: null });
    return false;
  }

  /** @param {Found} found */
  async function play({ playback, beside, ...moment }) {
    if (!store.get().playback) {
      putAside();
      lab.say(shared(playback.story.length));
    }
    await bring(moment, playback, beside);
  }

  function close() {
    const playback = current();
    const again = {
      text: tr("story.again", "Open it again"),
      does: () => play({ ...playback.story[playback.at], playback }),
    };
    if (leave()) {
      return lab.say(tr("story.closed", "The story is closed: this is what was here before."), "info", again);
    }
    if (mine) work?.goOn(mine);
    lab.say(
      mine
        ? tr("story.closed.own", "The story is closed: this is your own work.")
        : tr("story.closed.stay", "The story is closed. What is on the page stays."),
      "info",
      again,
    );
  }

  const playback = {
    go,
    play,
    leave,
    /**
     * One of the reader's own, from its moment k on; it ends with `leave`.
     * @param {Playback["content"]} content
     * @param {Playback["story"]} story
     * @param {number} k
     */
    async present(content, story, k) {
      putAside();
      await bring(story[k], { content, story, at: k });
    },
    first: () => go(0),
    last: () => go(current().story.length - 1),
    next: () => go(current().at + 1),
    /** The moment before; or this one again, if the page is beside it. */
    previous() {
      const { at } = current();
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
      if (draft.holds(current().content)) return;
      lab.say(begun(current().story.length, Boolean(mine)));
    },
  };
  const draft = createDraft(tools);
  const bar = createStoryBar(/** @type {Element} */ (document.querySelector(".top")), {
    ...playback,
    close,
    keep: () => draft.take(current().content),
  });
  /** @param {State} state */
  const draw = (state) => bar(state.playback, isBeside(state), draft.holds(state.playback?.content));
  store.watch(["playback", "draft", ...keysThat("moment")], draw);
  draw(store.get());
  return { ...playback, styled: loadStylesheet("story/bar") };
}
