// The stage: what the page looks like while one presents. A line above with the text and how far it is; below it the
// sentence, and plane or board as large as there is room.

import { make } from "../dom/make.js";
import { fit, seek } from "./fit.js";
import { tr } from "../dom/text.js";

/** @import { Shown } from "./words.js" */

const REST = 2500; // ms without a move before the pointer hides
const LONG = 110; // characters of a text: a longer one is set smaller

/** @param {string} text @param {() => void} does @param {string} label */
const button = (text, does, label) => {
  const node = make("button", { type: "button", class: "quiet", "aria-label": label, title: label }, text);
  node.addEventListener("click", does);
  return node;
};

/** @typedef {ReturnType<typeof createStage>} Stage */

/**
 * `lift` is for a press on the blank screen.
 *
 * @param {{ next: () => void, previous: () => void, leave: () => void, lift: () => void }} does
 */
export function createStage(does) {
  const root = document.documentElement;
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const board = /** @type {HTMLElement} */ (document.getElementById("board"));
  const text = make("p", { class: "stage-text", dir: "auto" });
  const place = make("span", { class: "stage-place" });
  const line = make(
    "header",
    { class: "stage-line", tabindex: "-1", role: "group", "aria-label": tr("present.name", "Presentation") },
    text,
    make(
      "div",
      { class: "stage-ways" },
      button("‹", does.previous, tr("present.previous", "Previous")),
      place,
      button("›", does.next, tr("present.next", "Next")),
      button("✕", does.leave, tr("present.leave", "Leave the presentation")),
    ),
  );
  const black = make("div", { class: "stage-blank", "aria-hidden": "true" });
  black.addEventListener("click", does.lift);
  const status = make("p", { class: "offscreen", role: "status" });
  let timer = 0;
  let drawn = "";
  let large = false;
  /** @type {number | null} */
  let sought = null;
  /** @type {[about: string, asked: boolean]} */
  let wanted = ["plane", false];
  /** @type {[node: Element, x: number, y: number][]} */
  let scrolled = [];
  document.body.append(status);

  function wake() {
    root.removeAttribute("data-rest");
    clearTimeout(timer);
    timer = setTimeout(() => root.setAttribute("data-rest", ""), REST);
  }

  /**
   * Weights are not typed on a stage: a press on one would take the clicker its keys. A board drawn anew has others.
   */
  function still() {
    for (const input of board.querySelectorAll("[data-weight]:not([readonly])")) {
      Object.assign(input, { readOnly: true, tabIndex: -1 });
    }
  }

  /**
   * Where the board beside the plane would be too small, it is there alone, unless both are `asked` for.
   *
   * @param {string} about
   * @param {boolean} asked
   */
  function arrange(about, asked) {
    root.dataset.stage = about;
    if (!fit(board) && about === "both" && !asked) {
      root.dataset.stage = "board";
      fit(board);
    }
    seek(board);
  }

  // What is said above the board takes more or less room.
  new ResizeObserver(() => root.dataset.stage && arrange(...wanted)).observe(board);

  return {
    /** @param {string} words */
    say: (words) => {
      status.textContent = words;
    },
    /** Where everything is scrolled to, to be there again when that is over. */
    remember() {
      const moved = [root, ...main.querySelectorAll("*")].filter((node) => node.scrollTop || node.scrollLeft);
      scrolled = moved.map((node) => [node, node.scrollLeft, node.scrollTop]);
    },
    enter() {
      main.prepend(line);
      document.body.append(black);
      root.dataset.stage = "plane";
      board.tabIndex = 0; // it may scroll, and what could have the keyboard in it may be away
      addEventListener("pointermove", wake);
      wake();
      line.focus();
      this.full(true);
    },
    leave() {
      clearTimeout(timer);
      removeEventListener("pointermove", wake);
      for (const node of [line, black]) node.remove();
      for (const name of ["data-stage", "data-rest", "data-blank"]) root.removeAttribute(name);
      board.tabIndex = -1;
      for (const input of board.querySelectorAll("[data-weight]")) {
        for (const name of ["readonly", "tabindex"]) input.removeAttribute(name);
      }
      board.style.removeProperty("--zoom");
      drawn = "";
      this.full(false);
      for (const [node, x, y] of scrolled) node.scrollTo(x, y);
    },
    /** Full screen, where the browser has it; else the window is filled. @param {boolean} on */
    full(on) {
      large = on;
      const done = on ? root.requestFullscreen?.() : document.fullscreenElement && document.exitFullscreen();
      done?.catch?.(() => {});
    },
    /** Has the browser's own Escape ended full screen? */
    left: () => large && !document.fullscreenElement,
    /**
     * `asked`: the reader has chosen what is shown; `story`: the text is of a story.
     *
     * @param {{
     *   about: string,
     *   asked: boolean,
     *   blank: boolean,
     *   text: string,
     *   story: boolean,
     *   progress: string,
     *   beside: boolean,
     *   state: Shown,
     * }} view
     */
    show({ about, asked, blank, text: words, story, progress, beside, state: { pass, step, focus, layout, digits } }) {
      root.toggleAttribute("data-blank", blank);
      still();
      if (text.textContent !== words) text.textContent = words;
      text.classList.toggle("story", story);
      text.classList.toggle("long", words.length > LONG);
      place.textContent = `${progress}${beside ? " …" : ""}`;
      const key = [about, asked, step, layout, digits, pass.iteration, pass.steps.length].join();
      wanted = [about, asked];
      if (key !== drawn) arrange(about, asked);
      else if (focus.point !== sought) seek(board);
      drawn = key;
      sought = focus.point;
    },
  };
}
