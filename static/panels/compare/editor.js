// The editor of the panel "Compare": what one variant does otherwise than the problem of the page.

/**
 * @import { Catalogue, Problem, State } from "../../types.d.ts"
 * @import { Comparing } from "./request.js"
 */

import { createControls } from "../../controls/controls.js";
import { LETTERS } from "./card.js";
import { make } from "../../dom/make.js";
import { fields } from "../../state/fields.js";
import { MEMBERS } from "../../state/schema.js";
import { merged } from "../../state/variants.js";
import { tr } from "../../dom/text.js";

/**
 * The controls of what a variant can do otherwise, without those that do not apply.
 * @param {Catalogue} catalogue
 * @param {Problem} problem
 */
const listed = (catalogue, problem) =>
  fields(catalogue, problem).filter((field) => field.path[0] in MEMBERS && !("disabled" in field && field.disabled));

/** @param {Comparing} compare @param {Catalogue} catalogue @param {(text: string) => void} say */
export function createEditor(compare, catalogue, say) {
  /** @type {number | null} */
  let editing = null;
  const head = make("h3");
  const form = make("div", { class: "controls" });
  const node = make("section", { id: "compare-editor", hidden: "" }, head, form);
  const controls = createControls(form, catalogue, {
    /** @type {(field: { path: string[] }, value: any, gesture?: string | null) => void} */
    change: (field, value, gesture) => {
      if (editing !== null) compare.change(editing, field, value, gesture);
    },
    say,
    actions: [],
    listed,
    prefix: "variant",
  });
  return {
    node,
    get editing() {
      return editing;
    },
    /** Variant i, or none. @param {number | null} i */
    open: (i) => {
      editing = i;
    },
    /** @param {State} state */
    render({ problem }) {
      if (editing !== null && !problem.variants[editing]) editing = null;
      node.hidden = editing === null;
      if (editing === null) return;
      head.textContent = tr("compare.what", "What {variant} does otherwise", { variant: LETTERS[editing] });
      controls(merged(problem, problem.variants[editing]));
    },
  };
}
