// How the page looks to this reader: theme and digits, kept in this browser. It draws no control and knows no problem.

const KEY = "hingelab.view"; // theme.js reads it too, before the first paint
export const THEMES = ["system", "light", "dark", "projector"];
export const DIGITS = [2, 3, 4, 5, 6];
const USUAL = { theme: "system", digits: 2 };

/** What is stored, as far as it makes sense; anything else counts as not chosen. */
export function recall(storage) {
  try { // even naming the storage can be refused
    storage ??= localStorage;
    const { theme, digits } = JSON.parse(storage.getItem(KEY)) ?? {};
    return { theme: THEMES.includes(theme) ? theme : USUAL.theme, digits: DIGITS.includes(digits) ? digits : USUAL.digits };
  } catch {
    return { ...USUAL };
  }
}

export function keep(chosen, storage) {
  try {
    storage ??= localStorage;
    storage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // a full or forbidden storage: the choice holds until the page is closed
  }
}

/** Everything that has drawn with the old colours hears "themechange" on the window. */
export function wear(theme, root = document.documentElement) {
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  dispatchEvent(new Event("themechange"));
}
