// One row of the table of points: two numbers and a class to edit, and a button to delete it.

import { full, parse } from "../../dom/number.js";
import { classesOf } from "../../state/problem.js";
import { make } from "../../dom/make.js";
import { shape } from "../../dom/shape.js";
import { tr } from "../../dom/text.js";

/** @import { Problem } from "../../types.d.ts" */

/**
 * @typedef {object} RowActs
 * @property {(i: number, d: number, x: number) => void} move
 * @property {(i: number, d: number, text: string) => void} refuse
 * @property {(i: number, k: number) => void} classify
 * @property {(i: number) => void} remove
 */
/** @typedef {{problem: Problem, lit: boolean, stop: boolean, most: number}} Shown  `most`: how many classes may be */
/** @typedef {ReturnType<typeof createRow>} TableRow */

/** @param {...Node} children */
const cell = (...children) => make("span", { role: "gridcell" }, ...children);

/**
 * A number that is read when it is done with; Escape and what is no number leave the old one.
 * @param {string} label
 * @param {(x: number) => void} take
 * @param {(text: string) => void} refuse
 */
function numberEntry(label, take, refuse) {
  const input = make("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
  });
  /** @type {number | null} */
  let value = null;
  const written = () => (value === null ? "" : full(value));
  const restore = () => {
    input.value = written();
  };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", () => {
    const text = input.value;
    const x = parse(text);
    restore();
    if (x === null) refuse(text);
    else if (x !== value) take(x);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === written()) return;
    event.stopPropagation();
    restore();
    input.select();
  });
  return {
    node: input,
    edited: () => input.value !== written(),
    /** @param {number} x */
    show(x) {
      if (x === value) return;
      const typing = input === document.activeElement && value !== null && input.value !== written();
      value = x;
      if (!typing) restore();
      if (!typing && input === document.activeElement) input.select();
    },
  };
}

/**
 * @param {number} i
 * @param {(k: number) => void} choose
 */
function classSelect(i, choose) {
  const glyph = shape(0);
  const select = make("select", { "aria-label": tr("row.class", "class of point {i}", { i }) });
  let count = 0;
  select.addEventListener("change", () => choose(Number(select.value)));
  return {
    node: make("span", { role: "gridcell", class: "class" }, glyph, select),
    select,
    /** @type {(k: number, classes: number, most: number) => void} */
    show(k, classes, most) {
      if (classes !== count) {
        const options = Array.from(
          { length: Math.min(most, classes + 1) },
          (_, n) => make("option", { value: n }, n < classes ? String(n) : tr("row.new", "{n} (new)", { n })),
        );
        select.replaceChildren(...options);
        count = classes;
      }
      if (select.value !== String(k)) select.value = String(k);
      glyph.setAttribute("class", `shape k${k}`);
      glyph.firstElementChild?.setAttribute("href", `#shape-${k}`);
    },
  };
}

/**
 * @param {number} i
 * @param {RowActs} act
 */
export function createRow(i, act) {
  const entries = [0, 1].map((d) =>
    numberEntry(
      tr("row.x", "x{d} of point {i}", { d: d + 1, i }),
      (x) => act.move(i, d, x),
      (text) => act.refuse(i, d, text),
    )
  );
  const group = classSelect(i, (k) => act.classify(i, k));
  const remove = make("button", {
    type: "button",
    class: "quiet",
    "aria-label": tr("row.delete", "Delete point {i}", { i }),
    title: tr("point.delete", "Delete this point"),
  }, "✕");
  remove.addEventListener("click", () => act.remove(i));
  const root = make(
    "div",
    { role: "row", "aria-rowindex": i + 2, "data-row": i },
    make("span", { role: "rowheader" }, String(i)),
    ...entries.map(({ node }) => cell(node)),
    group.node,
    cell(remove),
  );
  root.style.setProperty("--at", String(i));
  /** @type {HTMLElement[]} */
  const controls = [...entries.map(({ node }) => node), group.select, remove];
  return {
    root,
    controls,
    /** @param {EventTarget | null} control */
    edited: (control) => entries.some((entry) => entry.node === control && entry.edited()),
    /** @param {Shown} what */
    show({ problem: { X, y, b }, lit, stop, most }) {
      entries.forEach((entry, d) => entry.show(X[i][d]));
      group.show(y[i], classesOf({ b }), most);
      root.classList.toggle("lit", lit);
      for (const control of controls) control.tabIndex = stop ? 0 : -1;
    },
  };
}
