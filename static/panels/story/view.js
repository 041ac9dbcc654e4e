// The panel "Story": the reader's own moments in order, and the one link that holds them all. It keeps and tells none itself.

import { copy, taking } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { createShort } from "../share/short_link.js";
import { createStoryRow, lineEntry } from "./row.js";

const LONG = 2000; // characters: what chats and slides still take as a link
const MOVES = { ArrowUp: -1, ArrowDown: 1 };
const EMPTY =
  "A story is a list of moments with a line of text each: a lecture. Add the moment on the page, go on, and add the next.";

const button = (text, does, attributes = {}) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", does);
  return node;
};

/** The form that adds a moment: its text follows the page until somebody types one. */
function adder(author, said) {
  const entry = lineEntry(author.most.words, () => {}, said);
  entry.input.setAttribute("aria-label", "Text of the moment on the page");
  const node = make(
    "form",
    { class: "line-up" },
    entry.input,
    make("button", { type: "submit", class: "primary" }, "Add this moment"),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    if (author.add(entry.input.value)) entry.show("");
  });
  return { node, input: entry.input, show: (text) => !entry.edited() && entry.show(text) };
}

export function create(root, { store, lab, author }) {
  const long = () => lab.say(`A line has room for ${author.most.words} characters: this one is full.`, "warning");
  const [add, list, rows] = [adder(author, long), make("ol", { class: "moments" }), []];
  const empty = make("p", { class: "note" }, EMPTY);
  const size = make("p", { class: "note size", role: "status" });
  const field = make("input", {
    type: "text",
    readonly: "",
    "aria-label": "The link of the story",
    spellcheck: "false",
    hidden: "",
  });
  const deeds = [
    button("Present", () => author.present(0, deeds[0])),
    button("Copy the link of the story", give),
    button("Start over", author.clear),
  ];
  const undo = button("Undo", author.undo, { "aria-label": "Undo the last change of the story" });
  const unread = make(
    "div",
    { class: "line-up unread" },
    make(
      "p",
      { class: "note" },
      "What this browser had kept as a story cannot be read by this page. It was put aside.",
    ),
    button("Copy it", async () =>
      lab.say(
        (await copy(store.get().book.unread)) ? "It is in the clipboard." : "The browser does not let this page copy.",
      )),
    button("Throw it away", author.forget),
  );
  const line = make("div", { class: "line-up" }, ...deeds, undo, size);
  const take = async (text, what) => lab.say(await taking(text, what));
  const short = createShort({ share: author.share, say: lab.say, take, link: author.link });
  root.append(unread, add.node, empty, line, field, list, short.node);

  const act = {
    ...author,
    long,
    present: (i) => author.present(i, rows[i].controls.present),
    up: (i) => move(i, i - 1, "up"),
    down: (i) => move(i, i + 1, "down"),
    remove(i) {
      author.remove(i);
      (draw(), rows[Math.min(i, rows.length - 1)]?.controls.remove ?? add.input).focus();
    },
  };

  /** The keyboard stays with what was moved. */
  function move(i, to, name) {
    author.move(i, to);
    draw();
    const { [name]: same, text } = rows[Math.max(0, Math.min(to, rows.length - 1))].controls;
    (same.disabled ? text : same).focus();
  }

  async function give() {
    const link = await author.link();
    field.hidden = Boolean(link && (await copy(link)));
    field.value = link ?? "";
    if (field.hidden) return lab.say("The link of the story is in the clipboard.");
    if (!link) return; // what is too long has been said beside the buttons
    lab.say("The browser does not let this page copy: copy the link by hand.");
    field.select();
  }

  async function measure(parts) {
    const link = parts.length ? await author.link() : "";
    if (store.get().book.parts !== parts) return;
    short.moved(link);
    const count = `${parts.length} of ${author.most.moments} moments`;
    const length = link === null
      ? "too much for one link: fewer points, or fewer moments, make it shorter"
      : `a link of ${link.length.toLocaleString("en")} characters${
        link.length > LONG ? ": some programs cut off links that are so long, and a short link may help" : ""
      }`;
    size.textContent = parts.length ? `${count}, ${length}.` : "";
  }

  let measured = null;
  function draw() {
    const { book: { parts, past, unread: kept } } = store.get();
    while (rows.length > parts.length) rows.pop().root.remove();
    while (rows.length < parts.length) {
      list.append(rows[rows.push(createStoryRow(rows.length, author.most.words, act)) - 1].root);
    }
    parts.forEach((part, i) => rows[i].show(part, author.about(part), i + 1 === parts.length));
    for (const node of deeds) node.disabled = !parts.length;
    [empty.hidden, list.hidden, line.hidden, unread.hidden, undo.disabled] = [
      parts.length > 0,
      !parts.length,
      !parts.length && !past.length,
      !kept,
      !past.length,
    ];
    short.node.hidden = !parts.length;
    if (measured !== parts) measure(measured = parts);
  }

  root.addEventListener("keydown", (event) => {
    const i = Number(event.target.closest("[data-moment]")?.dataset.moment ?? NaN);
    const way = event.altKey && MOVES[event.key];
    if (way && i + way in rows) {
      move(
        i,
        i + way,
        Object.entries(rows[i].controls).find(([, node]) => node === event.target)[0],
      );
    } else if (
      (event.ctrlKey || event.metaKey) && event.key === "z" && !rows[i]?.edited(event.target) &&
      event.target !== add.input
    ) author.undo();
    else if (!way) return;
    event.preventDefault();
  });

  return function render(state) {
    author.learn(state);
    add.show(author.suggestion(state));
    draw();
  };
}
