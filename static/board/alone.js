// A step alone: which of the board's quantities tell it.

/**
 * @import { BoardView } from "./board.js"
 * @import { Section } from "./build.js"
 */

const MOST = 3; // quantities

/** The quantity that shows a step's result: new weights stand where the old ones stood. @param {string} id */
const placeOf = (id) => id.replace(/_next$/, "");

/**
 * What tells the moment, from left to right.
 *
 * @param {Pick<BoardView, "mode" | "step" | "pass">} view
 * @param {Set<string>} there
 */
export function wanted({ mode, step, pass }, there) {
  if (mode === "train") return ["W", "b", "dW", "db"];
  const now = pass.steps[step];
  if (!now) return ["X", "W", "b"];
  const places = [...(now.stage ?? now.reads).map(placeOf), placeOf(now.id)].filter((id) => there.has(id));
  const once = places.filter((id, k) => places.lastIndexOf(id) === k);
  return once.filter((id) => id !== "b" || !once.includes("W")).slice(-MOST)
    .flatMap((id) => (id === "W" && once.includes("b") ? ["W", "b"] : [id]));
}

/** Does a step stand alone, without the other matrices? @param {BoardView} view */
export const isAlone = ({ view }) => view !== "board" && document.documentElement.dataset.stage === undefined;

/**
 * What of the board can come into sight at a moment: nothing else needs to be drawn.
 *
 * @type {(sections: Section[], view: BoardView) => Section[]}
 */
export function needed(sections, view) {
  if (!isAlone(view)) return sections;
  const ids = new Set(["X", ...wanted(view, new Set(sections.map(({ quantity }) => quantity.id)))]);
  return sections.filter(({ quantity }) => ids.has(quantity.id));
}
