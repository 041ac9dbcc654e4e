// Opening a link: what it holds becomes the problem and the place of the page, and what is wrong with it is said. The reader's own work
// stays: kept in the browser, or one Undo away. No DOM.

import { capture } from "./capture.js";
import { LinkError, read } from "./permalink.js";
import { alike, restore } from "./restore.js";
import { judged } from "./story.js";

export { alike };

const TEXTS = {
  damaged: "This link is damaged: it was cut off or changed on its way.",
  newer: "This link was made by a newer Hingelab than this one.",
  empty: "This link holds no moment that this page can show.",
};

/** What a link's content is, or why it is none. */
export const found = (content, catalogue, known) => judged(catalogue, content, known) ?? { refused: TEXTS.empty };

/** {problem, at, said} of an address, {refused, rest} where it is no sound link, null where it is none. */
export async function arriving(hash, catalogue, known) {
  try {
    const content = await read(hash);
    if (!content) return null;
    return found(content, catalogue, known);
  } catch (error) {
    if (!(error instanceof LinkError)) throw error;
    return { refused: TEXTS[error.why], rest: error.content && judged(catalogue, error.content, known) };
  }
}

const SHARED = "This is a moment that somebody shared.";
const unknown = (said) => `This page does not know ${said.join(", ")}: the nearest that it knows stands in its place.`;

const BEGINNING = { mode: "pass", iteration: 0, step: -1, focus: { point: null } };

/** `open` shows a panel by its id, `work.keepOn()` begins to keep what is on the page as the reader's own. */
export function createArrival({ store, lab, player, work, open, catalogue, known }) {
  /** To the place of a moment whose problem is on the page. */
  async function settle({ mode, iteration, step, point, cell, layout, chart: kind, log, parameters, panel, hide }) {
    const focus = { point, ...(cell && { step: cell[0], r: cell[1], c: cell[2] }) };
    if (hide.length) (await import("./hidden.js")).followHidden(store);
    store.set({ mode, iteration, layout, chart: { ...store.get().chart, kind, log, parameters }, focus, hide, step: -1, fill: 1 });
    await lab.show(iteration);
    const { pass } = store.get();
    const at = pass?.steps.findIndex(({ id }) => id === step) ?? -1;
    store.set({ step: at, ...(focus.step && { focus: { ...focus, how: "tap", pinned: true } }) });
    if (mode === "train") await lab.run();
    if (panel) open(panel);
    if (step && at < 0) lab.say(`This pass has no step “${step}”: it is shown from its beginning.`, "warning");
  }

  async function go(moment) {
    player.pause();
    const { mode, iteration } = moment.at;
    store.change({ ...moment.problem }, null, { mode, iteration, step: -1, focus: { point: null } });
    await settle(moment.at);
    if (moment.said.length) lab.say(unknown(moment.said), "warning");
  }

  function refuse({ refused, rest }) {
    if (rest) lab.say(refused, "warning", { text: "Show what could be read", does: () => go(rest) });
    else lab.say(`${refused} Ask for it again, whole.`, "warning");
  }

  function goHome(own) {
    store.change({ ...own }, null, BEGINNING);
    work.keepOn();
  }

  return {
    settle,
    /** The address was changed on the page, to another link or to none: Undo leads back. `beginning`: the state that had none. */
    async go(hash, beginning) {
      const next = hash ? await arriving(hash, catalogue, known) : restore(catalogue, capture(beginning), known);
      if (next.refused) return refuse(next);
      await go(next);
      if (!next.said.length) lab.say(`${SHARED} Undo brings back what was here before.`);
    },
    /** The page began with a link; `mine` is the reader's work that the browser keeps meanwhile, if there is any. */
    welcome(link, mine, title = null) {
      if (link.refused) return refuse(link);
      const { said, problem } = link;
      const other = mine && !alike(mine, problem);
      const text = `${title ? `“${title}” — ` : ""}${said.length ? unknown(said) : SHARED}${other ? " Your own work is kept." : ""}`;
      lab.say(text, said.length ? "warning" : "info", other ? { text: "Go to my own work", does: () => goHome(mine) } : null);
    },
  };
}
