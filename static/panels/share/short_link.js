// The short link in the panel "Share": made on wish, in large type, as a code to point a phone at, and deleted again by who made it.

import { classed, make } from "../../dom/make.js";
import { dressed } from "../../dom/sheet.js";

const TITLE = 80; // letters
const grouped = (id) => `${id.slice(0, 5)} ${id.slice(5)}`.trim();

/** The address in the type of a lecture hall, over the whole window, until Escape. */
function project({ short, id, qr }) {
  const close = make("button", { type: "button", class: "quiet", "aria-label": "Close" }, "✕");
  const where = make(
    "p",
    { class: "where" },
    short.replace(/^https?:\/\//, "").replace(id, ""),
    make("b", {}, grouped(id)),
  );
  const dialog = make(
    "dialog",
    { class: "hall", "aria-label": "The code" },
    make("img", { src: qr, alt: `A code that leads to ${short}` }),
    where,
    close,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** {node, moved(link): the page's link is another now}. `link()` resolves to that link, `take(text, what)` copies. */
export function createShort({ share, say, take, link }) {
  const title = make("input", {
    type: "text",
    maxlength: TITLE,
    placeholder: "a title, if you like",
    "aria-label": "Title of the short link",
  });
  const button = make("button", { type: "button" }, "Make a short link");
  const [result, state] = [classed("div", "short"), make("p", { class: "note", role: "status" })];
  let made = null;
  dressed("panels/share/style");

  function act(text, does, look = "") {
    const one = make("button", { type: "button", ...(look && { class: look }) }, text);
    one.addEventListener("click", does);
    return one;
  }

  function show() {
    result.replaceChildren();
    if (!made) return;
    const { short, qr, key, frame } = made;
    const [host, rest] = short.replace(/^https?:\/\//, "").split("/s/");
    const address = make("a", { href: short, class: "address" }, host, make("wbr"), `/s/${rest}`); // a narrow window breaks it there
    const actions = classed(
      "div",
      "line-up",
      act("Copy", () => take(short, "short link"), "primary"),
      act("Show the code", () => project(made)),
      act("Copy the code for a page", () => take(frame, "code")),
    );
    if (key) actions.append(act("Delete it", remove));
    result.append(
      make("img", { src: qr, alt: `A code that leads to ${short}`, width: 132, height: 132 }),
      classed("div", "", address, actions),
    );
    tell();
  }

  function tell(moved = false) {
    const of = made.key
      ? "Only this browser can delete it: then nobody can open it any more."
      : "This very moment was shared before: it is the same link.";
    state.textContent = moved ? "The page has moved on since: this short link is still of the moment before." : of;
  }

  async function remove() {
    try {
      await share.forget(made);
      made = null;
      show();
      state.textContent = "The short link is deleted.";
      title.focus();
    } catch (error) {
      state.textContent = error.message;
    }
  }

  async function shorten() {
    button.disabled = true;
    try {
      const from = await link();
      made = { ...(await share.shorten(from, title.value)), from };
      show();
    } catch (error) {
      state.textContent = `${error.message} The long link above works all the same.`;
      say(state.textContent, "warning");
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", shorten);
  title.addEventListener("keydown", ({ key }) => key === "Enter" && shorten());
  return {
    node: classed("div", "shorter", classed("div", "line-up", title, button), result, state),
    moved(now) {
      if (made) tell(made.from !== now);
    },
  };
}
