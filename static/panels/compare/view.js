// The panel "Compare": up to four variants on the same data from the same start, in lockstep. It computes nothing.

import { createChart } from "../../charts/chart.js";
import { MEMBERS, merged, MOST } from "../../state/variants.js";
import { SETS } from "./request.js";
import { createControls } from "../../controls/controls.js";
import { fields } from "../../state/fields.js";
import { createCard, LETTERS } from "./card.js";
import { make } from "../../dom/make.js";

const INTRO =
  "Up to four variants of this problem, on the same points, from the same start and in the same batches, iteration by iteration together. Begin with a set, or add one and change it.";
const UNITS =
  "These variants minimise different things, so their totals are in different units: compare how they fall, or the accuracy.";
const MEASURES = [["total", "loss"], ["log", "log loss"], ["accuracy", "accuracy"], ["gradient_norm", "gradient"]];

const button = (text, does, attributes = {}) => {
  const node = make("button", { type: "button", ...attributes }, text);
  node.addEventListener("click", does);
  return node;
};
const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
  node.hidden = !text;
};

/** What has to be known of the runs together; the slider is that of the page's own run. */
function noted({ comparable, variants }, run) {
  const last = (run?.totals.length ?? Infinity) - 1;
  const further = variants.some(({ totals }) => totals.length - 1 > last);
  return [
    comparable ? "" : UNITS,
    further ? `The run of the settings ends at iteration ${last}, and the slider with it.` : "",
  ].join(" ").trim();
}

/** The controls of what a variant can do otherwise, without those that do not apply. */
const listed = (catalogue, problem) =>
  fields(catalogue, problem).filter(({ path: [name], disabled }) => name in MEMBERS && !disabled);

/** {node, open(i | null), render(state)}: what variant i does otherwise. */
function editor(compare, catalogue) {
  let editing = null;
  const [head, form] = [make("h3"), make("div", { class: "controls" })];
  const node = make("section", { id: "compare-editor", hidden: "" }, head, form);
  const controls = createControls(form, catalogue, {
    change: (...change) => compare.change(editing, ...change),
    actions: [],
    listed,
    prefix: "variant",
  });
  return {
    node,
    get editing() {
      return editing;
    },
    open: (i) => {
      editing = i;
    },
    render({ problem }) {
      if (editing !== null && !problem.variants[editing]) editing = null;
      node.hidden = editing === null;
      if (editing === null) return;
      head.textContent = `What ${LETTERS[editing]} does otherwise`;
      controls(merged(problem, problem.variants[editing]));
    },
  };
}

function chartOf(actions) {
  const plot = make("div", { class: "chart-plot", role: "group" });
  const chart = createChart(plot, { go: (iteration) => actions.scrubRun(Math.round(iteration)) });
  let drawn = null;
  return {
    plot,
    render({ comparison, iteration, measure = "total" }) {
      chart.cursor(iteration);
      if (!comparison || drawn === comparison) return;
      drawn = comparison;
      plot.setAttribute(
        "aria-label",
        `Chart: ${MEASURES.find(([name]) => name === measure)[1]} of every variant over the iterations`,
      );
      if (comparison.error) chart.says(comparison.error);
      else chart.show({ ...comparison, layout: { ...comparison.layout, showlegend: false } }); // the cards are its legend
    },
  };
}

export function create(root, { store, compare, catalogue, actions, focus }) {
  const sets = SETS.map((set) => ({ set, node: button(set.text, () => compare.open(set)) }));
  const add = button("Add a variant", compare.add);
  const play = button("Play all", () => compare.play(actions), { class: "primary" });
  const measures = MEASURES.map(([name, text]) => ({ name, node: button(text, () => compare.measure(name)) }));
  const [intro, units, refused] = [
    make("p", { class: "note" }, INTRO),
    make("p", { class: "note" }),
    make("p", { class: "refused", role: "status" }),
  ];
  const place = make("div", { class: "cards" });
  const edit = editor(compare, catalogue);
  const chart = chartOf(actions);
  const figure = make(
    "figure",
    {},
    make(
      "div",
      { class: "head" },
      make(
        "div",
        { class: "segments", role: "group", "aria-label": "What the chart shows" },
        ...measures.map(({ node }) => node),
      ),
      units,
    ),
    chart.plot,
  );
  root.append(
    make("div", { class: "bar" }, ...sets.map(({ node }) => node), add, play),
    intro,
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

  function showCards(state) {
    const { problem: { variants }, compared } = state;
    if (variants.length !== count) {
      place.replaceChildren(...cards.slice(0, count = variants.length).map(({ node }) => node));
    }
    variants.forEach((variant, i) => {
      const known = compared?.variants?.[compared.problem.variants.indexOf(variant)] ?? null;
      cards[i].render(state, known, compare.lossOf(variant), compared?.at === i ? compared.refused : null);
      cards[i].change.setAttribute("aria-expanded", edit.editing === i);
    });
  }

  function render(state) {
    const { problem, compared, run, playing, measure = "total" } = state;
    compare.ask();
    compare.draw();
    const some = problem.variants.length > 0;
    for (const { set, node } of sets) node.disabled = !set.variants(catalogue, problem).length;
    add.disabled = problem.variants.length >= MOST;
    play.hidden = figure.hidden = !some;
    play.textContent = playing ? "Pause" : "Play all";
    intro.hidden = some;
    write(refused, some && compared?.problem === problem && compared.at === -1 ? compared.refused : "");
    write(units, some && compared?.problem === problem && compared.variants ? noted(compared, run) : "");
    for (const { name, node } of measures) node.setAttribute("aria-pressed", name === measure);
    edit.render(state);
    showCards(state);
    if (some) chart.render(state);
    root.dataset.iteration = compared?.problem === problem ? state.iteration : "";
  }
  return render;
}
