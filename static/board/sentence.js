// The sentence, always in the same place: which step this is, its formula, the same with numbers, and why.

/**
 * @import { Step } from "../types.d.ts"
 * @import { BoardView } from "./board.js"
 */

/**
 * `numbers`: the formula with numbers; `quiet`: they change too fast to be read aloud; `resting`: what is said when no
 * step is being looked at, its `hint` what to press next; `led`: what somebody who leads the reader says instead.
 * @typedef {{kicker: string, question: string, mathml?: string, sentence: string, hint?: string}} Said
 * @typedef {Pick<BoardView, "pass" | "step" | "playing"> & {
 *   led?: Partial<Said> | null,
 *   numbers: string,
 *   quiet: boolean,
 *   resting: Said,
 * }} SentenceView
 */

import { classed } from "../dom/make.js";
import { tr } from "../dom/text.js";

const DIRECTIONS = {
  forward: tr("step.forward", "Forward"),
  backward: tr("step.backward", "Backward"),
  update: tr("step.update", "Update"),
};

/** @type {(steps: Step[], index: number) => string} */
function kicker(steps, index) {
  const { direction, title } = steps[index];
  const same = steps.filter((step) => step.direction === direction);
  return tr("step.place", "{direction} {n} of {all} · {title}", {
    direction: DIRECTIONS[direction],
    n: same.indexOf(steps[index]) + 1,
    all: same.length,
    title,
  });
}

const SMALLEST = 13; // px of a formula: beyond that it scrolls
const TRIES = 3; // its indices do not shrink as it does
const TIGHTEST = 0.83; // the same of the numbers, before which a sum loses its last terms
const FITS = 20; // so many figures fit any page, in letters of any size

const LEAST = 0.72; // of the size of a question: beyond that it takes a second line

/** A question too long for its line is set smaller. @param {HTMLElement} question */
function fitQuestion(question) {
  question.style.removeProperty("--fit");
  const share = question.clientWidth / question.scrollWidth;
  if (share < 1) question.style.setProperty("--fit", String(Math.max(LEAST, share * 0.985)));
}

/** A formula too long for its line is set smaller. @param {Element} formula */
function fit(formula) {
  const math = /** @type {MathMLElement | null} */ (formula.firstElementChild);
  if (!math) return;
  math.style.fontSize = "";
  for (let left = TRIES; left; left--) {
    const share = 1 - (formula.scrollWidth - formula.clientWidth) / math.getBoundingClientRect().width;
    if (share >= 1) return;
    const now = Number.parseFloat(getComputedStyle(math).fontSize);
    math.style.fontSize = `${Math.max(SMALLEST, now * share * 0.98)}px`;
  }
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

/** What comes out of the numbers is marked. @type {(numbers: HTMLElement, text: string) => void} */
function mark(numbers, text) {
  const at = text.lastIndexOf(" = ") + 3;
  if (at < 3) return numbers.replaceChildren(text);
  const result = document.createElement("mark");
  result.textContent = text.slice(at);
  numbers.replaceChildren(text.slice(0, at), result);
}

/** The numbers in one line, and all of them in its title. @type {(numbers: HTMLElement, text: string) => void} */
function write(numbers, text) {
  mark(numbers, text);
  numbers.title = text;
  numbers.style.removeProperty("--fit");
  if (text.length <= FITS) return;
  const share = () => 0.98 * numbers.clientWidth / numbers.scrollWidth; // its padding does not shrink
  for (const short of shorter(text)) {
    if (share() >= TIGHTEST) break;
    mark(numbers, short);
  }
  if (numbers.scrollWidth > numbers.clientWidth) {
    numbers.style.setProperty("--fit", String(Math.max(TIGHTEST, share())));
  }
}

/** @type {(steps: Step[], index: number) => Said} */
function ofStep(steps, index) {
  const { title, question = capital(title), mathml, sentence } = steps[index];
  return { kicker: kicker(steps, index), question, mathml, sentence };
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const PAUSE = 400; // ms for the numbers of a step to come

/**
 * Tells who listens once a step, and nothing while it plays.
 *
 * @param {HTMLElement | null} status
 */
function createSayer(status) {
  let said = "";
  let timer = 0;
  /** @param {string} text */
  return (text) => {
    const step = text.split(/[?.]/)[0];
    if (!status || step === said) return;
    clearTimeout(timer);
    said = step;
    timer = setTimeout(() => status.replaceChildren(text), PAUSE);
  };
}

/** @param {HTMLElement} root */
export function createSentence(root) {
  /** @param {string} name */
  const part = (name) => /** @type {HTMLElement} */ (root.querySelector(name));
  const head = part(".kicker");
  const question = part(".question");
  const formula = part(".formula");
  const numbers = part(".numbers");
  const why = part(".why");
  /** @type {string | null} */
  let shown = null;
  let [fitted, written] = ["", ""]; // to ask whether something fits is to lay out the page: once a text
  const say = createSayer(/** @type {HTMLElement} */ (document.getElementById("step-said")));
  new ResizeObserver(() => {
    fit(formula);
    fitQuestion(question);
  }).observe(root);
  /** @param {SentenceView} view */
  return function render({ pass, step, playing, numbers: text, quiet, resting, led }) {
    /** @type {Said} */
    const now = { ...(step < 0 ? resting : ofStep(pass.steps, step)), ...led };
    const key = now.kicker + now.question + now.mathml + now.sentence;
    if (key !== shown) {
      head.textContent = now.kicker;
      if (question.textContent !== now.question) question.textContent = now.question;
      if (fitted !== now.question) fitQuestion(question);
      fitted = now.question;
      const { mathml = "" } = now;
      if (mathml !== written) {
        formula.innerHTML = mathml; // made on the server from the program's own TeX
        fit(formula);
        written = mathml;
      }
      why.replaceChildren(now.sentence, classed("span", "hint", now.hint ?? ""));
      formula.setAttribute("aria-label", tr("formula", "Formula"));
      shown = key;
    }
    if (numbers.title !== text) write(numbers, text);
    say(step < 0 || quiet || playing ? "" : `${now.question} ${text}. ${now.sentence}`);
  };
}
