// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)}.

import { createData } from "./views/data.js";
import { checkPanel } from "./views/check.js";
import { scorePanel } from "./views/score.js";
import { whyPanel } from "./views/why.js";

/** @typedef {{store, lab, catalogue, player, actions, work, focus, why, check}} Tools  a panel fetches through `lab`, `why` and `check` alone */

export const PANELS = [whyPanel, scorePanel, checkPanel, { id: "data", title: "Data", create: createData }];
