// The problem of the page as a value: made from a preset, sent to the API. Pure: no DOM, no requests.

export const find = (family, kind) => family.find((member) => member.kind === kind);

export const defaults = ({ kind, knobs }) => ({
  kind,
  ...Object.fromEntries(knobs.map(({ name, default: value }) => [name, value])),
});

/** Without a preset's word: L2 among the penalties, else the first of the family. */
const usual = (family) => find(family, "l2") ?? family[0];

/** The problem of a preset on data that have arrived ({X, y, W, b}); `data` is the recipe they were made from. */
export function compose(catalogue, preset, data, { X, y, W, b }) {
  const own = preset?.problem ?? {};
  const member = (family, name) => {
    const base = own[name] ? find(catalogue[family], own[name].kind) : usual(catalogue[family]);
    return { ...defaults(base), ...own[name] };
  };
  const start = preset?.zero ? { W: W.map((row) => row.map(() => 0)), b: b.map(() => 0) } : { W, b };
  return {
    preset: preset?.kind ?? "",
    data,
    X,
    y,
    ...start,
    origin: start,
    loss: member("losses", "loss"),
    penalty: member("penalties", "penalty"),
    optimizer: member("optimizers", "optimizer"),
    schedule: member("schedules", "schedule"),
    batch: own.batch ?? "full",
    iterations: own.iterations ?? 200,
    draw: 0,
    bias: true,
    box: null,
    unit: null, // the window of the plane and the scale of its arrows: fitted until a hand is at work
  };
}

/** The recipe that a preset's data are made from. */
export const recipeOf = (catalogue, preset) => ({
  ...defaults(find(catalogue.datasets, preset.data.kind)),
  seed: 0,
  ...preset.data,
});

export function firstState({ catalogue, data }) {
  const [preset] = catalogue.presets;
  const problem = { ...compose(catalogue, preset, recipeOf(catalogue, preset), data), variants: [] }; // to compare
  return {
    problem,
    shown: problem,
    mode: "pass",
    iteration: 0,
    step: -1,
    fill: 1,
    focus: { point: null },
    pass: null,
    run: null,
    formulas: null,
    playing: false,
    gesture: false,
    brush: 0,
    hasMargins: true,
    pairwise: true,
    notice: null,
    layout: "XW",
    hide: [],
    telling: null,
    chart: { kind: "loss", log: false, solid: false, parameters: null, pin: null, seen: false, large: false },
    figure: null,
  };
}

/** How many classes there are: a column of weights each, or one column for two. */
export const classesOf = ({ b }) => Math.max(2, b.length);

/** The class whose colour a column of weights has: the only column of two classes points to the side of class 1. */
export const classOfColumn = (k, columns) => (columns === 1 ? 1 : k);

/** What the API takes. */
export const body = ({ X, y, W, b, bias, loss, penalty, optimizer, schedule, batch, data, box, unit }) => ({
  X,
  y,
  classes: classesOf({ b }),
  W,
  ...(bias ? { b } : { bias }),
  loss,
  penalty,
  optimizer,
  schedule,
  batch,
  seed: data.seed ?? 0,
  ...(box && { box }),
  ...(unit && { unit }),
});

/** W and b of a pass with one number of one of them changed. */
export function withWeight({ W, b }, name, r, c, value) {
  const replaced = (numbers, at) => numbers.map((x, k) => (k === at ? value : x));
  return name === "W" ? { W: W.map((row, k) => (k === r ? replaced(row, c) : row)), b } : { W, b: replaced(b, c) };
}
