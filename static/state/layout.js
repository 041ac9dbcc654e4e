// The layout that the page is written in: S = XW, or S = WX with every matrix transposed. What is sent and what comes
// back is in XW all the same; the board alone draws it the other way round (board/grid.js). Pure: no DOM, no requests.

/** @import { Layout } from "../types.d.ts" */

/**
 * A body of the API whose answer is to be written in that layout.
 *
 * @template {object} Body
 * @param {Layout | undefined} layout
 * @param {Body} body
 * @returns {Body & { formulas?: Layout }}
 */
export const writtenIn = (layout, body) => (layout === "WX" ? { ...body, formulas: layout } : body);

/**
 * What a weight is called in that layout; `name` has the coordinate first, as in W[0,2].
 *
 * @param {Layout | undefined} layout
 * @param {string} name
 */
export const nameIn = (layout, name) => (layout === "WX" ? name.replace(/^W\[(\d+),(\d+)\]$/, "W[$2,$1]") : name);
