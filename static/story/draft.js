// The reader's own story: moments of the page with a line of text each. What was changed can be undone, apart from the
// history of the page. It touches no DOM.

import { capture } from "../links/encode.js";
import { createKeeper } from "./storage.js";
import { write } from "../links/permalink.js";
import { fitting, judged, MOMENTS, WORDS } from "../links/story.js";

/** @import { Book, Catalogue, Known, Say, Store, Telling } from "../types.d.ts" */

/** @typedef {{store: Store, lab: {say: Say}, catalogue: Catalogue, known: Known}} BookTools */
/** @typedef {Book["parts"][number]} Part */

const DEEP = 50; // undo steps kept
const FULL = `A story has room for ${MOMENTS} moments: remove one, or begin another story.`;
const LONG = `A line has room for ${WORDS} characters: what went beyond was cut off.`;
const BROKEN = "What this browser had kept as your story cannot be read. It was put aside: “Story” has it.";
const UNKEPT = "This browser keeps nothing for this page: a reload loses your story. Copy its link to have it again.";

/** @param {BookTools} tools */
export function createBook({ store, lab, catalogue, known }) {
  const keeper = createKeeper({ catalogue, known });
  const book = () => /** @type {Book} */ (store.get().book); // there as soon as it was made below
  const parts = () => book().parts;
  /** @param {Partial<Book>} patch */
  const show = (patch) => store.set({ book: { ...book(), ...patch } });

  function keep() {
    const { warned } = book();
    const kept = keeper.keep(parts());
    if (!kept && !warned) lab.say(UNKEPT, "warning");
    show({ warned: warned || !kept });
  }

  function undo() {
    const { notice } = store.get();
    const { past } = book();
    if (notice?.action?.does === undo) lab.say(null);
    if (!past.length) return;
    show({ parts: past[past.length - 1], past: past.slice(0, -1) });
    keep();
  }

  /**
   * `said` is told with a way back; an older way back would lead elsewhere now.
   * @param {Part[]} next
   * @param {string} said
   */
  function put(next, said = "") {
    const { notice } = store.get();
    show({ parts: next, past: [...book().past, parts()].slice(-DEEP) });
    if (said) lab.say(said, "info", { text: "Undo", does: undo });
    else if (notice?.action?.does === undo) lab.say(null);
    keep();
  }

  /**
   * What a line has room for; says so where that is not all.
   * @param {string} given
   */
  function line(given) {
    const { text, cut } = fitting(given);
    if (cut) lab.say(LONG, "warning");
    return text;
  }

  /** @type {(k: number, patch: Partial<Part>) => Part[]} */
  const replaced = (k, patch) => parts().map((part, at) => (at === k ? { ...part, ...patch } : part));

  /** The story's own panel is no part of what it shows. */
  const moment = () => {
    const state = store.get();
    return capture({ ...state, panel: state.panel === "story" ? null : state.panel });
  };

  if (!store.get().book) {
    const { broken, ...found } = keeper.recall();
    store.set({ book: { ...found, past: [], warned: false } });
    if (broken) lab.say(BROKEN, "warning");
    keeper.follow((others) => show({ parts: others, past: [...book().past, parts()] }));
  }

  return {
    /**
     * False where there is no room.
     * @param {string} text
     */
    add(text) {
      const room = parts().length < MOMENTS;
      if (room) put([...parts(), { text: line(text), moment: moment() }]);
      else lab.say(FULL, "warning");
      return room;
    },
    /** @type {(k: number, text: string) => void} */
    edit: (k, text) => put(replaced(k, { text: line(text) })),
    /** @param {number} k */
    replace: (k) => put(replaced(k, { moment: moment() }), `Moment ${k + 1} is what is on the page now.`),
    /** @param {number} k */
    remove: (k) => put(parts().filter((_, at) => at !== k), `Moment ${k + 1} was removed.`),
    clear: () => put([], "Your story is empty again."),
    /**
     * To another place in the order.
     * @param {number} k
     * @param {number} to
     */
    move(k, to) {
      const rest = parts().filter((_, at) => at !== k);
      if (to in parts()) put([...rest.slice(0, to), parts()[k], ...rest.slice(to)]);
    },
    /**
     * A story that somebody shared becomes the reader's.
     * @param {Record<string, any>} content
     */
    take: ({ story }) =>
      put(story, `This story is yours now: “Story” has it${parts().length ? ", in place of the one before" : ""}.`),
    undo,
    /** @param {Record<string, any> | undefined} content */
    holds: (content) => JSON.stringify(content?.story) === JSON.stringify(parts()),
    /** `story`: its moments as the page can show them. */
    told() {
      const content = { story: parts() };
      const { story } = /** @type {Pick<Telling, "story">} */ (judged(catalogue, content, known));
      return { content, story };
    },
    /** The whole address of the story, null if it is too long for a link. */
    link: () => write({ story: parts() }).then((hash) => `${location.origin}${location.pathname}${hash}`, () => null),
    forget() {
      keeper.forget();
      show({ unread: null });
    },
  };
}
