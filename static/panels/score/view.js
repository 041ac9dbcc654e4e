// The panel "Score": the confusion matrix and what else says how good the weights are, live.

/**
 * @import { Catalogue, Kind, State } from "../../types.d.ts"
 * @import { Begun } from "./score.js"
 */

import { format } from "../../dom/number.js";
import { classesOf, find } from "../../state/problem.js";
import { planeView } from "../../state/pass.js";
import { sanity, score, slacks } from "./score.js";
import { make } from "../../dom/make.js";
import { shape } from "../../dom/shape.js";
import { listenToRefs, paragraph, replaceKeepingFocus } from "../../board/refs.js";
import { tr } from "../../dom/text.js";

/** @param {HTMLElement} node @param {string} text */
const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};
/** @param {number} k @param {"row" | "col"} scope */
const head = (k, scope) => make("th", { scope, class: `k${k}` }, shape(k), String(k));

/** One button a cell; built for a number of classes and then kept. @param {number} C */
function table(C) {
  /** @type {HTMLButtonElement[]} */
  const buttons = [];
  /** @param {number} k @param {number} p */
  const cell = (k, p) => {
    const button = make("button", { type: "button", "data-kind": k === p ? tr("score.right", "right") : "wrong" });
    buttons.push(button);
    return make("td", {}, button);
  };
  const classes = Array.from({ length: C }, (_, k) => k);
  const rows = classes.map((k) => make("tr", {}, head(k, "row"), ...classes.map((p) => cell(k, p))));
  const top = make(
    "tr",
    {},
    make("td", { class: "corner" }, tr("score.corner", "true ↓ predicted →")),
    ...classes.map((p) => head(p, "col")),
  );
  return {
    node: make(
      "table",
      { class: "confusion", "aria-label": tr("score.matrix", "Confusion matrix: rows true, columns predicted") },
      make("thead", {}, top),
      make("tbody", {}, ...rows),
    ),
    buttons,
  };
}

/** @param {HTMLButtonElement[]} buttons @param {number[][][]} cells */
function showCells(buttons, cells) {
  const sizes = cells.map((row) => row.reduce((sum, points) => sum + points.length, 0) || 1);
  cells.flat().forEach((points, n) => {
    const k = Math.floor(n / cells.length);
    const p = n % cells.length;
    const button = buttons[n];
    write(button, String(points.length));
    button.dataset.ref = JSON.stringify({ points });
    button.style.setProperty("--share", String(points.length / sizes[k]));
    button.setAttribute(
      "aria-label",
      tr("score.cell", "true class {k}, predicted {p}: {n} {n, plural, one {point} other {points}}", {
        k,
        p,
        n: points.length,
      }),
    );
    button.disabled = !points.length;
  });
}

const FACTS = [
  tr("score.right", "right"),
  tr("score.broken", "broken margins"),
  tr("score.free", "points without loss"),
];

/**
 * @param {HTMLElement} root
 * @param {{ focus: Parameters<typeof listenToRefs>[1], catalogue: Catalogue }} tools
 */
export function create(root, { focus, catalogue }) {
  const place = make("div");
  const facts = FACTS.map((name) => [make("dt", {}, name), make("dd")]);
  const free = make("button", { type: "button", class: "ref" });
  facts[2][1].append(free);
  const line = make("p", { class: "sanity" });
  const slack = make("div", { class: "slacks" });
  const matter = make("p", { class: "note" }, tr("score.note", "A cell lights up its points on the plane."));
  root.append(
    place,
    make(
      "div",
      {},
      make("dl", { class: "facts" }, ...facts.map((pair) => make("div", {}, ...pair))),
      line,
      slack,
      matter,
    ),
  );
  listenToRefs(root, focus);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  let classes = 0;

  /** @param {State} now */
  return function render(now) {
    const state = /** @type {Begun} */ (now); // no panel is drawn without a pass
    const C = classesOf(state.shown);
    if (C !== classes) {
      const made = table(C);
      buttons = made.buttons;
      classes = C;
      place.replaceChildren(made.node);
    }
    const found = score(state);
    const N = state.shown.y.length;
    showCells(buttons, found.cells);
    write(
      facts[0][1],
      tr("score.right.of", "{n} of {all} ({share} %)", {
        n: found.right,
        all: N,
        share: format((100 * found.right) / N, 0),
      }),
    );
    write(
      facts[1][1],
      found.margins
        ? tr("score.broken.of", "{n} of {all}", { n: found.margins.broken, all: found.margins.of })
        : tr("score.nomargins", "this loss has no margins"),
    );
    write(
      free,
      found.free
        ? tr("score.free.of", "{n} of {all}", { n: found.free.length, all: N })
        : tr("score.nofree", "none: this loss is never 0"),
    );
    free.disabled = !found.free?.length;
    free.dataset.ref = JSON.stringify({ points: found.free ?? [] });
    write(line, sanity(state));
    const { slack: slacked } = /** @type {Kind} */ (find(catalogue.losses, state.shown.loss.kind));
    const losses = slacked ? planeView(state)?.scene.losses : null;
    replaceKeepingFocus(slack, losses ? [paragraph(slacks(losses, state.shown))] : []);
  };
}
