// The problem as the server knows it, said there once: its fields, their bounds and their controls, and all limits.
// Whoever begins (main.js, embed.js, a test) gives it once, before anything is asked of it. Pure: no DOM, no requests.

import { takeUpTo } from "../dom/number.js";

/** @import { FamilyName, Limits, MemberName, Place, Problem, Schema, Setting } from "../types.d.ts" */

/** What there is at most. @type {Limits} */
export let limits;

/** The fields of the problem, in the order of a link, but for the window of its plane. @type {(keyof Problem)[]} */
export let NAMES;

/** What makes a run: the pinned one is told by how it differs from that of the moment. @type {(keyof Problem)[]} */
export let PINNED;

/** What is as it always is at first is left out of a link: it is to be short. @type {Record<string, any>} */
export let USUAL;

/** Fields that are one number or one of a few values. @type {Setting[]} */
export let SETTINGS;

/**
 * What a variant can do otherwise: the field, and its family in the catalogue.
 *
 * @type {Record<MemberName, FamilyName>}
 */
export let MEMBERS;

/** Where a moment is in its pass or run, if a link does not say. @type {Place} */
export let PLACE;

/** @param {Schema} schema */
export function learn({ limits: most, fields, window, place }) {
  limits = most;
  const named = (
    /** @type {Schema["fields"]} */ some,
  ) => /** @type {(keyof Problem)[]} */ (some.map(({ name }) => name));
  NAMES = named(fields);
  PINNED = named(fields.filter(({ pinned = true }) => pinned));
  const usual = fields.filter((field) => "usual" in field).map(({ name, usual }) => [name, usual]);
  USUAL = { ...Object.fromEntries(usual), ...window };
  SETTINGS = /** @type {Setting[]} */ (fields.filter(({ group }) => group));
  const members = fields.filter(({ family }) => family).map(({ name, family }) => [name, family]);
  MEMBERS = /** @type {typeof MEMBERS} */ (Object.fromEntries(members));
  PLACE = place;
  takeUpTo(limits.size);
}

/**
 * The settings of a problem as the API is told of them with it: those that are not as they usually are.
 *
 * @param {Record<string, any>} problem
 */
export const stated = (problem) =>
  Object.fromEntries(
    SETTINGS.filter(({ name, usual, sent = "problem" }) => sent === "problem" && problem[name] !== usual)
      .map(({ name }) => [name, problem[name]]),
  );
