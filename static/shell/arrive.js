// Opening a link: what it holds becomes the problem and the place of the page, and what is wrong with it is said. The
// reader's own work stays: kept in the browser, or one Undo away. No DOM.

/** @import { Catalogue, Known, Moment, Problem, State, Store, Telling } from "../types.d.ts" */
/** @import { createLab } from "../lab/requests.js" */
/** @import { tellingOf } from "../story/playback.js" */
import { capture, momentOf } from "../links/encode.js";
import { LinkError, read } from "../links/permalink.js";
import { alike, restore } from "../links/decode.js";
import { createSettler } from "../lab/goto.js";
import { hashOf } from "../links/share.js";
import { judged } from "../links/story.js";

export { alike };

/**
 * What a link opens: a moment, in a story with what is told there; `beside`: the page has left that story by hand.
 *
 * @typedef {Moment & { telling?: Telling, beside?: boolean, refused?: undefined }} Opened
 */

/**
 * Why a link opens nothing, and what could be read all the same.
 *
 * @typedef {{ refused: string, rest?: Opened | null, problem?: undefined, telling?: undefined }} Refused
 */

/**
 * `open` shows a panel by its id, `work.goOn()` goes on with what the browser keeps.
 *
 * @typedef {Parameters<typeof tellingOf>[0] & {
 *   store: Store,
 *   lab: ReturnType<typeof createLab>,
 *   player: { pause: () => void },
 *   open: (panel: string | null) => void,
 *   followHidden: () => Promise<unknown>,
 *   work?: { goOn: (own: Problem) => void },
 *   catalogue: Catalogue,
 *   known: Known,
 * }} Tools
 */

/** @type {Record<string, string>} */
const TEXTS = {
  damaged: "This link is damaged: it was cut off or changed on its way.",
  newer: "This link was made by a newer Hingelab than this one.",
  empty: "This link holds no moment that this page can show.",
};

/**
 * What a link's content opens, null if nothing: of a story the moment that it is at, with what is told as `telling`.
 *
 * @param {Catalogue} catalogue
 * @param {Record<string, any>} content
 * @param {Known} known
 * @returns {Opened | null}
 */
function opening(catalogue, content, known) {
  const whole = judged(catalogue, content, known);
  if (!whole || !("story" in whole)) return whole;
  const { story, at, said } = whole;
  return { ...story[at], said, telling: { content, story, at } };
}

/**
 * What a link's content opens, or why nothing.
 *
 * @param {Record<string, any>} content
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Opened | Refused}
 */
export const found = (content, catalogue, known) => opening(catalogue, content, known) ?? { refused: TEXTS.empty };

/**
 * What an address opens, or why nothing; null where it is no link.
 *
 * @param {string} hash
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @returns {Promise<Opened | Refused | null>}
 */
async function reading(hash, catalogue, known) {
  try {
    const content = await read(hash);
    return content && found(content, catalogue, known);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { refused: TEXTS[error.why], rest: error.content && opening(catalogue, error.content, known) };
  }
}

/**
 * The same of the address that the page has now, which may be a moment beside a story: that story is told on.
 *
 * @param {string} hash
 * @param {Catalogue} catalogue
 * @param {Known} known
 */
export async function arriving(hash, catalogue, known) {
  const here = await reading(hash, catalogue, known);
  if (!here?.problem || !history.state?.story) return here;
  const left = await reading(history.state.story, catalogue, known);
  return left?.telling ? { ...here, telling: left.telling, beside: true } : here;
}

const SHARED = "This is a moment that somebody shared.";
/** @param {string[]} said */
const unknown = (said) => `This page does not know ${said.join(", ")}: the nearest that it knows stands in its place.`;

/** @param {Tools} tools */
export function createArrival(tools) {
  const { store, lab, player, work, catalogue, known } = tools;
  const settle = createSettler(tools);
  const stories = async () => (await import("../story/playback.js")).tellingOf(tools);

  /** @param {Opened} moment */
  async function go(moment) {
    if (moment.telling) return (await stories()).tell(moment);
    player.pause();
    const { mode, iteration } = moment.at;
    store.change({ ...moment.problem }, null, { mode, iteration, step: -1, focus: { point: null } });
    await settle(moment.at);
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  /** Another address than the story's: the page from before it comes back first. Is that what was asked for? @param {string} hash @param {State} beginning */
  async function leave(hash, beginning) {
    (await stories()).leave();
    const [first, here] = await Promise.all([beginning, store.get()].map(hashOf));
    return here.hash === (hash || first.hash);
  }

  /** @param {Refused} link */
  function refuse({ refused, rest }) {
    if (rest) lab.say(refused, "warning", { text: "Show what could be read", does: () => go(rest) });
    else lab.say(`${refused} Ask for it again, whole.`, "warning");
  }

  return {
    settle,
    /**
     * The address was changed on the page, to another link or to none: Undo leads back. `beginning`: the state that had
     * none.
     *
     * @param {string} hash
     * @param {State} beginning
     */
    async go(hash, beginning) {
      /** @type {Opened | Refused | null} */
      const next = hash ? await arriving(hash, catalogue, known) : restore(catalogue, capture(beginning), known);
      if (!next) return;
      if (next.refused !== undefined) return refuse(next);
      if (!next.telling && store.get().telling && (await leave(hash, beginning))) return;
      await go(next);
      const own = !hash || history.state?.own; // Back or Forward, to what this page wrote
      if (!next.said.length && !next.telling) {
        lab.say(`${own ? "" : `${SHARED} `}Undo brings back what was here before.`);
      }
    },
    /**
     * The page began with a link; `mine` is the reader's work that the browser keeps meanwhile, if there is any.
     * Resolves when a story is all there.
     *
     * @param {Opened | Refused} link
     * @param {Problem | null} mine
     * @param {string | null} title
     */
    welcome(link, mine, title = null) {
      if (link.refused !== undefined) return refuse(link);
      const { said, problem, telling, beside } = link;
      if (telling) {
        store.set({ telling: { ...telling, here: beside ? null : momentOf(store.get()) } });
        return stories().then(
          (story) => story.welcome(said, mine),
          () => lab.say("The rest of this story did not arrive. Reload the page in a moment.", "error"),
        );
      }
      const other = mine && !alike(mine, problem) ? mine : null;
      const named = title ? `“${title}” — ` : "";
      lab.say(
        `${named}${said.length ? unknown(said) : SHARED}${other ? " Your own work is kept." : ""}`,
        said.length ? "warning" : "info",
        other && { text: "Go to my own work", does: () => work?.goOn(other) },
      );
    },
  };
}
