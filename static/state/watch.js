// What the point in focus does to the weights, in a sentence made from its row of ∂L/∂S. Pure: no DOM, no requests.

import { stepIndex } from "./pass.js";
import { format } from "../dom/number.js";
import { conjoined, inWords, tr } from "../dom/text.js";

/** @import { Pass, State } from "../types.d.ts" */

/**
 * Where each column of scores stands for itself.
 *
 * @param {number[]} row
 * @param {number} i
 */
function alone(row, i) {
  const one = row.length === 1;
  const moved = row.flatMap((value, k) => {
    const term = `${format(value, 2, true)}·x${sub(i)}`;
    if (!value) return [];
    return [one ? term : tr("watch.column", "{term} into the column of class {k}", { term, k })];
  });
  if (!moved.length) return tr("watch.nothing", "pulls at no weight.");
  return one
    ? tr("watch.puts.one", "puts {term} into ∂L/∂W.", { term: moved[0] })
    : tr("watch.puts", "puts {terms} of ∂L/∂W.", { terms: conjoined(moved) });
}

/**
 * What the focused point does to the weights, in a sentence made from its row of ∂L/∂S.
 *
 * @param {Pick<State, "pass" | "shown" | "focus" | "hasMargins" | "pairwise">} state
 */
export function watch({ pass: now, shown, focus, hasMargins, pairwise }) {
  const pass = /** @type {Pass} */ (now); // nothing is said before the first pass has come
  const i = focus.point;
  if (i === null) return null;
  /** @type {number[] | undefined} */
  const row = pass.steps[stepIndex(pass, "dS")]?.value[i];
  if (!row) return null;
  const own = shown.y[i];
  const rivals = row.map((value, k) => ({ value, k })).filter(({ value, k }) => value && k !== own);
  const who = tr("watch.who", "(class {k})", { k: own });
  if (pass.batch.length < shown.X.length && !pass.batch.includes(i)) {
    return { i, who, text: tr("watch.outside", "is not in this batch: it has no say in this update.") };
  }
  if (!pairwise) return { i, who, text: alone(row, i) };
  if (!rivals.length) {
    return { i, who, text: tr("watch.keeps", "keeps every margin: it costs nothing and pulls at no weight.") };
  }
  const x = `x${sub(i)}`;
  const pull = tr("watch.collects", "class {k} collects {term}", { k: own, term: `${format(row[own], 2, true)}·${x}` });
  if (!hasMargins) {
    const pushes = rivals.map(({ value, k }) =>
      tr("watch.by", "class {k} by {term}", { k, term: `${format(value, 2)}·${x}` })
    );
    return {
      i,
      who,
      text: tr("watch.pushes", "pushes away {classes}; {pull} in ∂L/∂W.", { classes: conjoined(pushes), pull }),
    };
  }
  const names = rivals.map(({ k }) => k);
  const holes = { n: inWords(names.length), classes: conjoined(names), x, pull };
  const rows = pass.layout === "WX";
  if (names.length === 1) return { i, who, text: rows ? oneRow(holes) : oneColumn(holes) };
  return { i, who, text: rows ? someRows(holes) : someColumns(holes) };
}

/** @typedef {Record<"n" | "classes" | "x" | "pull", string>} Pushing  what breaks how many margins */
/** @param {Pushing} holes */
const oneColumn = (holes) =>
  tr("watch.column.one", "breaks {n} margin: class {classes} pushes with {x} into its column of ∂L/∂W, {pull}.", holes);
/** @param {Pushing} holes */
const oneRow = (holes) =>
  tr("watch.row.one", "breaks {n} margin: class {classes} pushes with {x} into its row of ∂L/∂W, {pull}.", holes);
/** @param {Pushing} holes */
const someColumns = (holes) =>
  tr(
    "watch.columns",
    "breaks {n} margins: classes {classes} each push with {x} into their columns of ∂L/∂W, {pull}.",
    holes,
  );
/** @param {Pushing} holes */
const someRows = (holes) =>
  tr("watch.rows", "breaks {n} margins: classes {classes} each push with {x} into their rows of ∂L/∂W, {pull}.", holes);

/** @param {number} n */
const sub = (n) => [...String(n)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");
