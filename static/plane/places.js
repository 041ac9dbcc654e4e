// Places on the plane in per cent of its width, and the ticks beside it. The same rounding as app/pages/places.py.

/**
 * @typedef {{x: (x: number) => number, y: (y: number) => number}} Places  from data units to per cent
 * @typedef {{at: number, text: string, zero: boolean}} Tick
 */

/** @type {(value: number) => number} */
export const round2 = (value) => Math.floor(value * 100 + 0.5) / 100;

/** Of the window of a scene. @type {(box: number[]) => Places} */
export const places = ([x0, x1, y0, y1]) => ({
  x: (x) => round2((100 * (x - x0)) / (x1 - x0)),
  y: (y) => round2((100 * (y1 - y)) / (y1 - y0)),
});

/**
 * At round numbers, about five of them; `percent` is one of `places`.
 * @type {(ends: number[], percent: (value: number) => number) => Tick[]}
 */
export function ticks([low, high], percent) {
  const rough = (high - low) / 5;
  const below = Math.floor(Math.log10(rough));
  const steps = [[1, below], [2, below], [5, below], [1, below + 1]];
  const wide = steps.find(([multiple, exponent]) => multiple * Number(`1e${exponent}`) >= rough * 0.8);
  const [step, power] = /** @type {number[]} */ (wide); // the last step is as wide as `rough` at least
  const unit = Number(`1e${power}`);
  const found = [];
  for (let n = Math.floor(low / (step * unit)) + 1; n <= Math.floor(high / (step * unit)); n++) {
    found.push({ at: percent(n * step * unit), text: tickText(n * step, power), zero: n === 0 });
  }
  const fits = found.every(({ text }) => text.length <= 6);
  for (const tick of found) if (!fits || tick.at < 5 || tick.at > 94) tick.text = "";
  return found;
}

/** count · 10^power without trailing digits that say nothing. @type {(count: number, power: number) => string} */
function tickText(count, power) {
  if (count === 0) return "0";
  if (power >= -3 && power < 4) return (count * Number(`1e${power}`)).toFixed(Math.max(0, -power)).replace("-", "−");
  const all = String(Math.abs(count));
  const digits = all.replace(/0+$/, "");
  const exponent = String(power + all.length - 1).replace("-", "−");
  return `${count < 0 ? "−" : ""}${digits[0]}${digits[1] ? `.${digits.slice(1)}` : ""}e${exponent}`;
}
