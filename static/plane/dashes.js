// Which dashed lines the plane shows: the margin lines of one class, or where scores are 1. The rule of app/pages/plane.py.

const MANY = 4; // classes: more levels would be a thicket

export const present = (segments) => segments.flatMap((segment, k) => (segment ? [{ k, segment }] : []));

/** {kind: "pairwise" | "alone" (each score by itself) | "levels" | "none", lines: [{k, segment}]}, k the class whose colour the line has. */
export function dashes({ scene, y, focusPoint, pairwise: inPairs = true }) {
  const own = focusPoint == null ? null : y[focusPoint];
  const pairwise = scene.margins.filter(([k]) => scene.lines.length === 2 || k === own);
  if (pairwise.length) {
    return { kind: inPairs ? "pairwise" : "alone", lines: pairwise.map(([, k, segment]) => ({ k, segment })) };
  }
  const lines = present(scene.levels).filter(({ k }) => scene.levels.length <= MANY || k === own);
  return { kind: lines.length ? "levels" : "none", lines };
}
