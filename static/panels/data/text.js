// A text to paste into, drop on or fill from a file: says what it would do, lists what is wrong, and waits to be told.

import { createColumns } from "./columns_view.js";
import { readText } from "./paste.js";
import { textOf } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { counted, tr } from "../../dom/text.js";

/** @import { Role } from "./columns.js" */
/** @import { Reading } from "./paste.js" */
/** @import { Catalogue, Problem, Say } from "../../types.d.ts" */

/**
 * @typedef {object} TextTools
 * @property {Catalogue} catalogue
 * @property {() => Problem} problem  the one on the page
 * @property {() => string} current  its points as a table
 * @property {(patch: Partial<Problem>, summary: string) => void} use  takes the data over
 * @property {Say} say
 */

const PAUSE = 150; // ms without a key before the text is read

/** @type {(text: string, does: () => void, name?: string) => HTMLButtonElement} */
function button(text, does, name = "") {
  const node = make("button", { type: "button", class: name }, text);
  node.addEventListener("click", does);
  return node;
}

/** @param {number} n */
const wrong = (n) =>
  n === 1
    ? tr("data.wrong.one", "One thing is wrong; nothing on the page has changed.")
    : tr("data.wrong.many", "{n} things are wrong; nothing on the page has changed.", { n: counted(n) });

/** @param {TextTools} tools */
export function createText({ catalogue, problem, current, use, say }) {
  const area = make("textarea", {
    id: "data-text",
    wrap: "off",
    spellcheck: "false",
    autocomplete: "off",
    rows: 6,
    placeholder: tr("data.placeholder", "x1, x2, class\n0.5, 0.4, 0\n-0.4; 0,3; blue"),
    "aria-describedby": "data-found",
  });
  const file = make("input", {
    type: "file",
    accept: ".csv,.tsv,.txt,.dat,.data,.svm,.json,text/csv,text/tab-separated-values,text/plain,application/json",
    hidden: "",
  });
  const found = make("p", { id: "data-found", role: "status" });
  const list = make("ol", { class: "wrong", "aria-label": tr("data.wrong", "What is wrong") });
  const columns = createColumns((roles) => {
    chosen = roles;
    read();
  });
  /** @type {Role[] | null} */
  let chosen = null; // by the reader, for as long as the text has these columns
  let headed = "";
  const accept = button(tr("data.use", "Use these points"), take, "primary");
  const root = make(
    "div",
    { class: "data-text" },
    make(
      "label",
      { for: "data-text" },
      tr("data.paste", "Paste points here, or drop a file: CSV, TSV, columns of spaces, libsvm, JSON"),
    ),
    area,
    make(
      "div",
      { class: "line-up" },
      accept,
      button(tr("data.open", "Open a file"), () => file.click()),
      button(tr("data.page", "Points of the page"), () => fill(current())),
      file,
    ),
    found,
    list,
    columns.root,
  );
  /** @type {number | undefined} */
  let timer;
  /** @type {Reading} */
  let reading; // of the text as it was last read: there from the first reading on

  function take() {
    read(); // the last key may be younger than the last reading
    if (reading.patch) use(reading.patch, reading.summary);
  }

  function read() {
    clearTimeout(timer);
    reading = readText(area.value, problem(), catalogue, chosen);
    const heads = JSON.stringify(reading.columns?.names);
    if (chosen && heads !== headed) {
      chosen = null; // another table
      reading = readText(area.value, problem(), catalogue);
    }
    headed = heads;
    columns.show(reading.columns);
    const { errors, more, summary, patch } = reading;
    const count = errors.length + more;
    found.textContent = count ? wrong(count) : summary;
    found.dataset.tone = count ? "error" : "";
    list.replaceChildren(
      ...errors.map(({ row, column, start, end, message }) =>
        make(
          "li",
          {},
          button(
            tr("data.row", "Row {row}, column {column}: {message}", { row, column, message }),
            () => point(start, end, row),
            "quiet",
          ),
        )
      ),
    );
    if (more) list.append(make("li", {}, tr("data.more", "and {n} more.", { n: counted(more) })));
    area.setAttribute("aria-invalid", String(count > 0));
    accept.disabled = !patch;
  }

  /** @type {(start: number, end: number, row: number) => void} */
  function point(start, end, row) {
    area.focus();
    area.setSelectionRange(start, end);
    const line = parseFloat(getComputedStyle(area).lineHeight);
    area.scrollTop = (row - 1) * line - area.clientHeight / 2;
  }

  /**
   * The browser's own undo brings back what stood there.
   * @param {string} text
   */
  function fill(text) {
    area.focus();
    area.select();
    const done = text ? document.execCommand("insertText", false, text) : document.execCommand("delete");
    if (!done) area.value = text;
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
    read();
  }

  /** @param {File | undefined} one */
  async function open(one) {
    if (!one) return;
    const found = await textOf(one);
    if ("refused" in found) say(found.refused, "error");
    else fill(found.text);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(read, PAUSE);
  });
  file.addEventListener("change", () => {
    open(file.files?.[0]);
    file.value = "";
  });
  /** @param {DragEvent} event */
  const carriesFile = (event) => event.dataTransfer?.types.includes("Files");
  root.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    root.classList.add("over");
  });
  root.addEventListener("dragleave", () => root.classList.remove("over"));
  root.addEventListener("drop", (event) => {
    root.classList.remove("over");
    if (!carriesFile(event)) return;
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
  read();
  return { root, read };
}
