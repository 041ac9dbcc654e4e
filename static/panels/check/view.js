// The panel "Check": our gradient beside differences of the loss, and a gradient of one's own to be checked.

/**
 * @import { ExplanationAnswer } from "../../api_types.d.ts"
 * @import { Part, Problem, State } from "../../types.d.ts"
 * @import { Check, Checked, Checking, Diagnosed } from "./request.js"
 */

import { diagnosisWords, reasonWords } from "./diagnosis_words.js";
import { cell, checkWords, digits, pairWords, title, VERDICTS } from "./words.js";
import { createForm } from "./form.js";
import { make } from "../../dom/make.js";
import { listenToRefs, paragraph, refNode, replaceKeepingFocus } from "../../board/refs.js";
import { rich, tr } from "../../dom/text.js";

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
      make("td", { class: "verdict" }, VERDICTS[entry.verdict]),
    )
  );
  const heads = [
    "",
    tr("check.gradient", "gradient"),
    tr("check.difference", "difference"),
    ...(sides.length ? [tr("check.left", "left"), tr("check.rightwards", "right")] : []),
    tr("check.error", "error"),
    "",
  ].map((text) => make("th", { scope: "col" }, text));
  return make(
    "div",
    { class: "scrolls" },
    make(
      "table",
      { "aria-label": tr("check.worst", "The worst numbers of the gradient") },
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
    paragraph(rich("check.near", "Within h of the kink, for {cell}: point {pairs}.", {
      cell: /** @type {Part} */ (cell(crossed.parameter, checked.pass.layout)),
      pairs: pairWords(crossed.pairs, shown),
    }));
  return [verdict, parts, ...(pairs ? [pairs] : []), table(checked)];
}

/** @param {ExplanationAnswer} explanation */
function reason({ mistakes, alike, cells, points }) {
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
        { role: "group", tabindex: "0", "aria-label": tr("check.lines", "Likely line and right line") },
        make("del", {}, code),
        "\n",
        make("ins", {}, fix),
      ),
    ]),
    ...(alike.length
      ? [
        make(
          "p",
          { class: "note" },
          tr("check.alike", "At these points the same numbers come of: {others}.", { others: alike.join("; ") }),
        ),
      ]
      : []),
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
  const stale = make(
    "p",
    { class: "note", hidden: "" },
    tr("check.stale", "The weights have changed since: this was said of others."),
  );
  const chart = make("button", { type: "button" }, tr("check.chart", "Chart: error against h"));
  chart.addEventListener("click", () => {
    check.chart();
    document.getElementById("chart")?.scrollIntoView({ block: "nearest" });
  });
  const own = make(
    "details",
    { open: "" },
    make("summary", {}, make("h3", {}, tr("check.ours", "Our gradient"))),
    mine,
    chart,
  );
  root.append(
    make(
      "section",
      {},
      answer,
      stale,
      make("h3", {}, tr("check.yours", "Your gradient, at the weights of this pass and over all points")),
      asked.node,
    ),
    make("section", {}, own),
  );
  listenToRefs(root, focus);
  /** @type {Checked | null} */
  let drawn = null;
  /** @type {Diagnosed | null} */
  let diagnosis = null;

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
    if (!diagnosed || diagnosis === diagnosed) return;
    diagnosis = diagnosed;
    asked.mark("refused" in diagnosed ? diagnosed.field : undefined);
    replaceKeepingFocus(answer, yours(diagnosed));
    own.open = false; // the answer first
    answer.scrollIntoView({ block: "nearest" });
  };
}
