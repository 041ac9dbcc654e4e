// Style sheets that are loaded when they are wanted, each once.

import { make } from "./make.js";

const sheets = new Map();

/** Loads a style sheet, once; resolves when it is in force. */
export function dressed(name) {
  if (!sheets.has(name)) {
    sheets.set(
      name,
      new Promise((done, failed) => {
        const sheet = make("link", { rel: "stylesheet", href: new URL(`../${name}.css`, import.meta.url).href });
        Object.assign(sheet, {
          onload: done,
          onerror: (why) => {
            sheets.delete(name);
            failed(why);
          },
        }); // the next asks again
        document.head.append(sheet);
      }),
    );
  }
  return sheets.get(name);
}
