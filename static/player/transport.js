// The bar at the bottom: buttons, the line of stops or of iterations, speed, iteration and epoch. It tells what was
// pressed.

/** @import { Action, Mode, Pass, Step } from "../types.d.ts" */

/**
 * @typedef {object} View
 * @property {Mode} mode
 * @property {boolean} playing
 * @property {Pass} pass
 * @property {number} step
 * @property {number} iteration
 * @property {number} iterations
 * @property {number} perEpoch
 * @property {{ action: string, place: string }} next
 */

const MANY = 24; // stops, whose longer names would touch

/**
 * A stop's label: ∂L/∂W as ∂W; of a sum's parts the first plain, the others with a plus, the sum with an equals sign.
 *
 * @param {Step} step
 * @param {Step[]} steps
 */
function short({ id, symbol, direction, node }, steps) {
  if (direction === "update") return id.endsWith("_next") ? `${symbol} ←` : symbol;
  const parts = steps.filter((step) => step.id.startsWith(`d${node}_`));
  if (parts.some((part) => part.id === id)) {
    return parts[0].id === id ? `∂${node}` : `+∂${symbol.match(/∂(.+)\//)?.[1] ?? symbol}`;
  }
  return (parts.length && id === `d${node}` ? "=" : "") + symbol.replace(/^(?:[NB]·)?∂L\/∂/, "∂");
}

/** @param {Step[]} steps */
function stops(steps) {
  return steps.map((step) => {
    const { direction, id } = step;
    const li = document.createElement("li");
    const name = short(step, steps);
    const inner = direction === "update" ? !/^[Wb]_next$/.test(id) : steps.length > MANY && name.length > 2;
    li.className = inner ? `${direction} inner` : direction; // named only while it is looked at
    li.append(document.createElement("i"), Object.assign(document.createElement("span"), { textContent: name }));
    return li;
  });
}

/**
 * `does(name)` for the buttons, `scrub(value)` for the line.
 *
 * @param {HTMLElement} root
 * @param {{
 *   does: (name: Action) => void,
 *   scrub: (value: number) => void,
 *   mode: (name: Mode) => void,
 *   speed: (factor: number) => void,
 * }} hands
 */
export function createTransport(root, { does, scrub, mode, speed }) {
  /** @param {string} selector  of what the template has */
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const list = find(".stops");
  const range = /** @type {HTMLInputElement} */ (find("input"));
  const speeds = /** @type {HTMLSelectElement} */ (find("select"));
  const next = find(".next span");
  const play = find("[data-do=play]");
  const modes = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-mode]"));
  let drawn = "";
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button?.dataset.do) does(/** @type {Action} */ (button.dataset.do));
    if (button?.dataset.mode) mode(/** @type {Mode} */ (button.dataset.mode));
  });
  range.addEventListener("input", () => scrub(Number(range.value)));
  speeds.addEventListener("change", () => speed(Number(speeds.value)));

  /** @param {Pass} pass */
  function drawStops(pass) {
    const key = pass.steps.map(({ id, symbol }) => id + symbol).join();
    if (key === drawn) return;
    drawn = key;
    list.replaceChildren(...stops(pass.steps));
  }

  /** @param {View} view */
  function showPlace({ mode: now, step, iteration, iterations, pass, next: label }) {
    const training = now === "train";
    const [min, max, value] = training ? [0, iterations, iteration] : [-1, pass.steps.length - 1, step];
    Object.assign(range, { min, max });
    range.value = String(value);
    root.style.setProperty("--place", String(max > min ? (value - min) / (max - min) : 0));
    range.setAttribute("aria-label", training ? "Iteration of the run" : "Step of the pass");
    range.setAttribute("aria-valuetext", training ? `iteration ${iteration} of ${iterations}` : label.place);
    list.querySelectorAll("li").forEach((li, k) => {
      const state = k < step ? "done" : k === step ? "now" : "";
      if (li.dataset.state !== state) li.dataset.state = state;
    });
    if (next.textContent !== label.action) next.textContent = label.action;
  }

  /** @param {View} view */
  return function render(view) {
    const training = view.mode === "train";
    root.dataset.mode = view.mode;
    drawStops(view.pass);
    showPlace(view);
    play.setAttribute("aria-label", view.playing ? "Pause" : "Play");
    play.dataset.playing = String(view.playing);
    for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.mode === view.mode));
    find("#iteration").textContent = String(view.iteration);
    find("#iterations").textContent = training ? ` / ${view.iterations}` : "";
    find("#epoch").textContent = `epoch ${Math.floor(view.iteration / view.perEpoch)}`;
  };
}
