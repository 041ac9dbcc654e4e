// What the manual makes of a body: the place of a fault, programs, a moment of the lab; and what its search finds.

import assert from "node:assert/strict";

import "./schema.js";
import { find } from "../../static/manual/find.js";
import { lineOf, locate, said } from "../../static/manual/locate.js";
import { momentOf } from "../../static/manual/moment.js";
import { pretty, rounded, samples } from "../../static/manual/samples.js";

const TEXT = `{
  "X": [[0.5, 0.4], [-0.4, "x"]],
  "y": [0, 1],
  "loss": {"kind": "hinge", "a/b": null}
}`;

const PLACES = {
  "/X/1/1": '"x"',
  "/X/0": "[0.5, 0.4]",
  "/loss/kind": '"hinge"',
  "/loss/a~1b": "null",
  "/y/7": "[0, 1]",
};
for (const [pointer, part] of Object.entries(PLACES)) {
  Deno.test(`a pointer leads to its value, or to what is around it: ${pointer}`, () => {
    const { start, end } = locate(TEXT, pointer);
    assert.equal(TEXT.slice(start, end), part);
  });
}

Deno.test("what is not there leads to the whole, in a text that breaks off too", () => {
  assert.deepEqual(locate(TEXT, "/W"), { start: 0, end: TEXT.length });
  assert.deepEqual(locate('{"X": [1, ', "/W"), { start: 0, end: 10 });
  const { start, end } = locate('{"X": [1, 22', "/X/1");
  assert.equal('{"X": [1, 22'.slice(start, end), "22");
});

Deno.test("a sentence with a line and a column is a place", () => {
  const place = said(TEXT, "It goes wrong at line 3, column 8.");
  assert.equal(TEXT[place.start], "[");
  assert.equal(lineOf(TEXT, place.start), 3);
  assert.equal(said(TEXT, "This field is missing; add it."), null);
});

const START = {
  defaults: {
    ...{ loss: { kind: "weston_watkins" }, penalty: { kind: "l2" }, optimizer: { kind: "sgd" } },
    ...{ schedule: { kind: "constant" }, batch: "full", iterations: 100, seed: 0, layout: "XW", bias: true },
  },
  binary: ["hinge"],
};
const X = [[0.5, 0.4], [-0.4, 0.3], [-0.4, -0.5]];
const moment = (body, operation = "gradient", url = `/api/v1/${operation}`) =>
  momentOf(START, { operation, url, body });

Deno.test("a body that leaves out all it may is a whole moment", () => {
  const found = moment({ X, y: [0, 1, 2] });
  assert.deepEqual(found.W, [[0, 0, 0], [0, 0, 0]]);
  assert.deepEqual(found.b, [0, 0, 0]);
  assert.equal(found.y, "012");
  assert.equal(found.loss.kind, "weston_watkins");
});

Deno.test("two classes have one column, and −1 is class 0", () => {
  const found = moment({ X, y: [-1, 1, 1], loss: { kind: "hinge" } });
  assert.deepEqual([found.W, found.b, found.y], [[[0], [0]], [0], "011"]);
});

Deno.test("points as columns are turned, and looked at as columns", () => {
  const W = [[1, 2], [3, 4], [5, 6]];
  const found = moment({ layout: "WX", X: [[0.5, -0.4, -0.4], [0.4, 0.3, -0.5]], y: [0, 1, 2], W });
  assert.deepEqual(found.X, moment({ X, y: [0, 1, 2] }).X);
  assert.deepEqual(found.W, [[1, 3, 5], [2, 4, 6]]);
  assert.equal(found.at.layout, "WX");
});

Deno.test("the lab opens where an operation's answer is to be seen", () => {
  const y = [0, 1, 2];
  assert.equal(moment({ X, y, iteration: 2 }, "why").at.panel, "why");
  assert.equal(moment({ X, y }, "train").at.mode, "train");
  assert.equal(moment({ X, y }, "figure", "/api/v1/figures/margins").at.chart, "margins");
  assert.deepEqual(moment({ X, y, cells: [{ step: "dS", row: 1 }] }, "cells").at.cell, ["dS", 1, 0]);
});

for (const body of [null, 3, [], {}, { X: [[1, 2, 3]], y: [0] }, { X, y: [0] }, { X: [[1], [2, 3]], y: [0, 1] }]) {
  Deno.test(`what the lab cannot show has no moment: ${JSON.stringify(body)}`, () => {
    assert.equal(moment(body), null);
  });
}

Deno.test("numbers of an answer have six digits, and whole ones all", () => {
  assert.deepEqual(rounded({ a: [1 / 3, 1234567, -2e-9 / 3], b: null }), {
    a: [0.333333, 1234567, -6.66667e-10],
    b: null,
  });
});

Deno.test("JSON stands on one line where it fits", () => {
  assert.equal(pretty({ X, y: [0, 1] }), '{"X": [[0.5, 0.4], [-0.4, 0.3], [-0.4, -0.5]], "y": [0, 1]}');
  assert.equal(pretty({ X, y: [0, 1], a: "b".repeat(20) }).split("\n").length, 5);
});

Deno.test("a quote in a body does not end the shell's", () => {
  assert.match(samples("http://a/b", { note: "it's" }, false).curl, /it'"'"'s/);
  assert.match(samples("http://a/b", { bias: false, b: null }, false).python, /"bias": False, "b": None/);
});

const ENTRIES = [
  ["gradient", "POST /api/v1/gradient", "The gradient of the total loss", "/docs/gradient"],
  ["dW", "in the answer of gradient", "∂L/∂W", "/docs/gradient#answer-dW"],
  ["Weston–Watkins weston_watkins", "loss", "Every rival class", "/docs/losses#weston_watkins"],
];
const FOUND = { gradient: "gradient", grad: "gradient", "weston w": ENTRIES[2][0], dw: "dW", "answer gradient": "dW" };
for (const [typed, title] of Object.entries(FOUND)) {
  Deno.test(`the search finds what is meant by “${typed}”`, () => {
    assert.equal(find(ENTRIES, typed)[0][0], title);
  });
}

Deno.test("the search finds nothing for nothing, and for a word that is nowhere", () => {
  assert.deepEqual(find(ENTRIES, "  "), []);
  assert.deepEqual(find(ENTRIES, "gradient tomato"), []);
});
