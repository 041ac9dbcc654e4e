// The panel "Share": the address of the moment on the page, to take along. It makes no address itself.

import { copy } from "../save.js";
import { make } from "./make.js";

const LONG = 2000; // characters: what chats and slides still take as a link

export function create(root, { store, lab, link }) {
  const here = Object.assign(make("input", { type: "checkbox" }), { checked: true });
  const field = make("input", { type: "text", readonly: "", "aria-label": "The link", spellcheck: "false" });
  const button = make("button", { type: "button", class: "primary" }, "Copy the link");
  const size = make("p", { class: "note", role: "status" });
  const place = make("span");
  const note = make("p", { class: "note" }, "Whoever opens it sees these very numbers: all of them are in the link itself, and no server keeps it.");
  root.append(make("div", { class: "line-up" }, field, button), make("label", { class: "toggle" }, here, place), note, size);
  field.addEventListener("focus", () => field.select());
  button.addEventListener("click", async () => lab.say((await copy(field.value)) ? "The link is in the clipboard." : "The browser does not let this page copy: mark the link and copy it by hand."));
  let asked = 0;

  async function show() {
    const mine = (asked += 1);
    const text = await link(here.checked);
    if (mine !== asked) return;
    field.value = text;
    size.textContent = `${text.length.toLocaleString("en")} characters${text.length > LONG ? ": some programs cut off links that are so long. Fewer points, or rounder numbers, make it shorter" : ""}.`;
  }

  here.addEventListener("change", show);
  let drawn = {};
  return function render(state) {
    const { problem, mode, iteration, step, pass, focus, layout, chart, panel } = state;
    const now = { problem, mode, iteration, step, focus, layout, chart, panel };
    if (Object.keys(now).every((name) => now[name] === drawn[name])) return;
    drawn = now;
    const where = mode === "train" ? `iteration ${iteration} of the run` : `iteration ${iteration}${step >= 0 ? `, step “${pass.steps[step].title}”` : ""}`;
    place.textContent = `start here: ${where}`;
    if (!store.get().playing) show();
  };
}
