// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)}.

import { scorePanel } from "./views/score.js";
import { whyPanel } from "./views/why.js";

/** @typedef {{store, lab, catalogue, player, actions, focus, why}} Tools  what a panel may use; it fetches through `lab` and `why` alone */

export const PANELS = [whyPanel, scorePanel];
