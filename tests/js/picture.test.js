// The picture of a step: its geometry, its times, and that it follows from the pass and `fill` alone.

import assert from "node:assert/strict";

import { apart, clipped, frameOf, lineOf, onTheWay, valueAt, walk, wedge } from "../../static/picture/geometry.js";
import { clocks, CURVES, eased, lasting, slideDelay } from "../../static/picture/motion.js";
import { ofOnePoint, pictureOf, timesOf } from "../../static/picture/picture.js";
import { magnified, normed } from "../../static/picture/turn.js";

const near = (a, b, off = 1e-9) => assert.ok(Math.abs(a - b) < off, `${a} is not ${b}`);
const FRAME = frameOf([-1, 1, -1, 1], 400);

Deno.test("a place is a per cent with y down, and a way has no beginning", () => {
  assert.deepEqual(FRAME.at([0.5, 0.5]), [75, 25]);
  assert.deepEqual(FRAME.way([1, 1]), [50, -50]);
  assert.equal(FRAME.px, 0.25);
});

Deno.test("a score of places is that of the data", () => {
  const score = FRAME.score([2, -3], 0.5);
  near(valueAt(score, FRAME.at([0.3, -0.7])), 2 * 0.3 + 3 * 0.7 + 0.5);
});

Deno.test("a foot lies on the line, straight across from the point", () => {
  const score = FRAME.score([1, 2], -0.4);
  const p = FRAME.at([0.8, 0.9]);
  const foot = walk(score, p, -valueAt(score, p));
  near(valueAt(score, foot), 0);
  near((foot[0] - p[0]) * score.c - (foot[1] - p[1]) * score.a, 0);
  assert.equal(walk({ a: 0, c: 0, d: 1 }, p, 1), null);
});

Deno.test("of a segment there is what lies in the window", () => {
  assert.deepEqual(clipped([[-50, 50], [50, 50]]), [[0, 50], [50, 50]]);
  assert.deepEqual(clipped([[10, 10], [20, 20]]), [[10, 10], [20, 20]]);
  assert.equal(clipped([[-50, -1], [150, -1]]), null);
});

Deno.test("a line outside the window is not there, nor is one without weights", () => {
  assert.deepEqual(lineOf({ a: 0, c: 1, d: -30 }).map(([, y]) => y), [30, 30]);
  assert.equal(lineOf({ a: 1, c: 0, d: 900 }), null);
  assert.equal(lineOf({ a: 0, c: 0, d: 1 }), null);
});

const sizeOf = (corners) =>
  Math.abs(corners.reduce((sum, [x, y], k) => {
    const [u, v] = corners[(k + 1) % corners.length];
    return sum + x * v - u * y;
  }, 0)) / 2;

Deno.test("a line that moves in parallel sweeps a strip, one that turns two wedges", () => {
  const strip = wedge({ a: 1, c: 0, d: -30 }, { a: 1, c: 0, d: -40 });
  assert.equal(strip.length, 1);
  near(sizeOf(strip[0]), 1000);
  const turned = wedge({ a: 1, c: 0, d: -50 }, { a: 1, c: 0.2, d: -60 });
  assert.equal(turned.length, 2);
  turned.forEach((corners) => near(sizeOf(corners), 250));
  assert.deepEqual(wedge({ a: 1, c: 0, d: -30 }, { a: 1, c: 0, d: -30 }).filter((corners) => sizeOf(corners)), []);
});

Deno.test("a turn of less than 16 pixels is magnified until it is seen, one that is seen is not, nor one of nothing", () => {
  const from = { a: 1, c: 0, d: -50 };
  const to = (/** @type {number} */ by) => ({ a: 1, c: 0, d: -50 - by });
  assert.equal(magnified([[from, to(5)]], 0.25), 1); // 20 px
  assert.equal(magnified([[from, to(1)]], 0.25), 5); // 4 px
  assert.equal(magnified([[from, to(0)]], 0.25), 1);
  near(apart(from, onTheWay(from, to(1), 5)), 5);
});

Deno.test("weights that only shrink turn no line, and weights of zero have none", () => {
  const steps = [
    step("W_next", ["turn"], W.map((row) => row.map((w) => 0.98 * w)), { direction: "update", node: "W" }),
  ];
  const of = (weights) =>
    pictureOf({ steps, at: 0, fill: 1, W: weights, b: [0, 0, 0], batch: [0, 1], i: 0 }, VIEW, 400).now;
  assert.deepEqual(of(W).filter(({ as, corners }) => as === "area" && sizeOf(corners) > 1e-6), []);
  assert.equal(of(W.map((row) => row.map(() => 0))).filter(({ as }) => as === "area").length, 0);
  assert.equal(normed({ a: 0, c: 0, d: 1 }), null);
});

Deno.test("an ease begins at 0, ends at 1 and never turns back", () => {
  for (const curve of Object.values(CURVES)) {
    const all = Array.from({ length: 21 }, (_, k) => eased(k / 20, curve));
    assert.equal(all[0], 0);
    assert.equal(all[20], 1);
    all.slice(1).forEach((value, k) => assert.ok(value >= all[k]));
  }
  near(eased(0.5, [0, 0, 1, 1]), 0.5, 1e-5);
});

