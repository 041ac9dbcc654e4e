// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)};
// one that `moves` is drawn at every iteration of a playing run.

import { createData } from "./views/data.js";
import { checkPanel } from "./views/check.js";
import { comparePanel } from "./views/compare.js";
import { scorePanel } from "./views/score.js";
import { whyPanel } from "./views/why.js";

/** @typedef {{store, lab, catalogue, player, actions, work, focus, why, check, compare}} Tools  a panel fetches through `lab`, `why`, `check` and `compare` alone */

export const PANELS = [whyPanel, scorePanel, checkPanel, comparePanel, { id: "data", title: "Data", create: createData }];
