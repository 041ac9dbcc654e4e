// Numbers as people write them, and as the page does.

import assert from "node:assert/strict";

import { format, parse } from "../../static/dom/number.js";

const READ = {
  ".5": 0.5,
  "-": null,
  "1/3": 1 / 3,
  "0,25": 0.25,
  "−3": -3,
  "1e-3": 0.001,
  "": null,
  "1,000,000": null,
  "1e400": null,
};

for (const [typed, x] of Object.entries(READ)) {
  Deno.test(`numbers are read as people write them: “${typed}”`, () => {
    assert.equal(parse(typed), x);
  });
}

const WRITTEN = [
  [1.234, "1.23"],
  [-0.001, "−0.001"],
  [-1, "−1.00"],
  [123.456, "123.5"],
  [12345.6, "12346"],
  [1.5e6, "1.5e6"],
  [-2e-9, "−2.0e−9"],
  [0.004, "0.004"],
  [-0, "0.00"],
];

for (const [x, written] of WRITTEN) {
  Deno.test(`numbers are written with fixed digits and a real minus: ${x}`, () => {
    assert.equal(format(x), written);
  });
}
