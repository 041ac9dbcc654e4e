// The controls, built from the list of fields, in groups. What changes goes out; it computes nothing.

import { kindOf } from "./control.js";
import { fields, read } from "../state/fields.js";
import { make } from "../dom/make.js";

/** `change(field, value, gesture)` when the reader turns something; `actions` is a list of {text, does}, `listed` says which fields. */
export function createControls(root, catalogue, { change, actions, listed = fields, prefix = "field" }) {
  let [drawn, controls] = [null, []];
  const open = new Set(); // the groups whose fold is open

  function build(list) {
    controls = list.map((field, k) => ({
      field,
      ...kindOf(field)(field, `${prefix}-${k}`, (...args) => change(...args)),
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

  /** What the chosen member has no use for stands, disabled, in a fold at the end: thirteen losses have many knobs. */
  function group([title, members]) {
    const idle = members.filter(({ field }) => field.disabled);
    const fold = make(
      "details",
      open.has(title) ? { open: "" } : {},
      make("summary", {}, idle.length === 1 ? "1 that does not apply" : `${idle.length} that do not apply`),
      ...idle.map(row),
    );
    fold.addEventListener("toggle", () => (fold.open ? open.add(title) : open.delete(title)));
    const used = members.filter(({ field }) => !field.disabled).map(row);
    return make(
      "fieldset",
      { "data-group": title.toLowerCase() },
      make("legend", {}, title),
      ...used,
      ...(idle.length ? [fold] : []),
    );
  }

  function row({ field, node }) {
    const id = node.id || node.querySelector?.("[id]")?.id;
    const label = field.segmented
      ? make("span", { id: `${prefix}-${controls.findIndex((c) => c.field === field)}-label` }, field.label)
      : make("label", { for: id }, field.label);
    const line = make("div", { class: `field${field.disabled ? " off" : ""}` }, label, node);
    if (field.note) line.append(make("p", { class: "note" }, field.note));
    if (field.disabled) {
      for (const part of [node, ...node.querySelectorAll("*")]) if ("disabled" in part) part.disabled = true;
    }
    return line;
  }

  return function render(problem) {
    const list = listed(catalogue, problem);
    const key = JSON.stringify(list);
    if (key !== drawn) {
      const held = root.contains(document.activeElement) ? document.activeElement.id : null;
      build(list);
      if (held) document.getElementById(held)?.focus();
      drawn = key;
    }
    for (const { field, show } of controls) show(read(problem, field.path));
  };
}

const grouped = (controls) =>
  controls.reduce(
    (groups, control) => groups.set(control.field.group, [...(groups.get(control.field.group) ?? []), control]),
    new Map(),
  );
