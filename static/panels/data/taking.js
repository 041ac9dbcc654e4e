// The ways to take the points along: as a file or by the clipboard, as a table or as the problem that the API takes.

import { copy, download } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { body } from "../../state/problem.js";
import { writeTable } from "./csv.js";
import { tr } from "../../dom/text.js";

/** @import { Problem, Say } from "../../types.d.ts" */

/** @type {(text: string, does: () => void) => HTMLButtonElement} */
const button = (text, does) => {
  const node = make("button", { type: "button" }, text);
  node.addEventListener("click", does);
  return node;
};

/**
 * The buttons, and the table as text.
 * @param {() => Problem} now
 * @param {Say} say
 */
export function createTaking(now, say) {
  const table = () => writeTable(now().X, now().y);
  const problem = () => `${JSON.stringify({ ...body(now()), iterations: now().iterations }, null, 1)}\n`;
  /** @type {(done: string, text: string) => Promise<void>} */
  const give = async (done, text) =>
    say(
      (await copy(text)) ? done : tr("data.uncopied", "The browser does not let this page copy: save a file instead."),
    );
  const copied = {
    table: tr("data.copied.table", "The table is in the clipboard."),
    problem: tr("data.copied.problem", "The problem, as the API takes it, is in the clipboard."),
  };
  const node = make(
    "div",
    { class: "line-up" },
    button(tr("data.save.csv", "Save CSV"), () => download("points.csv", "text/csv", table())),
    button(tr("data.copy.csv", "Copy CSV"), () => give(copied.table, table())),
    button(tr("data.save.json", "Save JSON"), () => download("problem.json", "application/json", problem())),
    button(tr("data.copy.json", "Copy JSON"), () => give(copied.problem, problem())),
  );
  return { node, table };
}
