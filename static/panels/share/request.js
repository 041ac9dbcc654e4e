// What the panel "Share" gives away: the link to the moment, and a short one that the server keeps.

import { encode } from "../../links/encode.js";
import { write } from "../../links/permalink.js";
import { frameOf } from "../../links/share.js";
import { request } from "../../server/api.js";

/** @import { LinkMade } from "../../api_types.d.ts" */
/** @import { Store } from "../../types.d.ts" */

/**
 * @typedef {object} Short  a short link
 * @property {string} short  its address
 * @property {string} id
 * @property {string} qr  the address of its picture
 * @property {string} frame  code for a page
 * @property {string | null} key  what deletes it: null unless this browser made it
 */
/** @typedef {{store: Store, followHidden: () => Promise<unknown>}} ShareTools */
/** @typedef {ReturnType<typeof createShare>} Share */

const KEYS = "hingelab:keys"; // {id: what deletes it}, of this browser's short links

/**
 * @param {Record<string, string>} change
 * @returns {Record<string, string>}
 */
function keys(change = {}) {
  try {
    const all = { ...JSON.parse(localStorage.getItem(KEYS) ?? "{}"), ...change };
    if (Object.keys(change).length) localStorage.setItem(KEYS, JSON.stringify(all));
    return all;
  } catch {
    return change; // nothing may be kept: the key lives as long as the page
  }
}

/** @param {ShareTools} tools */
export function createShare({ store, followHidden }) {
  return {
    frameOf,
    /** The whole address of the moment; `here`: with its place in the pass or the run. */
    link: async (here = true) => `${location.origin}/${await write(encode(store.get(), here))}`,
    /**
     * Leave these parts of the page out.
     * @param {string[]} hide
     */
    hide(hide) {
      store.set({ hide }); // at once: the boxes show the state
      return followHidden();
    },
    /** @type {(link: string, title: string) => Promise<Short>} */
    async shorten(link, title) {
      const body = JSON.stringify({ link: link.slice(link.indexOf("#")), ...(title.trim() && { title }) });
      const headers = { "content-type": "application/json" };
      /** @type {LinkMade} */
      const { id, path, key } = await request("/api/v1/links", { method: "POST", headers, body });
      const short = `${location.origin}${path}`;
      return {
        short,
        id,
        frame: frameOf(`${location.origin}/embed/${id}`),
        qr: `/api/v1/links/${id}/qr.svg`,
        key: keys(key ? { [id]: key } : {})[id] ?? null,
      };
    },
    /** @param {Short} made */
    forget: ({ id, key }) =>
      request(`/api/v1/links/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${key}` } }),
  };
}
