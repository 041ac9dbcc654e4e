// Giving text away: as a file to save, or to the clipboard. It knows nothing of what is in it.

import { notText } from "./file_kind.js";
import { tr } from "./text.js";

/**
 * @param {string} name
 * @param {string} type
 * @param {BlobPart} text
 */
export function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // a click only starts the saving
}

/**
 * Resolves to whether the text is in the clipboard now. Without https there is only the old way.
 *
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const held = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "offscreen";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  held?.focus();
  return done;
}

/** @type {Record<string, string>} */
const MARKS = { "255,254": "utf-16le", "254,255": "utf-16be" };

/**
 * The text of a file in UTF-8, in UTF-16 with its mark, or else in Windows' Western encoding; or a sentence that says
 * why there is none.
 *
 * @param {File} file
 * @returns {Promise<{ text: string } | { refused: string }>}
 */
export async function textOf(file, most = 2e6) {
  const kind = notText(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  if (kind) return { refused: tr("file.is", "{name} is {kind}.", { name: file.name, kind }) };
  if (file.size > most) {
    return { refused: tr("data.big", "{name} is larger than 2 MB: open a smaller file.", { name: file.name }) };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const marked = MARKS[bytes.slice(0, 2).join()];
  try {
    return { text: new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes) };
  }
}
