// The panel "Code": the problem as a program, a tab for each dialect, the lines of the current step lit. It writes no code.

import { copy, download } from "../../dom/save.js";
import { make } from "../../dom/make.js";

const MOVES = { ArrowRight: 1, ArrowLeft: -1 };
const TYPES = { python: "text/x-python", ipynb: "application/x-ipynb+json" };
const NUMBER = /(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

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
  const row = make("div", { role: "tablist", "aria-label": "Dialects", class: "dialects" }, ...nodes);
  row.addEventListener("keydown", (event) => {
    const now = nodes.indexOf(event.target);
    const next = { Home: 0, End: nodes.length - 1 }[event.key] ??
      (event.key in MOVES ? (now + MOVES[event.key] + nodes.length) % nodes.length : null);
    if (now < 0 || next === null) return;
    event.preventDefault();
    event.stopPropagation(); // on a tab the arrows walk the tabs, not the steps
    nodes[next].focus();
    choose(dialects[next].kind);
  });
  const show = (dialect) =>
    nodes.forEach((tab, k) => {
      tab.setAttribute("aria-selected", dialects[k].kind === dialect);
      tab.tabIndex = dialects[k].kind === dialect ? 0 : -1;
    });
  return { row, show };
}

/** Numbers and the comment of a line have their colours; everything else is as it is. */
function coloured(text) {
  const at = text.search(/(?:^|\s)# /);
  const [code, comment] = at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at)];
  const parts = [];
  let end = 0;
  for (const { 0: number, index } of code.matchAll(NUMBER)) {
    parts.push(code.slice(end, index), make("i", { class: "n" }, number));
    end = index + number.length;
  }
  return [...parts, code.slice(end), ...(comment ? [make("i", { class: "c" }, comment)] : [])];
}

/** The first of the lit lines comes into sight, without moving the page. */
function bring(pre, line) {
  const box = [pre, pre.closest(".tray-content")].find((node) => node && node.scrollHeight > node.clientHeight + 1);
  if (!box || !line) return;
  const [place, view] = [line.getBoundingClientRect(), box.getBoundingClientRect()];
  const head = box === pre ? 0 : 52; // the tabs stay at the top
  if (place.top < view.top + head || place.bottom > view.bottom - 24) {
    box.scrollTop += place.top - view.top - view.height / 2;
  }
}

export function create(root, { code }) {
  const { row, show } = tabs(code);
  const button = (text, does) => {
    const node = make("button", { type: "button" }, text);
    node.addEventListener("click", does);
    return node;
  };
  let [drawn, lines, lit] = [null, [], ""];
  const text = () => drawn.lines.map((line) => `${line.text}\n`).join("");
  const tools = make(
    "div",
    { class: "code-tools" },
    button("Copy", async () =>
      code.say(
        (await copy(text()))
          ? "The code is in the clipboard."
          : "The browser does not let this page copy: save the file instead.",
      )),
    button("Download", () => download(drawn.filename, TYPES[drawn.language], drawn.code)),
  );
  const pre = make("pre", { id: "code-text", role: "tabpanel", tabindex: "0" });
  root.append(make("div", { class: "code-head" }, row, tools), pre);

  function write(found) {
    drawn = found;
    lines = (found.lines ?? []).map(({ text: its }) => make("span", {}, ...coloured(its), "\n"));
    pre.replaceChildren(...(found.refused ? [make("span", { class: "refused" }, found.refused)] : lines));
    lit = "";
  }

  function light({ pass, step }) {
    const id = pass.steps[step]?.id ?? "";
    if (id === lit || !drawn?.lines) return;
    lit = id;
    lines.forEach((line, k) => line.classList.toggle("lit", drawn.lines[k].steps.includes(id)));
    bring(pre, lines.find((line) => line.classList.contains("lit")));
  }

  return function render(state) {
    const { dialect, found } = code.now(state);
    show(dialect);
    pre.setAttribute("aria-labelledby", `code-${dialect}`);
    pre.classList.toggle("waiting", !found);
    for (const node of tools.children) node.disabled = !found || Boolean(found.refused);
    if (!found) return state.gesture ? undefined : void code.ask();
    if (found !== drawn) write(found);
    light(state);
  };
}
