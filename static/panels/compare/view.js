// The panel "Compare": up to four variants on the same data from the same start, in lockstep.

/**
 * @import { Catalogue, Problem, Run, Say, State, Store } from "../../types.d.ts"
 * @import { Comparing, Playing, Runs } from "./request.js"
 * @typedef {Playing & { scrubRun: (iteration: number) => void }} Actions
 */

import { limits } from "../../state/schema.js";
import { SETS } from "./request.js";
import { createCard, LETTERS } from "./card.js";
import { chartOf, MEASURES } from "./chart.js";
import { createEditor } from "./editor.js";
import { make } from "../../dom/make.js";
import { inWords, tr } from "../../dom/text.js";

const INTRO = tr(
  "compare.intro",
  "Up to {n} variants of this problem, on the same points, from the same start and in the same batches, iteration " +
    "by iteration together. Begin with a set, or add one and change it.",
  { n: inWords(limits.variants) },
);
const UNITS = tr(
  "compare.units",
  "These variants minimise different things, so their totals are in different units: compare how they fall, or " +
    "the accuracy.",
);

/** @param {string} text @param {() => void} does @param {Record<string, string>} [attributes] */
const button = (text, does, attributes = {}) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", does);
  return node;
};
/** @param {HTMLElement} node @param {string} text */
const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
};

/**
 * What has to be known of the runs together; the slider is that of the page's own run.
 * @param {Runs} runs
 * @param {Run | null} run
 */
function noted({ comparable, variants }, run) {
  const last = (run?.totals.length ?? Infinity) - 1;
  const further = variants.some(({ totals }) => totals.length - 1 > last);
  return [
    comparable ? "" : UNITS,
    further
      ? tr("compare.ends", "The run of the settings ends at iteration {last}, and the slider with it.", { last })
      : "",
  ].join(" ").trim();
}

/**
 * @param {HTMLElement} root
 * @param {{
 *   store: Store,
 *   lab: { say: Say },
 *   compare: Comparing,
 *   catalogue: Catalogue,
 *   actions: Actions,
 *   focus: { point: Parameters<typeof createCard>[2] },
 * }} tools
 */
export function create(root, { store, lab, compare, catalogue, actions, focus }) {
  const sets = SETS.map((set) => {
    const preview = make("span", { class: "preview" });
    const node = button(set.text, () => compare.open(set));
    node.append(preview);
    return { set, node, preview };
  });
  const add = button(tr("compare.add", "Add a variant"), compare.add);
  const play = button(tr("compare.play", "Play all"), () => compare.play(actions), { class: "primary" });
  const measures = MEASURES.map(([name, text]) => ({ name, node: button(text, () => compare.measure(name)) }));
  const intro = make("p", { class: "note" }, INTRO);
  const units = make("p", { class: "note" });
  const refused = make("p", { class: "refused", role: "status" });
  const place = make("div", { class: "cards" });
  const edit = createEditor(compare, catalogue, (text) => lab.say(text, "warning"));
  const chart = chartOf(actions);
  const figure = make(
    "figure",
    {},
    make(
      "div",
      { class: "head" },
      make(
        "div",
        { class: "segments", role: "group", "aria-label": tr("compare.shows", "What the chart shows") },
        ...measures.map(({ node }) => node),
      ),
      units,
    ),
    chart.plot,
  );
  root.append(
    intro,
    make("div", { class: "bar" }, ...sets.map(({ node }) => node), add, play),
    refused,
    place,
    figure,
    edit.node,
  );
  const again = () => render(store.get());
  const cards = LETTERS.map((_, i) =>
    createCard(i, {
      edit: () => {
        edit.open(edit.editing === i ? null : i);
        again();
        if (edit.editing === i) edit.node.scrollIntoView({ block: "nearest" });
      },
      remove: () => {
        edit.open(null);
        compare.remove(i);
        (cards[0].node.isConnected ? cards[0].change : add).focus();
      },
    }, focus.point)
  );
  let count = 0;

  let offered = /** @type {Problem | null} */ (null);

  /** What each set would compare. @param {Problem} problem */
  function offer(problem) {
    if (problem === offered) return;
    offered = problem;
    for (const { set, node, preview } of sets) {
      const variants = set.variants(catalogue, problem);
      node.disabled = !variants.length;
      preview.replaceChildren(
        ...variants.map((variant, i) =>
          make("span", { class: `variant${i}` }, make("b", {}, LETTERS[i]), set.name(catalogue, variant))
        ),
      );
    }
  }

  /** @param {State} state */
  function showCards(state) {
    const { problem: { variants }, compared } = state;
    const runs = compared && !("refused" in compared) ? compared : null;
    const refusal = compared && "refused" in compared ? compared : null;
    if (variants.length !== count) {
      count = variants.length;
      place.replaceChildren(...cards.slice(0, count).map(({ node }) => node));
    }
    variants.forEach((variant, i) => {
      const known = runs?.variants[runs.problem.variants.indexOf(variant)] ?? null;
      cards[i].render(state, known, compare.lossOf(variant), refusal?.at === i ? refusal.refused : null);
      cards[i].change.setAttribute("aria-expanded", String(edit.editing === i));
    });
  }

  /** @param {State} state */
  function render(state) {
    const { problem, run, playing, measure = "total" } = state;
    compare.ask();
    compare.draw();
    const some = problem.variants.length > 0;
    const compared = state.compared?.problem === problem ? state.compared : null;
    root.classList.toggle("begin", !some);
    offer(problem);
    add.disabled = problem.variants.length >= limits.variants;
    play.hidden = !some;
    figure.hidden = !some;
    play.textContent = playing ? tr("pause", "Pause") : tr("compare.play", "Play all");
    intro.hidden = some;
    write(refused, some && compared && "refused" in compared && compared.at === -1 ? compared.refused : "");
    write(units, some && compared && !("refused" in compared) ? noted(compared, run) : "");
    for (const { name, node } of measures) node.setAttribute("aria-pressed", String(name === measure));
    edit.render(state);
    showCards(state);
    if (some) chart.render(state);
    root.dataset.iteration = compared ? String(state.iteration) : "";
  }
  return render;
}
