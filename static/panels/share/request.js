// What the panel "Share" gives away: the link to the moment, and a short one that the server keeps.

import { capture } from "../../links/encode.js";
import { write } from "../../links/permalink.js";
import { frameOf } from "../../links/share.js";
import { request } from "../../server/api.js";

const KEYS = "hingelab:keys"; // {id: what deletes it}, of this browser's short links

function keys(change = {}) {
  try {
    const all = { ...JSON.parse(localStorage.getItem(KEYS) ?? "{}"), ...change };
    if (Object.keys(change).length) localStorage.setItem(KEYS, JSON.stringify(all));
    return all;
  } catch {
    return change; // nothing may be kept: the key lives as long as the page
  }
}

export function createShare({ store, followHidden }) {
  return {
    frameOf,
    /** The whole address of the moment; `here`: with its place in the pass or the run. */
    link: async (here = true) => `${location.origin}/${await write(capture(store.get(), here))}`,
    /** Leave these parts of the page out. */
    hide(hide) {
      store.set({ hide }); // at once: the boxes show the state
      return followHidden();
    },
    /** {short: its address, id, qr, frame: code for a page, key: null unless this browser made it}. */
    async shorten(link, title) {
      const body = JSON.stringify({ link: link.slice(link.indexOf("#")), ...(title.trim() && { title }) });
      const { id, path, key } = await request("/api/v1/links", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const short = `${location.origin}${path}`;
      return {
        short,
        id,
        frame: frameOf(`${location.origin}/embed/${id}`),
        qr: `/api/v1/links/${id}/qr.svg`,
        key: keys(key ? { [id]: key } : {})[id] ?? null,
      };
    },
    forget: ({ id, key }) =>
      request(`/api/v1/links/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${key}` } }),
  };
}
