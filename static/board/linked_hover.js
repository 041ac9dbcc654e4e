// Linked looking beyond points and cells: class heads and class lines, the pin, and waiting while somebody looks closely.

const HEADS = "#board th[class^=k]";
const OF_CLASS = `${HEADS}, svg.plane :is(.lines, .levels, .touch) line, svg.plane .ends > svg, svg.plane .arrows > g`;
const LOOKED_AT = "#board td:not(.label), #board .number, svg.plane [data-point]";
const FIELDS = "input, textarea, select, dialog, .tray, .controls";

const classOf = (target) => {
  const name = target.closest?.(OF_CLASS)?.getAttribute("class")?.match(/\bk(\d)/);
  return name ? Number(name[1]) : null;
};

/** `root` holds plane and board; `focus` is told what is looked at. Returns what shows the state of it. */
export function createLinks(root, focus) {
  const pin = Object.assign(document.createElement("button"), { type: "button", className: "pinned", hidden: true });
  pin.append(Object.assign(document.createElement("span"), { textContent: "pinned" }), " ✕");
  pin.title = "Let go (Escape, or a second tap)";
  pin.addEventListener("click", focus.unpin);
  root.querySelector(".plane-frame").append(pin);
  hoverClasses(root, focus);
  linger(root, focus);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest(FIELDS)) focus.unpin();
    if (
      event.key === "Enter" && event.target.matches?.("#board td, #board .number, #board th, svg.plane [data-point]")
    ) focus.pin();
  });
  return ({ focus: { pinned = false, class: k, points }, held = false, playing }) => {
    pin.hidden = !pinned;
    root.dataset.class = k ?? "";
    root.toggleAttribute("data-pinned", pinned);
    root.toggleAttribute("data-held", held && playing);
    root.toggleAttribute("data-several", Boolean(points));
  };
}

function hoverClasses(root, focus) {
  let hovered = null;
  root.addEventListener("pointerover", ({ pointerType, target }) => {
    const k = pointerType === "mouse" ? classOf(target) : null;
    if (k === hovered) return;
    hovered = k;
    if (k !== null) focus.class(k, "hover");
    else if (!target.closest(`${LOOKED_AT}, [data-ref]`)) focus.leave(); // what is there has said so itself
  });
  root.addEventListener("click", ({ target }) => {
    const k = classOf(target);
    if (k !== null) focus.class(k, "tap");
  });
  root.addEventListener("focusin", ({ target }) => target.matches(HEADS) && focus.class(classOf(target), "focus"));
}

/** Only a pointer that was moved there looks closely: one that rests where a run plays past it does not. */
function linger(root, focus) {
  root.addEventListener("pointermove", ({ pointerType, movementX, movementY, target }) => {
    if (pointerType === "mouse" && (movementX || movementY)) focus.linger(Boolean(target.closest(LOOKED_AT)));
  });
  root.addEventListener("pointerleave", () => focus.linger(false));
}