Deno.test("what slides ends in time, however many there are", () => {
  assert.equal(slideDelay(1, 3), 70);
  for (const n of [1, 2, 9, 500]) assert.ok(slideDelay(n - 1, n) + 500 <= 1400);
});

Deno.test("a layer that was drawn before stands while the next is added; at the end everything is there", () => {
  const at = clocks(["chain", "decay", "sum"], 0.4);
  assert.equal(at("chain")(0, 500), 1);
  assert.ok(at("decay")(0, 320) > 0 && at("decay")(0, 320) < 1);
  assert.equal(at("sum")(0, 240), 0);
  for (const layer of ["chain", "decay", "sum"]) assert.equal(clocks(["chain", "decay", "sum"], 1)(layer)(900, 900), 1);
  assert.equal(lasting([]), 1);
  assert.ok(lasting(["chain"]) > lasting(["turn"]));
});

// One point of class 1 that breaks two margins, as a pass has it: s = x·W, Δ = 1.
const W = [[1, 2, 3], [2, -4, -1]];
const X = [[-0.3, 0.7], [0.5, -0.4]];
const y = [1, 0];
const scored = X.map(([p, q]) => W[0].map((_, k) => p * W[0][k] + q * W[1][k]));
const M = scored.map((row, i) => row.map((s) => s - row[y[i]] + 1));
const broken = M.map((row, i) => row.map((m, k) => (k !== y[i] && m > 0 ? 1 : 0)));
const mask = broken.map((row, i) => row.map((g, k) => (k === y[i] ? -row.reduce((a, b) => a + b, 0) : g)));
const dW = [0, 1].map((d) => W[0].map((_, k) => mask.reduce((sum, g, i) => sum + (g[k] * X[i][d]) / 2, 0)));
const step = (id, picture, value, fields = {}) => {
  const shape = Array.isArray(value)
    ? (Array.isArray(value[0]) ? [value.length, value[0].length] : [value.length])
    : [];
  return { id, node: id, picture, value, shape, direction: "forward", scale: 1, ...fields };
};
const back = { direction: "backward", scale: 0.5 };
const STEPS = [
  step("S", ["scores"], scored),
  step("M", ["margins"], M),
  step("H", ["lengths"], M.map((row, i) => row.map((m, k) => (k === y[i] ? 0 : Math.max(0, m))))),
  step("l", ["ring"], M.map((row, i) => row.reduce((sum, m, k) => sum + (k === y[i] ? 0 : Math.max(0, m)), 0))),
  step("data", ["rings"], 2.5),
  step("L", [], 2.5),
  step("dM", ["ticks"], broken, { ...back, node: "M" }),
  step("dS", ["lengths", "pieces"], mask, { ...back, node: "S" }),
  step("dW", ["chain"], dW, { direction: "backward", node: "W" }),
  step("W_next", ["turn"], W.map((row, d) => row.map((w, k) => w - 0.1 * dW[d][k])), {
    direction: "update",
    node: "W",
  }),
];
const VIEW = { scene: { box: [-1, 1, -1, 1], arrows: [[[0, 0], [0.1, 0.2]], null, [[0, 0], [0.3, -0.1]]] }, X, y };
const at = (id) => STEPS.findIndex((one) => one.id === id);
const drawn = (id, fill = 1, fields = {}, view = {}) =>
  pictureOf(
    { steps: STEPS, at: at(id), fill, W, b: [0, 0, 0], batch: [0, 1], i: 0, ...fields },
    { ...VIEW, ...view },
    400,
  );
const texts = (marks) => marks.filter(({ as }) => as === "text").map(({ text }) => text);
const lines = (marks, look) => marks.filter(({ as, look: its = "" }) => as === "line" && its.split(" ").includes(look));
const lengthOf = ({ from, to }) => Math.hypot(to[0] - from[0], to[1] - from[1]);

Deno.test("scores stand at the point's distances to the lines", () => {
  assert.deepEqual(texts(drawn("S").now), ["1.10", "−3.40", "−1.60"]);
});

Deno.test("margins have a line each, and lengths to them", () => {
  const { now } = drawn("M");
  assert.deepEqual(texts(now), ["5.50", "2.80"]);
  assert.equal(lines(now, "margin").length, 2);
  assert.equal(lines(now, "short").length, 2);
});

Deno.test("kept margins go from the lengths", () => {
  const kept = drawn("M", 1, { i: 1 }).now;
  assert.equal(lines(kept, "kept").length, M[1].filter((m, k) => k !== 0 && m <= 0).length);
  assert.equal(lines(drawn("H", 1, { i: 1 }).now, "kept").length, 0);
});

Deno.test("broken margins are ticks of one length, whatever is missing", () => {
  const [a, b] = lines(drawn("dM").now, "tick").map(lengthOf);
  near(a, b);
  near(a, 34 * 0.25);
});

