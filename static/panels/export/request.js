// Asks the server for the moment of the page as a file. It touches no DOM.

import { api } from "../../server/api.js";
import { writtenIn } from "../../state/layout.js";
import { body } from "../../state/problem.js";
import { hashOf } from "../../links/share.js";

/** @import { Export, Store } from "../../types.d.ts" */

/** @typedef {ReturnType<typeof createExport>} Files */

/** @type {(error: Error) => {refused: string}} */
const refusal = ({ message }) => ({ refused: message });

/**
 * @param {Store} store
 * @param {Export[]} exports
 */
export function createExport(store, exports) {
  return {
    exports,
    /** @param {string} kind */
    nameOf: (kind) => `hingelab-${kind}`,
    /**
     * The file, or why there is none; null where another was asked for meanwhile. `chosen` has a value for every field
     * that one of the exports uses.
     * @param {Export} one
     * @param {Record<string, string | number>} chosen
     * @returns {Promise<Blob | {refused: string} | null>}
     */
    async write({ kind, fields }, chosen) {
      const { problem, layout, iteration } = store.get();
      const wanted = Object.entries({ ...chosen, iteration }).filter(([name]) => fields.includes(name));
      const question = fields.includes("link")
        ? { link: (await hashOf(store.get())).hash }
        : writtenIn(layout, { ...body(problem), iterations: problem.iterations, ...Object.fromEntries(wanted) });
      return api.file({ kind, ...question }).catch(refusal);
    },
  };
}
