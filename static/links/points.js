// Points as short text: all coordinates as whole numbers of one scale above the lowest, each in as many digits of base 64; the classes
// as a row of digits. Exact: a decimal comes back as the same number. Pure.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DECIMALS = 12;

const wide = (n) => (n < 64 ? 1 : 1 + wide(Math.floor(n / 64)));
const digits = (n, width) => (width > 1 ? digits(Math.floor(n / 64), width - 1) : "") + DIGITS[n % 64];
const number = (text) => Array.from(text).reduce((sum, letter) => 64 * sum + DIGITS.indexOf(letter), 0);

/** {X: [decimals, lowest, width, text], y: "0120…"}, or both as they are where that would not be exact. */
export function pack({ X, y }) {
  const texts = X.flat().map(String);
  const decimals = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
  const whole = texts.map((text) => {
    const [front, rest = ""] = text.split(".");
    return Number(front + rest.padEnd(decimals, "0")) + 0;
  });
  const lowest = Math.min(...whole);
  const most = Math.max(...whole) - lowest;
  const exact = decimals <= DECIMALS && texts.every((text) => !text.includes("e")) &&
    [...whole, most].every(Number.isSafeInteger);
  if (!exact || X[0].length !== 2 || y.some((k) => k > 9)) return { X, y };
  return {
    X: [decimals, lowest, wide(most), whole.map((n) => digits(n - lowest, wide(most))).join("")],
    y: y.join(""),
  };
}

/** The same back; what is no such text comes back as it is, to be judged with the rest. */
export function unpack({ X, y }) {
  const [decimals, lowest, width, text] = Array.isArray(X) ? X : [];
  const [whole, within] = [Number.isInteger, (n, low, high) => n >= low && n <= high];
  if (
    !whole(decimals) || !within(decimals, 0, DECIMALS) || !Number.isSafeInteger(lowest) || !whole(width) ||
    !within(width, 1, 9) || typeof text !== "string" || !/^[\w-]+$/.test(text) || typeof y !== "string" ||
    !/^\d+$/.test(y)
  ) return { X, y };
  const wholes = text.match(new RegExp(`.{1,${width}}`, "g")).map((part) => number(part) + lowest);
  if (!wholes.every(Number.isSafeInteger)) return { X, y };
  const flat = wholes.map((n) => Number(`${n}e-${decimals}`));
  return {
    X: Array.from({ length: Math.ceil(flat.length / 2) }, (_, i) => flat.slice(2 * i, 2 * i + 2)),
    y: Array.from(y, Number),
  };
}
