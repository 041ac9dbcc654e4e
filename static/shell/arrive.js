// Opening a link: what it holds becomes the problem and the place of the page, and what is wrong with it is said. The reader's own work
// stays: kept in the browser, or one Undo away. No DOM.

import { capture, momentOf } from "../links/encode.js";
import { LinkError, read } from "../links/permalink.js";
import { alike, restore } from "../links/decode.js";
import { createSettler } from "../lab/goto.js";
import { hashOf } from "../links/share.js";
import { judged } from "../links/story.js";

export { alike };

const TEXTS = {
  damaged: "This link is damaged: it was cut off or changed on its way.",
  newer: "This link was made by a newer Hingelab than this one.",
  empty: "This link holds no moment that this page can show.",
};

/** What a link's content opens, null if nothing: of a story the moment that it is at, with what is told as `telling`. */
function opening(catalogue, content, known) {
  const whole = judged(catalogue, content, known);
  if (!whole?.story) return whole;
  const { story, at, said } = whole;
  return { ...story[at], said, telling: { content, story, at } };
}

/** What a link's content opens, or why nothing. */
export const found = (content, catalogue, known) => opening(catalogue, content, known) ?? { refused: TEXTS.empty };

/** {problem, at, said} of an address, with `telling` in a story; {refused, rest} where it is no sound link, null where it is none. */
async function reading(hash, catalogue, known) {
  try {
    const content = await read(hash);
    return content && found(content, catalogue, known);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { refused: TEXTS[error.why], rest: error.content && opening(catalogue, error.content, known) };
  }
}

/** The same of the address that the page has now, which may be a moment beside a story: that story is told on. */
export async function arriving(hash, catalogue, known) {
  const found = await reading(hash, catalogue, known);
  const left = found?.problem && history.state?.story && (await reading(history.state.story, catalogue, known));
  return left?.telling ? { ...found, telling: left.telling, beside: true } : found;
}

const SHARED = "This is a moment that somebody shared.";
const unknown = (said) => `This page does not know ${said.join(", ")}: the nearest that it knows stands in its place.`;

/** `open` shows a panel by its id, `work.keepOn()` begins to keep what is on the page as the reader's own. */
export function createArrival(tools) {
  const { store, lab, player, work, catalogue, known } = tools;
  const settle = createSettler(tools);
  const stories = async () => (await import("../story/playback.js")).tellingOf(tools);

  async function go(moment) {
    if (moment.telling) return (await stories()).tell(moment);
    player.pause();
    const { mode, iteration } = moment.at;
    store.change({ ...moment.problem }, null, { mode, iteration, step: -1, focus: { point: null } });
    await settle(moment.at);
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  /** Another address than the story's: the page from before it comes back first. Is that what was asked for? */
  async function leave(hash, beginning) {
    (await stories()).leave();
    const [first, here] = await Promise.all([beginning, store.get()].map(hashOf));
    return here.hash === (hash || first.hash);
  }

  function refuse({ refused, rest }) {
    if (rest) lab.say(refused, "warning", { text: "Show what could be read", does: () => go(rest) });
    else lab.say(`${refused} Ask for it again, whole.`, "warning");
  }

  return {
    settle,
    /** The address was changed on the page, to another link or to none: Undo leads back. `beginning`: the state that had none. */
    async go(hash, beginning) {
      const next = hash ? await arriving(hash, catalogue, known) : restore(catalogue, capture(beginning), known);
      if (next.refused) return refuse(next);
      if (!next.telling && store.get().telling && (await leave(hash, beginning))) return;
      await go(next);
      const own = !hash || history.state?.own; // Back or Forward, to what this page wrote
      if (!next.said.length && !next.telling) {
        lab.say(`${own ? "" : `${SHARED} `}Undo brings back what was here before.`);
      }
    },
    /**
     * The page began with a link; `mine` is the reader's work that the browser keeps meanwhile, if there is any. Resolves when a
     * story is all there.
     */
    welcome(link, mine, title = null) {
      if (link.refused) return refuse(link);
      const { said, problem, telling, beside } = link;
      if (telling) {
        store.set({ telling: { ...telling, here: beside ? null : momentOf(store.get()) } });
        return stories().then(
          (story) => story.welcome(said, mine),
          () => lab.say("The rest of this story did not arrive. Reload the page in a moment.", "error"),
        );
      }
      const other = mine && !alike(mine, problem);
      const text = `${title ? `“${title}” — ` : ""}${said.length ? unknown(said) : SHARED}${
        other ? " Your own work is kept." : ""
      }`;
      lab.say(
        text,
        said.length ? "warning" : "info",
        other ? { text: "Go to my own work", does: () => work.goOn(mine) } : null,
      );
    },
  };
}
