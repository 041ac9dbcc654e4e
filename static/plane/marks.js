// How each mark of a picture is drawn and changed in place.

/**
 * @import { Arc, Area, Badge, Disc, Look, Stroke, Words } from "../picture/marks.js"
 * @import { Place } from "../picture/geometry.js"
 */

import { element, set } from "../dom/svg.js";
import { round2 } from "./places.js";

const HEAD = "M1 0L-8.5 4.6L-6.6 0L-8.5-4.6z";
const SHORT = 9; // px that the head of an arrow takes

/** @type {(node: Element, look: Look) => void} */
function wear(node, { k, look = "", alpha = 1 }) {
  set(node, "class", `${k === undefined ? "" : `k${k} `}${look}`.trim() || null);
  set(node, "opacity", alpha >= 1 ? null : round2(alpha));
}

/** @type {(node: Element, at: Place, names?: [string, string]) => void} */
function put(node, [x, y], [across, down] = ["x", "y"]) {
  set(node, across, `${round2(x)}%`);
  set(node, down, `${round2(y)}%`);
}

export const KINDS = {
  area: {
    make: () => element("polygon"),
    /** @type {(node: Element, mark: Area) => void} */
    update: (node, mark) => {
      wear(node, mark);
      set(node, "points", mark.corners.map((at) => at.map(round2).join()).join(" "));
    },
  },
  line: {
    make: () => element("line"),
    /** @type {(node: Element, mark: Stroke) => void} */
    update: (node, mark) => {
      wear(node, mark);
      put(node, mark.from, ["x1", "y1"]);
      put(node, mark.to, ["x2", "y2"]);
    },
  },
  arrow: {
    make() {
      const shaft = element("line");
      const head = element("path", { d: HEAD });
      const tip = element("svg", {}, head);
      return { root: element("g", {}, shaft, tip), shaft, tip, head };
    },
    /**
     * @type {(node: { root: Element, shaft: Element, tip: Element, head: Element }, mark: Stroke, px: number) => void}
     */
    update({ root, shaft, tip, head }, mark, px) {
      const [dx, dy] = [mark.to[0] - mark.from[0], mark.to[1] - mark.from[1]];
      const size = Math.hypot(dx, dy);
      const room = Math.min(1, size / (SHORT * px)); // a short arrow has a small head
      const end = size ? Math.max(0, 1 - (6 * room * px) / size) : 0;
      wear(root, mark);
      put(shaft, mark.from, ["x1", "y1"]);
      put(shaft, [mark.from[0] + end * dx, mark.from[1] + end * dy], ["x2", "y2"]);
      put(tip, mark.to);
      const angle = round2((Math.atan2(dy, dx) * 180) / Math.PI);
      set(head, "transform", `rotate(${angle}) scale(${round2(room)})`);
    },
  },
  disc: {
    make: () => element("circle"),
    /** @type {(node: Element, mark: Disc) => void} */
    update: (node, mark) => {
      wear(node, mark);
      put(node, mark.at, ["cx", "cy"]);
      set(node, "r", round2(mark.r));
    },
  },
  arc: {
    make() {
      const path = element("path");
      return { root: element("svg", {}, path), path };
    },
    /** @type {(node: { root: Element, path: Element }, mark: Arc) => void} */
    update({ root, path }, mark) {
      wear(root, mark);
      put(root, mark.at);
      set(path, "d", bent(mark));
    },
  },
  badge: {
    make() {
      const use = element("use", { transform: "scale(.6)" });
      return { root: element("svg", {}, element("circle", { r: "8.5" }), use), use };
    },
    /** @type {(node: { root: Element, use: Element }, mark: Badge) => void} */
    update({ root, use }, mark) {
      wear(root, { ...mark, look: "badge" });
      put(root, mark.at);
      set(use, "href", `#shape-${mark.k}`);
    },
  },
  text: {
    make() {
      const text = element("text");
      const back = element("rect", { rx: "4", height: "20" });
      const use = element("use", { href: null, transform: null });
      return { root: element("svg", {}, element("g", {}, back, text, use)), text, use, back };
    },
    /** @type {(node: { root: Element, text: SVGElement, use: Element, back: Element }, mark: Words) => void} */
    update({ root, text, use, back }, mark) {
      const { at, by: [x, y], text: words, of, anchor, look = "" } = mark;
      const chip = look.includes("sum");
      const wide = words.length * (chip ? 8 : 7.6) + (of === undefined ? 0 : MARK);
      const start = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
      wear(root, mark);
      put(root, at);
      if (text.textContent !== words) text.textContent = words;
      set(text, "x", round2(of === undefined && anchor !== "start" ? x : start));
      set(text, "text-anchor", of === undefined ? anchor : "start");
      set(text, "y", round2(y));
      set(use, "transform", `translate(${round2(start + wide - MARK + 8)} ${round2(y - 4)}) scale(.6)`);
      set(use, "href", of === undefined ? null : `#shape-${of}`);
      set(back, "x", round2(start - 6));
      set(back, "y", round2(y - 15));
      set(back, "width", chip ? round2(wide + 12) : 0);
    },
  },
};
const MARK = 14; // px of the mark beside a text
/** A part of a ring as a path; turns go clockwise from the top. @type {(arc: Arc) => string} */
function bent({ r, from, to }) {
  const [a, b] = [from, Math.min(to, from + 0.9999)].map((turns) => 2 * Math.PI * turns);
  const [x0, y0, x1, y1] = [Math.sin(a), -Math.cos(a), Math.sin(b), -Math.cos(b)].map((v) => round2(v * r));
  return `M${x0} ${y0}A${r} ${r} 0 ${b - a > Math.PI ? 1 : 0} 1 ${x1} ${y1}`;
}
