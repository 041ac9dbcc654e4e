// References to points, classes and cells inside sentences: buttons that light up what they name. It writes no sentences.

import { shape } from "../dom/shape.js";

/** A sentence is a list of texts and references: {point: i, of: class}, {class: k}, {cell: [step, r, c], text}, {cells, points, text}. */
export function refNode(ref) {
  const button = Object.assign(document.createElement("button"), { type: "button" });
  const k = ref.class ?? ref.of;
  button.className = k === undefined ? "ref cell" : `ref k${k}`;
  button.dataset.ref = JSON.stringify(ref);
  if (k !== undefined) button.append(shape(k));
  button.append(
    ref.class !== undefined ? `class ${ref.class}` : ref.text ?? (ref.short ? String(ref.point) : `point ${ref.point}`),
  );
  if (ref.short) button.setAttribute("aria-label", `point ${ref.point}`);
  if (k !== undefined) button.firstChild.setAttribute("aria-hidden", "true");
  return button;
}

export const paragraph = (parts) => {
  const node = document.createElement("p");
  node.append(...parts.map((part) => (typeof part === "string" ? part : refNode(part))));
  return node;
};

/** Hover, focus and tap on a reference below `root` set the focus. */
export function listenToRefs(root, focus) {
  const go = (how) => ({ target }) => {
    const node = target.closest?.("[data-ref]");
    if (node) look(JSON.parse(node.dataset.ref), how);
  };
  function look(ref, how) {
    if (ref.cells) focus.cells(ref.cells, ref.points, how);
    else if (ref.cell) {
      focus.cell({ step: ref.cell[0], r: ref.cell[1], c: ref.cell[2], point: ref.point ?? null, class: null }, how);
    } else if (ref.points) focus.points(ref.points, how);
    else if (ref.class !== undefined) focus.class(ref.class, how);
    else focus.point(ref.point, how);
  }
  root.addEventListener("pointerover", (event) => event.pointerType === "mouse" && go("hover")(event));
  root.addEventListener("pointerout", ({ pointerType, relatedTarget }) => {
    if (pointerType === "mouse" && !relatedTarget?.closest?.("[data-ref]")) focus.leave();
  });
  root.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && go("focus")(event));
  root.addEventListener("click", go("tap"));
}

/** Put new content in place of old, and the keyboard back on the reference it was on. */
export function replaceKeepingFocus(root, nodes) {
  const held = root.contains(document.activeElement) ? document.activeElement.dataset.ref : null;
  root.replaceChildren(...nodes);
  if (held) {
    [...root.querySelectorAll("[data-ref]")].find(({ dataset }) => dataset.ref === held)?.focus({
      preventScroll: true,
    });
  }
}
