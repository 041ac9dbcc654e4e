// Opening a link: what it holds becomes the problem and the place of the page, and what is wrong with it is said. The
// reader's own work stays: kept in the browser, or one Undo away. No DOM.

/** @import { Catalogue, Known, Problem, State, Store } from "../types.d.ts" */
/** @import { createLab } from "../lab/requests.js" */
/** @import { playbackOf } from "../story/playback.js" */
/** @import { Opened, Refused } from "./opening.js" */
import { encode, momentOf } from "../links/encode.js";
import { alike, decode } from "../links/decode.js";
import { createGoTo } from "../lab/goto.js";
import { hashOf } from "../links/share.js";
import { unknown } from "../state/words.js";
import { arriving, found } from "./opening.js";
import { tr } from "../dom/text.js";

export { alike, arriving, found };

/**
 * `open` shows a panel by its id, `work.goOn()` goes on with what the browser keeps.
 *
 * @typedef {Parameters<typeof playbackOf>[0] & {
 *   store: Store,
 *   lab: ReturnType<typeof createLab>,
 *   player: { pause: () => void },
 *   open: (panel: string | null) => void,
 *   followHidden: () => Promise<unknown>,
 *   work: { goOn: (own: Problem) => void },
 *   catalogue: Catalogue,
 *   known: Known,
 * }} Tools
 */

const SHARED = tr("link.shared", "This is a moment that somebody shared.");

/** @param {Tools} tools */
export function createArrival(tools) {
  const { store, lab, player, work, catalogue, known } = tools;
  const goTo = createGoTo(tools);
  const stories = async () => (await import("../story/playback.js")).playbackOf(tools);

  /** @param {Opened} moment */
  async function go(moment) {
    const { playback } = moment;
    if (playback) return (await stories()).play({ ...moment, playback });
    player.pause();
    const { mode, iteration } = moment.at;
    store.change({ ...moment.problem }, null, { mode, iteration, step: -1, focus: { point: null } });
    await goTo(moment.at);
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  /**
   * Another address than the story's: the page from before it comes back first. Is that what was asked for?
   *
   * @param {string} hash
   * @param {State} beginning
   */
  async function leave(hash, beginning) {
    (await stories()).leave();
    const [first, here] = await Promise.all([beginning, store.get()].map(hashOf));
    return here.hash === (hash || first.hash);
  }

  /** @param {Refused} link */
  function refuse({ refused, rest }) {
    if (rest) lab.say(refused, "warning", { text: tr("link.show", "Show what could be read"), does: () => go(rest) });
    else lab.say(tr("link.again", "{refused} Ask for it again, whole.", { refused }), "warning");
  }

  return {
    goTo,
    /**
     * The address was changed on the page, to another link or to none: Undo leads back. `beginning`: the state that had
     * none.
     *
     * @param {string} hash
     * @param {State} beginning
     */
    async go(hash, beginning) {
      /** @type {Opened | Refused | null} */
      const next = hash ? await arriving(hash, catalogue, known) : decode(catalogue, encode(beginning), known);
      if (!next) return;
      if (next.refused !== undefined) return refuse(next);
      if (!next.playback && store.get().playback && (await leave(hash, beginning))) return;
      await go(next);
      const own = !hash || history.state?.own; // Back or Forward, to what this page wrote
      if (!next.said.length && !next.playback) {
        const back = tr("undo.back", "Undo brings back what was here before.");
        lab.say(own ? back : `${SHARED} ${back}`);
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
      const { said, problem, playback, beside } = link;
      if (playback) {
        store.set({ playback: { ...playback, here: beside ? null : momentOf(store.get()) } });
        return stories().then(
          (story) => story.welcome(said, mine),
          () =>
            lab.say(tr("story.away", "The rest of this story did not arrive. Reload the page in a moment."), "error"),
        );
      }
      const other = mine && !alike(mine, problem) ? mine : null;
      const named = title ? tr("link.titled", "“{title}” — ", { title }) : "";
      const kept = other ? ` ${tr("link.kept", "Your own work is kept.")}` : "";
      lab.say(
        `${named}${said.length ? unknown(said) : SHARED}${kept}`,
        said.length ? "warning" : "info",
        other && { text: tr("link.own", "Go to my own work"), does: () => work.goOn(other) },
      );
    },
  };
}
