// Copying a link or code, and the sentence that says whether the browser did.

import { copy } from "../../dom/save.js";
import { tr } from "../../dom/text.js";

/** @typedef {"link" | "short" | "code"} What */

/** @type {Record<What, { done: string, refused: string }>} */
const SAID = {
  link: {
    done: tr("copied.link", "The link is in the clipboard."),
    refused: tr("uncopied.link", "The browser does not let this page copy: mark the link and copy it by hand."),
  },
  short: {
    done: tr("copied.short", "The short link is in the clipboard."),
    refused: tr("uncopied.short", "The browser does not let this page copy: mark the short link and copy it by hand."),
  },
  code: {
    done: tr("copied.code", "The code is in the clipboard."),
    refused: tr("uncopied.code", "The browser does not let this page copy: mark the code and copy it by hand."),
  },
};

/** @type {(text: string, what: What) => Promise<string>} */
export const taking = async (text, what) => SAID[what][(await copy(text)) ? "done" : "refused"];
