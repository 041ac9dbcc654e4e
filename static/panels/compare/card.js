// One variant of a comparison: letter, pattern, name, its own plane, and its numbers at the iteration on the page.

/**
 * @import { VariantAnswer } from "../../api_types.d.ts"
 * @import { Kind, Scene, State } from "../../types.d.ts"
 * @import { Runs } from "./request.js"
 * @typedef {"totals" | "data" | "penalty" | "accuracy" | "gradient_norm"} Measure
 * @typedef {State & { compared: Runs }} Comparing  a moment whose variants have their runs
 */

import { sceneOf, trail } from "../../state/pass.js";
import { limits } from "../../state/schema.js";
import { format } from "../../dom/number.js";
import { make } from "../../dom/make.js";
import { element } from "../../dom/svg.js";
import { createPlane } from "../../plane/plane.js";
import { tr } from "../../dom/text.js";

export const LETTERS = Array.from({ length: limits.variants }, (_, i) => String.fromCharCode(65 + i));
const DASHES = [null, "9 5", "2 3", "9 4 2 4"]; // as in the chart: solid, dash, dot, dash and dot
/** @type {Record<Measure, string>} */
const NUMBERS = {
  totals: tr("compare.total", "total"),
  data: tr("compare.data", "data"),
  penalty: tr("compare.penalty", "penalty"),
  accuracy: tr("compare.right", "right"),
  gradient_norm: "‖∂L‖",
};

/** @param {HTMLElement} node @param {string} text */
const write = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};

/** @param {number} i */
const swatch = (i) =>
  element(
    "svg",
    { class: "swatch", viewBox: "0 0 30 10", "aria-hidden": "true" },
    element("path", { d: "M1 5H29", ...(DASHES[i] && { "stroke-dasharray": DASHES[i] }) }),
  );

/**
 * What the plane of a variant's run shows at iteration t.
 * @param {Comparing} state
 * @param {VariantAnswer} found
 * @param {Kind} loss
 * @param {number} t
 */
function view({ compared, focus, playing }, found, loss, t) {
  const { problem: { X, y }, batches, scene_every } = compared;
  const run = { scenes: found.scenes, scene_every };
  const scene = /** @type {Scene} */ (sceneOf(run, t)); // the page has points of a plane only
  const batch = batches[Math.min(t, batches.length - 1)];
  return {
    scene,
    X,
    y,
    focusPoint: focus.point !== null && focus.point < X.length ? focus.point : null,
    batch: batch && batch.length < X.length ? batch : null,
    lossPerPoint: scene.losses,
    correct: scene.correct,
    trail: trail(run, t),
    next: null,
    hasMargins: loss.has_margins,
    pairwise: loss.pairwise,
    playing,
  };
}

/**
 * A card: its node, the button that `change`s its variant, and how to draw it.
 * @param {number} i
 * @param {{ edit: () => void, remove: () => void }} does
 * @param {NonNullable<Parameters<typeof createPlane>[1]>["onFocusPoint"]} onFocusPoint
 */
export function createCard(i, does, onFocusPoint) {
  const name = make("span", { class: "name" });
  const edit = make(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": "compare-editor" },
    tr("compare.change", "Change"),
  );
  const remove = make("button", { type: "button", class: "quiet" }, "✕");
  const svg = element("svg", { class: "plane", role: "group", "aria-roledescription": tr("picture", "picture") });
  const plane = createPlane(svg, {
    onFocusPoint,
    name: tr("compare.plane", "Plane of {variant}", { variant: LETTERS[i] }),
  });
  const measures = /** @type {[Measure, string][]} */ (Object.entries(NUMBERS));
  const facts = measures.map(([key, title]) => ({ key, title: make("dt", {}, title), value: make("dd") }));
  const says = make("p", { class: "says", role: "status" });
  const list = make("dl", {}, ...facts.map(({ title, value }) => make("div", {}, title, value)));
  const node = make(
    "article",
    { class: `card variant${i}` },
    make("h3", {}, swatch(i), make("b", {}, LETTERS[i]), name),
    svg,
    list,
    says,
    make("footer", {}, edit, remove),
  );
  edit.addEventListener("click", does.edit);
  remove.addEventListener("click", does.remove);

  /** @param {string} text */
  function label(text) {
    write(name, text);
    name.title = text;
    node.setAttribute("aria-label", `${LETTERS[i]}: ${text}`);
    edit.setAttribute("aria-label", tr("compare.changes", "Change {variant}", { variant: LETTERS[i] }));
    remove.setAttribute("aria-label", tr("compare.remove", "Remove {variant}", { variant: LETTERS[i] }));
  }

  /** @param {VariantAnswer} found @param {number} t */
  function numbers(found, t) {
    for (const { key, value } of facts) {
      write(
        value,
        key === "accuracy"
          ? tr("compare.share", "{share} %", { share: format(100 * found[key][t], 1) })
          : format(found[key][t], 3),
      );
    }
  }

  return {
    node,
    change: edit,
    /**
     * `found` is the variant's answer, or null while there is none; `refused` why there is none.
     * @param {State} state
     * @param {VariantAnswer | null} found
     * @param {Kind} loss
     * @param {string | null} refused
     */
    render(state, found, loss, refused) {
      node.classList.toggle("waiting", !found);
      if (!found) {
        label(refused ? tr("compare.cannot", "cannot be compared") : "…");
        return write(says, refused ?? "");
      }
      const t = Math.min(state.iteration, found.totals.length - 1);
      label(found.name);
      plane.draw(view(/** @type {Comparing} */ (state), found, loss, t));
      numbers(found, t);
      const over = found.diverged_at !== null && state.iteration >= found.totals.length - 1;
      write(
        says,
        over
          ? tr("compare.diverged", "⚠ It diverged at iteration {t}; these are its last numbers.", {
            t: Number(found.diverged_at),
          })
          : "",
      );
    },
  };
}
