// What the panel of the story does with the reader's own: besides keeping it, going to a moment of it and telling it. No DOM.

import { createBook } from "./book.js";
import { find } from "./problem.js";
import { createSettler } from "./settle.js";
import { createShare } from "./share.js";
import { MOMENTS, WORDS, judged } from "./story.js";
import { createTitles } from "./titles.js";
import { createWords } from "./words.js";

const capital = (text) => text[0].toUpperCase() + text.slice(1);

export function createAuthor(tools) {
  const { store, lab, player, catalogue, known } = tools;
  const [book, titles, settle, words] = [createBook(tools), createTitles(store), createSettler(tools), createWords(catalogue)];
  const seen = new WeakMap(); // a part as kept: its moment as the page can show it

  function momentOf(part) {
    if (!seen.has(part)) seen.set(part, judged(catalogue, { story: [part] }, known).story[0]);
    return seen.get(part);
  }

  const problems = () => store.get().book.parts.map((part) => momentOf(part).problem);

  return {
    ...book,
    most: { moments: MOMENTS, words: WORDS },
    share: createShare(store),
    /** What the moment on the page could be told with. */
    suggestion({ problem, mode, iteration, step, pass }) {
      if (mode === "train") return `Training, iteration ${iteration}`;
      return `${step < 0 ? words.heading(problem) : capital(pass.steps[step].title)}${iteration ? `, iteration ${iteration}` : ""}`;
    },
    /** What a moment of the story is, in a few words. */
    about(part) {
      const { problem, at: { mode, step, iteration } } = momentOf(part);
      const what = mode === "train" ? "training" : step ? titles.of(problem, step) : "the whole pass";
      return `${find(catalogue.losses, problem.loss.kind).title} · iteration ${iteration} · ${what}`;
    },
    learn(state) {
      titles.see(state);
      titles.seek(problems());
    },
    async go(k) {
      const { problem, at } = momentOf(store.get().book.parts[k]);
      player.pause();
      store.change({ ...problem }, null, { mode: at.mode, iteration: at.iteration, step: -1, focus: { point: null } });
      await settle({ ...at, panel: "story" });
      lab.say(`Moment ${k + 1} is on the page. Undo brings back what was here before.`);
    },
    /** `held` has the keyboard, and has it again when that is over. */
    async present(k, held) {
      const { content, story } = book.told(); // now: it can be cleared while the rest arrives
      const [{ tellingOf }, { present }] = await Promise.all([import("./telling.js"), import("./present.js")]);
      const telling = await tellingOf(tools);
      await present(tools, { begin: () => telling.present(content, story, k), left: telling.leave, held });
    },
  };
}
