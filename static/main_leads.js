// The ways in: the first visit, and the questions that are answered step by step. Each is loaded when it is wanted; it
// connects them, as main_late.js does with the rest.

/** @import { Problem } from "./types.d.ts" */
/** @import { Actions } from "./player/commands.js" */
/** @import { Led, View } from "./shell/render.js" */
/** @import { Player } from "./player/player.js" */
/** @import { Tools } from "./shell/arrive.js" */

/** @param {Tools & { player: Player, actions: Actions, beginning: Problem }} tools */
export function createLeads({ store, lab, player, actions, beginning }) {
  /** @type {{ end: () => void, draw: View, said: Led } | null} */
  let lead = null;
  /** @type {Promise<{ begin: () => void }> | null} */
  let visit = null;

  async function begin() {
    const [{ createLead }, { WHY_MINUS }] = await Promise.all([
      import("./lead/lead.js"),
      import("./lead/why_minus.js"),
    ]);
    lead?.end();
    lead = createLead(WHY_MINUS, { store, lab, player, beginning, left: () => (lead = null) });
  }

  const ways = { lead: begin, watch() {}, own: () => actions.does("own"), skip() {} };

  async function welcome() {
    lead?.end();
    visit ??= import("./lead/first_visit.js").then(({ createFirstVisit }) =>
      createFirstVisit({ store, lab, player, actions, goes: (way) => ways[way]() })
    );
    (await visit).begin();
  }

  for (const button of document.querySelectorAll("[data-lead-start]")) button.addEventListener("click", begin);
  for (const button of document.querySelectorAll("[data-first-again]")) button.addEventListener("click", welcome);
  if ("first" in document.documentElement.dataset) welcome();

  return {
    /** @type {View} */
    draw: (state) => lead?.draw(state),
    /** @type {Led} */
    said: (state) => lead?.said(state) ?? null,
    /** Something else is opened. */
    leave() {
      lead?.end();
      store.set({ lead: null });
      delete document.documentElement.dataset.first;
    },
  };
}
