// The panel "Check": our gradient beside differences of the loss, and a gradient of one's own to be checked. It
// computes nothing.

/**
 * @import { ExplanationAnswer } from "../../api_types.d.ts"
 * @import { Problem, State } from "../../types.d.ts"
 * @import { Check, Checked, Checking, Diagnosed } from "./request.js"
 */

import { cell, checkWords, diagnosisWords, digits, pairWords, reasonWords, title } from "./words.js";
import { createForm } from "./form.js";
import { make } from "../../dom/make.js";
import { listenToRefs, paragraph, refNode, replaceKeepingFocus } from "../../board/refs.js";

const SHOWN = 5; // entries that are shown

/** The worst entries: gradient, difference to both sides, error. @param {Check} checked */
function table({ entries, verdict: whole, pass }) {
  /** @type {("backward" | "forward")[]} */
  const sides = whole === "right" ? [] : ["backward", "forward"];
  /** @type {("analytic" | "numeric" | "backward" | "forward")[]} */
  const columns = ["analytic", "numeric", ...sides];
  const rows = entries.slice(0, SHOWN).map((entry) =>
    make(
      "tr",
      { "data-verdict": entry.verdict },
      make("th", { scope: "row" }, refNode(cell(entry.parameter, pass.layout))),
      ...columns.map((name) => make("td", {}, digits(entry[name]))),
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

/** @param {Checked} checked @param {Problem} shown @returns {Node[]} */
function ours(checked, shown) {
  if ("refused" in checked) return [make("p", { class: "verdict-line" }, checked.refused)];
  const [verdict, parts] = checkWords(checked, { shown }).map(paragraph);
  verdict.className = "verdict-line";
  verdict.dataset.verdict = checked.verdict;
  const crossed = checked.entries.find(({ pairs, verdict: its }) => its !== "right" && pairs.length);
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

/** @param {ExplanationAnswer} explanation */
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

/** @param {Diagnosed} found @returns {Node[]} */
function yours(found) {
  if ("refused" in found) return [make("p", { class: "verdict-line", "data-verdict": "wrong" }, found.refused)];
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

/** @param {HTMLElement} root @param {{ focus: Parameters<typeof listenToRefs>[1], check: Checking }} tools */
export function create(root, { focus, check }) {
  const mine = make("div", { class: "found" });
  const asked = createForm(check);
  const answer = make("div", { class: "found", role: "status" });
  const stale = make("p", { class: "note", hidden: "" }, "The weights have changed since: this was said of others.");
  const chart = make("button", { type: "button" }, "Chart: error against h");
  chart.addEventListener("click", () => {
    check.chart();
    document.getElementById("chart")?.scrollIntoView({ block: "nearest" });
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
  /** @type {Checked | null} */
  let drawn = null;
  /** @type {Diagnosed | null} */
  let told = null;

  /** @param {State} state */
  return function render({ checked, diagnosed, pass, shown }) {
    const fits = checked && checked.pass === pass;
    if (!fits) check.ours();
    else if (drawn !== checked) {
      drawn = checked;
      replaceKeepingFocus(mine, ours(checked, shown));
    }
    root.dataset.iteration = fits ? String(checked.pass.iteration) : "";
    stale.hidden = !diagnosed || diagnosed.pass === pass;
    if (!diagnosed || told === diagnosed) return;
    told = diagnosed;
    asked.mark("refused" in diagnosed ? diagnosed.field : undefined);
    replaceKeepingFocus(answer, yours(diagnosed));
  };
}
