// A pass of which only some steps are shown: what a button, a key or a message asks for, kept within them. No DOM.

/** The steps of a pass that can be reached, as [first, last]; −1 is the pass before its first step. A name that is none is no bound. */
export function rangeOf({ from, to }, { steps }) {
  const at = (name) => steps.findIndex(({ id }) => id === name);
  const last = at(to) < 0 ? steps.length - 1 : at(to);
  return [Math.min(from === null ? -1 : at(from), last), last];
}

/** `does(name)` of the actions, within the steps that `reach()` gives. */
export function within(store, player, actions, reach, { from, to }) {
  return function does(name) {
    const { mode, step, pass } = store.get();
    if (!pass) return undefined;
    const [[low, high], bounded] = [reach(), mode === "pass" && (from !== null || to !== null)];
    if (bounded && ((name === "step" && step >= high) || (name === "back" && step <= low))) return undefined;
    if (bounded && ["start", "end"].includes(name)) {
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
