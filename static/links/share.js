// The link to a moment, as text, and a short one from the server. It knows no DOM.

import { request } from "../server/api.js";
import { capture, isBeside } from "./encode.js";
import { write } from "./permalink.js";

/** The link of a story that is opened at its moment `at`. */
export const linkOfStory = (content, at) => write({ ...content, at: at || undefined });

/**
 * What stands behind the address, and what it holds: the story that is told, else the moment. `story`: the link of the story that
 * the page has left by hand, to come back to.
 */
export async function hashOf(state) {
  const { telling } = state;
  if (telling && !isBeside(state)) {
    const hash = await linkOfStory(telling.content, telling.at);
    return { hash, content: hash, story: null };
  }
  const content = capture(state);
  return { hash: await write(content), content: JSON.stringify(content), story: telling && await linkOfStory(telling.content, telling.at) };
}

/** What to put into a page of one's own, to have that address of a frame there; its link to the lab opens a window. */
export const frameOf = (address) => `<iframe src="${address}" width="800" height="450" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" title="Hingelab"></iframe>`;

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

export function createShare(store) {
  return {
    frameOf,
    /** The whole address of the moment; `here`: with its place in the pass or the run. */
    link: async (here = true) => `${location.origin}/${await write(capture(store.get(), here))}`,
    /** Leave these parts of the page out. */
    hide(hide) {
      store.set({ hide }); // at once: the boxes show the state
      return import("../shell/hidden.js").then(({ followHidden }) => followHidden(store));
    },
    /** {short: its address, id, qr, frame: code for a page, key: null unless this browser made it}. */
    async shorten(link, title) {
      const body = JSON.stringify({ link: link.slice(link.indexOf("#")), ...(title.trim() && { title }) });
      const { id, path, key } = await request("/api/v1/links", { method: "POST", headers: { "content-type": "application/json" }, body });
      const short = `${location.origin}${path}`;
      return { short, id, frame: frameOf(`${location.origin}/embed/${id}`), qr: `/api/v1/links/${id}/qr.svg`, key: keys(key ? { [id]: key } : {})[id] ?? null };
    },
    forget: ({ id, key }) => request(`/api/v1/links/${id}`, { method: "DELETE", headers: { authorization: `Bearer ${key}` } }),
  };
}
