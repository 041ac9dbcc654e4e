// What the page reads off the schema that the server sends.

import assert from "node:assert/strict";

import { parse } from "../../static/dom/number.js";
import { allows } from "../../static/links/validate.js";
import { settingField } from "../../static/state/field.js";
import { MEMBERS, NAMES, PINNED, SETTINGS, stated, USUAL } from "../../static/state/schema.js";
import { FIELDS, limits } from "./schema.js";

const setting = (name) => SETTINGS.find((each) => each.name === name);

Deno.test("the lists of fields are those that the schema says, in its order", () => {
  assert.deepEqual(NAMES, FIELDS.map(({ name }) => name));
  assert.deepEqual(PINNED, ["X", "loss", "batch", "draw", "bias"]);
  assert.deepEqual(USUAL, { draw: 0, bias: true, variants: [], box: null, unit: null });
  assert.deepEqual(MEMBERS, { loss: "losses" });
  assert.deepEqual(SETTINGS.map(({ name }) => name), ["batch", "draw", "bias"]);
});

const GIVEN = [
  ["batch", ["full", 1, 7, 1e9], ["half", 0, 1.5, 1e10, true, null, "1", undefined]],
  ["draw", [0, 99], [-1, 100, 0.5, NaN, "0", false, null]],
  ["bias", [true, false], [1, 0, "on", null, undefined]],
];

for (const [name, right, wrong] of GIVEN) {
  Deno.test(`a setting takes what its bounds or choices allow: ${name}`, () => {
    for (const value of right) assert.ok(allows(setting(name), value), `${value}`);
    for (const value of wrong) assert.ok(!allows(setting(name), value), `${value}`);
  });
}

Deno.test("a knob that may be left open takes null, and no other one does", () => {
  assert.ok(allows({ min: 0, max: 1, optional: true }, null));
  assert.ok(allows({ choices: [{ value: 1 }], optional: true }, null));
  assert.ok(!allows({ choices: [{ value: 1 }], optional: true }, 2));
  assert.ok(!allows({ min: 0, max: 1 }, null));
});

Deno.test("the API is told of a setting where it is not as usual, and never of what is the page's own", () => {
  assert.deepEqual(stated({ batch: "full", draw: 5, bias: true }), { batch: "full" });
  assert.deepEqual(stated({ batch: 4, draw: 5, bias: false }), { batch: 4, bias: false });
});

Deno.test("a control has the range of its setting, and one that can be full the number of points", () => {
  const { label, max, full, path, group } = settingField(setting("batch"), 9);
  assert.deepEqual({ label, max, full, path, group }, {
    label: undefined,
    max: 9,
    full: 9,
    path: ["batch"],
    group: "Optimizer",
  });
  assert.deepEqual(settingField(setting("bias"), 9).options, [{ value: true }, { value: false }]);
});

Deno.test("no number is larger than the schema allows", () => {
  assert.equal(parse("1e9"), limits.size);
  assert.equal(parse("-1e9"), -limits.size);
  assert.equal(parse("1.1e9"), null);
});
