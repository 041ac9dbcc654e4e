// What the penalty asks of the weights, and what everything comes to. Pure.

import { between, minus, plus, sizeOf, unit } from "./geometry.js";
import { arrow, beside, words } from "./marks.js";
import { asked, chains, lookOf } from "./chain.js";
import { CURVES, PIECE, SUM } from "./motion.js";
import { classOfColumn } from "../state/problem.js";

/** @import { Place } from "./geometry.js" */
/** @import { Mark } from "./marks.js" */
/** @import { About } from "./picture.js" */
/** @import { Clock } from "./motion.js" */

/**
 * What the penalty asks: towards the weight zero, or what it adds where the chain ends.
 *
 * @type {(about: About, clock: Clock) => Mark[]}
 */
export function decay(about, clock) {
  const { step, columns } = about;
  const t = clock(0, PIECE);
  const after = step.picture.includes("chain");
  /** @type {(k: number) => { k: number, look: string }} */
  const look = (k) => ({ k: classOfColumn(k, columns), look: `penalty ${lookOf(about, k).look}` });
  if (!after) return towardsZero(about, t, look);
  return chains(about).flatMap(({ k, tip, chain: pulls, decay: way, scale }) => {
    const from = pulls.reduce((at, link) => plus(at, link.way, scale), tip);
    return way && sizeOf(way) ? [arrow(from, plus(from, way, scale * t), look(k))] : [];
  });
}

/**
 * From the tip of each class's arrow towards its beginning, the strongest all the way.
 *
 * @type {(about: About, t: number, look: (k: number) => { k: number, look: string }) => Mark[]}
 */
function towardsZero(about, t, look) {
  const { step, arrows, frame, W, columns } = about;
  const parts = W[0].map((_, k) => {
    const segment = arrows[classOfColumn(k, columns)];
    const weight = Math.hypot(W[0][k], W[1][k]);
    const share = weight ? sizeOf([step.value[0][k], step.value[1][k]]) / weight : 0;
    return { k, segment: segment?.map(frame.at), share, way: asked(about, step.value, k) };
  });
  const most = Math.max(...parts.map(({ share }) => share));
  return parts.flatMap(({ k, segment, share, way }) => {
    const towards = unit(way);
    if (!segment || !towards) return [];
    const [start, tip] = segment;
    return [arrow(tip, plus(tip, towards, (sizeOf(minus(start, tip)) * share * t) / most), look(k))];
  });
}

/** Across a way, on the side where its parts are not. @type {(way: Place, parts: Place[]) => Place} */
function freeSide([x, y], parts) {
  /** @type {Place} */
  let at = [0, 0];
  let side = 0;
  for (const part of parts) {
    at = plus(at, part);
    side += x * at[1] - y * at[0];
  }
  return unit(side > 0 ? [y, -x] : [-y, x]) ?? [1, 0];
}

const INDEX = "₀₁₂₃₄₅₆₇₈₉";

/** What it comes to. @type {(about: About, clock: Clock) => Mark[]} */
export function sum(about, clock) {
  const { step, columns } = about;
  if (step.shape.length < 2) return [];
  const t = clock(0, SUM, CURVES.out);
  return chains(about).flatMap(({ k, tip, scale, chain: pulls }) => {
    const way = asked(about, step.value, k);
    const look = lookOf(about, k);
    if (!sizeOf(way)) return [];
    const to = plus(tip, way, scale * t);
    const drawn = arrow(tip, to, { ...look, look: `total ${look.look}` });
    if (look.look !== "own") return [drawn];
    const name = `−∂L/∂w${columns === 1 ? "" : INDEX[k]}`;
    const middle = between(tip, to, 0.5);
    const aside = freeSide(way, pulls.map((link) => link.way));
    return [drawn, words(middle, name, { look: "sum", alpha: t, ...beside(middle, aside, 18) })];
  });
}
