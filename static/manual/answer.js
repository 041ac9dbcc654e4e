// An answer of the API drawn: its matrices as on the board of the lab, its numbers, programs and pictures.

import { classed, make } from "../dom/make.js";
import { format, showDigits } from "../dom/number.js";
import { tr } from "../dom/text.js";
import { createMatrix, showMatrix } from "../board/matrix.js";

/** @typedef {Parameters<typeof createMatrix>[0]} Panel */
/** @typedef {{ symbol: string, title: string, rows: number[][], isVector: boolean }} Table */

const DIGITS = 4;
const MOST = { tables: 40, rows: 12, columns: 12, text: 120 };
const SYMBOLS = /** @type {Record<string, string>} */ ({
  scores: "S",
  margins: "M",
  hinge: "H",
  mask: "N·∂L/∂S",
  dS: "∂L/∂S",
  dW: "∂L/∂W",
  db: "∂L/∂b",
  per_point: "ℓ",
});
const WITH_CLASSES = /^(scores|margins|hinge|mask|dS|dW|db|W|b|slopes)$/;

/** @type {(value: unknown) => value is number[]} */
const isVector = (value) => Array.isArray(value) && value.length > 0 && value.every((x) => typeof x === "number");

/** @type {(value: unknown) => value is number[][]} */
const isMatrix = (value) =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isVector(row) && row.length === value[0].length);

/** @type {(name: string, symbol: string, value: unknown) => Table[]} */
function tableOf(name, symbol, value) {
  if (!isMatrix(value) && !isVector(value)) return [];
  return [{ symbol, title: name, rows: isMatrix(value) ? value : [value], isVector: !isMatrix(value) }];
}

/**
 * The matrices of an answer, those of the steps of a pass by their symbols.
 *
 * @type {(value: any, path?: string) => Table[]}
 */
function tables(value, path = "") {
  if (!value || typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const title = `${path}${name}`;
    if (name === "steps" && Array.isArray(part)) {
      return part.flatMap((step) => tableOf(step.title, step.symbol, step.value));
    }
    if (name === "scene") return []; // the plane in data units: the lab draws it
    const found = tableOf(title, SYMBOLS[name] ?? name, part);
    return found.length ? found : tables(part, `${title}.`);
  });
}

/** @type {(value: any, path?: string) => [string, string][]} */
function scalars(value, path = "") {
  return Object.entries(value).flatMap(([name, part]) => {
    const title = `${path}${name}`;
    if (name === "scene") return [];
    if (typeof part === "number") return [[title, format(part, DIGITS, true)]];
    if (typeof part === "string") return part.length <= MOST.text ? [[title, part]] : [];
    if (part === null || typeof part === "boolean") {
      return [[title, part === null ? tr("manual.none", "none") : String(part)]];
    }
    return Array.isArray(part) ? [] : scalars(part, `${title}.`);
  });
}

/** @type {(table: Table, classes: number, index: number) => HTMLElement} */
function drawn({ symbol, title, rows: all, isVector }, classes, index) {
  const rows = all.slice(0, MOST.rows).map((row) => row.slice(0, MOST.columns));
  const named = rows[0].length === classes && (WITH_CLASSES.test(title) || title.startsWith("∂") || !isVector);
  /** @type {Panel} */
  const panel = {
    ...{ id: `answer-${index}`, index, symbol, title, kind: "weights" },
    ...{ rows: rows.length, columns: rows[0].length, heads: named ? "class" : [] },
  };
  const one = createMatrix(panel, { y: [], places: new Map(), rule: "", editable: false });
  one.table.setAttribute("role", "table"); // to be read, not to be walked through
  for (const cell of one.table.querySelectorAll("[tabindex]")) cell.removeAttribute("tabindex");
  const bare = rows.every((row) => row.every(Number.isInteger));
  showMatrix(one, { at: (r, c) => rows[r][c], state: () => "", pending: () => false, bare });
  const more = all.length > MOST.rows || all[0].length > MOST.columns
    ? [
      classed(
        "small",
        "more",
        tr("manual.first.of", "the first of {rows}×{columns}", { rows: all.length, columns: all[0].length }),
      ),
    ]
    : [];
  const head = make("h3", {}, classed("i", "", symbol), ...(symbol === title ? [] : [" ", make("span", {}, title)]));
  return classed("div", "matrix", head, one.table, ...more);
}

/** @param {any} answer */
const classesOf = (answer) => answer.db?.length ?? answer.b?.length ?? answer.W?.[0]?.length ?? 0;

/**
 * What is to be seen of an answer; nothing where it is neither numbers nor a program.
 *
 * @param {any} answer
 * @returns {HTMLElement[]}
 */
export function draw(answer) {
  if (!answer || typeof answer !== "object") return [];
  showDigits(DIGITS);
  const { layout, code } = answer;
  const classes = layout === "WX" ? 0 : classesOf(answer);
  const found = tables(answer).slice(0, MOST.tables).map((table, index) => drawn(table, classes, index));
  const said = scalars(answer).slice(0, MOST.tables).map(([name, text]) =>
    make("div", {}, make("dt", {}, name), make("dd", {}, text))
  );
  return [
    ...(said.length ? [classed("dl", "numbers", ...said)] : []),
    ...(found.length ? [classed("div", "matrices", ...found)] : []),
    ...(typeof code === "string"
      ? [make("pre", { tabindex: 0, "aria-label": tr("manual.program", "Program") }, make("code", {}, code))]
      : []),
  ];
}

/** What is wider than its place can be scrolled by keyboard too. @param {HTMLElement} shown */
export function makeScrollable(shown) {
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (shown.querySelectorAll(".matrix"))) {
    if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
  }
}

/** A file as a picture, where it is one. @param {Blob} file @returns {HTMLElement[]} */
export function picture(file) {
  if (!file.type.startsWith("image/")) return [];
  const image = make("img", {
    src: URL.createObjectURL(file),
    alt: tr("manual.picture", "The picture that was answered"),
  });
  image.addEventListener("load", () => URL.revokeObjectURL(image.src));
  return [image];
}
