// References to points, classes and cells inside sentences: buttons that light up what they name.

/** @import { Focus, Part } from "../types.d.ts" */

/**
 * A sentence is a list of texts and references: {point: i, of: class}, {class: k}, {cell: [step, r, c], text},
 * {cells, points, text}.
 * @typedef {Exclude<Part, string>} Ref
 */

/**
 * What a cell of the board belongs to: its point, or its class.
 * @typedef {{step: string, r: number, c: number, point: number | null, class: number | null}} CellAt
 */

/** @typedef {NonNullable<Focus["how"]>} How */

/**
 * What the reader looks at is told here.
 * @typedef {object} Looks
 * @property {(i: number | null, how: How) => void} point
 * @property {(cell: CellAt | null, how: How) => void} cell
 * @property {(k: number, how: How) => void} class
 * @property {(points: number[], how: How) => void} points
 * @property {(cells: string[], points: number[], how: How) => void} cells
 * @property {() => void} leave
 */

import { make } from "../dom/make.js";
import { shape } from "../dom/shape.js";
import { tr } from "../dom/text.js";

/**
 * The reference at the target of an event.
 * @param {EventTarget | null} target
 */
function refAt(target) {
  const node = /** @type {Element | null} */ (target);
  return /** @type {HTMLElement | null} */ (node?.closest?.("[data-ref]") ?? null);
}

/** @param {Ref} ref */
export function refNode(ref) {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  const k = ref.class ?? ref.of;
  const named = tr("point", "point {i}", { i: String(ref.point) });
  button.className = k === undefined ? "ref cell" : `ref k${k}`;
  button.dataset.ref = JSON.stringify(ref);
  if (k !== undefined) {
    const mark = shape(k);
    mark.setAttribute("aria-hidden", "true");
    button.append(mark);
  }
  button.append(
    ref.class !== undefined
      ? tr("class", "class {k}", { k: ref.class })
      : ref.text ?? (ref.short ? String(ref.point) : named),
  );
  if (ref.short) button.setAttribute("aria-label", named);
  return button;
}

/** @param {Part[]} parts */
export const paragraph = (parts) => {
  const node = document.createElement("p");
  node.append(...parts.map((part) => (typeof part === "string" ? part : refNode(part))));
  return node;
};

/**
 * Hover, focus and tap on a reference below `root` set the focus.
 * @param {HTMLElement} root
 * @param {Looks} focus
 */
export function listenToRefs(root, focus) {
  /** @type {(how: How) => (event: Event) => void} */
  const go = (how) => ({ target }) => {
    const node = refAt(target);
    if (node) look(JSON.parse(node.dataset.ref ?? ""), how);
  };
  /** @type {(ref: Ref, how: How) => void} */
  function look(ref, how) {
    if (ref.cells) focus.cells(ref.cells, ref.points ?? [], how);
    else if (ref.cell) {
      focus.cell({ step: ref.cell[0], r: ref.cell[1], c: ref.cell[2], point: ref.point ?? null, class: null }, how);
    } else if (ref.points) focus.points(ref.points, how);
    else if (ref.class !== undefined) focus.class(ref.class, how);
    else if (ref.point !== undefined) focus.point(ref.point, how);
  }
  root.addEventListener("pointerover", (event) => event.pointerType === "mouse" && go("hover")(event));
  root.addEventListener("pointerout", ({ pointerType, relatedTarget }) => {
    if (pointerType === "mouse" && !refAt(relatedTarget)) focus.leave();
  });
  root.addEventListener("focusin", (event) => refAt(event.target)?.matches(":focus-visible") && go("focus")(event));
  root.addEventListener("click", go("tap"));
}

/**
 * Put new content in place of old, and the keyboard back on the reference it was on. What says the same stays: a
 * button that is replaced between the press and the release of its key is not pressed.
 * @type {(root: HTMLElement, nodes: (Node | string)[]) => void}
 */
export function replaceKeepingFocus(root, nodes) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const held = root.contains(active) ? active?.dataset.ref : null;
  const fresh = make("div", {}, ...nodes);
  if (fresh.innerHTML === root.innerHTML) return;
  root.replaceChildren(...fresh.childNodes);
  if (held) {
    const refs = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-ref]"));
    [...refs].find(({ dataset }) => dataset.ref === held)?.focus({ preventScroll: true });
  }
}
