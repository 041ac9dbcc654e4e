// Asks the server for the moment of the page as a file. It saves none and touches no DOM.

import { api } from "../../server/api.js";
import { inLayout } from "../../state/layout.js";
import { body } from "../../state/problem.js";
import { hashOf } from "../../links/share.js";

export function createExport(store, exports) {
  return {
    exports,
    nameOf: (kind) => `hingelab-${kind}`,
    /** The file as a Blob. `chosen` has a value for every field that one of the exports heeds; why there is none: {refused}. */
    async write({ kind, fields }, chosen) {
      const { problem, layout, iteration } = store.get();
      const wanted = Object.entries({ ...chosen, iteration }).filter(([name]) => fields.includes(name));
      const question = fields.includes("link")
        ? { link: (await hashOf(store.get())).hash }
        : inLayout(layout, { ...body(problem), iterations: problem.iterations, ...Object.fromEntries(wanted) });
      return api.file({ kind, ...question }).catch((error) => ({ refused: error.message }));
    },
  };
}
