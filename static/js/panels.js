// The panels of the tray, in the order of their tabs. What a panel is made of is loaded when it is first opened: its module
// exports create(root, tools) -> render(state); `style` is a sheet of its own. One that `moves` is drawn at every iteration of a playing run.

/** @typedef {{store, lab, catalogue, player, actions, work, focus, why, check, code, compare}} Tools  a panel fetches through `lab` and the last four alone */

export const PANELS = [
  { id: "why", title: "Why this update?", short: "Why?", load: () => import("./views/why.js") },
  { id: "score", title: "Score", load: () => import("./views/score.js") },
  { id: "check", title: "Check the gradient", short: "Check", style: "check", load: () => import("./views/check.js") },
  { id: "compare", title: "Compare side by side", short: "Compare", moves: true, style: "compare", load: () => import("./views/compare.js") },
  { id: "code", title: "Code: the problem as a program", short: "Code", style: "code", load: () => import("./views/code.js") },
  { id: "data", title: "Data", style: "data", load: () => import("./views/data.js") },
];
