// Which point pulls hardest, in sentences made from its numbers. Pure: no DOM, no requests.

/**
 * @import { Part } from "../../types.d.ts"
 * @import { Explained } from "./request.js"
 * @typedef {(x: number) => string} Words
 */

import { format } from "../../dom/number.js";
import { classOfColumn } from "../../state/problem.js";
import { conjoin, inWords, rich, tr } from "../../dom/text.js";

/** @type {Words} */
export const number = (x) => format(x, Math.abs(x) < 0.01 && x ? 4 : 3);
/** @type {Words} */
export const percent = (share) => `${format(100 * share, share < 0.1 ? 1 : 0)} %`;
/** @param {string} text */
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/**
 * Which point's share of the gradient is the longest, and what all shares add up to.
 * @param {Pick<Explained, "effect" | "pass" | "shown" | "hasMargins" | "pairwise">} state
 * @returns {Part[][]}
 */
export function hardest({ effect, pass, shown, hasMargins, pairwise }) {
  const { slopes, strengths } = effect.pulls;
  const total = pass.batch.reduce((sum, i) => sum + strengths[i], 0);
  if (!total) {
    return [[
      tr("why.none", "No point pulls: every one of them keeps its margins. Only the penalty moves the weights."),
    ]];
  }
  const i = pass.batch.reduce((best, j) => (strengths[j] > strengths[best] ? j : best), pass.batch[0]);
  const columns = slopes[i].map((_, k) => k).filter((k) => slopes[i][k] !== 0);
  const rivals = pairwise
    ? columns.filter((k) => k !== shown.y[i])
    : columns.map((k) => classOfColumn(k, slopes[i].length));
  const silent = pass.batch.length - pass.batch.filter((j) => strengths[j]).length;
  /** @type {Part} */
  const who = { point: i, of: shown.y[i] };
  const length = number(strengths[i]);
  const share = percent(strengths[i] / total);
  const away = number(Math.hypot(...shown.X[i]));
  /** @type {Part[]} */
  const classes = conjoin(rivals.map((k) => [/** @type {Part} */ ({ class: k })]));
  return [
    [
      ...rich(
        "why.hardest",
        "{point} pulls hardest: its share of ∂L/∂W is {length} long, {share} of all shares.",
        { point: who, length, share },
      ),
      " ",
      ...pulls({ classes, n: rivals.length, many: inWords(rivals.length), away }, hasMargins, pairwise),
    ],
    [shares(number(total), number(effect.data_norm), shown.bias), ...(silent ? [silence(silent)] : [])],
  ];
}

/**
 * What it pulls at, and how far from the origin it lies.
 * @type {(holes: Record<string, Part | Part[] | number>, hasMargins: boolean, pairwise: boolean) => Part[]}
 */
function pulls(holes, hasMargins, pairwise) {
  if (!pairwise) {
    return rich(
      "why.pulls",
      "It pulls at {classes} and lies {away} from the origin; a share is the point itself times its row of ∂L/∂S.",
      holes,
    );
  }
  return hasMargins
    ? rich(
      "why.breaks",
      "It breaks {many} {n, plural, one {margin} other {margins}} ({classes}) and lies {away} from the origin; " +
        "a share is the point itself times its row of ∂L/∂S.",
      holes,
    )
    : rich(
      "why.pushes",
      "It pushes {classes} and lies {away} from the origin; a share is the point itself times its row of ∂L/∂S.",
      holes,
    );
}

/** All shares, end to end and added up. @type {(total: string, left: string, bias: boolean) => string} */
const shares = (total, left, bias) =>
  bias
    ? tr(
      "why.shares.bias",
      "All shares laid end to end would be {total} long; pulling against each other, they leave {left} " +
        "(with the bias).",
      { total, left },
    )
    : tr(
      "why.shares",
      "All shares laid end to end would be {total} long; pulling against each other, they leave {left}.",
      { total, left },
    );

/** @param {number} n */
const silence = (n) =>
  ` ${
    capital(
      tr("why.silent", "{many} {n, plural, one {point pulls} other {points pull}} at nothing.", {
        many: inWords(n),
        n,
      }),
    )
  }`;
