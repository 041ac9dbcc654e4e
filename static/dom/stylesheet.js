// Style sheets that are loaded when they are wanted, each once.

import { make } from "./make.js";

/** @type {Map<string, Promise<unknown>>} */
const sheets = new Map();

/** @param {string} name */
const loading = (name) =>
  new Promise((done, failed) => {
    const sheet = make("link", { rel: "stylesheet", href: new URL(`../${name}.css`, import.meta.url).href });
    sheet.onload = done;
    sheet.onerror = (why) => {
      sheets.delete(name); // the next asks again
      failed(why);
    };
    document.head.append(sheet);
  });

/**
 * Loads a style sheet, once; resolves when it is in force.
 *
 * @param {string} name
 */
export function loadStylesheet(name) {
  const sheet = sheets.get(name) ?? loading(name);
  sheets.set(name, sheet);
  return sheet;
}
