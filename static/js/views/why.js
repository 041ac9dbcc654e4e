// The panel "Why this update?": sentences whose points and classes light up, and the way from the predicted loss to the actual.

import { lossParts, lossWords } from "../loss-words.js";
import { format } from "../number.js";
import { pullWords } from "../why-words.js";
import { listenToRefs, paragraph, replaceKeepingFocus } from "./refs.js";

const make = (name, className = "", ...children) => {
  const node = document.createElement(name);
  node.className = className;
  node.append(...children);
  return node;
};

const part = ({ title, lines }, ...more) => make("section", "", make("h3", "", title), ...lines.map(paragraph), ...more);

/** Predicted + kinks + curvature = actual, as numbers and bars to the left (falls) or right (rises) of a middle. */
function sum(effect, hasMargins) {
  const { predicted, bends, penalty, actual } = lossParts({ effect });
  const rows = [["predicted by the slope", predicted], [hasMargins ? "+ kinks crossed" : "+ bend of the data loss", bends], ["+ bend of the penalty", penalty], ["= what happens", actual]];
  const largest = Math.max(...rows.map(([, x]) => Math.abs(x))) || 1;
  return make("dl", "sum", ...rows.map(([name, x]) => {
    const bar = make("i", x > 0 ? "rise" : "fall");
    bar.style.setProperty("--share", Math.abs(x) / largest);
    return make("div", "", make("dt", "", name), make("dd", "", make("span", "bar", bar), format(Math.abs(x) < 5e-7 ? 0 : x, 4)));
  }));
}

export function create(root, { store, focus, why }) {
  const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  const text = make("p", "note", "An arrow at a point is what the point adds to −∂L/∂Wₖ, in the colour of class k: along the point itself for its own class, the other way for a class whose margin it breaks. Wₖ turns that way.");
  const toggle = make("label", "toggle", box, "each point's pull on the plane");
  const body = make("div", "parts");
  root.append(body, make("footer", "", toggle, text));
  box.addEventListener("change", () => store.set({ arrows: box.checked }));
  listenToRefs(root, focus);
  let drawn = null;

  return function render(state) {
    const { effect, pass, hasMargins } = state;
    if (effect?.pass !== pass) return void why();
    root.dataset.iteration = pass.iteration;
    if (drawn === effect) return;
    drawn = effect;
    const [where, hardest, penalty] = pullWords(state);
    replaceKeepingFocus(body, [part(where), make("div", "", part(lossWords(state), sum(effect, hasMargins && "kink" in state.shown.loss))), make("div", "", part(hardest), part(penalty))]);
  };
}
