// The panel "Why this update?": sentences whose points and classes light up, and the way from the predicted loss to the
// actual.

/**
 * @import { Part, State, Store } from "../../types.d.ts"
 * @import { Effect } from "./request.js"
 */

import { lossParts, lossWords, NOTHING } from "./loss_words.js";
import { format } from "../../dom/number.js";
import { pullWords } from "./words.js";
import { classed } from "../../dom/make.js";
import { listenToRefs, paragraph, replaceKeepingFocus } from "../../board/refs.js";
import { tr } from "../../dom/text.js";

/** @param {{ title: string, lines: Part[][] }} words @param {...Node} more */
const part = ({ title, lines }, ...more) =>
  classed("section", "", classed("h3", "", title), ...lines.map(paragraph), ...more);

/**
 * Predicted + kinks + curvature = actual, as numbers and bars to the left (falls) or right (rises) of a middle.
 * @param {Effect} effect
 * @param {boolean} hasMargins
 */
function sum(effect, hasMargins) {
  const { predicted, bends, penalty, actual } = lossParts({ effect });
  /** @type {[string, number][]} */
  const rows = [
    [tr("why.predicted", "predicted by the slope"), predicted],
    [hasMargins ? tr("why.kinks", "+ kinks crossed") : tr("why.bend", "+ bend of the data loss"), bends],
    [tr("why.bend.penalty", "+ bend of the penalty"), penalty],
    [tr("why.happens", "= what happens"), actual],
  ];
  const largest = Math.max(...rows.map(([, x]) => Math.abs(x))) || 1;
  return classed(
    "dl",
    "sum",
    ...rows.map(([name, x]) => {
      const bar = classed("i", x > 0 ? "rise" : "fall");
      bar.style.setProperty("--share", String(Math.abs(x) / largest));
      return classed(
        "div",
        "",
        classed("dt", "", name),
        classed("dd", "", classed("span", "bar", bar), format(Math.abs(x) < NOTHING ? 0 : x, 4)),
      );
    }),
  );
}

/**
 * @param {HTMLElement} root
 * @param {{ store: Store, focus: Parameters<typeof listenToRefs>[1], why: () => void }} tools
 */
export function create(root, { store, focus, why }) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  const text = classed(
    "p",
    "note",
    tr(
      "why.arrows",
      "An arrow at a point is what the point adds to −∂L/∂Wₖ, in the colour of class k: along the point itself for " +
        "its own class, the other way for a class whose margin it breaks. Wₖ turns that way.",
    ),
  );
  const toggle = classed("label", "toggle", box, tr("why.pull", "each point's pull on the plane"));
  const body = classed("div", "parts");
  root.append(body, classed("footer", "", toggle, text));
  box.addEventListener("change", () => store.set({ arrows: box.checked }));
  listenToRefs(root, focus);
  /** @type {Effect | null} */
  let drawn = null;

  /** @param {State} state */
  return function render(state) {
    const { effect, pass, hasMargins } = state;
    if (!pass || effect?.pass !== pass) return void why();
    root.dataset.iteration = String(pass.iteration);
    if (drawn === effect) return;
    drawn = effect;
    const explained = { ...state, pass, effect };
    const [where, hardest, penalty] = pullWords(explained);
    replaceKeepingFocus(body, [
      part(where),
      classed("div", "", part(lossWords(explained), sum(effect, hasMargins && "kink" in state.shown.loss))),
      classed("div", "", part(hardest), part(penalty)),
    ]);
  };
}
