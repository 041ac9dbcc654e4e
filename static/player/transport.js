// The bar at the bottom: Train and Step, the track of steps or of iterations, speed, iteration and epoch. It tells what
// was pressed.

/** @import { Action, Mode, Pass, Step } from "../types.d.ts" */

import { mark } from "../dom/mark.js";
import { tr } from "../dom/text.js";

/**
 * @typedef {object} TransportView
 * @property {Mode} mode
 * @property {boolean} playing
 * @property {Pass} pass
 * @property {number} step
 * @property {number} iteration
 * @property {number} iterations
 * @property {number} perEpoch
 * @property {unknown} [blank]  no pass and no run yet
 * @property {{ action: string, place: string }} next
 */

const GROUPS = {
  forward: tr("step.forward", "Forward"),
  backward: tr("step.backward", "Backward"),
  update: tr("step.update", "Update"),
};

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

/**
 * A notch a step, in groups; the first of each carries the name of its group.
 *
 * @param {Step[]} steps
 */
function stops(steps) {
  return steps.map((step, k) => {
    const li = document.createElement("li");
    li.className = step.direction;
    li.dataset.name = short(step, steps);
    li.append(document.createElement("i"));
    if (steps[k - 1]?.direction !== step.direction) li.append(document.createElement("span"));
    return li;
  });
}

/**
 * `does(name)` for the buttons, `scrub(value)` for the track.
 *
 * @param {HTMLElement} root
 * @param {{
 *   does: (name: Action) => void,
 *   scrub: (value: number) => void,
 *   speed: (factor: number) => void,
 * }} actions
 */
export function createTransport(root, { does, scrub, speed }) {
  /** @param {string} selector  of what the template has */
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const list = find(".stops");
  const line = find(".line");
  const ran = find(".ran");
  const range = /** @type {HTMLInputElement} */ (find("input[type=range]"));
  const speeds = /** @type {HTMLSelectElement} */ (find(".speed select"));
  const next = find(".next span");
  const train = find(".train span");
  let drawn = "";
  let training = false;
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("[data-do]"));
    const name = /** @type {Action | undefined} */ (button?.dataset.do);
    if (name) does(name === "step" && training ? "into" : name);
  });
  range.addEventListener("input", () => scrub(Number(range.value)));
  speeds.addEventListener("change", () => speed(Number(speeds.value)));
  line.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    line.setPointerCapture(event.pointerId);
    scrub(valueAt(event.clientX));
  });
  line.addEventListener("pointermove", (event) => {
    const value = line.hasPointerCapture(event.pointerId) ? valueAt(event.clientX) : null;
    if (value !== null && String(value) !== range.value) scrub(value);
  });

  /** The step or the iteration at a place of the window. @param {number} x */
  function valueAt(x) {
    const { left, width } = list.getBoundingClientRect();
    if (training) return Math.round(Number(range.max) * Math.min(1, Math.max(0, (x - left) / width)));
    const ends = [...list.children].map((stop) => stop.getBoundingClientRect().right);
    const at = ends.findIndex((right) => x <= right + 1);
    return x < left ? -1 : at < 0 ? ends.length - 1 : at;
  }

  /** @param {Pass} pass */
  function drawStops(pass) {
    const key = pass.steps.map(({ id, symbol }) => id + symbol).join();
    if (key === drawn) return;
    drawn = key;
    list.replaceChildren(...stops(pass.steps));
  }

  /** @type {(steps: Step[], step: number) => void} */
  function showStops(steps, step) {
    /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("li")).forEach((li, k) => {
      const state = k < step ? "done" : k === step ? "now" : "";
      if (li.dataset.state !== state) li.dataset.state = state;
      const name = li.querySelector("span");
      if (!name) return;
      const { direction } = steps[k];
      const here = steps[step]?.direction === direction;
      const at = /** @type {HTMLElement | undefined} */ (list.children[step]);
      const text = here ? `${GROUPS[direction]} · ${at?.dataset.name}` : GROUPS[direction];
      name.classList.toggle("here", here);
      if (name.textContent !== text) name.textContent = text;
    });
  }

  /** @param {TransportView} view */
  function showPlace({ step, iteration, iterations, pass, next: label }) {
    const [min, max, value] = training ? [0, iterations, iteration] : [-1, pass.steps.length - 1, step];
    Object.assign(range, { min, max });
    range.value = String(value);
    ran.style.setProperty("--place", String(max > min ? (value - min) / (max - min) : 0));
    range.setAttribute(
      "aria-label",
      training ? tr("run.iteration", "Iteration of the run") : tr("pass.step", "Step of the pass"),
    );
    range.setAttribute(
      "aria-valuetext",
      training ? tr("iteration.of", "iteration {iteration} of {iterations}", { iteration, iterations }) : label.place,
    );
    showStops(pass.steps, step);
    if (next.textContent !== label.action) next.textContent = label.action;
  }

  /** @param {TransportView} view */
  return function render(view) {
    training = view.mode === "train";
    root.dataset.mode = view.mode;
    mark("training", training);
    root.dataset.playing = String(view.playing);
    drawStops(view.pass);
    showPlace(view);
    for (const label of [train, next]) {
      /** @type {HTMLButtonElement} */ (label.parentElement).disabled = Boolean(view.blank);
    }
    const word = view.playing ? tr("pause", "Pause") : tr("train", "Train");
    if (train.textContent !== word) train.textContent = word;
    find("[data-do=play]").setAttribute("aria-pressed", String(view.playing));
    find("#iteration").textContent = String(view.iteration);
    find("#iterations").textContent = training ? ` / ${view.iterations}` : "";
    const epoch = find("#epoch");
    const whole = view.perEpoch < 2; // a sweep over the data is an iteration
    if (epoch.hidden !== whole) epoch.hidden = whole;
    if (!whole) epoch.textContent = tr("epoch", "epoch {n}", { n: Math.floor(view.iteration / view.perEpoch) });
  };
}
