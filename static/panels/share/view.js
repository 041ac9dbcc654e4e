// The panel "Share": the address of the moment on the page, to take along; a short one, with a code to point a phone
// at; and what to put into other pages.

import { make } from "../../dom/make.js";
import { taking } from "./copied.js";
import { createShort } from "./short_link.js";
import { counted, tr } from "../../dom/text.js";

/** @import { Share } from "./request.js" */
/** @import { Say, State, Store } from "../../types.d.ts" */

/** @typedef {[name: string, input: HTMLInputElement, text: string]} Box  a part of the page that can be left out */

const LONG = 2000; // characters: what chats and slides still take as a link
const PARTS = {
  plane: tr("part.plane", "plane"),
  board: tr("part.board", "board"),
  sentence: tr("part.sentence", "sentence"),
  charts: tr("part.charts", "charts"),
  transport: tr("part.player", "player"),
  panels: tr("part.panels", "panels"),
  data: tr("part.data", "data"),
  weights: tr("part.weights", "weights"),
  loss: tr("part.loss", "loss"),
  penalty: tr("part.penalty", "penalty"),
  optimizer: tr("part.optimizer", "optimizer"),
};
const SETTINGS = ["data", "weights", "loss", "penalty", "optimizer"];

/**
 * @param {HTMLElement} root
 * @param {{store: Store, lab: {say: Say}, share: Share}} tools
 */
export function create(root, { store, lab, share }) {
  const here = Object.assign(make("input", { type: "checkbox" }), { checked: true });
  const field = make("input", {
    type: "text",
    readonly: "",
    "aria-label": tr("share.link", "The link"),
    spellcheck: "false",
  });
  const button = make("button", { type: "button", class: "primary" }, tr("share.copy", "Copy the link"));
  const size = make("p", { class: "note", role: "status" });
  const place = make("span");
  const note = make(
    "p",
    { class: "note" },
    tr(
      "share.note",
      "Whoever opens it sees these very numbers: all of them are in the link itself, and no server keeps it.",
    ),
  );
  /** @type {(text: string, what: import("./copied.js").What) => Promise<void>} */
  const take = async (text, what) => lab.say(await taking(text, what));
  const short = createShort({ share, say: lab.say, take, link: () => share.link(here.checked) });
  const frame = make("textarea", {
    readonly: "",
    rows: 2,
    "aria-label": tr("share.frame", "Code for a page"),
    spellcheck: "false",
  });
  const embed = make("button", { type: "button" }, tr("share.copy.code", "Copy the code for a page"));
  /** @type {Box[]} */
  const boxes = Object.entries(PARTS).map(([name, text]) => [name, make("input", { type: "checkbox" }), text]);
  /** @param {Box} one */
  const box = ([, input, text]) => make("label", { class: "toggle" }, input, text);
  /** @type {(title: string, wanted: boolean) => HTMLElement} */
  const group = (title, wanted) =>
    make(
      "fieldset",
      {},
      make("legend", {}, title),
      ...boxes.filter(([name]) => SETTINGS.includes(name) === wanted).map(box),
    );
  const hide = make(
    "details",
    {},
    make("summary", {}, tr("share.hide", "Hide parts of the page")),
    make(
      "p",
      { class: "note" },
      tr("share.hidden", "Who opens the link sees the page without them, and can bring them back."),
    ),
    group(tr("share.of.page", "Of the page"), false),
    group(tr("share.of.settings", "Of the settings"), true),
  );
  root.append(
    make("label", { class: "toggle" }, here, place),
    make("div", { class: "line-up" }, field, button),
    note,
    size,
    short.node,
    hide,
    make(
      "details",
      {},
      make("summary", {}, tr("share.put", "Put it into a page or a slide")),
      frame,
      make("div", { class: "line-up" }, embed),
    ),
  );
  for (const each of [field, frame]) each.addEventListener("focus", () => each.select());
  button.addEventListener("click", () => take(field.value, "link"));
  embed.addEventListener("click", () => take(frame.value, "code"));
  for (const [, input] of boxes) {
    input.addEventListener(
      "change",
      () => share.hide(boxes.filter(([, each]) => each.checked).map(([name]) => name)),
    );
  }
  let asked = 0;

  async function show() {
    const mine = (asked += 1);
    const text = await share.link(here.checked);
    if (mine !== asked) return;
    field.value = text;
    const n = counted(text.length);
    size.textContent = text.length <= LONG ? tr("share.size", "{n} characters.", { n }) : tr(
      "share.size.long",
      "{n} characters: some programs cut off links that are so long. A short link, fewer points, or rounder numbers " +
        "help.",
      { n },
    );
    short.moved(text);
    frame.value = share.frameOf(text.replace("/#", "/embed#"));
  }

  here.addEventListener("change", show);
  /** @type {Record<string, unknown>} */
  let drawn = {};
  /** @param {State} state */
  return function render(state) {
    const { problem, mode, iteration, step, pass, focus, layout, chart, panel, hide: hidden } = state;
    /** @type {Record<string, unknown>} */
    const now = { problem, mode, iteration, step, focus, layout, chart, panel, hidden };
    if (Object.keys(now).every((name) => now[name] === drawn[name])) return;
    drawn = now;
    const title = pass?.steps[step]?.title;
    place.textContent = mode === "train"
      ? tr("share.from.run", "start here: iteration {iteration} of the run", { iteration })
      : title === undefined
      ? tr("share.from", "start here: iteration {iteration}", { iteration })
      : tr("share.from.step", "start here: iteration {iteration}, step “{step}”", { iteration, step: title });
    for (const [name, input] of boxes) input.checked = hidden.includes(name);
    if (!store.get().playing) show();
  };
}
