// The manual was one page: addresses within it lead to the pages that it has become.

/** @param {string} hash */
export function forward(hash) {
  let id;
  try {
    id = decodeURIComponent(hash.slice(1));
  } catch {
    return; // no id has such a name
  }
  const entry = id ? document.getElementById(id) : null;
  const link = entry?.matches("[data-moved]") ? entry.querySelector("a") : null;
  if (link) location.replace(link.href);
}
