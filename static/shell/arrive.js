// Opening a link: what it holds becomes the problem and the place of the page, and what is wrong with it is said. The
// reader's own work stays: kept in the browser, or one Undo away. No DOM.

/** @import { Catalogue, Known, Problem, State, Store } from "../types.d.ts" */
/** @import { createLab } from "../lab/requests.js" */
/** @import { tellingOf } from "../story/playback.js" */
/** @import { Opened, Refused } from "./opening.js" */
import { capture, momentOf } from "../links/encode.js";
import { alike, restore } from "../links/decode.js";
import { createSettler } from "../lab/goto.js";
import { hashOf } from "../links/share.js";
import { arriving, found } from "./opening.js";

export { alike, arriving, found };

/**
 * `open` shows a panel by its id, `work.goOn()` goes on with what the browser keeps.
 *
 * @typedef {Parameters<typeof tellingOf>[0] & {
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
    const { telling } = moment;
    if (telling) return (await stories()).tell({ ...moment, telling });
    player.pause();
    const { mode, iteration } = moment.at;
    store.change({ ...moment.problem }, null, { mode, iteration, step: -1, focus: { point: null } });
    await settle(moment.at);
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
        other && { text: "Go to my own work", does: () => work.goOn(other) },
      );
    },
  };
}
