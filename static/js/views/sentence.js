// The sentence, always in the same place: which step this is, its formula, the same with numbers, and why.

const DIRECTIONS = { forward: "Forward", backward: "Backward", update: "Update" };

function kicker(steps, index) {
  const { direction, title } = steps[index];
  const same = steps.filter((step) => step.direction === direction);
  return `${DIRECTIONS[direction]} ${same.indexOf(steps[index]) + 1} of ${same.length} · ${title}`;
}

const SMALLEST = 0.7; // of a formula's size: beyond that it scrolls

/** A formula too long for its line is set smaller. */
function set(formula, mathml) {
  formula.innerHTML = mathml; // made on the server from the program's own TeX
  const share = formula.clientWidth / formula.scrollWidth;
  if (share < 1) formula.firstElementChild.style.fontSize = `${Math.max(SMALLEST, share * 0.98)}em`;
}

/** view: {pass, step, numbers (text), quiet: whether they change too fast to be read aloud, resting: {kicker, mathml, sentence}} */
export function createSentence(root) {
  const [head, formula, numbers, why] = [".kicker", ".formula", ".numbers", ".why"].map((name) => root.querySelector(name));
  let shown = null;
  return function render({ pass, step, numbers: text, quiet, resting }) {
    root.setAttribute("aria-live", quiet ? "off" : "polite");
    const now = step < 0 ? resting : { kicker: kicker(pass.steps, step), mathml: pass.steps[step].mathml, sentence: pass.steps[step].sentence };
    const key = now.kicker + now.mathml + now.sentence;
    if (key !== shown) {
      head.textContent = now.kicker;
      set(formula, now.mathml);
      why.textContent = now.sentence;
      formula.setAttribute("aria-label", "Formula");
      shown = key;
    }
    if (numbers.textContent !== text) numbers.textContent = numbers.title = text;
  };
}
