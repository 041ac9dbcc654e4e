// Which dashed lines the plane shows: the margin lines of one class, or where scores are 1.
// The rule of app/pages/plane.py.

/** @import { PlaneView } from "./plane.js" */

/** @typedef {{k: number, segment: number[][]}} Line  `k` is the class whose colour it has */

const MANY_CLASSES = 4; // classes: more levels could not be told apart

/** @type {(segments: (number[][] | null)[]) => Line[]} */
export const present = (segments) => segments.flatMap((segment, k) => (segment ? [{ k, segment }] : []));

/**
 * "alone": each score by itself.
 * @param {PlaneView} view
 * @returns {{kind: "pairwise" | "alone" | "levels" | "none", lines: Line[]}}
 */
export function dashes({ scene, y, focusPoint, pairwise: inPairs = true }) {
  const own = typeof focusPoint === "number" ? y[focusPoint] : null;
  const pairwise = scene.margins.filter(([k]) => scene.lines.length === 2 || k === own);
  if (pairwise.length) {
    return { kind: inPairs ? "pairwise" : "alone", lines: pairwise.map(([, k, segment]) => ({ k, segment })) };
  }
  const lines = present(scene.levels).filter(({ k }) => scene.levels.length <= MANY_CLASSES || k === own);
  return { kind: lines.length ? "levels" : "none", lines };
}
