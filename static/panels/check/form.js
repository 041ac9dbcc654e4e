// The form of the panel "Check": a gradient of the reader's own, to be pasted and checked.

/** @import { Checking } from "./request.js" */

import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/**
 * Its node, and a way to mark the field that a pointer of the server names as wrong.
 * @param {Checking} check
 */
export function createForm(check) {
  const area = make("textarea", {
    id: "given-dW",
    rows: 4,
    wrap: "off",
    spellcheck: "false",
    autocomplete: "off",
    placeholder: "[[ 0.0667  0.3667  0.6   ]\n [ 0.8778 -1.1111 -0.0333]]",
  });
  const [db, loss] = ["db", "loss"].map((name) =>
    make("input", { id: `given-${name}`, type: "text", spellcheck: "false", autocomplete: "off" })
  );
  const go = make("button", { type: "submit", class: "primary" }, tr("check.go", "Check my gradient"));
  const node = make(
    "form",
    {},
    make(
      "label",
      { for: area.id },
      tr(
        "check.paste",
        "Paste your ∂L/∂W as your program prints it: NumPy, PyTorch, MATLAB, R, pandas, a list, CSV, …; D×C or C×D",
      ),
    ),
    area,
    make(
      "div",
      { class: "line-up" },
      make("label", { for: db.id }, "∂L/∂b"),
      db,
      make("label", { for: loss.id }, tr("check.loss", "loss")),
      loss,
      go,
    ),
  );
  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  const text = ({ value }) => (value.trim() ? value : null);
  node.addEventListener("submit", (event) => {
    event.preventDefault();
    check.yours({ dW: text(area) ?? "", db: text(db), loss: text(loss) });
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) node.requestSubmit();
  });
  /** @param {string} [pointer] */
  const mark = (pointer) => {
    for (const [name, field] of Object.entries({ dW: area, db, loss })) {
      field.setAttribute("aria-invalid", String(pointer === `/given/${name}`));
    }
  };
  return { node, mark };
}
