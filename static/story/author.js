// What the panel of the story does with the reader's own: besides keeping it, going to a moment of it and telling it.
// No DOM.

import { createBook } from "./draft.js";
import { find } from "../state/problem.js";
import { createSettler } from "../lab/goto.js";
import { createShare } from "../panels/share/request.js";
import { judged, MOMENTS, WORDS } from "../links/story.js";
import { createTitles } from "../lab/step_titles.js";
import { createWords } from "../state/words.js";

/** @import { ShareTools } from "../panels/share/request.js" */
/** @import { Part } from "./draft.js" */
/** @import { TellingTools } from "./playback.js" */
/** @import { Book, State, Telling } from "../types.d.ts" */

/**
 * @typedef {object} Showing  how the story is presented
 * @property {() => Promise<void>} begin
 * @property {() => void} left
 * @property {HTMLElement} held
 */
/** @typedef {TellingTools & ShareTools & {present: (how: Showing) => Promise<unknown>}} AuthorTools */

/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** @param {AuthorTools} tools */
export function createAuthor(tools) {
  const { store, lab, player, catalogue, known } = tools;
  const book = createBook(tools);
  const titles = createTitles(store);
  const settle = createSettler(tools);
  const words = createWords(catalogue);
  /** @type {WeakMap<Part, Telling["story"][number]>} */
  const seen = new WeakMap(); // a part as kept: its moment as the page can show it
  const parts = () => /** @type {Book} */ (store.get().book).parts; // there since the book was made

  /** @param {Part} part */
  function momentOf(part) {
    const there = seen.get(part);
    if (there) return there;
    const { story } = /** @type {Pick<Telling, "story">} */ (judged(catalogue, { story: [part] }, known));
    seen.set(part, story[0]);
    return story[0];
  }

  const problems = () => parts().map((part) => momentOf(part).problem);

  return {
    ...book,
    most: { moments: MOMENTS, words: WORDS },
    share: createShare(tools),
    /**
     * What the moment on the page could be told with.
     * @param {State} state
     */
    suggestion({ problem, mode, iteration, step, pass }) {
      if (mode === "train") return `Training, iteration ${iteration}`;
      const title = pass?.steps[step]?.title;
      const what = title === undefined ? words.heading(problem) : capital(title);
      return iteration ? `${what}, iteration ${iteration}` : what;
    },
    /**
     * What a moment of the story is, in a few words.
     * @param {Part} part
     */
    about(part) {
      const { problem, at: { mode, step, iteration } } = momentOf(part);
      const what = mode === "train" ? "training" : step ? titles.of(problem, step) : "the whole pass";
      return `${find(catalogue.losses, problem.loss.kind).title} · iteration ${iteration} · ${what}`;
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
      await settle({ ...at, panel: "story" });
      lab.say(`Moment ${k + 1} is on the page. Undo brings back what was here before.`);
    },
    /**
     * `held` has the keyboard, and has it again when that is over.
     * @param {number} k
     * @param {HTMLElement} held
     */
    async present(k, held) {
      const { content, story } = book.told(); // now: it can be cleared while the rest arrives
      const { tellingOf } = await import("./playback.js");
      const telling = await tellingOf(tools);
      await tools.present({ begin: () => telling.present(content, story, k), left: telling.leave, held });
    },
  };
}
