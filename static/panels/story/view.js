// The panel "Story": the reader's own moments in order, and the one link that holds them all.

import { copy } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { createAdder } from "./adder.js";
import { createLink } from "./link.js";
import { createStoryRow } from "./row.js";
import { tr } from "../../dom/text.js";

/** @import { LinkTools } from "./link.js" */
/** @import { RowActs, StoryRow } from "./row.js" */
/** @import { Draft, Say, State, Store } from "../../types.d.ts" */

/**
 * @typedef {object} Author  what can be done with the story, each moment by its place in the order
 * @property {{moments: number, words: number}} most
 * @property {LinkTools["share"]} share
 * @property {(text: string) => boolean} add  false where there is no room
 * @property {(k: number, text: string) => void} edit
 * @property {(k: number) => void} replace
 * @property {(k: number) => void} remove
 * @property {(k: number) => void} go
 * @property {(k: number, held: HTMLElement) => void} present
 * @property {(k: number, to: number) => void} move
 * @property {() => void} clear
 * @property {() => void} undo
 * @property {() => void} forget
 * @property {LinkTools["link"]} link
 * @property {(state: State) => string} suggestion
 * @property {(part: Draft["parts"][number]) => string} about
 * @property {(state: State) => void} learn
 */

/** @type {Record<string, number>} */
const MOVES = { ArrowUp: -1, ArrowDown: 1 };
const EMPTY = tr(
  "story.empty",
  "A story is a list of moments with a line of text each: a lecture. Add the moment on the page, go on, " +
    "and add the next.",
);

/** @type {(text: string, does: () => void, attributes?: Record<string, string>) => HTMLButtonElement} */
const button = (text, does, attributes = {}) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", does);
  return node;
};

/**
 * Which of its controls has the keyboard.
 * @param {StoryRow} row
 * @param {Element} target
 */
function nameOf({ controls }, target) {
  const names = /** @type {(keyof StoryRow["controls"])[]} */ (Object.keys(controls));
  return names.find((name) => controls[name] === target) ?? "text";
}

/**
 * @param {HTMLElement} root
 * @param {{store: Store, lab: {say: Say}, author: Author}} tools
 */
export function create(root, { store, lab, author }) {
  const long = () =>
    lab.say(
      tr("story.full", "A line has room for {n} characters: this one is full.", { n: author.most.words }),
      "warning",
    );
  const add = createAdder(author.most.words, author.add, long);
  const list = make("ol", { class: "moments" });
  /** @type {StoryRow[]} */
  const rows = [];
  const draft = () => /** @type {Draft} */ (store.get().draft); // there since the author was made
  const link = createLink({
    share: author.share,
    link: author.link,
    most: author.most.moments,
    parts: () => draft().parts,
    say: lab.say,
  });
  const empty = make("p", { class: "note" }, EMPTY);
  /** @type {HTMLButtonElement[]} */
  const deeds = [
    button(tr("story.present", "Present"), () => author.present(0, deeds[0])),
    button(tr("story.copy", "Copy the link of the story"), link.give),
    button(tr("start.over", "Start over"), author.clear),
  ];
  const undo = button(tr("undo", "Undo"), author.undo, {
    "aria-label": tr("story.undo", "Undo the last change of the story"),
  });
  const unread = make(
    "div",
    { class: "line-up unread" },
    make(
      "p",
      { class: "note" },
      tr("story.unread", "What this browser had kept as a story cannot be read by this page. It was put aside."),
    ),
    button(tr("story.unread.copy", "Copy it"), async () => {
      const done = await copy(draft().unread ?? "");
      lab.say(
        done
          ? tr("story.unread.copied", "It is in the clipboard.")
          : tr("story.unread.uncopied", "The browser does not let this page copy."),
      );
    }),
    button(tr("story.unread.away", "Throw it away"), author.forget),
  );
  const line = make("div", { class: "line-up" }, ...deeds, undo, link.size);
  root.append(unread, add.node, empty, line, link.field, list, link.short);

  /** @type {RowActs} */
  const act = {
    ...author,
    long,
    present: (i) => author.present(i, rows[i].controls.present),
    up: (i) => move(i, i - 1, "up"),
    down: (i) => move(i, i + 1, "down"),
    remove(i) {
      author.remove(i);
      draw();
      const next = rows[Math.min(i, rows.length - 1)]?.controls.remove ?? add.input;
      next.focus();
    },
  };

  /**
   * The keyboard stays with what was moved.
   * @param {number} i
   * @param {number} to
   * @param {keyof StoryRow["controls"]} name
   */
  function move(i, to, name) {
    author.move(i, to);
    draw();
    const { [name]: same, text } = rows[Math.max(0, Math.min(to, rows.length - 1))].controls;
    (same.disabled ? text : same).focus();
  }

  function draw() {
    const { parts, past, unread: kept } = draft();
    while (rows.length > parts.length) rows.pop()?.root.remove();
    while (rows.length < parts.length) {
      const row = createStoryRow(rows.length, author.most.words, act);
      rows.push(row);
      list.append(row.root);
    }
    parts.forEach((part, i) => rows[i].show(part, author.about(part), i + 1 === parts.length));
    for (const node of deeds) node.disabled = !parts.length;
    empty.hidden = parts.length > 0;
    list.hidden = !parts.length;
    line.hidden = !parts.length && !past.length;
    unread.hidden = !kept;
    undo.disabled = !past.length;
    link.show(parts);
  }

  root.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target); // what has the keyboard
    const i = Number(target.closest("[data-moment]")?.getAttribute("data-moment") ?? NaN);
    const way = event.altKey ? MOVES[event.key] : undefined;
    const undoes = (event.ctrlKey || event.metaKey) && event.key === "z";
    if (way && i + way in rows) move(i, i + way, nameOf(rows[i], target));
    else if (undoes && !rows[i]?.edited(target) && target !== add.input) author.undo();
    else if (!way) return;
    event.preventDefault();
  });

  /** @param {State} state */
  return function render(state) {
    author.learn(state);
    add.suggest(author.suggestion(state));
    draw();
  };
}
