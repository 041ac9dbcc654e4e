// What a link can hold: a moment, or a story, moments in order with a line of text each. Pure.

import { limits } from "../state/schema.js";
import { decode } from "./decode.js";
import { isObject } from "./nearest.js";

/** @import { Catalogue, Known, Moment } from "../types.d.ts" */
/** @import { Content } from "./permalink.js" */

/**
 * One line without control characters, and no half of a character that takes two units.
 *
 * @param {unknown} value
 */
const isText = (value) =>
  typeof value === "string" && Array.from(value).length <= limits.words && !/[\p{Cc}\p{Cs}]/u.test(value);

/**
 * @param {Catalogue} catalogue
 * @param {Known} known
 * @param {unknown} part
 * @returns {(Moment & { text: string }) | null}
 */
function partOf(catalogue, known, part) {
  if (!isObject(part) || !isObject(part.moment) || !isText(part.text)) return null;
  const moment = decode(catalogue, part.moment, known);
  return moment && { text: part.text, ...moment };
}

/** @typedef {{ story: (Moment & { text: string })[], at: number, said: string[] }} Story  `at`: which is opened */

/**
 * The moment or the story of a link; null of what cannot be shown.
 *
 * @param {Catalogue} catalogue
 * @param {Content} content
 * @param {Known} known
 * @returns {Moment | Story | null}
 */
export function judged(catalogue, content, known) {
  if (!("story" in content)) return decode(catalogue, content, known);
  const parts = content.story;
  if (!Array.isArray(parts) || parts.length < 1 || parts.length > limits.moments) return null;
  const story = parts.map((part) => partOf(catalogue, known, part)).filter((part) => part !== null);
  const at = Number.isInteger(content.at) && content.at in parts ? content.at : 0;
  if (story.length < parts.length) return null;
  return { story, at, said: [...new Set(story.flatMap(({ said }) => said))] };
}

/**
 * What of a text can stand beside a moment; `cut`: something of it was too long.
 *
 * @param {string} text
 */
export function fitting(text) {
  const letters = Array.from(text.replace(/[\p{Cc}\p{Cs}]+/gu, " ").trim());
  return { text: letters.slice(0, limits.words).join(""), cut: letters.length > limits.words };
}
