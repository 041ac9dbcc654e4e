// One control of the settings: select, segmented choice, or slider with a number beside it.

import { format, parse } from "../dom/number.js";
import { make } from "../dom/make.js";

/** Slider positions run 0 … 1000; on a logarithmic field 0 stands for zero itself, where zero is allowed. */
const toSlider = ({ min, max, step, scale }, x) => {
  if (scale !== "log") return (1000 * (x - min)) / (max - min);
  const low = min || step;
  return x < low ? 0 : (1000 * Math.log(x / low)) / Math.log(max / low);
};
const fromSlider = ({ min, max, step, scale }, at) => {
  if (scale !== "log") return Math.round((min + (at / 1000) * (max - min)) / step) * step;
  const low = min || step;
  return at < 1 ? min : Number((low * (max / low) ** (at / 1000)).toPrecision(2));
};

const NONE = /^(none|∞|inf|infinity)$/i;
const tidy = (x) => Number(x.toPrecision(12));
const shown = (
  x,
) => (Number.isInteger(x)
  ? String(x)
  : Math.abs(x) < 0.001
  ? String(Number(x.toPrecision(3)))
  : format(x, 4).replace(/0+$/, ""));

function selectControl(field, id, change) {
  const select = make("select", { id });
  for (const { value, text } of field.options) select.append(make("option", { value }, text));
  select.addEventListener("change", () => change(field, select.value));
  return {
    node: select,
    show: (value) => {
      select.value = value ?? "";
    },
  };
}

function segmentedControl(field, id, change) {
  const buttons = field.options.map(({ value, text }) => {
    const button = make("button", { type: "button", "aria-pressed": "false" }, text);
    button.addEventListener("click", () => change(field, value));
    return button;
  });
  const show = (value) =>
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", field.options[k].value === value));
  return {
    node: make("div", { class: "segments", role: "group", "aria-labelledby": `${id}-label` }, ...buttons),
    show,
  };
}

function numberControl(field, id, change) {
  const slider = make("input", { type: "range", min: 0, max: 1000, step: 1, tabindex: -1, "aria-hidden": "true" });
  const entry = make("input", { id, type: "text", inputmode: "decimal", autocomplete: "off" });
  const inside = (x) => tidy(Math.min(field.max, Math.max(field.min, x)));
  const valueOf = (value) => (value === "full" ? field.full : value === null ? field.max : value ?? field.default);
  let [current, none] = [field.min, false];
  const commit = (x, gesture) => {
    if (inside(x) !== current || none) change(field, field.full === inside(x) ? "full" : inside(x), gesture);
  };
  let written = "";
  const show = (value) => {
    [current, none] = [valueOf(value), value === null];
    slider.value = toSlider(field, current);
    const typing = entry === document.activeElement && entry.value !== written; // an answer that comes meanwhile takes nothing back
    written = none ? "none" : value === "full" ? `all ${field.full}` : shown(current);
    if (!typing) entry.value = written;
  };
  const again = () => {
    show(none ? null : current === field.full ? "full" : current);
    entry.value = written;
  };
  if (field.optional) entry.title = "A number, or “none” for no cut";
  slider.addEventListener("input", () => commit(fromSlider(field, Number(slider.value)), "slide"));
  entry.addEventListener("focus", () => entry.select());
  entry.addEventListener("change", () => {
    const x = entry.value.trim() === "all" ? field.full : parse(entry.value);
    if (field.optional && NONE.test(entry.value.trim())) change(field, null);
    else if (x !== null) commit(field.step === 1 ? Math.round(x) : x);
    again();
  });
  entry.addEventListener("keydown", (event) => {
    const way = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === "Escape") again();
    if (!way) return;
    event.preventDefault();
    const step = field.scale === "log" ? Math.max(field.step, current * 0.1) : field.step;
    commit(tidy(current + way * step * (event.shiftKey ? 10 : 1)), "nudge");
  });
  const parts = field.plain ? [entry] : [slider, entry];
  return { node: make("div", { class: field.plain ? "number plain" : "number" }, ...parts), show };
}

/** `kindOf(field)(field, id, change)` makes {node, show(value)}. */
export const kindOf = (field) => (!field.options ? numberControl : field.segmented ? segmentedControl : selectControl);
