// A symbol in the formula and what it stands for: the matrix on the board, or the setting. Hover, tap and arrow keys
// light it up.

import { tr } from "../dom/text.js";

/** An entry of a matrix has the matrix's letter in small. @type {Record<string, string | undefined>} */
const SAME = { s: "S", "ℓ": "l", m: "M", h: "H" };
/** @type {Record<string, number | undefined>} */
const MOVES = { ArrowRight: 1, ArrowLeft: -1 };

/** @param {Element | null | undefined} node */
const before = (node) => node?.previousElementSibling;

/** @param {Element} node */
const textOf = (node) => (node.textContent ?? "").trim();

/** A word such as mask is set letter by letter: the term is the row of letters. @param {Element} mi */
function whole(mi) {
  const row = mi.parentElement;
  return mi.getAttribute("mathvariant") === "normal" && row?.localName === "mrow" ? row : mi;
}

/**
 * The id of the quantity that a term names: its own, or that of its gradient where ∂L/∂ stands before it.
 * @type {(term: Element, ids: (string | undefined)[]) => string | undefined}
 */
function quantityOf(term, ids) {
  const text = textOf(term);
  const parent = term.parentElement;
  const base = parent?.localName.startsWith("ms") && term === parent.firstElementChild ? parent : term;
  const mo = before(base);
  const slash = before(mo);
  if (mo?.textContent === "∂") {
    return slash?.textContent === "/" ? ids.find((id) => id === `d${SAME[text] ?? text}`) : undefined;
  }
  if (text === "mask") return ids.find((id) => id === "dS");
  return ids.find((id) => id === text) ?? ids.find((id) => id === SAME[text]);
}

/** The setting for which that letter stands. @param {string} text */
const fieldOf = (text) => document.querySelector(`#controls .field[data-symbol="${CSS.escape(text)}"]`);

/**
 * `formula` holds the MathML of the moment, `board` the quantities.
 * @type {(formula: HTMLElement, board: HTMLElement) => void}
 */
export function createFormulaHover(formula, board) {
  /** @type {Element[]} the term and what it stands for */
  let lit = [];
  let at = -1;
  /** @type {Element | null} */
  let shown = null;

  const quantities = () => [.../** @type {NodeListOf<HTMLElement>} */ (board.querySelectorAll("[data-quantity]"))];

  /** @param {Element} term */
  function targetOf(term) {
    const id = quantityOf(term, quantities().map((quantity) => quantity.dataset.quantity));
    return id ? quantities().find((quantity) => quantity.dataset.quantity === id) : fieldOf(textOf(term));
  }

  const terms = () => [...new Set([...formula.querySelectorAll("mi")].map(whole))].filter(targetOf);

  /** @param {Element | null} term */
  function light(term) {
    for (const node of lit) node.removeAttribute("data-term");
    const target = term && targetOf(term);
    lit = target ? [term, target] : [];
    for (const node of lit) node.setAttribute("data-term", "");
  }

  /** @param {Event} event */
  const termAt = (event) => {
    const mi = /** @type {Element} */ (event.target).closest?.("mi");
    return mi && formula.contains(mi) ? whole(mi) : null;
  };
  formula.addEventListener("pointerover", (event) => event.pointerType === "mouse" && light(termAt(event)));
  formula.addEventListener("pointerleave", () => light(null));
  formula.addEventListener("click", (event) => light(termAt(event)));
  formula.addEventListener("blur", () => light(shown = null));
  formula.addEventListener("keydown", (event) => {
    const all = terms();
    const move = MOVES[event.key];
    if (!move || !all.length) return;
    event.preventDefault();
    if (shown !== formula.firstElementChild) {
      shown = formula.firstElementChild;
      at = event.key === "ArrowRight" ? -1 : all.length;
    }
    at = (at + move + all.length) % all.length;
    light(all[at]);
    const meant = lit[1].querySelector("h3, label, span")?.textContent ?? "";
    formula.setAttribute(
      "aria-label",
      tr("formula.term", "Formula, {term}: {meant}", { term: textOf(all[at]), meant }),
    );
  });
}
