// Why this update, in sentences made from its numbers. A sentence is a list of texts and references. Pure: no DOM, no
// requests.

/**
 * @import { Part, Pass, Step } from "../../types.d.ts"
 * @import { Explained } from "./request.js"
 */

import { format } from "../../dom/number.js";
import { classOfColumn } from "../../state/problem.js";
import { hardest, number, percent } from "./hardest_words.js";
import { conjoin, rich, tr } from "../../dom/text.js";

const NAMED = 4; // points a sentence names; the others are counted
/** @param {number[]} v */
const vector = (v) => `(${v.map((x) => format(x, 2)).join(", ")})`;
/** @type {(items: Part[][]) => Part[][]} */
const some = (items) =>
  items.length > NAMED + 1 ? [...items.slice(0, NAMED), [tr("more", "{n} more", { n: items.length - NAMED })]] : items;

/** @param {Pass} pass @param {string} id */
const step = (pass, id) => /** @type {Step} */ (pass.steps.find((each) => each.id === id));

/**
 * Who pulls at each class, who pulls hardest, what the penalty does.
 * @param {Explained} state
 * @returns {{ title: string, lines: Part[][] }[]}
 */
export function pullWords({ effect, pass, shown, hasMargins, pairwise }) {
  /** @param {number} i */
  const point = (i) => ({ point: i, of: shown.y[i] });
  const { slopes } = effect.pulls;
  /** @param {number} i @param {number} k */
  const length = (i, k) => Math.abs(slopes[i][k]) * Math.hypot(...shown.X[i]);
  /** @type {number[][]} */
  const next = step(pass, "W_next").value;

  /** @param {number} k @returns {Part[]} */
  function ofClass(k) {
    const who = pass.batch.filter((i) => slopes[i][k] !== 0).sort((a, b) => length(b, k) - length(a, k));
    /** @type {(points: number[]) => Part[]} */
    const names = (points) =>
      conjoin(some(points.map((i) => [{ ...point(i), short: true }, ` (${number(length(i, k))})`])));
    const to = who.filter((i) => slopes[i][k] < 0);
    const off = who.filter((i) => slopes[i][k] > 0);
    /** @type {Part} */
    const side = { class: classOfColumn(k, slopes[0].length) };
    if (!who.length) {
      return rich("why.unpulled", "{class}: no point pulls at its weights; only the penalty changes them.", {
        class: side,
      });
    }
    const asks = shown.X[0].map((_, d) => -who.reduce((sum, i) => sum + slopes[i][k] * shown.X[i][d], 0));
    const moves = next.map((row, d) => row[k] - pass.W[d][k]);
    const together = rich(
      "why.together",
      ". Together they ask its weights for {asks}; the step moves them by {moves}.",
      { asks: vector(asks), moves: vector(moves) },
    );
    const holes = { class: side, to: names(to), off: names(off), n: to.length, m: off.length };
    if (!off.length) {
      return [
        ...rich("why.drawn", "{class} is drawn towards {n, plural, one {point} other {points}} {to}", holes),
        ...together,
      ];
    }
    if (!to.length) {
      return [
        ...rich("why.pushed", "{class} is pushed off {m, plural, one {point} other {points}} {off}", holes),
        ...together,
      ];
    }
    return [
      ...rich(
        "why.both",
        "{class} is drawn towards {n, plural, one {point} other {points}} {to} and pushed off " +
          "{m, plural, one {point} other {points}} {off}",
        holes,
      ),
      ...together,
    ];
  }

  function penalty() {
    if (!effect.penalty_norm) {
      return [
        shown.penalty.kind === "none"
          ? tr("why.nopenalty", "There is no penalty: only the data speak.")
          : tr("why.idle", "The penalty asks for nothing here: there is no weight to shrink."),
      ];
    }
    const share = effect.shrink ?? 0; // never null here: a penalty that pulls has weights to pull at
    const holes = {
      share: percent(Math.abs(share)),
      penalty: number(effect.penalty_norm),
      data: number(effect.data_norm),
    };
    return [
      share < 0
        ? tr(
          "why.lengthens",
          "The penalty alone lengthens the weights by {share} in this step, towards zero. It pulls with {penalty}, " +
            "the data with {data}.",
          holes,
        )
        : tr(
          "why.shortens",
          "The penalty alone shortens the weights by {share} in this step, towards zero. It pulls with {penalty}, " +
            "the data with {data}.",
          holes,
        ),
    ];
  }

  return [
    { title: tr("why.where", "Who pulls where"), lines: slopes[0].map((_, k) => ofClass(k)) },
    { title: tr("why.who", "Who pulls hardest"), lines: hardest({ effect, pass, shown, hasMargins, pairwise }) },
    { title: tr("why.penalty", "What the penalty does"), lines: [penalty()] },
  ];
}
