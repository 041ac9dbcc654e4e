// Draws the picture of a step: its marks in place, and behind them what is left of the step before. No geometry.

/**
 * @import { Mark } from "../picture/marks.js"
 * @import { Layers, PlaneView } from "./plane.js"
 */

import { element, pool, set } from "../dom/svg.js";
import { MANY, ofOnePoint, pictureOf } from "../picture/picture.js";
import { KINDS } from "./marks.js";
import { round2 } from "./places.js";

const FEW = 4; // classes whose lines can be told apart behind a picture

/** What a picture needs of the rest of the plane. @param {PlaneView} view */
export function stepping({ picture, X, scene }) {
  if (!picture) return "";
  const { steps, at } = picture;
  const now = steps[at];
  const wants = {
    unpaid: at < steps.findIndex(({ picture: [first] }) => first === "rings"),
    many: X.length > MANY,
    wide: scene.lines.length > FEW,
    one: ofOnePoint(now),
    turning: now.picture.includes("turn"),
  };
  return ["", "stepping", ...Object.entries(wants).flatMap(([name, wanted]) => (wanted ? [name] : []))].join(" ");
}

const NAMES = {
  line: "strokes",
  arrow: "vectors",
  disc: "discs",
  arc: "shares",
  badge: "badges",
  text: "texts",
  area: "",
};
const ROOMS = {
  area: "areas",
  line: "under",
  arrow: "under",
  disc: "under",
  arc: "under",
  badge: "over",
  text: "over",
};

/**
 * One picture: groups for what lies under the points and for what lies over them.
 *
 * @type {(under: Element, over: Element) => (marks: Mark[], px: number) => void}
 */
function picture(under, over) {
  const areas = element("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" });
  under.append(areas);
  let px = 1;
  const groups = Object.entries(KINDS).map(([kind, { make, update }]) => {
    const room = ROOMS[/** @type {keyof typeof ROOMS} */ (kind)];
    const group = room === "areas" ? areas : element("g", { class: NAMES[/** @type {keyof typeof NAMES} */ (kind)] });
    if (room !== "areas") (room === "over" ? over : under).append(group);
    /** @type {(node: any, mark: any) => void} */
    const updated = (node, mark) => update(node, mark, px);
    /** @type {() => any} */
    const made = make;
    return { kind, pool: pool(group, made, updated) };
  });
  return (marks, pixel) => {
    px = pixel;
    for (const { kind, pool } of groups) pool.draw(marks.filter(({ as }) => as === kind));
  };
}

/** @type {(layers: Layers, svg: Element) => (view: PlaneView) => void} */
export function pictureLayer({ under, over }, svg) {
  const parts = ["before", "now"].map((name) => {
    const groups = [under, over].map((layer) => layer.appendChild(element("g", { class: name })));
    return { groups, draw: picture(groups[0], groups[1]) };
  });
  const [before, now] = parts;
  /** @type {PlaneView | null} */
  let shown = null;
  let width = 0;

  /** @param {PlaneView | null} view */
  function draw(view) {
    if (!view?.picture && !shown) return;
    if (!view?.picture) {
      shown = null;
      return parts.forEach(({ draw }) => draw([], 1));
    }
    shown = view;
    width ||= svg.clientWidth || 1;
    const made = pictureOf(view.picture, view, width);
    for (const group of before.groups) set(group, "opacity", round2(made.faded));
    before.draw(made.before, 100 / width);
    now.draw(made.now, 100 / width);
  }

  // Sizes are in pixels: a plane that becomes larger or smaller is drawn again. It is never measured while it moves.
  new ResizeObserver(() => {
    if (svg.clientWidth === width || !svg.clientWidth) return;
    width = svg.clientWidth;
    draw(shown);
  }).observe(svg);
  return draw;
}
