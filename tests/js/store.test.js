// The state of the page: its table, and who hears of a change.

import assert from "node:assert/strict";
import test from "node:test";

import { createStore } from "../../static/state/store.js";
import { initial, keysThat, STATE } from "../../static/state/table.js";

const problem = { iterations: 1 };
const begin = () => createStore({ ...initial(), problem, shown: problem });

/** What a listener of these keys, or of all, hears while `does` something. */
function heard(does, keys = null) {
  const [store, told] = [begin(), []];
  const listen = (state, before) => told.push(Object.keys(STATE).filter((key) => state[key] !== before[key]));
  if (keys) store.watch(keys, listen);
  else store.subscribe(listen);
  does(store);
  return told;
}

test("nobody hears of what is as it was", () => {
  assert.deepEqual(heard((store) => store.set({ step: -1, mode: "pass" })), []);
  assert.deepEqual(heard((store) => store.set({ step: 0, mode: "pass" })), [["step"]]);
  assert.deepEqual(heard((store) => store.set({ panel: undefined })), []);
});

test("who watches some keys hears of them alone", () => {
  const does = (store) => {
    store.set({ step: 1 });
    store.set({ iteration: 2, fill: 0 });
    store.set({ fill: 1 });
    store.set({ iteration: 2 });
  };
  assert.deepEqual(heard(does, ["iteration", "mode"]), [["iteration", "fill"]]);
  assert.deepEqual(heard(does, ["problem"]), []);
});

test("undo is heard of as a change of the problem and of the place that it leads back to", () => {
  const does = (store) => {
    store.change({ iterations: 2 }, null, { step: 3 });
    store.undo();
  };
  assert.deepEqual(heard(does, ["step"]), [["problem", "step"], ["problem", "step"]]);
});

test("what a moment is made of is in its address, and no story takes away what is the reader's own", () => {
  assert.deepEqual(keysThat("moment"), ["problem", "mode", "iteration", "step"]);
  assert.ok(keysThat("moment").every((key) => keysThat("address").includes(key)));
  assert.deepEqual(keysThat("stays").filter((key) => keysThat("address").includes(key)), []);
});
