// The panels of the tray, in the order of their tabs. What a panel is made of is loaded when it is first opened: its
// view's module exports create(root, tools) -> render(state), and what asks the server for it is one more of its
// `tools`. `style` is a sheet of its own. One that `moves` is drawn at every iteration of a playing run.

/**
 * @import { Catalogue, Dialect, Export, Known, State, Store } from "../types.d.ts"
 * @import { createLab } from "../lab/requests.js"
 * @import { createFocus } from "../lab/focus.js"
 * @import { createActions } from "../player/commands.js"
 * @import { createPlayer } from "../player/player.js"
 * @import { present } from "../present/present.js"
 * @import { bringBack } from "../shell/keep.js"
 */

import { tr } from "../dom/text.js";

/**
 * A panel fetches through `lab` and its own tool alone.
 * @typedef {object} Tools
 * @property {Store} store
 * @property {ReturnType<typeof createLab>} lab
 * @property {Catalogue} catalogue
 * @property {Dialect[]} dialects
 * @property {Export[]} exports
 * @property {ReturnType<typeof createPlayer>} player
 * @property {ReturnType<typeof createActions>} actions
 * @property {ReturnType<typeof bringBack>} work
 * @property {ReturnType<typeof createFocus>} focus
 * @property {Known} known
 * @property {(how?: Parameters<typeof present>[1]) => Promise<void>} present
 * @property {() => Promise<unknown>} followHidden
 * @property {(panel: string | null) => void} open
 */

/**
 * @typedef {(state: State) => void} Render
 * @typedef {(tools: Tools) => Promise<(root: HTMLElement) => Render>} Load
 * @typedef {{
 *   id: string,
 *   title: string,
 *   short?: string,
 *   menu: string,
 *   moves?: boolean,
 *   style: string,
 *   load: Load,
 * }} Panel
 */

/**
 * `view` and `asks` load modules; `tool(module, tools)` is what the second one adds to the tools.
 * @template {object} Own
 * @template Asks
 * @param {() => Promise<{ create: (root: HTMLElement, tools: Tools & Own) => Render }>} view
 * @param {() => Promise<Asks>} asks
 * @param {(module: Asks, tools: Tools) => Own} tool
 * @returns {Load}
 */
const load = (view, asks, tool) => async (tools) => {
  const [{ create }, module] = await Promise.all([view(), asks()]);
  return (root) => create(root, { ...tools, ...tool(module, tools) });
};

/**
 * A panel that asks the server for nothing.
 * @param {() => Promise<{ create: (root: HTMLElement, tools: Tools) => Render }>} view
 * @returns {Load}
 */
const still = (view) => async (tools) => {
  const { create } = await view();
  return (root) => create(root, tools);
};

const why = load(
  () => import("./why/view.js"),
  () => import("./why/request.js"),
  ({ createWhy }, { store, lab }) => ({ why: createWhy(store, lab) }),
);
const check = load(
  () => import("./check/view.js"),
  () => import("./check/request.js"),
  ({ createCheck }, { store, lab }) => ({ check: createCheck(store, lab) }),
);
const compare = load(
  () => import("./compare/view.js"),
  () => import("./compare/request.js"),
  ({ createCompare }, { store, catalogue }) => ({ compare: createCompare(store, catalogue) }),
);
const code = load(
  () => import("./code/view.js"),
  () => import("./code/request.js"),
  ({ createCode }, { store, lab, dialects }) => ({ code: createCode(store, lab, dialects) }),
);
const share = load(
  () => import("./share/view.js"),
  () => import("./share/request.js"),
  ({ createShare }, tools) => ({ share: createShare(tools) }),
);
const files = load(
  () => import("./export/view.js"),
  () => import("./export/request.js"),
  ({ createExport }, { store, exports }) => ({ files: createExport(store, exports) }),
);
const story = load(
  () => import("./story/view.js"),
  () => import("../story/author.js"),
  ({ createAuthor }, tools) => ({ author: createAuthor(tools) }),
);

/** @type {Panel[]} */
export const PANELS = [
  {
    id: "check",
    title: tr("panel.check", "Test my gradient"),
    menu: "inspect",
    style: "check",
    load: check,
  },
  { id: "why", title: tr("panel.why", "Why this update?"), menu: "inspect", style: "why", load: why },
  {
    id: "score",
    title: tr("panel.score", "Confusion"),
    menu: "inspect",
    style: "why",
    load: still(() => import("./score/view.js")),
  },
  {
    id: "compare",
    title: tr("panel.compare", "Compare side by side"),
    short: tr("panel.compare.short", "Compare"),
    menu: "inspect",
    moves: true,
    style: "compare",
    load: compare,
  },
  {
    id: "code",
    title: tr("panel.code", "Code: the problem as a program"),
    short: tr("panel.code.short", "Code"),
    menu: "inspect",
    style: "code",
    load: code,
  },
  {
    id: "share",
    title: tr("panel.share", "Share this moment"),
    short: tr("panel.share.short", "Link"),
    menu: "share",
    style: "share",
    load: share,
  },
  {
    id: "story",
    title: tr("panel.story", "Story: moments one after the other"),
    short: tr("panel.story.short", "Story"),
    menu: "share",
    style: "story",
    load: story,
  },
  {
    id: "export",
    title: tr("panel.export", "Export: files to take along"),
    short: tr("panel.export.short", "Export"),
    menu: "share",
    style: "export",
    load: files,
  },
  {
    id: "data",
    title: tr("panel.data", "Data"),
    menu: "data",
    style: "data",
    load: still(() => import("./data/view.js")),
  },
];
