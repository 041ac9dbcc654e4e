// The short link in the panel "Share": made on wish, in large type, as a code to point a phone at, and deleted again by
// who made it.

import { limits } from "../../state/schema.js";
import { classed, make } from "../../dom/make.js";
import { loadStylesheet } from "../../dom/stylesheet.js";
import { tr } from "../../dom/text.js";

/** @import { Share, Short } from "./request.js" */
/** @import { Say } from "../../types.d.ts" */

/**
 * @typedef {object} ShortTools
 * @property {Pick<Share, "shorten" | "forget">} share
 * @property {Say} say
 * @property {(text: string, what: import("./copied.js").What) => void} take  copies
 * @property {() => Promise<string | null>} link  of the page; null where what it should hold is too long for one
 */

/** @param {string} id */
const grouped = (id) => `${id.slice(0, 5)} ${id.slice(5)}`.trim();
/** @param {unknown} error */
const messageOf = (error) => /** @type {Error} */ (error).message;

/**
 * The address in the type of a lecture hall, over the whole window, until Escape.
 * @param {Short} made
 */
function project({ short, id, qr }) {
  const close = make("button", { type: "button", class: "quiet", "aria-label": tr("close", "Close") }, "✕");
  const where = make(
    "p",
    { class: "where" },
    short.replace(/^https?:\/\//, "").replace(id, ""),
    make("b", {}, grouped(id)),
  );
  const dialog = make(
    "dialog",
    { class: "hall", "aria-label": tr("share.code", "The code") },
    make("img", { src: qr, alt: tr("share.leads", "A code that leads to {address}", { address: short }) }),
    where,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {ShortTools} tools */
export function createShort({ share, say, take, link }) {
  const title = make("input", {
    type: "text",
    maxlength: limits.title,
    placeholder: tr("share.title.hint", "a title, if you like"),
    "aria-label": tr("share.title", "Title of the short link"),
  });
  const button = make("button", { type: "button" }, tr("share.make", "Make a short link"));
  const result = classed("div", "short");
  const state = make("p", { class: "note", role: "status" });
  /** @type {Short & {from: string} | null} */
  let made = null; // `from`: the page's link that it stands for
  loadStylesheet("panels/share/style");

  /** @type {(text: string, does: () => void, look?: string) => HTMLButtonElement} */
  function act(text, does, look = "") {
    const one = make("button", { type: "button", ...(look && { class: look }) }, text);
    one.addEventListener("click", does);
    return one;
  }

  function show() {
    result.replaceChildren();
    if (!made) return;
    const one = made;
    const { short, qr, key, frame } = one;
    const [host, rest] = short.replace(/^https?:\/\//, "").split("/s/");
    const breaks = make("wbr"); // in a narrow window
    const address = make("a", { href: short, class: "address" }, host, breaks, `/s/${rest}`);
    const actions = classed(
      "div",
      "line-up",
      act(tr("copy", "Copy"), () => take(short, "short"), "primary"),
      act(tr("share.show", "Show the code"), () => project(one)),
      act(tr("share.copy.code", "Copy the code for a page"), () => take(frame, "code")),
    );
    if (key) actions.append(act(tr("share.delete", "Delete it"), () => remove(one)));
    result.append(
      make("img", {
        src: qr,
        alt: tr("share.leads", "A code that leads to {address}", { address: short }),
        width: 132,
        height: 132,
      }),
      classed("div", "", address, actions),
    );
    tell(one);
  }

  /** @param {Short} made */
  function tell({ key }, moved = false) {
    const of = key
      ? tr("share.mine", "Only this browser can delete it: then nobody can open it any more.")
      : tr("share.same", "This very moment was shared before: it is the same link.");
    state.textContent = moved
      ? tr("share.moved", "The page has moved on since: this short link is still of the moment before.")
      : of;
  }

  /** @param {Short} one */
  async function remove(one) {
    try {
      await share.forget(one);
      made = null;
      show();
      state.textContent = tr("share.deleted", "The short link is deleted.");
      title.focus();
    } catch (error) {
      state.textContent = messageOf(error);
    }
  }

  async function shorten() {
    button.disabled = true;
    try {
      const from = await link();
      if (from === null) return; // what is too long has been said beside the link
      made = { ...(await share.shorten(from, title.value)), from };
      show();
    } catch (error) {
      state.textContent = tr("share.long", "{error} The long link above works all the same.", {
        error: messageOf(error),
      });
      say(state.textContent, "warning");
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", shorten);
  title.addEventListener("keydown", ({ key }) => key === "Enter" && shorten());
  return {
    node: classed("div", "shorter", classed("div", "line-up", title, button), result, state),
    /**
     * The page's link is another now.
     * @param {string | null} now
     */
    moved(now) {
      if (made) tell(made, made.from !== now);
    },
  };
}
