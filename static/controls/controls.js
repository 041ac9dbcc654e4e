// The controls, built from the list of fields, in groups. What changes goes out; it computes nothing.

import { kindOf } from "./control.js";
import { GROUPS } from "../state/field.js";
import { fields, read } from "../state/fields.js";
import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";

/** @import { Catalogue, Problem } from "../types.d.ts" */
/** @import { Change, Field } from "./control.js" */

/** @typedef {{ field: Field } & ReturnType<ReturnType<typeof kindOf>>} Control */

/**
 * `change(field, value, gesture)` when the reader turns something, `say` why what was typed is not taken;
 * `listed` says which fields.
 *
 * @param {HTMLElement} root
 * @param {Catalogue} catalogue
 * @param {{
 *   change: Change,
 *   say: (text: string) => void,
 *   actions: { text: string, does: () => void }[],
 *   listed?: (catalogue: Catalogue, problem: Problem) => Field[],
 *   prefix?: string,
 * }} actions
 */
export function createControls(root, catalogue, { change, say, actions, listed = fields, prefix = "field" }) {
  let drawn = "";
  /** @type {Problem | null} */
  let shown = null;
  /** @type {Control[]} */
  let controls = [];
  /** @type {Set<string>} */
  const open = new Set(); // the groups whose fold is open

  /** @param {Field[]} list */
  function build(list) {
    controls = list.map((field, k) => ({
      field,
      ...kindOf(field)(field, `${prefix}-${k}`, (...args) => change(...args), say),
    }));
    root.replaceChildren(...[...grouped(controls)].map(group));
    root.append(make(
      "div",
      { class: "actions" },
      ...actions.map(({ text, does }) => {
        const button = make("button", { type: "button" }, text);
        button.addEventListener("click", does);
        return button;
      }),
    ));
  }

  /**
   * What the chosen member has no use for stands, disabled, in a fold at the end: thirteen losses have many knobs.
   *
   * @param {[string, Control[]]} group
   */
  function group([name, members]) {
    const idle = members.filter(({ field }) => field.disabled);
    const fold = make(
      "details",
      open.has(name) ? { open: "" } : {},
      make(
        "summary",
        {},
        tr("fields.idle", "{n} that {n, plural, one {does} other {do}} not apply", { n: idle.length }),
      ),
      ...idle.map(row),
    );
    fold.addEventListener("toggle", () => (fold.open ? open.add(name) : open.delete(name)));
    const used = members.filter(({ field }) => !field.disabled).map(row);
    return make(
      "fieldset",
      { "data-group": name },
      make("legend", {}, GROUPS[name]),
      ...used,
      ...(idle.length ? [fold] : []),
    );
  }

  /** @param {Control} control */
  function row({ field, node }) {
    const id = node.id || node.querySelector("[id]")?.id || "";
    const label = field.segmented
      ? make("span", { id: `${prefix}-${controls.findIndex((c) => c.field === field)}-label` }, field.label)
      : make("label", { for: id }, field.label);
    const line = make("div", { class: `field${field.disabled ? " off" : ""}` }, label, node);
    if (field.symbol) line.dataset.symbol = field.symbol;
    if (field.note) line.append(make("p", { class: "note" }, field.note));
    if (field.disabled) {
      for (const part of [node, ...node.querySelectorAll("*")]) {
        if ("disabled" in part) part.disabled = true;
      }
    }
    return line;
  }

  /** @param {Problem} problem */
  return function render(problem) {
    if (problem === shown) return; // sixty times a second while a run plays
    shown = problem;
    const list = listed(catalogue, problem);
    const key = JSON.stringify(list);
    if (key !== drawn) {
      const { activeElement } = document;
      const held = root.contains(activeElement) ? activeElement?.id : null;
      build(list);
      if (held) document.getElementById(held)?.focus();
      drawn = key;
    }
    for (const { field, show } of controls) show(read(problem, field.path));
  };
}

/** @param {Control[]} controls */
function grouped(controls) {
  /** @type {Map<string, Control[]>} */
  const groups = new Map();
  for (const control of controls) {
    const { group } = control.field;
    groups.set(group, [...(groups.get(group) ?? []), control]);
  }
  return groups;
}
