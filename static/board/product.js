// The hand on a matrix product: back and on by a row, or anywhere along its rows.

/** @import { State } from "../types.d.ts" */

import { productOf } from "../state/product.js";
import { make } from "../dom/make.js";
import { tr } from "../dom/text.js";

/**
 * `go(fill)`: show the product with so large a share of its rows multiplied.
 * @param {HTMLElement} root
 * @param {(fill: number) => void} go
 */
export function createProduct(root, go) {
  const back = make("button", { type: "button", "aria-label": tr("product.less", "One point less") }, "‹");
  const on = make("button", { type: "button", "aria-label": tr("product.more", "One point more") }, "›");
  const slider = make("input", {
    type: "range",
    min: 0,
    step: 1,
    "aria-label": tr("product.far", "Points multiplied so far"),
  });
  const progress = make("span", { class: "rows" });
  root.append(back, slider, on, progress);
  let done = 0;
  let all = 0;
  /** @param {number} n */
  const to = (n) => go(Math.max(0, Math.min(all, n)) / all);
  back.addEventListener("click", () => to(done - 1));
  on.addEventListener("click", () => to(done + 1));
  slider.addEventListener("input", () => to(Number(slider.value)));

  /** @param {State} state */
  return function render(state) {
    const product = productOf(state);
    root.hidden = !product;
    if (!product) return;
    done = product.done;
    all = product.rows.length;
    slider.max = String(all);
    slider.value = String(done);
    slider.setAttribute("aria-valuetext", tr("product.of", "{done} of {all} points", { done, all }));
    progress.textContent = tr("product.of", "{done} of {all} points", { done, all });
    back.disabled = done === 0;
    on.disabled = done === all;
  };
}
