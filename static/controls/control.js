// One control of the settings: select, segmented choice, or slider with a number beside it.

import { format } from "../dom/number.js";
import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";
import { typed } from "./typed.js";

/**
 * What a field is shown by: options, or a range.
 *
 * @typedef {object} Field
 * @property {string} group
 * @property {string} label
 * @property {string} [symbol]  the letter that stands for it in formulas
 * @property {string[]} path
 * @property {boolean} [disabled]
 * @property {boolean} [plain]  without a slider
 * @property {string} [note]
 * @property {{ value: any, text: string }[]} [options]
 * @property {boolean} [segmented]
 * @property {number} [min]
 * @property {number} [max]
 * @property {number} [step]
 * @property {string} [scale]  "linear" or "log"
 * @property {boolean} [optional]  null is "no cut"
 * @property {number} [full]  what stands for all
 * @property {any} [default]
 */

/** @typedef {{ node: HTMLElement, show: (value: any) => void }} Shown */

/**
 * @template F
 * @typedef {(field: F, id: string, change: Change, say: (text: string) => void) => Shown} Kind
 */

/** @typedef {(field: Field, value: any, gesture?: string) => void} Change */
/** @typedef {Field & { options: { value: any, text: string }[] }} Choice */
/** @typedef {Field & { min: number, max: number, step: number }} Range */

/**
 * Slider positions run 0 … 1000; on a logarithmic field 0 stands for zero itself, where zero is allowed.
 *
 * @param {Range} field
 * @param {number} x
 */
const toSlider = ({ min, max, step, scale }, x) => {
  if (scale !== "log") return (1000 * (x - min)) / (max - min);
  const low = min || step;
  return x < low ? 0 : (1000 * Math.log(x / low)) / Math.log(max / low);
};
/** @param {Range} field @param {number} at */
const fromSlider = ({ min, max, step, scale }, at) => {
  if (scale !== "log") return Math.round((min + (at / 1000) * (max - min)) / step) * step;
  const low = min || step;
  return at < 1 ? min : Number((low * (max / low) ** (at / 1000)).toPrecision(2));
};

/** @type {Record<string, number | undefined>} */
const WAYS = { ArrowUp: 1, ArrowDown: -1 };
const NONE = tr("field.none", "none"); // no bound, as it is written
/** @param {number} x */
const tidy = (x) => Number(x.toPrecision(12));

/** @param {number} x */
function shown(x) {
  if (Number.isInteger(x)) return String(x);
  return Math.abs(x) < 0.001 ? String(Number(x.toPrecision(3))) : format(x, 4).replace(/0+$/, "");
}

/** @type {Kind<Choice>} */
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

/** @type {Kind<Choice>} */
function segmentedControl(field, id, change) {
  const buttons = field.options.map(({ value, text }) => {
    const button = make("button", { type: "button", "aria-pressed": "false" }, text);
    button.addEventListener("click", () => change(field, value));
    return button;
  });
  /** @param {any} value */
  const show = (value) =>
    buttons.forEach((button, k) => button.setAttribute("aria-pressed", String(field.options[k].value === value)));
  return {
    node: make("div", { class: "segments", role: "group", "aria-labelledby": `${id}-label` }, ...buttons),
    show,
  };
}

/** @type {Kind<Range>} */
function numberControl(field, id, change, say) {
  const slider = make("input", { type: "range", min: 0, max: 1000, step: 1, tabindex: -1, "aria-hidden": "true" });
  const entry = make("input", { id, type: "text", inputmode: "decimal", autocomplete: "off" });
  /** @param {number} x */
  const inside = (x) => tidy(Math.min(field.max, Math.max(field.min, x)));
  /** @param {number | "full" | null | undefined} value */
  const valueOf = (value) => (value === "full" ? field.full : value === null ? field.max : value ?? field.default);
  let current = field.min;
  let none = false;
  /** @param {number} x @param {string} [gesture] */
  const commit = (x, gesture) => {
    if (inside(x) !== current || none) change(field, field.full === inside(x) ? "full" : inside(x), gesture);
  };
  let written = "";
  /** @param {number | "full" | null | undefined} value */
  const show = (value) => {
    current = valueOf(value);
    none = value === null;
    slider.value = String(toSlider(field, current));
    // An answer that comes meanwhile takes nothing back.
    const typing = entry === document.activeElement && entry.value !== written;
    written = none ? NONE : value === "full" ? tr("field.all", "all {n}", { n: Number(field.full) }) : shown(current);
    if (!typing) entry.value = written;
  };
  const again = () => {
    show(none ? null : current === field.full ? "full" : current);
    entry.value = written;
  };
  if (field.optional) entry.title = tr("field.none.how", "A number, or “none” for no cut");
  slider.addEventListener("input", () => commit(fromSlider(field, Number(slider.value)), "slide"));
  entry.addEventListener("focus", () => entry.select());
  entry.addEventListener("change", () => {
    if (entry.value === written) return;
    const { value, refused } = typed(field, entry.value, written);
    if (refused) say(refused);
    else if (value === null) change(field, null);
    else if (value !== undefined) commit(value);
    again();
  });
  entry.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    const way = WAYS[event.key];
    if (event.key === "Escape") again();
    if (!way) return;
    event.preventDefault();
    const step = field.scale === "log" ? Math.max(field.step, current * 0.1) : field.step;
    commit(tidy(current + way * step * (event.shiftKey ? 10 : 1)), "nudge");
  });
  const parts = field.plain ? [entry] : [slider, entry];
  return { node: make("div", { class: field.plain ? "number plain" : "number" }, ...parts), show };
}

/** `kindOf(field)(field, id, change, say)` makes the control. @param {Field} field */
export const kindOf = (
  field,
) => /** @type {Kind<Field>} */ (!field.options ? numberControl : field.segmented ? segmentedControl : selectControl);
