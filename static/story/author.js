// What the panel of the story does with the reader's own: besides keeping it, going to a moment of it and presenting
// it. No DOM.

import { createDraft } from "./draft.js";
import { find } from "../state/problem.js";
import { createGoTo } from "../lab/goto.js";
import { createShare } from "../panels/share/request.js";
import { judged } from "../links/story.js";
import { limits } from "../state/schema.js";
import { createTitles } from "../lab/step_titles.js";
import { createWords } from "../state/words.js";
import { tr } from "../dom/text.js";

/** @import { ShareTools } from "../panels/share/request.js" */
/** @import { Part } from "./draft.js" */
/** @import { PlaybackTools } from "./playback.js" */
/** @import { Draft, State, Playback } from "../types.d.ts" */

/**
 * @typedef {object} Showing  how the story is presented
 * @property {() => Promise<void>} begin
 * @property {() => void} left
 * @property {HTMLElement} held
 */
/** @typedef {PlaybackTools & ShareTools & {present: (how: Showing) => Promise<unknown>}} AuthorTools */

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {AuthorTools} tools */
export function createAuthor(tools) {
  const { store, lab, player, catalogue, known } = tools;
  const draft = createDraft(tools);
  const titles = createTitles(store);
  const goTo = createGoTo(tools);
  const words = createWords(catalogue);
  /** @type {WeakMap<Part, Playback["story"][number]>} */
  const seen = new WeakMap(); // a part as kept: its moment as the page can show it
  const parts = () => /** @type {Draft} */ (store.get().draft).parts; // there since the draft was made

  /** @param {Part} part */
  function momentOf(part) {
    const there = seen.get(part);
    if (there) return there;
    const { story } = /** @type {Pick<Playback, "story">} */ (judged(catalogue, { story: [part] }, known));
    seen.set(part, story[0]);
    return story[0];
  }

  const problems = () => parts().map((part) => momentOf(part).problem);

  return {
    ...draft,
    most: { moments: limits.moments, words: limits.words },
    share: createShare(tools),
    /**
     * What the moment on the page could be told with.
     * @param {State} state
     */
    suggestion({ problem, mode, iteration, step, pass }) {
      if (mode === "train") return tr("suggest.run", "Training, iteration {iteration}", { iteration });
      const title = pass?.steps[step]?.title;
      const what = title === undefined ? words.heading(problem) : capital(title);
      return iteration ? tr("suggest.pass", "{what}, iteration {iteration}", { what, iteration }) : what;
    },
    /**
     * What a moment of the story is, in a few words.
     * @param {Part} part
     */
    about(part) {
      const { problem, at: { mode, step, iteration } } = momentOf(part);
      const what = mode === "train"
        ? tr("moment.training", "training")
        : step
        ? titles.of(problem, step)
        : tr("moment.whole", "the whole pass");
      return tr("moment.about", "{loss} · iteration {iteration} · {what}", {
        loss: find(catalogue.losses, problem.loss.kind).title,
        iteration,
        what,
      });
    },
    /** @param {State} state */
    learn({ shown, pass }) {
      if (pass) titles.see({ shown, pass });
      titles.seek(problems());
    },
    /** @param {number} k */
    async go(k) {
      const { problem, at } = momentOf(parts()[k]);
      player.pause();
      store.change({ ...problem }, null, { mode: at.mode, iteration: at.iteration, step: -1, focus: { point: null } });
      await goTo({ ...at, panel: "story" });
      lab.say(tr("story.onpage", "Moment {n} is on the page. Undo brings back what was here before.", { n: k + 1 }));
    },
    /**
     * `held` has the keyboard, and has it again when that is over.
     * @param {number} k
     * @param {HTMLElement} held
     */
    async present(k, held) {
      const { content, story } = draft.content(); // now: it can be cleared while the rest arrives
      const { playbackOf } = await import("./playback.js");
      const playback = await playbackOf(tools);
      await tools.present({ begin: () => playback.present(content, story, k), left: playback.leave, held });
    },
  };
}
