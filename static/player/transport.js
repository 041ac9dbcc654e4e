// The bar at the bottom: buttons, the line of stops or of iterations, speed, iteration and epoch. It tells what was pressed.

const MANY = 24; // stops, whose longer names would touch

/** A stop's label: ∂L/∂W as ∂W; of a sum's parts the first plain, the others with a plus, the sum with an equals sign. */
function short({ id, symbol, direction, node }, steps) {
  if (direction === "update") return id.endsWith("_next") ? `${symbol} ←` : symbol;
  const parts = steps.filter((step) => step.id.startsWith(`d${node}_`));
  if (parts.some((part) => part.id === id)) {
    return (parts[0].id === id ? "∂" : "+∂") + (parts[0].id === id ? node : symbol.match(/∂(.+)\//)[1]);
  }
  return (parts.length && id === `d${node}` ? "=" : "") + symbol.replace(/^(?:[NB]·)?∂L\/∂/, "∂");
}

function stops(steps) {
  return steps.map((step) => {
    const [li, name, { direction, id }] = [document.createElement("li"), short(step, steps), step];
    const inner = direction === "update" ? !/^[Wb]_next$/.test(id) : steps.length > MANY && name.length > 2;
    li.className = inner ? `${direction} inner` : direction; // named only while it is looked at
    li.append(document.createElement("i"), Object.assign(document.createElement("span"), { textContent: name }));
    return li;
  });
}

/** `does(name)` for the buttons, `scrub(value)` for the line, `mode(name)`, `speed(factor)`. */
export function createTransport(root, { does, scrub, mode, speed }) {
  const find = (selector) => root.querySelector(selector);
  const [list, range, next, play] = [find(".stops"), find("input"), find(".next span"), find("[data-do=play]")];
  let drawn = null;
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (button?.dataset.do) does(button.dataset.do);
    if (button?.dataset.mode) mode(button.dataset.mode);
  });
  range.addEventListener("input", () => scrub(Number(range.value)));
  find("select").addEventListener("change", ({ target }) => speed(Number(target.value)));

  function drawStops(pass) {
    const key = pass.steps.map(({ id, symbol }) => id + symbol).join();
    if (key === drawn) return;
    drawn = key;
    list.replaceChildren(...stops(pass.steps));
  }

  function showPlace({ training, step, iteration, iterations, pass, next: label }) {
    const [min, max, value] = training ? [0, iterations, iteration] : [-1, pass.steps.length - 1, step];
    Object.assign(range, { min, max });
    range.value = value;
    root.style.setProperty("--place", max > min ? (value - min) / (max - min) : 0);
    range.setAttribute("aria-label", training ? "Iteration of the run" : "Step of the pass");
    range.setAttribute("aria-valuetext", training ? `iteration ${iteration} of ${iterations}` : label.place);
    [...list.children].forEach((li, k) => {
      const state = k < step ? "done" : k === step ? "now" : "";
      if (li.dataset.state !== state) li.dataset.state = state;
    });
    if (next.textContent !== label.action) next.textContent = label.action;
  }

  /** view: {mode, playing, pass, step, iteration, iterations, perEpoch, next: {action, place}} */
  return function render(view) {
    const training = view.mode === "train";
    root.dataset.mode = view.mode;
    drawStops(view.pass);
    showPlace({ ...view, training });
    play.setAttribute("aria-label", view.playing ? "Pause" : "Play");
    play.dataset.playing = view.playing;
    for (const button of root.querySelectorAll("[data-mode]")) {
      button.setAttribute("aria-pressed", button.dataset.mode === view.mode);
    }
    find("#iteration").textContent = view.iteration;
    find("#iterations").textContent = training ? ` / ${view.iterations}` : "";
    find("#epoch").textContent = `epoch ${Math.floor(view.iteration / view.perEpoch)}`;
  };
}
