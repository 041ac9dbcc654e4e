// The one link that holds the reader's whole story: copied, measured, and made short. It makes none itself.

import { copy, taking } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { createShort } from "../share/short_link.js";

/** @import { ShortTools } from "../share/short_link.js" */
/** @import { Book, Say } from "../../types.d.ts" */

/**
 * @typedef {object} LinkTools
 * @property {ShortTools["share"]} share
 * @property {() => Promise<string | null>} link  null where the story is too long for one
 * @property {number} most  moments that a story has room for
 * @property {() => Book["parts"]} parts  of the story as it is now
 * @property {Say} say
 */

const LONG = 2000; // characters: what chats and slides still take as a link

/** @param {LinkTools} tools */
export function createLink({ share, link, most, parts, say }) {
  const size = make("p", { class: "note size", role: "status" });
  const field = make("input", {
    type: "text",
    readonly: "",
    "aria-label": "The link of the story",
    spellcheck: "false",
    hidden: "",
  });
  /** @type {(text: string, what: string) => Promise<void>} */
  const take = async (text, what) => say(await taking(text, what));
  const short = createShort({ share, say, take, link });
  /** @type {Book["parts"] | null} */
  let measured = null;

  async function give() {
    const text = await link();
    field.hidden = Boolean(text && (await copy(text)));
    field.value = text ?? "";
    if (field.hidden) return say("The link of the story is in the clipboard.");
    if (!text) return; // what is too long has been said beside the buttons
    say("The browser does not let this page copy: copy the link by hand.");
    field.select();
  }

  /** @param {Book["parts"]} now */
  async function measure(now) {
    const text = now.length ? await link() : "";
    if (parts() !== now) return;
    short.moved(text);
    size.textContent = now.length ? `${now.length} of ${most} moments, ${lengthOf(text)}.` : "";
  }

  return {
    size,
    field,
    short: short.node,
    give,
    /** @param {Book["parts"]} now */
    show(now) {
      short.node.hidden = !now.length;
      if (measured === now) return;
      measured = now;
      measure(now);
    },
  };
}

/** @param {string | null} text */
function lengthOf(text) {
  if (text === null) return "too much for one link: fewer points, or fewer moments, make it shorter";
  const advice = ": some programs cut off links that are so long, and a short link may help";
  return `a link of ${text.length.toLocaleString("en")} characters${text.length > LONG ? advice : ""}`;
}
