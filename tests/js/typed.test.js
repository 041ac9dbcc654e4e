// What is typed into the settings is taken as it is, or refused with a sentence; it is never made to fit in silence.

import assert from "node:assert/strict";

import { typed } from "../../static/controls/typed.js";

const ETA = { group: "", label: "learning rate η", path: [], min: 0, max: 10, step: 0.01 };
const COUNT = { ...ETA, label: "iterations", min: 1, max: 1000, step: 1, full: 9 };
const CUT = { ...ETA, label: "cut", optional: true };

const TAKEN = [
  [ETA, "0,5", 0.5],
  [ETA, "1/4", 0.25],
  [ETA, "0", 0],
  [ETA, "10", 10],
  [COUNT, "1e2", 100],
  [COUNT, "all", 9],
  [COUNT, "all 9", 9],
  [CUT, "none", null],
  [CUT, "∞", null],
];
for (const [field, text, value] of TAKEN) {
  Deno.test(`what fits is taken: ${field.label} ${text}`, () => assert.deepEqual(typed(field, text, "0.1"), { value }));
}

const REFUSED = [
  [ETA, "50", "learning rate η goes from 0 to 10, and “50” is out of that: learning rate η stays 0.1."],
  [ETA, "−1", "out of that"],
  [ETA, "1e12", "out of that"],
  [ETA, "abc", "“abc” is no number: learning rate η stays 0.1. Write one such as 0.5, 2 or 1/3."],
  [ETA, "", "is no number"],
  [ETA, "none", "is no number"],
  [ETA, "all", "is no number"],
  [COUNT, "2.5", "iterations is a whole number, and “2.5” is none: iterations stays 0.1."],
  [COUNT, "0", "goes from 1 to 1000"],
];
for (const [field, text, says] of REFUSED) {
  Deno.test(`what does not fit is refused in a sentence: ${field.label} ${text}`, () => {
    const { value, refused } = typed(field, text, "0.1");
    assert.equal(value, undefined);
    assert.ok(refused.includes(says), refused);
  });
}
