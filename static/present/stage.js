// The stage: what the page looks like while one presents. A line above with the text and how far it is; below it the sentence, and
// plane or board as large as there is room. It decides neither what is shown nor where one goes.

import { make } from "../dom/make.js";
import { fit, seek } from "./fit.js";

const REST = 2500; // ms without a move before the pointer hides
const LONG = 110; // characters of a text: a longer one is set smaller

const button = (text, does, label) => {
  const node = make("button", { type: "button", class: "quiet", "aria-label": label, title: label }, text);
  node.addEventListener("click", does);
  return node;
};

/** `does`: {next(), previous(), leave(), lift()}, the last for a press on the blank screen. */
export function createStage(does) {
  const root = document.documentElement;
  const [main, board] = [document.querySelector("main"), document.getElementById("board")];
  const text = make("p", { class: "stage-text", dir: "auto" });
  const place = make("span", { class: "stage-place" });
  const line = make(
    "header",
    { class: "stage-line", tabindex: "-1", role: "group", "aria-label": "Presentation" },
    text,
    make(
      "div",
      { class: "stage-ways" },
      button("‹", does.previous, "Previous"),
      place,
      button("›", does.next, "Next"),
      button("✕", does.leave, "Leave the presentation"),
    ),
  );
  const black = make("div", { class: "stage-blank", "aria-hidden": "true" });
  black.addEventListener("click", does.lift);
  const status = make("p", { class: "offscreen", role: "status" });
  let [timer, drawn, sought, wanted, large, scrolled] = [null, "", null, [], false, []];
  document.body.append(status);

  function wake() {
    root.removeAttribute("data-rest");
    clearTimeout(timer);
    timer = setTimeout(() => root.setAttribute("data-rest", ""), REST);
  }

  /** Weights are not typed on a stage: a press on one would take the clicker its keys. A board drawn anew has others. */
  function still() {
    for (const input of board.querySelectorAll("[data-weight]:not([readonly])")) {
      Object.assign(input, { readOnly: true, tabIndex: -1 });
    }
  }

  /** Where the board beside the plane would be too small, it is there alone, unless both are `asked` for. */
  function arrange(about, asked) {
    root.dataset.stage = about;
    if (!fit(board) && about === "both" && !asked) {
      root.dataset.stage = "board";
      fit(board);
    }
    seek(board);
  }

  new ResizeObserver(() => root.dataset.stage && arrange(...wanted)).observe(board); // what is said above it takes more or less room

  return {
    say: (words) => {
      status.textContent = words;
    },
    /** Where everything is scrolled to, to be there again when that is over. */
    remember() {
      scrolled = [root, ...main.querySelectorAll("*")].filter((node) => node.scrollTop || node.scrollLeft).map((
        node,
      ) => [node, node.scrollLeft, node.scrollTop]);
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
    /** Full screen, where the browser has it; else the window is filled. */
    full(on) {
      large = on;
      const done = on ? root.requestFullscreen?.() : document.fullscreenElement && document.exitFullscreen();
      done?.catch?.(() => {});
    },
    /** Has the browser's own Escape ended full screen? */
    left: () => large && !document.fullscreenElement,
    /** `asked`: the reader has chosen what is shown. */
    show({ about, asked, blank, text: words, told, progress, beside, state: { pass, step, focus, layout, digits } }) {
      root.toggleAttribute("data-blank", blank);
      still();
      if (text.textContent !== words) text.textContent = words;
      text.classList.toggle("told", told);
      text.classList.toggle("long", words.length > LONG);
      place.textContent = `${progress}${beside ? " …" : ""}`;
      const key = [about, asked, step, layout, digits, pass.iteration, pass.steps.length].join();
      if (key !== drawn) arrange(...(wanted = [about, asked]));
      else if (focus.point !== sought) seek(board);
      [drawn, sought] = [key, focus.point];
    },
  };
}
