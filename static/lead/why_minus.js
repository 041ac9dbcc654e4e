// The first way in: why a point's own class gets minus the count. Five short moments on the first example, of which the
// last is a goal. The numbers in its texts are the machine's own.

/** @import { Pass } from "../types.d.ts" */

import { onBoard } from "../dom/number.js";
import { tr } from "../dom/text.js";

/**
 * `step`: whose picture is shown, `cell`: whose number the formula ends in; `text` and `reached` say what is there;
 * `goal` as in state/goal.js.
 *
 * @typedef {object} LeadMoment
 * @property {string} step
 * @property {[row: number, column: number]} [cell]
 * @property {string} question
 * @property {(pass: Pass) => string} text
 * @property {string} [goal]
 * @property {string} [task]
 * @property {string} [reached]
 */

/** @typedef {{ id: string, title: string, point: number, moments: LeadMoment[] }} Lead */

const POINT = 4;
const OWN = 1;
const RIVALS = [0, 2];

/** @type {(pass: Pass, id: string, k: number) => string} */
const number = (pass, id, k) => {
  const step = pass.steps.find((each) => each.id === id);
  return onBoard(step?.value[POINT][k], id === "dS");
};

/** @type {Lead} */
export const WHY_MINUS = {
  id: "why-minus",
  title: tr("lead.minus", "Why minus the count?"),
  point: POINT,
  moments: [
    {
      step: "S",
      question: tr("lead.minus.scores", "One point, three scores"),
      text: (pass) =>
        tr("lead.minus.scores.text", "Its own class: {own}. The rivals: {a} and {b}.", {
          own: number(pass, "S", OWN),
          a: number(pass, "S", RIVALS[0]),
          b: number(pass, "S", RIVALS[1]),
        }),
    },
    {
      step: "M",
      question: tr("lead.minus.margins", "Both rivals come too close"),
      text: (pass) =>
        tr("lead.minus.margins.text", "They miss the gap of 1 by {a} and {b}.", {
          a: number(pass, "M", RIVALS[0]),
          b: number(pass, "M", RIVALS[1]),
        }),
    },
    {
      step: "dM",
      question: tr("lead.minus.own", "Each margin holds the own score"),
      text: () => tr("lead.minus.own.text", "Rival minus own, plus 1."),
    },
    {
      step: "dS",
      cell: [POINT, OWN],
      question: tr("lead.minus", "Why minus the count?"),
      text: (pass) =>
        tr(
          "lead.minus.count.text",
          "Two margins are broken, so the own score is counted twice, each time as −1: {own}.",
          {
            own: number(pass, "dS", OWN),
          },
        ),
    },
    {
      step: "dS",
      cell: [POINT, OWN],
      question: tr("lead.minus.try", "Now make it −1"),
      text: () =>
        tr("lead.minus.try.text", "Move the point until only one rival is too close. The number follows your hand."),
      goal: `dS[${POINT},${OWN}] == -1`,
      task: tr("lead.minus.task", "Drag point {i} down, past the dashed line of the triangles.", { i: POINT }),
      reached: tr("lead.minus.reached", "That’s it: one margin left."),
    },
  ],
};
