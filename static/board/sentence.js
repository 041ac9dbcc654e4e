// The sentence, always in the same place: which step this is, its formula, the same with numbers, and why.

/**
 * @import { Step } from "../types.d.ts"
 * @import { BoardView } from "./board.js"
 */

/**
 * `numbers`: the formula with numbers; `quiet`: they change too fast to be read aloud; `resting`: what is said when no
 * step is being looked at, its `hint` what to press next.
 * @typedef {{kicker: string, mathml?: string, sentence: string, hint?: string}} Said
 * @typedef {Pick<BoardView, "pass" | "step"> & {numbers: string, quiet: boolean, resting: Said}} SentenceView
 */

import { classed } from "../dom/make.js";

const DIRECTIONS = { forward: "Forward", backward: "Backward", update: "Update" };

/** @type {(steps: Step[], index: number) => string} */
function kicker(steps, index) {
  const { direction, title } = steps[index];
  const same = steps.filter((step) => step.direction === direction);
  return `${DIRECTIONS[direction]} ${same.indexOf(steps[index]) + 1} of ${same.length} · ${title}`;
}

const SMALLEST = 0.65; // of a formula's size: beyond that it scrolls
const TIGHTEST = 0.83; // the same of the numbers, before which a sum loses its last terms
const FITS = 44; // so many figures fit any page

/** A formula too long for its line is set smaller. @param {Element} formula */
function fit(formula) {
  const math = /** @type {MathMLElement | null} */ (formula.firstElementChild);
  if (!math) return;
  math.style.fontSize = "";
  const share = 1 - (formula.scrollWidth - formula.clientWidth) / math.getBoundingClientRect().width;
  if (share < 1) math.style.fontSize = `${Math.max(SMALLEST, share * 0.98)}em`;
}

/** @type {(text: string, mark: string) => number} */
const many = (text, mark) => text.split(mark).length;

/** A long sum without its last term, its last two, …; what stands behind them stays. @param {string} text */
function* shorter(text) {
  const terms = text.split(" + ");
  const last = terms.pop() ?? "";
  const end = last.lastIndexOf(many(last, ")") > many(last, "(") ? ")" : " = ");
  if (terms.length < 2 || end < 0) return;
  for (; terms.length; terms.pop()) yield `${terms.join(" + ")} + …${last.slice(end)}`;
}

/** The numbers in one line, and all of them in its title. @type {(numbers: HTMLElement, text: string) => void} */
function write(numbers, text) {
  numbers.textContent = text;
  numbers.title = text;
  numbers.style.removeProperty("--fit");
  if (text.length <= FITS) return;
  const share = () => 0.98 * numbers.clientWidth / numbers.scrollWidth; // its padding does not shrink
  for (const short of shorter(text)) {
    if (share() >= TIGHTEST) break;
    numbers.textContent = short;
  }
  if (numbers.scrollWidth > numbers.clientWidth) {
    numbers.style.setProperty("--fit", String(Math.max(TIGHTEST, share())));
  }
}

/** @param {HTMLElement} root */
export function createSentence(root) {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const head = part(".kicker");
  const formula = part(".formula");
  const numbers = part(".numbers");
  const why = part(".why");
  /** @type {string | null} */
  let shown = null;
  new ResizeObserver(() => fit(formula)).observe(formula);
  /** @param {SentenceView} view */
  return function render({ pass, step, numbers: text, quiet, resting }) {
    root.setAttribute("aria-live", quiet ? "off" : "polite");
    /** @type {Said} */
    const now = step < 0
      ? resting
      : { kicker: kicker(pass.steps, step), mathml: pass.steps[step].mathml, sentence: pass.steps[step].sentence };
    const key = now.kicker + now.mathml + now.sentence;
    if (key !== shown) {
      head.textContent = now.kicker;
      formula.innerHTML = now.mathml ?? ""; // made on the server from the program's own TeX
      fit(formula);
      why.replaceChildren(now.sentence, classed("span", "hint", now.hint ?? ""));
      formula.setAttribute("aria-label", "Formula");
      shown = key;
    }
    if (numbers.title !== text) write(numbers, text);
  };
}
