// What is said of a story that is told. Pure: no DOM, no requests.

import { tr } from "../dom/text.js";

/** @param {number} n */
const moments = (n) => tr("moments", "{n} {n, plural, one {moment} other {moments}}", { n });
/** What this page had to replace. @param {string[]} said */
export const unknown = (said) =>
  tr("link.unknown", "This page does not know {what}: the nearest that it knows stands in its place.", {
    what: said.join(", "),
  });

/** It has been opened on a page with something else on it. @param {number} n */
export const shared = (n) =>
  tr(
    "story.shared",
    "This is a story that somebody shared: {moments}. Closing it brings back what was here before.",
    { moments: moments(n) },
  );

/** The page began with it. @type {(n: number, kept: boolean) => string} */
export const begun = (n, kept) =>
  kept
    ? tr("story.begun.kept", "This is a story that somebody shared: {moments}. Your own work is kept.", {
      moments: moments(n),
    })
    : tr("story.begun", "This is a story that somebody shared: {moments}.", { moments: moments(n) });
