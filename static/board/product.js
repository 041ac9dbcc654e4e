// The hand on a matrix product: back and on by a row, or anywhere along its rows. It multiplies nothing itself.

import { productOf } from "../state/product.js";
import { make } from "../dom/make.js";

/** `go(fill)`: show the product with so large a share of its rows multiplied. */
export function createProduct(root, go) {
  const back = Object.assign(make("button", { type: "button", "aria-label": "One point less" }), { textContent: "‹" });
  const on = Object.assign(make("button", { type: "button", "aria-label": "One point more" }), { textContent: "›" });
  const slider = make("input", { type: "range", min: 0, step: 1, "aria-label": "Points multiplied so far" });
  const told = make("span", { class: "rows" });
  root.append(back, slider, on, told);
  let [done, all] = [0, 0];
  const to = (n) => go(Math.max(0, Math.min(all, n)) / all);
  back.addEventListener("click", () => to(done - 1));
  on.addEventListener("click", () => to(done + 1));
  slider.addEventListener("input", () => to(Number(slider.value)));

  return function render(state) {
    const product = productOf(state);
    root.hidden = !product;
    if (!product) return;
    [done, all] = [product.done, product.rows.length];
    slider.max = all;
    slider.value = done;
    slider.setAttribute("aria-valuetext", `${done} of ${all} points`);
    told.textContent = `${done} of ${all} points`;
    back.disabled = done === 0;
    on.disabled = done === all;
  };
}
