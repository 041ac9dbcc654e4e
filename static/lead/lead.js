// A question answered in a few short moments beside the real machine: each shows a step and says one thing about it,
// the last may set a goal that is watched live. Moments follow one another at a reading pace until a hand or a key
// takes over. It makes its own bar, in the place of the player.

/** @import { Lead, LeadMoment } from "./why_minus.js" */
/** @import { Pass, Problem, State, Store } from "../types.d.ts" */
/** @import { createLab } from "../lab/requests.js" */
/** @import { Player } from "../player/player.js" */

import { onBoard } from "../dom/number.js";
import { make } from "../dom/make.js";
import { mark } from "../dom/mark.js";
import { goalOf, standing } from "../state/goal.js";
import { stepIndex } from "../state/pass.js";
import { pace } from "../state/product.js";
import { tr } from "../dom/text.js";

/**
 * @typedef {object} LeadTools
 * @property {Store} store
 * @property {ReturnType<typeof createLab>} lab
 * @property {Player} player
 * @property {Problem} beginning  the problem that leads are about
 * @property {() => void} left  called when a lead has ended
 */

const root = document.documentElement;

/** @param {string} id  of what the template has */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {(looks: { class: string }, text: string, does: () => void) => HTMLButtonElement} */
function button(looks, text, does) {
  const node = make("button", { type: "button", ...looks }, text);
  node.addEventListener("click", does);
  return node;
}

/**
 * Puts a lead onto the page. `draw(state)` is for every state with a pass, `said(state)` what its sentence says.
 *
 * @param {Lead} lead
 * @param {LeadTools} tools
 */
export function createLead(lead, { store, lab, player, beginning, left }) {
  const { moments, point } = lead;
  const last = moments.length - 1;
  let at = -1;
  let auto = true;
  let timer = 0;

  const back = button({ class: "lead-back" }, tr("lead.back", "Back"), () => go(at - 1));
  const segments = make("ol", { class: "lead-line", "aria-hidden": "true" }, ...moments.map(() => make("li")));
  const place = make("p", { class: "lead-place" });
  const leave = button({ class: "quiet lead-leave" }, tr("lead.leave", "Leave, keep this state"), end);
  const next = button({ class: "primary lead-next" }, "", () => (at < last ? go(at + 1) : end()));
  const bar = make("div", { class: "lead-bar", role: "group", "aria-label": lead.title });
  bar.append(back, segments, place, leave, next);
  $("transport").append(bar);
  const ring = make("i");
  const words = make("p", { role: "status" });
  const now = make("p", { class: "now" });
  $("try-it").replaceChildren(ring, words, now);
  root.dataset.lead = lead.id;
  const listening = new AbortController();
  for (const name of ["pointerdown", "wheel"]) addEventListener(name, stay, { signal: listening.signal });
  addEventListener("keydown", keys, { capture: true, signal: listening.signal });

  /** Whoever does something reads at a pace of their own. */
  function stay() {
    auto = false;
    clearTimeout(timer);
    bar.classList.remove("running");
  }

  /** @param {KeyboardEvent} event */
  function keys(event) {
    stay();
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = target instanceof Element && target.matches("input, select, textarea, svg *, td");
    const way = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key];
    if (key === "Escape") end();
    else if (way && !typing) go(Math.min(last, at + way));
    else if (key !== " " || typing || (target instanceof Element && target.matches("button, a, summary"))) return;
    else if (at < last) go(at + 1);
    event.preventDefault();
    event.stopPropagation();
  }

  /** @type {(moment: LeadMoment) => State["focus"]} */
  const looked = ({ step, cell }) => ({
    point,
    ...(cell && { step, r: cell[0], c: cell[1] }),
    how: "tap",
    pinned: true,
  });

  /** @param {number} to */
  async function go(to) {
    if (to < 0 || to > last) return;
    at = to;
    const { step } = moments[at];
    const { problem, mode, iteration, pass } = store.get();
    const other = !("goal" in moments[at]) && problem !== beginning; // a point was moved: its numbers are told again
    if (other) store.change({ ...beginning }, null, { iteration: 0, step: -1, mode: "pass" });
    else if (mode !== "pass" || iteration || !pass) await lab.show(0, { mode: "pass" });
    if (other) await lab.show(0);
    const found = store.get().pass;
    if (!found || root.dataset.lead !== lead.id) return;
    player.pause();
    store.set({ step: stepIndex(found, step), fill: 1, focus: looked(moments[at]), lead: { at } });
    player.fill();
    show(found);
  }

  /** @param {Pass} pass */
  function show(pass) {
    back.disabled = at === 0;
    next.textContent = at < last ? tr("lead.next", "Next") : tr("lead.done", "To the lab");
    place.textContent = tr("lead.place", "{n} of {all}", { n: at + 1, all: last + 1 });
    [...segments.children].forEach((node, k) => {
      node.setAttribute("data-state", k < at ? "done" : k === at ? "now" : "");
    });
    $("try-it").hidden = !moments[at].goal;
    mark("trying", Boolean(moments[at].goal));
    const { question, text } = moments[at];
    const seconds = pace(`${question} ${text(pass)}`);
    clearTimeout(timer);
    bar.classList.toggle("running", auto && at < last);
    bar.style.setProperty("--seconds", `${seconds}s`);
    if (auto && at < last) timer = setTimeout(() => go(at + 1), seconds * 1000);
  }

  function end() {
    stay();
    listening.abort();
    bar.remove();
    delete root.dataset.lead;
    $("try-it").hidden = true;
    mark("trying", false);
    store.set({ lead: null, focus: { point } }); // a cell of the lead says nothing of the steps that follow
    left();
  }

  /** @param {LeadMoment} moment @param {Pass} pass */
  function watch({ goal = "", task = "", reached = "" }, pass) {
    const aim = goalOf(goal);
    const stands = aim && standing(aim, pass);
    if (!stands) return;
    ring.className = stands.reached ? "reached" : "";
    const text = ` ${stands.reached ? reached : task}`;
    if (!words.textContent?.endsWith(text)) words.replaceChildren(make("b", {}, tr("lead.try", "Try it.")), text);
    now.replaceChildren(
      tr("lead.now", "now"),
      " ",
      make("b", {}, onBoard(stands.value, Number.isInteger(stands.value))),
    );
  }

  go(0);
  return {
    end,
    /** @param {State & { pass: Pass }} state */
    draw({ pass, focus }) {
      if (at < 0 || !moments[at].goal) return;
      watch(moments[at], pass);
      if (focus.how === "drag" && focus.point === point) store.set({ focus: looked(moments[at]) }); // its number stays
    },
    /** @param {State & { pass: Pass }} state */
    said({ pass, lead: shown }) {
      if (typeof shown?.at !== "number" || pass.steps[store.get().step]?.id !== moments[shown.at].step) return null;
      const { question, text } = moments[shown.at];
      const holes = { title: lead.title, n: shown.at + 1, all: last + 1 };
      return { kicker: tr("lead.kicker", "{title} · {n} of {all}", holes), question, sentence: text(pass) };
    },
  };
}
