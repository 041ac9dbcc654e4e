// The panel "Score": the confusion matrix and what else says how good the weights are, live. It computes nothing.

import { format } from "../../dom/number.js";
import { classesOf, find } from "../../state/problem.js";
import { planeView } from "../../state/moment.js";
import { sanity, score, slacks } from "./score.js";
import { make } from "../../dom/make.js";
import { shape } from "../../dom/shape.js";
import { listenToRefs, paragraph, replaceKeepingFocus } from "../../board/refs.js";

const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};
const head = (k, scope) => make("th", { scope, class: `k${k}` }, shape(k), String(k));

/** One button a cell; built for a number of classes and then kept. */
function table(C) {
  const buttons = [];
  const rows = Array.from(
    { length: C },
    (_, k) =>
      make(
        "tr",
        {},
        head(k, "row"),
        ...Array.from({ length: C }, (__, p) => {
          buttons.push(make("button", { type: "button", "data-kind": k === p ? "right" : "wrong" }));
          return make("td", {}, buttons.at(-1));
        }),
      ),
  );
  const top = make(
    "tr",
    {},
    make("td", { class: "corner" }, "true ↓ predicted →"),
    ...rows.map((_, p) => head(p, "col")),
  );
  return {
    node: make(
      "table",
      { class: "confusion", "aria-label": "Confusion matrix: rows true, columns predicted" },
      make("thead", {}, top),
      make("tbody", {}, ...rows),
    ),
    buttons,
  };
}

function showCells(buttons, cells) {
  const sizes = cells.map((row) => row.reduce((sum, points) => sum + points.length, 0) || 1);
  cells.flat().forEach((points, n) => {
    const [k, p] = [Math.floor(n / cells.length), n % cells.length];
    const button = buttons[n];
    write(button, String(points.length));
    button.dataset.ref = JSON.stringify({ points });
    button.style.setProperty("--share", points.length / sizes[k]);
    button.setAttribute(
      "aria-label",
      `true class ${k}, predicted ${p}: ${points.length} point${points.length === 1 ? "" : "s"}`,
    );
    button.disabled = !points.length;
  });
}

const FACTS = ["right", "broken margins", "points without loss"];

export function create(root, { focus, catalogue }) {
  const place = make("div");
  const facts = FACTS.map((name) => [make("dt", {}, name), make("dd")]);
  const free = make("button", { type: "button", class: "ref" });
  facts[2][1].append(free);
  const line = make("p", { class: "sanity" });
  const slack = make("div", { class: "slacks" });
  const matter = make("p", { class: "note" }, "A cell lights up its points on the plane.");
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
  let [made, classes] = [null, 0];

  return function render(state) {
    const C = classesOf(state.shown);
    if (C !== classes) {
      [made, classes] = [table(C), C];
      place.replaceChildren(made.node);
    }
    const found = score(state);
    const N = state.shown.y.length;
    showCells(made.buttons, found.cells);
    write(facts[0][1], `${found.right} of ${N} (${format((100 * found.right) / N, 0)} %)`);
    write(facts[1][1], found.margins ? `${found.margins.broken} of ${found.margins.of}` : "this loss has no margins");
    write(free, found.free ? `${found.free.length} of ${N}` : "none: this loss is never 0");
    free.disabled = !found.free?.length;
    free.dataset.ref = JSON.stringify({ points: found.free ?? [] });
    write(line, sanity(state));
    const losses = find(catalogue.losses, state.shown.loss.kind).slack && planeView(state)?.scene.losses;
    replaceKeepingFocus(slack, losses ? [paragraph(slacks(losses, state.shown))] : []);
  };
}
