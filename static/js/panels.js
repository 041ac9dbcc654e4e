// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)}.

import { createData } from "./views/data.js";

/** @typedef {{store, lab, catalogue, player, actions, work}} Tools  what a panel may use; it fetches through the lab alone */

export const PANELS = [
  { id: "data", title: "Data", create: createData },
];
