// What the reader looks at: a point, a cell, a class, or several points at once. A look passes; a tap or Enter pins it. No DOM.

/** @typedef {{point, step?, r?, c?, class?, points?, cells?, how?, pinned?}} Focus  `how` is "hover", "tap" or "focus"; `cells` are "step,r,c" */

const GLANCE = 150; // ms
const NAMES = ["point", "step", "r", "c", "class"];
const same = (a, b) =>
  NAMES.every((name) => (a[name] ?? null) === (b[name] ?? null)) &&
  ["points", "cells"].every((name) => String(a[name] ?? "") === String(b[name] ?? ""));
const TYPED = ["W", "b"]; // their cells are fields: a tap there means to type

export function createFocus(store, player) {
  let timer = null;

  function look(what, how) {
    const { focus } = store.get();
    const next = { point: focus.point, ...what };
    const again = same(focus, next);
    if (how === "tap") return focus.pinned && again ? unpin() : store.set({ focus: { ...next, how, pinned: true } });
    if (again || (how === "hover" && focus.pinned)) return;
    store.set({ focus: { ...next, how } });
  }

  /** The pointer left: what it only hovered over is no longer looked at. */
  function leave() {
    const { focus } = store.get();
    if (focus.how === "hover" && !focus.pinned) store.set({ focus: { point: focus.point } });
  }

  function unpin() {
    const { focus } = store.get();
    if (focus.pinned) store.set({ focus: { point: focus.point } });
  }

  function hold(held) {
    player.hold(held);
    store.set({ held });
  }

  return {
    leave,
    unpin,
    point: (point, how) => (point === null ? how === "hover" && leave() : look({ point }, how)),
    cell(cell, how) {
      if (!cell) return leave();
      const { step, r, c, point, class: k } = cell;
      look(
        { step, r, c, ...(point !== null && { point }), ...(k !== null && { class: k }) },
        how === "tap" && TYPED.includes(step) ? "focus" : how,
      );
    },
    class: (k, how) => look({ class: k }, how),
    /** Several points at once, such as those of a cell of the confusion matrix. */
    points: (points, how) => look({ points }, how),
    /** Any cells of the board, with the points they belong to (if any). */
    cells: (cells, points, how) => look({ cells, ...(points.length && { points }) }, how),
    /** Enter on what has the keyboard: the same as a tap there. */
    pin() {
      const { focus } = store.get();
      if (focus.pinned) unpin();
      else store.set({ focus: { ...focus, how: "tap", pinned: true } });
    },
    /** The pointer moves over a cell or a point (or off it): a playing run waits while one looks for longer than a glance. */
    linger(over) {
      const { held } = store.get();
      if (!over || !player.playing) {
        clearTimeout(timer);
        timer = null;
        if (held && !over) hold(false);
      } else if (!held) {
        timer ??= setTimeout(() => {
          timer = null;
          if (player.playing) hold(true);
        }, GLANCE);
      }
    },
  };
}
