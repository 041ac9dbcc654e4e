// The one link that holds the reader's whole story: copied, measured, and made short.

import { copy } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { taking } from "../share/copied.js";
import { createShort } from "../share/short_link.js";
import { counted, tr } from "../../dom/text.js";

/** @import { ShortTools } from "../share/short_link.js" */
/** @import { Draft, Say } from "../../types.d.ts" */

/**
 * @typedef {object} LinkTools
 * @property {ShortTools["share"]} share
 * @property {() => Promise<string | null>} link  null where the story is too long for one
 * @property {number} most  moments that a story has room for
 * @property {() => Draft["parts"]} parts  of the story as it is now
 * @property {Say} say
 */

const LONG = 2000; // characters: what chats and slides still take as a link

/** @param {LinkTools} tools */
export function createLink({ share, link, most, parts, say }) {
  const size = make("p", { class: "note size", role: "status" });
  const field = make("input", {
    type: "text",
    readonly: "",
    "aria-label": tr("story.link", "The link of the story"),
    spellcheck: "false",
    hidden: "",
  });
  /** @type {(text: string, what: import("../share/copied.js").What) => Promise<void>} */
  const take = async (text, what) => say(await taking(text, what));
  const short = createShort({ share, say, take, link });
  /** @type {Draft["parts"] | null} */
  let shown = null;

  async function give() {
    const text = await link();
    field.hidden = Boolean(text && (await copy(text)));
    field.value = text ?? "";
    if (field.hidden) return say(tr("story.copied", "The link of the story is in the clipboard."));
    if (!text) return; // what is too long has been said beside the buttons
    say(tr("story.uncopied", "The browser does not let this page copy: copy the link by hand."));
    field.select();
  }

  /** @param {Draft["parts"]} now */
  async function measure(now) {
    const text = now.length ? await link() : "";
    if (parts() !== now) return;
    short.moved(text);
    size.textContent = now.length ? measured(now.length, most, text) : "";
  }

  return {
    size,
    field,
    short: short.node,
    give,
    /** @param {Draft["parts"]} now */
    show(now) {
      short.node.hidden = !now.length;
      if (shown === now) return;
      shown = now;
      measure(now);
    },
  };
}

/**
 * How many moments there are, and how long their link is; null: there is none.
 * @type {(n: number, most: number, text: string | null) => string}
 */
function measured(n, most, text) {
  const length = counted(text?.length ?? 0);
  if (text === null) {
    return tr(
      "story.size.none",
      "{n} of {most} moments, too much for one link: fewer points, or fewer moments, make it shorter.",
      { n, most },
    );
  }
  return text.length <= LONG
    ? tr("story.size", "{n} of {most} moments, a link of {length} characters.", { n, most, length })
    : tr(
      "story.size.long",
      "{n} of {most} moments, a link of {length} characters: some programs cut off links that are so long, and a " +
        "short link may help.",
      { n, most, length },
    );
}
