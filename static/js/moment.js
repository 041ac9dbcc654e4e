// What there is to see at a moment of a pass or a run, read off the answers of the API. Pure: no DOM, no requests.

const TRAIL = [24, 18, 13, 9, 6, 4, 2, 1]; // how many iterations ago, oldest first

export const stepIndex = (pass, id) => pass.steps.findIndex((step) => step.id === id);

/** The scene of an iteration of a run; long runs have one for every `scene_every` iterations only. */
const sceneOf = (run, iteration) => run?.scenes?.[Math.floor(iteration / run.scene_every)] ?? null;

function trail(run, iteration) {
  if (!run?.scenes) return [];
  const ago = TRAIL.map((k) => iteration - k * run.scene_every).filter((t) => t >= 0);
  return ago.map((t) => sceneOf(run, t)).filter(Boolean);
}

/** While an update is shown the lines move through the frames between the old weights and the new. */
function passScene({ pass, step, fill }) {
  const first = pass.steps.findIndex(({ direction }) => direction === "update");
  const frames = pass.scene.frames;
  if (step < first) return { scene: pass.scene, moved: false };
  const share = (step - first + fill) / (pass.steps.length - first);
  const at = Math.round(share * frames.length) - 1;
  return at < 0 ? { scene: pass.scene, moved: false } : { scene: { ...pass.scene, ...points(frames[at], pass.scene) }, moved: true };
}

const points = (frame, { violations, losses, correct }) => ({ ...frame, violations, losses, correct });

/** The view that the plane draws; null where there is no plane to draw (D ≠ 2). */
export function planeView(state) {
  const { pass, run, mode, iteration, step, focus, playing, shown } = state;
  if (!pass?.scene) return null;
  const training = mode === "train" && sceneOf(run, iteration);
  const { scene, moved } = training ? { scene: sceneOf(run, iteration), moved: false } : passScene(state);
  const known = step < 0 || step >= stepIndex(pass, "dW");
  const batch = training ? run.batches[Math.min(iteration, run.batches.length - 1)] ?? pass.batch : pass.batch;
  return {
    scene, X: shown.X, y: shown.y, focusPoint: focus.point,
    batch: batch.length < shown.X.length ? batch : null,
    lossPerPoint: scene.losses, correct: scene.correct,
    trail: trail(run, iteration),
    next: !training && known && !moved ? pass.scene.frames.at(-1) : null,
    hasMargins: state.hasMargins, playing: playing && Boolean(training),
  };
}

/** The cell whose numbers the sentence shows: the one pointed at, else the most telling one of the focused point's row. */
export function cellInFocus({ pass, step, focus, formulas }) {
  const now = pass.steps[step];
  if (focus.step && formulas?.has(`${focus.step},${focus.r},${focus.c}`)) return { step: focus.step, r: focus.r, c: focus.c };
  if (!now) return null;
  const cells = [...(formulas?.values() ?? [])].filter((cell) => cell.step === now.id);
  const best = cells.reduce((a, b) => (a && Math.abs(a.value) >= Math.abs(b.value) ? a : b), null);
  return best && { step: best.step, r: best.row, c: best.column };
}

const list = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven"];

/** What the focused point does to the weights, in a sentence made from its row of ∂L/∂S. */
export function watch({ pass, shown, focus, hasMargins }, format) {
  const i = focus.point;
  const row = pass.steps[stepIndex(pass, "dS")]?.value[i];
  if (!row) return null;
  const own = shown.y[i];
  const rivals = row.map((value, k) => ({ value, k })).filter(({ value, k }) => value && k !== own);
  const who = `(class ${own})`;
  if (pass.batch.length < shown.X.length && !pass.batch.includes(i)) return { i, who, text: "is not in this batch: it has no say in this update." };
  if (!rivals.length) return { i, who, text: "keeps every margin: it costs nothing and pulls at no weight." };
  const pull = `class ${own} collects ${format(row[own], 2, true)}·xᵢ`.replace("xᵢ", `x${sub(i)}`);
  if (!hasMargins) {
    const pushes = rivals.map(({ value, k }) => `class ${k} ${format(value, 2)}·x${sub(i)}`);
    return { i, who, text: `pushes ${list(pushes)} into ∂L/∂W; ${pull}.` };
  }
  const names = rivals.map(({ k }) => k);
  const classes = names.length > 1 ? `classes ${list(names)} each push` : `class ${names[0]} pushes`;
  const broken = `breaks ${WORDS[names.length] ?? names.length} margin${names.length > 1 ? "s" : ""}`;
  return { i, who, text: `${broken}: ${classes} with x${sub(i)} into ${names.length > 1 ? "their columns" : "its column"} of ∂L/∂W, ${pull}.` };
}

const sub = (n) => [...String(n)].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]).join("");
