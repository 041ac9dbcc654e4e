// The panel "Check": our gradient beside differences of the loss, and a gradient of one's own to be checked. It computes nothing.

import { cell, checkWords, diagnosisWords, digits, pairWords, reasonWords, title } from "./words.js";
import { make } from "../../dom/make.js";
import { listenToRefs, paragraph, refNode, replaceKeepingFocus } from "../../board/refs.js";

const SHOWN = 5; // entries that are shown
const BAD = { kink: 1, doubtful: 1, wrong: 1 };

/** The worst entries: gradient, difference to both sides, error. */
function table({ entries, verdict: whole, pass }) {
  const sides = whole === "right" ? [] : ["backward", "forward"];
  const rows = entries.slice(0, SHOWN).map((entry) =>
    make(
      "tr",
      { "data-verdict": entry.verdict },
      make("th", { scope: "row" }, refNode(cell(entry.parameter, pass.layout))),
      ...["analytic", "numeric", ...sides].map((name) => make("td", {}, digits(entry[name]))),
      make("td", {}, digits(entry.error)),
      make("td", { class: "verdict" }, entry.verdict),
    )
  );
  const heads = ["", "gradient", "difference", ...(sides.length ? ["left", "right"] : []), "error", ""].map((text) =>
    make("th", { scope: "col" }, text)
  );
  return make(
    "div",
    { class: "scrolls" },
    make(
      "table",
      { "aria-label": "The worst numbers of the gradient" },
      make("thead", {}, make("tr", {}, ...heads)),
      make("tbody", {}, ...rows),
    ),
  );
}

function ours(state) {
  const { checked, shown } = state;
  if (checked.refused) return [make("p", { class: "verdict-line" }, checked.refused)];
  const [verdict, parts] = checkWords(checked, state).map(paragraph);
  verdict.className = "verdict-line";
  verdict.dataset.verdict = checked.verdict;
  const crossed = checked.entries.find(({ pairs, verdict: its }) => BAD[its] && pairs.length);
  const pairs = crossed &&
    paragraph([
      "Within h of the kink, for ",
      cell(crossed.parameter, checked.pass.layout),
      ": point ",
      ...pairWords(crossed.pairs, shown),
      ".",
    ]);
  return [verdict, parts, ...(pairs ? [pairs] : []), table(checked)];
}

function reason({ mistakes, cells, points }) {
  const places = cells.map(({ step, row, column }) => `${step},${row},${column}`);
  return make(
    "li",
    {},
    refNode({ cells: places, points, text: title(mistakes) }),
    ...mistakes.flatMap((
      { sentence, code, fix },
    ) => [
      make("p", {}, sentence),
      make(
        "pre",
        { role: "group", tabindex: "0", "aria-label": "Likely line and right line" },
        make("del", {}, code),
        "\n",
        make("ins", {}, fix),
      ),
    ]),
  );
}

function yours(found) {
  if (found.refused) return [make("p", { class: "verdict-line", "data-verdict": "wrong" }, found.refused)];
  const lines = diagnosisWords(found).map(paragraph);
  lines[0].className = "verdict-line";
  lines[0].dataset.verdict = found.verdict === "wrong" ? "wrong" : "right";
  const because = reasonWords(found);
  const reasons = found.explanations.length ? found.explanations : found.nearest ? [found.nearest] : [];
  return [
    ...lines,
    ...(because ? [make("p", {}, because), make("ul", { class: "reasons" }, ...reasons.map(reason))] : []),
  ];
}

function form(check) {
  const area = make("textarea", {
    id: "given-dW",
    rows: 4,
    wrap: "off",
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "[[ 0.0667  0.3667  0.6   ]\n [ 0.8778 -1.1111 -0.0333]]",
  });
  const [db, loss] = ["db", "loss"].map((name) =>
    make("input", { id: `given-${name}`, type: "text", spellcheck: "false", autocomplete: "off" })
  );
  const fields = { dW: area, db, loss };
  const go = make("button", { type: "submit", class: "primary" }, "Check my gradient");
  const node = make(
    "form",
    {},
    make("label", { for: area.id }, "Paste your ∂L/∂W: NumPy, PyTorch, list, MATLAB or CSV; D×C or C×D"),
    area,
    make(
      "div",
      { class: "line-up" },
      make("label", { for: db.id }, "∂L/∂b"),
      db,
      make("label", { for: loss.id }, "loss"),
      loss,
      go,
    ),
  );
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    const texts = Object.entries(fields).map(([name, { value }]) => [name, value.trim() ? value : null]);
    check.yours(Object.fromEntries(texts.map(([name, text]) => [name, name === "dW" ? text ?? "" : text])));
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) node.requestSubmit();
  });
  const mark = (pointer) =>
    Object.entries(fields).forEach(([name, field]) => field.setAttribute("aria-invalid", pointer === `/given/${name}`));
  return { node, mark };
}

export function create(root, { focus, check }) {
  const mine = make("div", { class: "found" });
  const asked = form(check);
  const answer = make("div", { class: "found", role: "status" });
  const stale = make("p", { class: "note", hidden: "" }, "The weights have changed since: this was said of others.");
  const chart = make("button", { type: "button" }, "Chart: error against h");
  chart.addEventListener("click", () => {
    check.chart();
    document.getElementById("chart").scrollIntoView({ block: "nearest" });
  });
  root.append(
    make("section", {}, make("h3", {}, "Our gradient"), mine, chart),
    make(
      "section",
      {},
      make("h3", {}, "Your gradient, at the weights of this pass and over all points"),
      asked.node,
      stale,
      answer,
    ),
  );
  listenToRefs(root, focus);
  let [drawn, told] = [null, null];

  return function render({ checked, diagnosed, pass, ...state }) {
    if (checked?.pass !== pass) check.ours();
    else if (drawn !== checked) replaceKeepingFocus(mine, ours({ ...state, checked: drawn = checked }));
    root.dataset.iteration = checked?.pass === pass ? pass.iteration : "";
    stale.hidden = !diagnosed || diagnosed.pass === pass;
    if (!diagnosed || told === diagnosed) return;
    told = diagnosed;
    asked.mark(diagnosed.field);
    replaceKeepingFocus(answer, yours(diagnosed));
  };
}
