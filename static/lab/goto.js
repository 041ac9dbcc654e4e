// The place of a moment whose problem is on the page already: its iteration and step, what is looked at, its chart and
// panel. No DOM.

/** @import { Figure, Focus, Known, Place, State, Store } from "../types.d.ts" */
/** @import { createLab } from "./requests.js" */

import { tr } from "../dom/text.js";

/**
 * @typedef {object} Tools
 * @property {Store} store
 * @property {Pick<ReturnType<typeof createLab>, "show" | "run" | "say">} lab
 * @property {(panel: string | null) => void} open  shows a panel by its id, or none
 * @property {Known} known
 * @property {() => Promise<unknown>} followHidden
 */

/**
 * Is what the page shows what it was last asked for?
 *
 * @param {State} state
 * @param {number} iteration
 */
const isThere = ({ pass, shown, problem }, iteration) => shown === problem && pass?.iteration === iteration;

/**
 * Returns a function of a place; it resolves when the page is there, or is no longer `wanted()` there.
 *
 * @type {(tools: Tools) => (place: Place, wanted?: () => boolean) => Promise<void>}
 */
export const createGoTo = ({ store, lab, open, known, followHidden }) =>
  async function goTo(
    { mode, iteration, step, point, cell, layout, chart: kind, log, parameters, panel, hide, pin },
    wanted = () => true,
  ) {
    /** @type {Focus} */
    const focus = { point, ...(cell && { step: cell[0], r: cell[1], c: cell[2] }) };
    if (hide.length) await followHidden();
    const { chart, problem } = store.get();
    const figure = known.figures.find((each) => each.kind === kind);
    const { tab } = /** @type {Figure} */ (figure); // a link may name a figure that has no tab of its own, but no other
    store.set({
      mode,
      iteration,
      layout,
      chart: {
        ...chart,
        kind: tab,
        solid: kind !== tab && tab === "landscape",
        log,
        parameters,
        pin: pin ? { ...problem, ...pin } : null,
      },
      focus,
      hide,
      step: -1,
      fill: 1,
    });
    await lab.show(iteration);
    // The run of a new problem may have asked for another one meanwhile.
    if (wanted() && !isThere(store.get(), iteration)) await lab.show(iteration);
    if (!wanted()) return;
    const { pass } = store.get();
    const at = pass?.steps.findIndex(({ id }) => id === step) ?? -1;
    store.set({ step: at, ...(focus.step && { focus: { ...focus, how: "tap", pinned: true } }) });
    if (mode === "train") await lab.run();
    if (!wanted()) return;
    if (panel !== (store.get().panel ?? null)) open(panel);
    if (step && at < 0) {
      lab.say(
        tr("goto.nostep", "This pass has no step “{step}”: it is shown from its beginning.", { step }),
        "warning",
      );
    }
  };
