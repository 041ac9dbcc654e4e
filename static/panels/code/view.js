// The panel "Code": the problem as a program, a tab for each dialect, the lines of the current step lit.

/**
 * @import { State } from "../../types.d.ts"
 * @import { Coded, Coding, Program } from "./request.js"
 */

import { copy, download } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/** @type {Record<string, number>} */
const MOVES = { ArrowRight: 1, ArrowLeft: -1 };
const TYPES = { python: "text/x-python", ipynb: "application/x-ipynb+json" };
const NUMBER = /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** @param {Coding} code */
function tabs({ dialects, choose }) {
  const nodes = dialects.map(({ kind, title, sentence }) => {
    const tab = make("button", {
      type: "button",
      role: "tab",
      id: `code-${kind}`,
      title: sentence,
      "aria-controls": "code-text",
    }, title);
    tab.addEventListener("click", () => choose(kind));
    return tab;
  });
  const row = make(
    "div",
    { role: "tablist", "aria-label": tr("code.dialects", "Dialects"), class: "dialects" },
    ...nodes,
  );
  row.addEventListener("keydown", (event) => {
    const now = nodes.findIndex((node) => node === event.target);
    /** @type {Record<string, number>} */
    const ends = { Home: 0, End: nodes.length - 1 };
    const next = ends[event.key] ??
      (event.key in MOVES ? (now + MOVES[event.key] + nodes.length) % nodes.length : null);
    if (now < 0 || next === null) return;
    event.preventDefault();
    event.stopPropagation(); // on a tab the arrows walk the tabs, not the steps
    nodes[next].focus();
    choose(dialects[next].kind);
  });
  /** @param {string} dialect */
  const show = (dialect) =>
    nodes.forEach((tab, k) => {
      const chosen = dialects[k].kind === dialect;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    });
  return { row, show };
}

/** Numbers and the comment of a line have their colours; everything else is as it is. @param {string} text */
function coloured(text) {
  const at = text.search(/(?:^|\s)# /);
  const [code, comment] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
  /** @type {(string | Node)[]} */
  const parts = [];
  let end = 0;
  for (const { 0: number, index } of code.matchAll(NUMBER)) {
    parts.push(code.slice(end, index), make("i", { class: "n" }, number));
    end = index + number.length;
  }
  return [...parts, code.slice(end), ...(comment ? [make("i", { class: "c" }, comment)] : [])];
}

/**
 * The first of the lit lines comes into sight, without moving the page.
 * @param {HTMLElement} pre
 * @param {HTMLElement} [line]
 */
function bring(pre, line) {
  const box = [pre, pre.closest(".tray-content")].find((node) => node && node.scrollHeight > node.clientHeight + 1);
  if (!box || !line) return;
  const place = line.getBoundingClientRect();
  const view = box.getBoundingClientRect();
  const head = box === pre ? 0 : 52; // the tabs stay at the top
  if (place.top < view.top + head || place.bottom > view.bottom - 24) {
    box.scrollTop += place.top - view.top - view.height / 2;
  }
}

/** @param {string} text @param {() => void} does */
const button = (text, does) => {
  const node = make("button", { type: "button" }, text);
  node.addEventListener("click", does);
  return node;
};

/** @param {HTMLElement} root @param {{ code: Coding }} tools */
export function create(root, { code }) {
  const { row, show } = tabs(code);
  /** @type {Coded | null} */
  let drawn = null;
  /** @type {HTMLElement[]} */
  let lines = [];
  let lit = "";
  const program = () => /** @type {Program} */ (drawn); // what asks for it is disabled while there is none
  const text = () => program().lines.map((line) => `${line.text}\n`).join("");
  const buttons = [
    button(tr("copy", "Copy"), async () =>
      code.say(
        (await copy(text()))
          ? tr("code.copied", "The code is in the clipboard.")
          : tr("code.uncopied", "The browser does not let this page copy: save the file instead."),
      )),
    button(tr("download", "Download"), () => {
      const { filename, language, code: whole } = program();
      download(filename, TYPES[language], whole);
    }),
  ];
  const tools = make("div", { class: "code-tools" }, ...buttons);
  const pre = make("pre", { id: "code-text", role: "tabpanel", tabindex: "0" });
  root.append(make("div", { class: "code-head" }, row, tools), pre);

  /** @param {Coded} found */
  function write(found) {
    drawn = found;
    const refused = "refused" in found;
    lines = refused ? [] : found.lines.map(({ text: its }) => make("span", {}, ...coloured(its), "\n"));
    pre.replaceChildren(...(refused ? [make("span", { class: "refused" }, found.refused)] : lines));
    lit = "";
  }

  /** @param {State} state */
  function light({ pass, step }) {
    const id = pass?.steps[step]?.id ?? "";
    if (id === lit || !drawn || "refused" in drawn) return;
    lit = id;
    const { lines: written } = drawn;
    lines.forEach((line, k) => line.classList.toggle("lit", written[k].steps.includes(id)));
    bring(pre, lines.find((line) => line.classList.contains("lit")));
  }

  /** @param {State} state */
  return function render(state) {
    const { dialect, found } = code.now(state);
    show(dialect);
    pre.setAttribute("aria-labelledby", `code-${dialect}`);
    pre.classList.toggle("waiting", !found);
    for (const node of buttons) node.disabled = !found || "refused" in found;
    if (!found) return state.gesture ? undefined : void code.ask();
    if (found !== drawn) write(found);
    light(state);
  };
}
