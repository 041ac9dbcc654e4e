// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)}.

/** @typedef {{store, lab, catalogue, player, actions}} Tools  what a panel may use; it fetches through the lab alone */

export const PANELS = [];
