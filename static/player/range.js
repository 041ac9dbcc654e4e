// A pass of which only some steps are shown: what a button, a key or a message asks for, kept within them. No DOM.

/**
 * The steps of a pass that can be reached, from `low` to `high`; −1 is the pass before its first step. A name that is none is no bound;
 * where there is one, the pass leads to no other iteration.
 */
export function rangeOf({ from, to }, { steps }) {
  const [first, last] = [from, to].map((name) => steps.findIndex(({ id }) => id === name));
  const high = last < 0 ? steps.length - 1 : last;
  return { low: Math.min(first, high), high, bounded: first >= 0 || last >= 0 };
}

/** Which of the actions lead nowhere from here. */
export function closed({ mode, step }, { low, high, bounded }) {
  if (mode !== "pass" || !bounded) return [];
  return [...(step <= low ? ["start", "back"] : []), ...(step >= high ? ["end", "step"] : [])];
}

/** `does(name)` of the actions, within the steps that `reach()` gives. */
export function within(store, player, actions, reach) {
  return function does(name) {
    if (!store.get().pass) return undefined;
    const [{ mode, step }, { low, high, bounded }] = [store.get(), reach()];
    if (closed({ mode, step }, { low, high, bounded }).includes(name)) return undefined;
    if (bounded && mode === "pass" && ["start", "end"].includes(name)) {
      player.pause();
      return store.set({ step: name === "start" ? low : high, fill: 1 });
    }
    if (name === "play" && mode === "pass" && step >= high) store.set({ step: low, fill: 1 });
    return actions.does(name);
  };
}

/** To a place that a message names; what is left out, or is none, stays as it is. */
export async function leadTo(store, player, actions, clamp, { mode, iteration, step }) {
  player.pause();
  if (["pass", "train"].includes(mode)) actions.mode(mode);
  if (Number.isSafeInteger(iteration) && iteration >= 0) await actions.scrubRun(iteration);
  const at = store.get().pass.steps.findIndex(({ id }) => id === step);
  if (at >= 0) store.set({ step: clamp(at), fill: 1 });
}
