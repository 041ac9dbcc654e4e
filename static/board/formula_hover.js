// A symbol in the formula and what it stands for: the matrix on the board, or the setting. Hover, tap and arrow keys light it up.

const SAME = { s: "S", "ℓ": "l", m: "M", h: "H" }; // an entry of a matrix has the matrix's letter in small
const MOVES = { ArrowRight: 1, ArrowLeft: -1 };

const before = (node) => node?.previousElementSibling;

/** A word such as mask is set letter by letter: the term is the row of letters. */
const whole = (
  mi,
) => (mi.getAttribute("mathvariant") === "normal" && mi.parentElement.localName === "mrow" ? mi.parentElement : mi);

/** The id of the panel that a term names: its own, or that of its gradient where ∂L/∂ stands before it. */
function panelOf(term, ids) {
  const text = term.textContent.trim();
  const base = term.parentElement.localName.startsWith("ms") && term === term.parentElement.firstElementChild
    ? term.parentElement
    : term;
  const [mo, slash] = [before(base), before(before(base))];
  if (mo?.textContent === "∂") {
    return slash?.textContent === "/" ? ids.find((id) => id === `d${SAME[text] ?? text}`) : undefined;
  }
  if (text === "mask") return ids.find((id) => id === "dS");
  return ids.find((id) => id === text) ?? ids.find((id) => id === SAME[text]);
}

const fieldOf = (text) =>
  [...document.querySelectorAll("#controls .field")].find((field) =>
    field.firstElementChild.textContent.split(" ").includes(text)
  );

/** `formula` holds the MathML of the moment, `board` the panels. */
export function createTerms(formula, board) {
  let lit = [];
  let [at, shown] = [-1, null];

  const panels = () => [...board.querySelectorAll("[data-panel]")];

  function targetOf(term) {
    const id = panelOf(term, panels().map((panel) => panel.dataset.panel));
    return id ? panels().find((panel) => panel.dataset.panel === id) : fieldOf(term.textContent.trim());
  }

  const terms = () => [...new Set([...formula.querySelectorAll("mi")].map(whole))].filter(targetOf);

  function light(term) {
    for (const node of lit) node.removeAttribute("data-term");
    const target = term && targetOf(term);
    lit = target ? [term, target] : [];
    for (const node of lit) node.setAttribute("data-term", "");
    return Boolean(target);
  }

  const termAt = ({ target }) => {
    const mi = target.closest?.("mi");
    return mi && formula.contains(mi) ? whole(mi) : null;
  };
  formula.addEventListener("pointerover", (event) => event.pointerType === "mouse" && light(termAt(event)));
  formula.addEventListener("pointerleave", () => light(null));
  formula.addEventListener("click", (event) => light(termAt(event)));
  formula.addEventListener("blur", () => light(shown = null));
  formula.addEventListener("keydown", (event) => {
    const all = terms();
    if (!(event.key in MOVES) || !all.length) return;
    event.preventDefault();
    if (shown !== formula.firstElementChild) {
      [shown, at] = [formula.firstElementChild, event.key === "ArrowRight" ? -1 : all.length];
    }
    at = (at + MOVES[event.key] + all.length) % all.length;
    light(all[at]);
    formula.setAttribute(
      "aria-label",
      `Formula, ${all[at].textContent.trim()}: ${lit[1].querySelector("h3, label, span")?.textContent ?? ""}`,
    );
  });
}
