// What a reader is to reach: which texts are goals, and when the numbers of a pass reach them.

import assert from "node:assert/strict";

import { goalOf, standing } from "../../static/state/goal.js";

const PASS = {
  steps: [
    { id: "dS", value: [[0, 1], [-2, 0.3]] },
    { id: "l", value: [4.5, 0] },
    { id: "L", value: 6.25 },
  ],
};

for (const text of ["", "dS", "dS[1,0]", "dS[1,0] = -2", "dS[1,0] == x", "dS[1,0] == -2; alert(1)", "[0] == 1"]) {
  Deno.test(`no goal: ${text}`, () => assert.equal(goalOf(text), null));
}

for (
  const [text, value, reached] of [
    ["dS[1,0] == -2", -2, true],
    ["dS[1,0] == -1", -2, false],
    ["dS[1,0] <= -2", -2, true],
    ["dS[1,0] < -2", -2, false],
    ["l[0] > 4", 4.5, true],
    ["l[0] >= 4.5", 4.5, true],
    ["dS[1,1] == 0.3", 0.1 + 0.2, true],
  ]
) {
  Deno.test(`a goal is held against the pass: ${text}`, () => {
    const goal = goalOf(text);
    assert.equal(standing(goal, PASS).reached, reached);
    assert.ok(Math.abs(standing(goal, PASS).value - value) < 1e-9);
  });
}

for (const text of ["dS[9,0] == 1", "dS[0,9] == 1", "M[0,0] == 1", "l[0,1] == 1", "L[0] == 6"]) {
  Deno.test(`a number that the pass has not: ${text}`, () => assert.equal(standing(goalOf(text), PASS), null));
}
