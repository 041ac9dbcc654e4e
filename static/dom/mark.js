// What style sheets ask of the page as a whole, as an attribute of its root. A sheet that asked the body by `:has()`
// would have all of the page's style looked at again at every frame of a run.

/** @typedef {"sheet" | "training" | "stepping" | "told" | "trying" | "held"} Mark */

/**
 * Sets `data-<name>` where there is a value, and takes it away where there is none.
 *
 * @type {(name: Mark, value: string | boolean | null) => void}
 */
export function mark(name, value) {
  const { dataset } = document.documentElement;
  const text = value === true ? "" : value;
  if (text === null || text === false) delete dataset[name];
  else if (dataset[name] !== text) dataset[name] = text;
}
