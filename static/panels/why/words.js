// Why this update, in sentences made from its numbers. A sentence is a list of texts and references. Pure: no DOM, no
// requests.

/**
 * @import { Part, Pass, Step } from "../../types.d.ts"
 * @import { Explained } from "./request.js"
 * @typedef {(x: number) => string} Words
 */

import { format } from "../../dom/number.js";
import { classOfColumn } from "../../state/problem.js";

const NAMED = 4; // points a sentence names; the others are counted
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven"];
/** @type {Words} */
const said = (n) => NUMBERS[n] ?? String(n);
/** @type {Words} */
const number = (x) => format(x, Math.abs(x) < 0.01 && x ? 4 : 3);
/** @param {number[]} v */
const vector = (v) => `(${v.map((x) => format(x, 2)).join(", ")})`;
/** @type {Words} */
const percent = (share) => `${format(100 * share, share < 0.1 ? 1 : 0)} %`;
/** @param {number} n @param {string} what */
const many = (n, what) => `${said(n)} ${what}${n === 1 ? "" : "s"}`;

/**
 * a, b and c, of lists of parts.
 * @type {(items: Part[][]) => Part[]}
 */
const join = (items) => items.flatMap((item, n) => [...(n ? [n === items.length - 1 ? " and " : ", "] : []), ...item]);

/** @type {(items: Part[][]) => Part[][]} */
const some = (items) => items.length > NAMED + 1 ? [...items.slice(0, NAMED), [`${items.length - NAMED} more`]] : items;

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
  const { slopes, strengths } = effect.pulls;
  /** @param {number} i @param {number} k */
  const length = (i, k) => Math.abs(slopes[i][k]) * Math.hypot(...shown.X[i]);
  /** @type {number[][]} */
  const next = step(pass, "W_next").value;

  /** @param {number} k @returns {Part[]} */
  function ofClass(k) {
    const who = pass.batch.filter((i) => slopes[i][k] !== 0).sort((a, b) => length(b, k) - length(a, k));
    /** @type {(points: number[]) => Part[]} */
    const names = (points) => [
      points.length > 1 ? "points " : "point ",
      ...join(some(points.map((i) => [{ ...point(i), short: true }, ` (${number(length(i, k))})`]))),
    ];
    const to = who.filter((i) => slopes[i][k] < 0);
    const off = who.filter((i) => slopes[i][k] > 0);
    const side = { class: classOfColumn(k, slopes[0].length) };
    if (!who.length) return [side, ": no point pulls at its weights; only the penalty changes them."];
    const asks = shown.X[0].map((_, d) => -who.reduce((sum, i) => sum + slopes[i][k] * shown.X[i][d], 0));
    const moves = next.map((row, d) => row[k] - pass.W[d][k]);
    /** @type {Part[][]} */
    const ways = [
      ...(to.length ? [["is drawn towards ", ...names(to)]] : []),
      ...(off.length ? [[`${to.length ? "" : "is "}pushed off `, ...names(off)]] : []),
    ];
    return [
      side,
      " ",
      ...join(ways),
      `. Together they ask its weights for ${vector(asks)}; the step moves them by ${vector(moves)}.`,
    ];
  }

  /** @returns {Part[][]} */
  function hardest() {
    const total = pass.batch.reduce((sum, i) => sum + strengths[i], 0);
    if (!total) return [["No point pulls: every one of them keeps its margins. Only the penalty moves the weights."]];
    const i = pass.batch.reduce((best, j) => (strengths[j] > strengths[best] ? j : best), pass.batch[0]);
    const columns = slopes[i].map((_, k) => k).filter((k) => slopes[i][k] !== 0);
    const rivals = pairwise
      ? columns.filter((k) => k !== shown.y[i])
      : columns.map((k) => classOfColumn(k, slopes[i].length));
    const why = !pairwise ? "It pulls at " : hasMargins ? `It breaks ${many(rivals.length, "margin")} (` : "It pushes ";
    const silent = pass.batch.length - pass.batch.filter((j) => strengths[j]).length;
    return [
      [
        point(i),
        ` pulls hardest: its share of ∂L/∂W is ${number(strengths[i])} long, ${
          percent(strengths[i] / total)
        } of all shares. `,
        why,
        ...join(rivals.map((k) => [{ class: k }])),
        `${hasMargins && pairwise ? ")" : ""} and lies ${
          number(Math.hypot(...shown.X[i]))
        } from the origin; a share is the point itself times its row of ∂L/∂S.`,
      ],
      [`All shares laid end to end would be ${number(total)} long; pulling against each other, they leave ${
        number(effect.data_norm)
      }${shown.bias ? " (with the bias)" : ""}.${
        silent
          ? ` ${many(silent, "point")[0].toUpperCase()}${many(silent, "point").slice(1)} pull${
            silent === 1 ? "s" : ""
          } at nothing.`
          : ""
      }`],
    ];
  }

  function penalty() {
    if (!effect.penalty_norm) {
      return [
        shown.penalty.kind === "none"
          ? "There is no penalty: only the data speak."
          : "The penalty asks for nothing here: there is no weight to shrink.",
      ];
    }
    const share = effect.shrink ?? 0; // never null here: a penalty that pulls has weights to pull at
    const change = share < 0 ? "lengthens" : "shortens";
    return [
      `The penalty alone ${change} the weights by ${
        percent(Math.abs(share))
      } in this step, towards zero. It pulls with ${number(effect.penalty_norm)}, the data with ${
        number(effect.data_norm)
      }.`,
    ];
  }

  return [
    { title: "Who pulls where", lines: slopes[0].map((_, k) => ofClass(k)) },
    { title: "Who pulls hardest", lines: hardest() },
    { title: "What the penalty does", lines: [penalty()] },
  ];
}
