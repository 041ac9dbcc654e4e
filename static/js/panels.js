// The panels of the tray, in the order of their tabs. A panel is {id, title, create(root, tools) -> render(state)}.

import { createData } from "./views/data.js";
import { checkPanel } from "./views/check.js";
import { codePanel } from "./views/code.js";
import { scorePanel } from "./views/score.js";
import { whyPanel } from "./views/why.js";

/** @typedef {{store, lab, catalogue, player, actions, work, focus, why, check, code}} Tools  a panel fetches through `lab`, `why`, `check` and `code` alone */

export const PANELS = [whyPanel, scorePanel, checkPanel, codePanel, { id: "data", title: "Data", create: createData }];
