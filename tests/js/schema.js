// A schema for tests, which a page has from its server: with limits of its own, for nothing else may hold. Importing it
// is enough.

import { learn } from "../../static/state/schema.js";

export const limits = {
  points: 100,
  classes: 8,
  size: 1e9,
  iterations: 50,
  seed: 99,
  strength: 100,
  variants: 3,
  moments: 5,
  words: 20,
  title: 10,
  link_bytes: 1 << 20,
  link_depth: 32,
  decimals: 12,
  cell: 999,
  id: 40,
  parameter: 20,
  said: 40,
};

/** Of each sort of field one, and those that other modules name. */
export const FIELDS = [
  { name: "X" },
  { name: "loss", family: "losses" },
  { name: "batch", default: "full", min: 1, max: 1e9, step: 1, group: "Optimizer", word: "full", whole: true },
  { name: "draw", default: 0, usual: 0, min: 0, max: 99, step: 1, group: "Weights", whole: true, sent: "never" },
  { name: "bias", default: true, usual: true, choices: [{ value: true }, { value: false }], group: "Weights" },
  { name: "variants", usual: [], pinned: false },
];

learn({ limits, fields: FIELDS, window: { box: null, unit: null }, place: {}, hideable: [], groups: [] });
