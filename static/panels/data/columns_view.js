// What was taken for what: the first rows of the table with a choice over each column.

import { make } from "../../dom/make.js";
import { ROLES } from "./columns.js";
import { tr } from "../../dom/text.js";

/** @import { Columns, Role } from "./columns.js" */

/** @type {[Role, string][]} */
const CHOICES = [["x1", "x₁"], ["x2", "x₂"], ["class", tr("column.class", "class")], [
  "",
  tr("column.out", "left out"),
]];

/** @param {(roles: Role[]) => void} choose */
export function createColumns(choose) {
  const root = make("div", { class: "scrolls data-columns", hidden: "", tabindex: "0", role: "group" });
  root.setAttribute("aria-label", tr("column.taken", "What each column is taken for"));
  let drawn = "";

  /**
   * The column that had the role gets that of this one: there is one of each.
   * @type {(columns: Columns, k: number, role: Role) => Role[]}
   */
  const swapped = ({ roles }, k, role) =>
    roles.map((old, at) => at === k ? role : role && old === role ? roles[k] : old);

  /** @param {Columns} columns */
  function table(columns) {
    const { names, roles, sample } = columns;
    const selects = roles.map((role, k) => {
      const name = names[k] || tr("column.n", "column {n}", { n: k + 1 });
      const node = make(
        "select",
        { "aria-label": tr("column.is", "{name} is", { name }), "data-role": role },
        ...CHOICES.map(([value, text]) => make("option", { value }, text)),
      );
      node.value = role;
      node.addEventListener("change", () => {
        const wanted = swapped(columns, k, /** @type {Role} */ (node.value));
        choose(ROLES.every((one) => wanted.includes(one)) ? wanted : roles);
        /** @type {HTMLElement | undefined} */ (root.querySelectorAll("select")[k])?.focus();
      });
      return node;
    });
    return make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...selects.map((node) => make("th", { scope: "col" }, node)))),
      make(
        "tbody",
        {},
        ...[...(names.some(Boolean) ? [names] : []), ...sample].map((row, at) =>
          make(
            "tr",
            at || !names.some(Boolean) ? {} : { class: "names" },
            ...roles.map((role, k) => make("td", { "data-role": role }, row[k] ?? "")),
          )
        ),
      ),
    );
  }

  return {
    root,
    /** @param {Columns | null} columns */
    show(columns) {
      const key = JSON.stringify(columns);
      if (key === drawn) return;
      drawn = key;
      root.hidden = !columns;
      root.replaceChildren(...(columns ? [table(columns)] : []));
    },
  };
}