Deno.test("the own class has a piece for each rival, all pieces of one length, and the count beside them", () => {
  const { now } = drawn("dS");
  const pieces = now.filter(({ look }) => look === "piece");
  assert.deepEqual(pieces.map(({ k }) => k), [1, 1, 0, 2]);
  pieces.forEach((piece) => near(lengthOf(piece), lengthOf(pieces[0])));
  assert.deepEqual(pieces[0].to, pieces[1].from);
  assert.ok(texts(now).includes("−2"));
});

Deno.test("pulls begin at their points and end tip to tail, and their sum is that of the gradient", () => {
  const own = (marks) => marks.filter(({ look, k }) => look?.startsWith("link") && k === 1);
  assert.deepEqual(own(drawn("dW", 0).now).map(({ from }) => from).sort(), X.map(FRAME.at).sort());
  const chain = own(drawn("dW").now);
  chain.slice(1).forEach((link, n) => assert.deepEqual(link.from, chain[n].to));
  const all = [chain.at(-1).to[0] - chain[0].from[0], chain.at(-1).to[1] - chain[0].from[1]];
  const asked = FRAME.way([-dW[0][1], -dW[1][1]]);
  near(all[0] * asked[1] - all[1] * asked[0], 0, 1e-6);
});

Deno.test("lines turn from where they were, and what they sweep is filled", () => {
  const { now } = drawn("W_next");
  assert.equal(lines(now, "old").length, lines(now, "new").length);
  assert.ok(now.some(({ as }) => as === "area"));
  assert.deepEqual(drawn("W_next", 0).now.filter(({ as, corners }) => as === "area" && sizeOf(corners) > 1e-6), []);
});

Deno.test("what a step has drawn stays faint while the next is about numbers alone, and goes as the next draws", () => {
  const { now, before, faded } = drawn("L");
  assert.deepEqual(now, []);
  assert.deepEqual(before, drawn("data").now);
  assert.equal(faded, 0.3);
  assert.equal(drawn("M", 0.5).faded, 0.15);
  assert.deepEqual(drawn("M").before, []);
});

Deno.test("a step of one number a point and of many classes or points is drawn too", () => {
  const many = Array.from({ length: 40 }, (_, i) => X[i % 2]);
  const steps = STEPS.map((
    one,
  ) => (one.shape[0] === 2 && one.id !== "dW" && one.id !== "W_next"
    ? { ...one, value: many.map((_, i) => one.value[i % 2]), shape: [40, ...one.shape.slice(1)] }
    : one)
  );
  const rings = drawn("data", 1, { steps, batch: many.map((_, i) => i) }, { X: many, y: many.map((_, i) => y[i % 2]) });
  assert.equal(rings.now.filter(({ look }) => look === "loss strong").length, 1);
});

Deno.test("the picture of a loss of two classes has one margin and one pull", () => {
  const column = [[1], [2]];
  const steps = [
    step("u", ["margins"], [1.4, -0.2]),
    step("du", ["ticks"], [1, 0], { ...back, node: "u" }),
    step("dS", ["lengths", "pieces"], [[-1], [0]], { ...back, node: "S" }),
  ];
  const of = (k, i) => pictureOf({ steps, at: k, fill: 1, W: column, b: [0], batch: [0, 1], i }, VIEW, 400).now;
  assert.equal(lines(of(0, 0), "short").length, 1);
  assert.equal(lines(of(0, 1), "kept").length, 1);
  assert.equal(of(2, 0).filter(({ look }) => look === "piece").length, 1);
});

Deno.test("no mark lies at a place that is no number", () => {
  for (const { id } of STEPS) {
    for (const fill of [0, 0.3, 1]) {
      const { now, before } = drawn(id, fill);
      assert.doesNotMatch(JSON.stringify([now, before]), /null/);
    }
  }
});

Deno.test("a step is about one point or about all", () => {
  assert.equal(ofOnePoint(STEPS[at("M")]), true);
  assert.equal(ofOnePoint(STEPS[at("data")]), false);
  assert.equal(timesOf({ mode: "train", step: 0, pass: { scene: {}, steps: STEPS } }), 1);
  assert.ok(timesOf({ mode: "pass", step: at("dW"), pass: { scene: {}, steps: STEPS } }) > 2);
});

Deno.test("of many classes only the margins that matter most are drawn, and the point's own score with its best rival's", () => {
  const columns = Array.from({ length: 8 }, (_, k) => k);
  const wide = [columns.map((k) => Math.cos(k)), columns.map((k) => Math.sin(k))];
  const row = columns.map((k) => 0.3 * k + 0.1);
  const steps = [step("S", ["scores"], [row, row]), step("M", ["margins"], [row, row])];
  const of = (k) =>
    pictureOf({ steps, at: k, fill: 1, W: wide, b: columns.map(() => 0), batch: [0, 1], i: 0 }, VIEW, 400);
  assert.equal(texts(of(0).now).length, 2);
  assert.ok(lines(of(1).now, "margin").length <= 4);
});
