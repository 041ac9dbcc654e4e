// The place of a moment whose problem is on the page already: its iteration and step, what is looked at, its chart and panel. No DOM.

/** Is what the page shows what it was last asked for? */
const isThere = ({ pass, shown, problem }, iteration) => shown === problem && pass?.iteration === iteration;

/**
 * Returns a function of a place; it resolves when the page is there, or is no longer `wanted()` there. `open` shows a panel by its
 * id, or none.
 */
export const createSettler = ({ store, lab, open, known, followHidden }) =>
  async function settle(
    { mode, iteration, step, point, cell, layout, chart: kind, log, parameters, panel, hide, pin },
    wanted = () => true,
  ) {
    const focus = { point, ...(cell && { step: cell[0], r: cell[1], c: cell[2] }) };
    if (hide.length) await followHidden();
    const { chart, problem } = store.get();
    const { tab } = known.figures.find((each) => each.kind === kind); // a link may name a figure that has none of its own
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
    if (wanted() && !isThere(store.get(), iteration)) await lab.show(iteration); // the run of a new problem asked for it meanwhile
    if (!wanted()) return;
    const { pass } = store.get();
    const at = pass?.steps.findIndex(({ id }) => id === step) ?? -1;
    store.set({ step: at, ...(focus.step && { focus: { ...focus, how: "tap", pinned: true } }) });
    if (mode === "train") await lab.run();
    if (!wanted()) return;
    if (panel !== (store.get().panel ?? null)) open(panel);
    if (step && at < 0) lab.say(`This pass has no step “${step}”: it is shown from its beginning.`, "warning");
  };
