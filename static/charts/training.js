// What stands over and beside the curve while one trains: the headline, the loss now, and which points are right. At
// every iteration, so that all numbers are of one.

import { element, set } from "../dom/svg.js";
import { format } from "../dom/number.js";
import { make } from "../dom/make.js";
import { sceneOf } from "../state/pass.js";
import { learning, rightNow } from "../state/run_words.js";
import { tr } from "../dom/text.js";

/** @import { State } from "../types.d.ts" */

const MOST = 40; // points that have a mark of their own

/**
 * @param {{ kicker: HTMLElement, question: HTMLElement, loss: HTMLElement, marks: HTMLElement }} places
 */
export function createTraining({ kicker, question, loss, marks }) {
  const value = make("mark");
  const from = make("span");
  loss.append(make("span", {}, tr("spark.loss", "loss")), value, from);
  const count = make("b");
  const of = make("span");
  const shapes = make("div", { class: "marks", "aria-hidden": "true" });
  marks.append(make("p", {}, count, " ", of), shapes);
  let drawn = "";

  /** @type {(node: HTMLElement, text: string) => void} */
  const write = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };

  /** @type {(y: number[], correct: boolean[]) => void} */
  function draw(y, correct) {
    const key = y.map((k, i) => k * 2 + Number(correct[i])).join();
    if (key === drawn) return;
    drawn = key;
    const classes = [...new Set(y)].sort((a, b) => a - b);
    shapes.replaceChildren(...classes.map((k) =>
      make(
        "div",
        { class: `k${k}` },
        ...y.flatMap((own, i) => {
          if (own !== k) return [];
          const use = element("use", { href: `#shape-${k}` });
          const svg = element("svg", { viewBox: "-10 -10 20 20", class: correct[i] ? "is-right" : "is-wrong" }, use);
          set(use, "transform", "scale(1.1)");
          return [svg];
        }),
      )
    ));
  }

  /** @param {State} state */
  return (state) => {
    const { mode, run, iteration, pass, shown } = state;
    if (mode !== "train" || !pass) return;
    write(kicker, tr("rest.train", "Training · iteration {n}", { n: iteration }));
    write(question, learning(run, iteration, pass));
    const at = Math.min(iteration, (run?.totals.length ?? 1) - 1);
    write(value, format(run?.totals[at] ?? pass.loss.total, 3));
    write(from, run && at ? tr("train.from", "down from {loss}", { loss: format(run.totals[0], 3) }) : "");
    from.hidden = Boolean(run && run.totals[at] > run.totals[0]);
    const right = rightNow(state);
    write(count, String(right?.right ?? ""));
    write(of, right ? tr("train.of", "of {points} right", { points: right.points }) : "");
    const correct = sceneOf(run, at)?.correct;
    if (correct && shown.y.length <= MOST) draw(shown.y, correct);
    else {
      drawn = "";
      shapes.replaceChildren();
    }
  };
}
