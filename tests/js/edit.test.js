// The functions that every way of editing data goes through.

import assert from "node:assert/strict";

import * as edits from "../../static/state/points_edit.js";
import { limits } from "./schema.js";

const START = { W: [[1, 2], [3, 4]], b: [5, 6] };
const PROBLEM = {
  preset: "p",
  data: { kind: "blobs", n: 3, seed: 7 },
  X: [[0, 1], [2, 3], [4, 5]],
  y: [0, 1, 1],
};
const OWN = { data: { kind: "own", seed: 7 }, preset: "" };
const GROWN = { W: [[1, 2, 0, 0], [3, 4, 0, 0]], b: [5, 6, 0, 0] };

/** The patch that the function of this name gives for the problem above, with these fields in place of its own. */
const edit = (name, args, fields = {}) => edits[name]({ ...PROBLEM, ...START, origin: START, ...fields }, ...args);

const times = (n, value) => Array.from({ length: n }, () => value);

const CHANGES = [
  ["addPoint", [[9, 9], 1], { X: [[0, 1], [2, 3], [4, 5], [9, 9]], y: [0, 1, 1, 1] }],
  ["addPoint", [[9, 9], 3], { X: [[0, 1], [2, 3], [4, 5], [9, 9]], y: [0, 1, 1, 3], ...GROWN, origin: GROWN }],
  ["movePoint", [1, [8, 3]], { X: [[0, 1], [8, 3], [4, 5]] }],
  ["movePoints", [[[0, [6, 6]], [2, [7, 7]], [1, [2, 3]]]], { X: [[6, 6], [2, 3], [7, 7]] }],
  ["setClass", [0, 1], { y: [1, 1, 1] }],
  ["setClass", [0, 3], { y: [3, 1, 1], ...GROWN, origin: GROWN }],
  ["removePoint", [1], { X: [[0, 1], [4, 5]], y: [0, 1] }],
  ["replaceData", [[[7, 8]], [0]], { X: [[7, 8]], y: [0] }],
  ["replaceData", [[[7, 8]], [3]], { X: [[7, 8]], y: [3], ...GROWN, origin: GROWN }],
];

for (const [name, args, patch] of CHANGES) {
  Deno.test(`an edit changes what it says and makes the data one's own: ${name} ${JSON.stringify(args)}`, () => {
    assert.deepEqual(edit(name, args), { ...OWN, ...patch });
  });
}

const REFUSED = [
  ["addPoint", [[1e10, 0], 0]],
  ["addPoint", [[0, 0], 8]],
  ["addPoint", [[0, 0], -1]],
  ["addPoint", [[null, 0], 0]],
  ["movePoint", [1, [2, 3]]],
  ["movePoint", [9, [2, 3]]],
  ["movePoint", [0, [-1e10, 3]]],
  ["movePoints", [[]]],
  ["setClass", [0, 0]],
  ["setClass", [0, 8]],
  ["setClass", [3, 1]],
  ["setClass", [0, 0.5]],
  ["removePoint", [3]],
  ["replaceData", [[], []]],
  ["replaceData", [[[0, 0]], [8]]],
  ["replaceData", [times(limits.points + 1, [0, 0]), times(limits.points + 1, 0)]],
  ["dropEmpty", []],
];

for (const [name, args] of REFUSED) {
  Deno.test(`what changes nothing or cannot be is no patch: ${name} ${JSON.stringify(args).slice(0, 40)}`, () => {
    assert.equal(edit(name, args), null);
  });
}

Deno.test("the last point stays", () => {
  assert.equal(edit("removePoint", [0], { X: [[1, 2]], y: [0] }), null);
});

Deno.test("the first point of an empty plane begins with weights of zero", () => {
  const zero = { W: [[0, 0], [0, 0]], b: [0, 0] };
  assert.deepEqual(edit("beginWith", [[7, 8], 1]), { ...OWN, X: [[7, 8]], y: [1], ...zero, origin: zero });
  const wide = edit("beginWith", [[7, 8], 3]);
  assert.deepEqual([wide.W[0].length, wide.b.length], [4, 4]);
  assert.equal(edit("beginWith", [[1e10, 0], 0]), null);
  assert.equal(edit("beginWith", [[0, 0], 8]), null);
});

Deno.test("there are at most as many points as the schema allows", () => {
  const add = (N) => edit("addPoint", [[0, 0], 0], { X: times(N, [1, 2]), y: times(N, 0) });
  assert.equal(add(limits.points), null);
  assert.equal(add(limits.points - 1).y.length, limits.points);
});

Deno.test("weights that are not the start grow apart from it", () => {
  const patch = edit("setClass", [0, 2], { W: [[9, 9], [9, 9]] });
  assert.deepEqual(patch.W, [[9, 9, 0], [9, 9, 0]]);
  assert.deepEqual(patch.origin, { W: [[1, 2, 0], [3, 4, 0]], b: [5, 6, 0] });
});

Deno.test("fewer classes keep the weights of those that stay", () => {
  const wide = { W: [[1, 2, 3, 4], [5, 6, 7, 8]], b: [9, 10, 11, 12] };
  assert.deepEqual(edit("replaceData", [[[0, 0]], [1]], wide).W, [[1, 2], [5, 6]]);
  const two = edit("dropEmpty", [], { ...wide, y: [3, 1, 1] });
  assert.deepEqual([two.W, two.b, two.y], [[[2, 4], [6, 8]], [10, 12], [1, 0, 0]]);
  const one = edit("dropEmpty", [], { ...wide, y: [2, 2, 2] });
  assert.deepEqual([one.b, one.y], [[9, 11], [1, 1, 1]]);
});

Deno.test("the given problem is left as it was, and what stays is shared", () => {
  const problem = structuredClone({ ...PROBLEM, ...START });
  problem.origin = { W: problem.W, b: problem.b };
  const before = JSON.stringify(problem);
  const moved = edits.movePoint(problem, 1, [8, 8]);
  const wider = edits.setClass(problem, 0, 5);
  assert.equal(JSON.stringify(problem), before);
  assert.equal(moved.X[0], problem.X[0]);
  assert.equal(wider.W, wider.origin.W);
  assert.equal(wider.b, wider.origin.b);
});
