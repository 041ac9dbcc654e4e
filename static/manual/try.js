// A request that runs on the page: its body is edited, sent as it stands, and what comes back is drawn or explained.

import { copy } from "../dom/save.js";
import { counted, tr } from "../dom/text.js";
import { write } from "../links/permalink.js";
import { ApiError, request } from "../server/api.js";
import { draw, makeScrollable, picture } from "./answer.js";
import { explain } from "./explain.js";
import { momentOf } from "./moment.js";
import { pretty, rounded, samples } from "./samples.js";

/** @import { Start } from "./moment.js" */

const LONGEST = 200_000; // letters of an answer that are shown

/** The body as a value, undefined while it is no JSON. @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @type {(form: HTMLFormElement, start: Start) => void} */
export function createTry(form, start) {
  /** @param {string} selector */
  const $ = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
  const { operation = "", address = "" } = form.dataset;
  const text = /** @type {HTMLTextAreaElement | null} */ (form.querySelector("textarea"));
  const url = /** @type {HTMLInputElement} */ ($("[name=url]"));
  const lab = /** @type {HTMLAnchorElement | null} */ (form.querySelector("a.lab"));
  const [status, json, drawn, refused, said] = [".status", ".json code", ".drawn", ".refused", ".said"].map($);
  const own = () => new URL(url.value, location.origin);

  function showPrograms() {
    const body = text ? parsed(text.value) : null;
    if (body === undefined) return; // the last that was JSON stays
    const path = own().href.slice(own().origin.length);
    for (const [name, program] of Object.entries(samples(address + path, body, "file" in form.dataset))) {
      $(`pre.${name} code`).textContent = program;
    }
  }

  async function leadToLab() {
    if (!lab || !text) return;
    const content = momentOf(start, { operation, url: url.value, body: parsed(text.value) });
    lab.classList.toggle("none", !content);
    if (content) lab.href = `/${await write(content)}`;
    else lab.removeAttribute("href");
  }

  function changed() {
    said.textContent = "";
    refused.replaceChildren();
    text?.removeAttribute("aria-invalid");
    showPrograms();
    leadToLab();
  }

  /** @param {unknown} answer */
  async function show(answer) {
    const isFile = answer instanceof Blob;
    const readable = isFile && /json|text|svg|tex/.test(answer.type);
    const words = readable ? await answer.text() : "";
    const value = isFile ? parsed(words) : answer;
    drawn.replaceChildren(...(isFile ? picture(answer) : []), ...draw(value));
    makeScrollable(drawn);
    const whole = value === undefined ? words : pretty(rounded(value));
    json.textContent = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
    if (isFile && !readable) {
      json.textContent = tr("manual.bytes", "{n} bytes of {type}", {
        n: counted(answer.size),
        type: answer.type,
      });
    }
  }

  /** @param {Partial<import("../api_types.d.ts").ProblemDocument>} problem */
  function refuse(problem) {
    refused.replaceChildren(explain(problem, text));
    text?.setAttribute("aria-invalid", "true");
    said.textContent = "";
  }

  async function run() {
    said.textContent = tr("manual.running", "Running …");
    refused.replaceChildren();
    text?.removeAttribute("aria-invalid");
    form.setAttribute("aria-busy", "true");
    const begun = performance.now();
    try {
      const sent = { method: "POST", headers: { "content-type": "application/json" }, body: text?.value };
      const answer = await request(own().pathname + own().search, text ? sent : {});
      const took = Math.max(1, Math.round(performance.now() - begun));
      await show(answer);
      said.textContent = tr("manual.took", "Answered in {took} ms", { took });
      status.textContent = tr("manual.answer.yours", "Answer to your request");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      refuse(error.problem);
    }
    form.removeAttribute("aria-busy");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  form.addEventListener(
    "input",
    ({ target }) => target instanceof Element && target.matches("[name=language]") || changed(),
  );
  form.addEventListener("reset", () => setTimeout(changed)); // after the fields have their first text again
  form.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
    if (key === "Enter" && (ctrlKey || metaKey)) form.requestSubmit();
  });
  $("[data-act=copy]").addEventListener("click", async () => {
    const { value } = /** @type {HTMLInputElement} */ ($(".programs input:checked"));
    const done = await copy($(`pre.${value} code`).textContent ?? "");
    said.textContent = done
      ? tr("manual.copied", "Copied")
      : tr("manual.copy.refused", "The browser does not let this page copy.");
  });
  leadToLab();
}
