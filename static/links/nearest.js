// The nearest that this page knows, in place of what it does not know of a problem from outside. Pure.

import { defaults, find } from "../state/problem.js";
import { limits, MEMBERS } from "../state/schema.js";

/** @import { Catalogue, Kind } from "../types.d.ts" */
/** @typedef {Record<string, any>} Given  plain JSON that nobody has judged yet */

/**
 * @param {unknown} value
 * @returns {value is Given}
 */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {string} name
 * @param {unknown} what
 */
const words = (
  name,
  what,
) => (typeof what === "string" ? `${name} “${Array.from(what).slice(0, limits.said).join("")}”` : name);

/**
 * The usual one where nothing nearer is known; of losses one for as many columns of weights.
 *
 * @param {Kind[]} family
 * @param {string} name
 * @param {Given} given
 */
const usual = (family, name, { b }) => {
  const nearby = name === "loss"
    ? family.find(({ binary }) => binary === (b?.length === 1))
    : family.find(({ kind }) => kind === "l2");
  return nearby ?? family[0];
};

/**
 * The problem with known members in place of unknown ones; `said` names each, and each knob that is not known.
 *
 * @param {Catalogue} catalogue
 * @param {Given} given
 */
export function nearest(catalogue, given) {
  const problem = { ...given };
  /** @type {string[]} */
  const said = [];
  for (const [name, family] of [...Object.entries(MEMBERS), /** @type {const} */ (["data", "datasets"])]) {
    const { kind, seed, ...knobs } = isObject(given[name]) ? given[name] : {};
    if (name === "data" && kind === "own") continue;
    const known = find(catalogue[family], kind);
    if (known) {
      const names = known.knobs.map((knob) => knob.name);
      const strange = Object.keys(knobs).filter((knob) => !names.includes(knob));
      said.push(...strange.map((knob) => words(`${name}.${knob}`, knobs[knob])));
    } else {
      said.push(words(name, kind));
      problem[name] = name === "data"
        ? { kind: "own", seed: seed ?? 0 }
        : defaults(usual(catalogue[family], name, given));
    }
  }
  return { problem, said };
}
