// One row of the table of points: two numbers and a class to edit, and a button to delete it. It changes no data itself.

import { full, parse } from "../../dom/number.js";
import { classesOf } from "../../state/problem.js";
import { make } from "../../dom/make.js";
import { shape } from "../../dom/shape.js";

const cell = (...children) => make("span", { role: "gridcell" }, ...children);

/** A number that is read when it is done with; Escape and what is no number leave the old one. `take(x)`, `refuse(text)`. */
function numberEntry(label, take, refuse) {
  const input = make("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": label,
  });
  let value = null;
  const restore = () => {
    input.value = full(value);
  };
  input.addEventListener("focus", () => input.select());
  input.addEventListener("change", () => {
    const [text, x] = [input.value, parse(input.value)];
    restore();
    if (x === null) refuse(text);
    else if (x !== value) take(x);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || input.value === full(value)) return;
    event.stopPropagation();
    restore();
    input.select();
  });
  return {
    node: input,
    edited: () => input.value !== full(value),
    show(x) {
      if (x === value) return;
      const typing = input === document.activeElement && value !== null && input.value !== full(value);
      value = x;
      if (!typing) restore();
      if (!typing && input === document.activeElement) input.select();
    },
  };
}

function classSelect(i, choose) {
  const glyph = shape(0);
  const select = make("select", { "aria-label": `class of point ${i}` });
  let count = 0;
  select.addEventListener("change", () => choose(Number(select.value)));
  return {
    node: make("span", { role: "gridcell", class: "class" }, glyph, select),
    select,
    show(k, classes, most) {
      if (classes !== count) {
        const options = Array.from(
          { length: Math.min(most, classes + 1) },
          (_, n) => make("option", { value: n }, n < classes ? String(n) : `${n} (new)`),
        );
        select.replaceChildren(...options);
        count = classes;
      }
      if (select.value !== String(k)) select.value = k;
      glyph.setAttribute("class", `shape k${k}`);
      glyph.firstChild.setAttribute("href", `#shape-${k}`);
    },
  };
}

/** `act`: {move(i, d, x), refuse(i, d, text), classify(i, k), remove(i)}. */
export function createRow(i, act) {
  const entries = [0, 1].map((d) =>
    numberEntry(`x${d + 1} of point ${i}`, (x) => act.move(i, d, x), (text) => act.refuse(i, d, text))
  );
  const group = classSelect(i, (k) => act.classify(i, k));
  const remove = make("button", {
    type: "button",
    class: "quiet",
    "aria-label": `Delete point ${i}`,
    title: "Delete this point",
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
  root.style.setProperty("--at", i);
  const controls = [...entries.map(({ node }) => node), group.select, remove];
  return {
    root,
    controls,
    edited: (control) => entries.some((entry) => entry.node === control && entry.edited()),
    show({ problem: { X, y, b }, lit, stop, most }) {
      entries.forEach((entry, d) => entry.show(X[i][d]));
      group.show(y[i], classesOf({ b }), most);
      root.classList.toggle("lit", lit);
      for (const control of controls) control.tabIndex = stop ? 0 : -1;
    },
  };
}
