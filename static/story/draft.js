// The reader's own story: moments of the page with a line of text each. What was changed can be undone, apart from the
// history of the page. It touches no DOM.

import { encode } from "../links/encode.js";
import { createKeeper } from "./storage.js";
import { write } from "../links/permalink.js";
import { fitting, judged } from "../links/story.js";
import { limits } from "../state/schema.js";
import { tr } from "../dom/text.js";

/** @import { Draft, Catalogue, Known, Say, Store, Playback } from "../types.d.ts" */

/** @typedef {{store: Store, lab: {say: Say}, catalogue: Catalogue, known: Known}} DraftTools */
/** @typedef {Draft["parts"][number]} Part */

const DEEP = 50; // undo steps kept
const full = () =>
  tr("story.room", "A story has room for {n} moments: remove one, or begin another story.", { n: limits.moments });
const long = () =>
  tr("story.cut", "A line has room for {n} characters: what went beyond was cut off.", { n: limits.words });
const BROKEN = tr(
  "story.broken",
  "What this browser had kept as your story cannot be read. It was put aside: “Story” has it.",
);
const UNKEPT = tr(
  "story.unkept",
  "This browser keeps nothing for this page: a reload loses your story. Copy its link to have it again.",
);

/** @param {DraftTools} tools */
export function createDraft({ store, lab, catalogue, known }) {
  const keeper = createKeeper({ catalogue, known });
  const draft = () => /** @type {Draft} */ (store.get().draft); // there as soon as it was made below
  const parts = () => draft().parts;
  /** @param {Partial<Draft>} patch */
  const show = (patch) => store.set({ draft: { ...draft(), ...patch } });

  function keep() {
    const { warned } = draft();
    const kept = keeper.keep(parts());
    if (!kept && !warned) lab.say(UNKEPT, "warning");
    show({ warned: warned || !kept });
  }

  function undo() {
    const { notice } = store.get();
    const { past } = draft();
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
    show({ parts: next, past: [...draft().past, parts()].slice(-DEEP) });
    if (said) lab.say(said, "info", { text: tr("undo", "Undo"), does: undo });
    else if (notice?.action?.does === undo) lab.say(null);
    keep();
  }

  /**
   * What a line has room for; says so where that is not all.
   * @param {string} given
   */
  function line(given) {
    const { text, cut } = fitting(given);
    if (cut) lab.say(long(), "warning");
    return text;
  }

  /** @type {(k: number, patch: Partial<Part>) => Part[]} */
  const replaced = (k, patch) => parts().map((part, at) => (at === k ? { ...part, ...patch } : part));

  /** The story's own panel is no part of what it shows. */
  const moment = () => {
    const state = store.get();
    return encode({ ...state, panel: state.panel === "story" ? null : state.panel });
  };

  if (!store.get().draft) {
    const { broken, ...found } = keeper.recall();
    store.set({ draft: { ...found, past: [], warned: false } });
    if (broken) lab.say(BROKEN, "warning");
    keeper.follow((others) => show({ parts: others, past: [...draft().past, parts()] }));
  }

  return {
    /**
     * False where there is no room.
     * @param {string} text
     */
    add(text) {
      const room = parts().length < limits.moments;
      if (room) put([...parts(), { text: line(text), moment: moment() }]);
      else lab.say(full(), "warning");
      return room;
    },
    /** @type {(k: number, text: string) => void} */
    edit: (k, text) => put(replaced(k, { text: line(text) })),
    /** @param {number} k */
    replace: (k) =>
      put(replaced(k, { moment: moment() }), tr("story.is", "Moment {n} is what is on the page now.", { n: k + 1 })),
    /** @param {number} k */
    remove: (k) =>
      put(parts().filter((_, at) => at !== k), tr("story.removed", "Moment {n} was removed.", { n: k + 1 })),
    clear: () => put([], tr("story.cleared", "Your story is empty again.")),
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
      put(
        story,
        parts().length
          ? tr("story.yours.instead", "This story is yours now: “Story” has it, in place of the one before.")
          : tr("story.yours", "This story is yours now: “Story” has it."),
      ),
    undo,
    /** @param {Record<string, any> | undefined} content */
    holds: (content) => JSON.stringify(content?.story) === JSON.stringify(parts()),
    /** `story`: its moments as the page can show them. */
    content() {
      const content = { story: parts() };
      const { story } = /** @type {Pick<Playback, "story">} */ (judged(catalogue, content, known));
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
