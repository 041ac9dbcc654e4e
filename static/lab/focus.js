// What the reader looks at: a point, a cell, a class, or several points at once. A look passes; a tap or Enter pins it.
// No DOM.

/** @import { Focus, Store } from "../types.d.ts" */
/** @typedef {NonNullable<Focus["how"]>} How */

/**
 * @typedef {object} CellLook  a cell of the board
 * @property {string} step
 * @property {number} r
 * @property {number} c
 * @property {number | null} point  whose row it is in
 * @property {number | null} class  whose column it is in
 */

const GLANCE = 150; // ms
const NAMES = /** @type {const} */ (["point", "step", "r", "c", "class"]);
const LISTS = /** @type {const} */ (["points", "cells"]);

/** @type {(a: Focus, b: Focus) => boolean} */
const same = (a, b) =>
  NAMES.every((name) => (a[name] ?? null) === (b[name] ?? null)) &&
  LISTS.every((name) => String(a[name] ?? "") === String(b[name] ?? ""));
const TYPED = ["W", "b"]; // their cells are fields: a tap there means to type

/**
 * @param {Store} store
 * @param {{ readonly playing: boolean, hold: (wanted: boolean) => void }} player
 */
export function createFocus(store, player) {
  /** @type {number | undefined} */
  let timer;

  /**
   * @param {Partial<Focus>} what
   * @param {How} how
   */
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

  /** @param {boolean} held */
  function hold(held) {
    player.hold(held);
    store.set({ held });
  }

  return {
    leave,
    unpin,
    /**
     * @param {number | null} point
     * @param {How} how
     */
    point(point, how) {
      if (point !== null) look({ point }, how);
      else if (how === "hover") leave();
    },
    /**
     * @param {CellLook | null} cell
     * @param {How} how
     */
    cell(cell, how) {
      if (!cell) return leave();
      const { step, r, c, point, class: k } = cell;
      look(
        { step, r, c, ...(point !== null && { point }), ...(k !== null && { class: k }) },
        how === "tap" && TYPED.includes(step) ? "focus" : how,
      );
    },
    /** @type {(k: number, how: How) => void} */
    class: (k, how) => look({ class: k }, how),
    /**
     * Several points at once, such as those of a cell of the confusion matrix.
     *
     * @type {(points: number[], how: How) => void}
     */
    points: (points, how) => look({ points }, how),
    /**
     * Any cells of the board, with the points they belong to (if any).
     *
     * @type {(cells: string[], points: number[], how: How) => void}
     */
    cells: (cells, points, how) => look({ cells, ...(points.length && { points }) }, how),
    /** Enter on what has the keyboard: the same as a tap there. */
    pin() {
      const { focus } = store.get();
      if (focus.pinned) unpin();
      else store.set({ focus: { ...focus, how: "tap", pinned: true } });
    },
    /**
     * The pointer moves over a cell or a point (or off it): a playing run waits while one looks for longer than a glance.
     *
     * @param {boolean} over
     */
    linger(over) {
      const { held } = store.get();
      if (!over || !player.playing) {
        clearTimeout(timer);
        timer = undefined;
        if (held && !over) hold(false);
      } else if (!held) {
        timer ??= setTimeout(() => {
          timer = undefined;
          if (player.playing) hold(true);
        }, GLANCE);
      }
    },
  };
}
