// The panel "Export": every file that can be taken along, with a button to save it.

import { download } from "../../dom/save.js";
import { make } from "../../dom/make.js";
import { tr } from "../../dom/text.js";

/** @import { Files } from "./request.js" */
/** @import { Export, State } from "../../types.d.ts" */

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** What the page itself looks like; a projector wants what is light. */
function look() {
  const { theme } = document.documentElement.dataset;
  return (theme ?? (DARK.matches ? "dark" : "light")) === "dark" ? "dark" : "light";
}

/**
 * @param {string} text
 * @param {[value: string | number, said: string][]} options
 * @param {string} usual
 */
function select(text, options, usual) {
  const node = make("select", {}, ...options.map(([value, said]) => make("option", { value }, said)));
  node.value = usual;
  return { node, label: make("label", {}, text, node) };
}

/** @param {number} bytes */
const size = (
  bytes,
) => (bytes < 1e6
  ? tr("kb", "{n} KB", { n: Math.max(1, Math.round(bytes / 1e3)) })
  : tr("mb", "{n} MB", { n: (bytes / 1e6).toFixed(1) }));

/**
 * @param {HTMLElement} root
 * @param {{files: Files}} tools
 */
export function create(root, { files }) {
  const theme = select(tr("export.pictures", "pictures"), [["", tr("export.page", "as the page")], [
    "light",
    tr("export.light", "light"),
  ], ["dark", tr("export.dark", "dark")]], "");
  const width = select("PNG", [400, 800, 1200, 1600].map((n) => [n, `${n} × ${n}`]), "800");
  const digits = select(
    "LaTeX",
    [0, 1, 2, 3, 4, 6, 8].map((
      n,
    ) => [n, tr("export.decimals", "{n} {n, plural, one {decimal} other {decimals}}", { n })]),
    "4",
  );
  const chosen = () => ({
    theme: theme.node.value || look(),
    width: Number(width.node.value),
    digits: Number(digits.node.value),
  });
  const place = make("p", { class: "place" });
  const said = make("p", { class: "said", role: "status" });
  let busy = false;

  /** @param {Export} one */
  async function save(one) {
    if (busy) return;
    busy = true;
    said.textContent = tr("export.writing", "Writing {name} …", { name: files.nameOf(one.kind) });
    root.setAttribute("aria-busy", "true");
    const file = await files.write(one, chosen());
    busy = false;
    root.removeAttribute("aria-busy");
    if (!file) return;
    const refused = "refused" in file;
    if (!refused) download(files.nameOf(one.kind), file.type, file);
    said.textContent = refused
      ? file.refused
      : tr("export.saved", "{name} is saved: {size}.", { name: files.nameOf(one.kind), size: size(file.size) });
    said.classList.toggle("refused", refused);
  }

  const rows = files.exports.map((one) => {
    const button = make("button", {
      type: "button",
      "aria-label": tr("export.label", "Download {name}", { name: one.kind }),
    }, tr("download", "Download"));
    button.addEventListener("click", () => save(one));
    return make("li", {}, make("div", {}, make("b", {}, one.title), make("p", {}, one.sentence)), button);
  });
  root.append(
    make(
      "div",
      { class: "export-head" },
      place,
      make("div", { class: "line-up" }, theme.label, width.label, digits.label),
    ),
    make("ul", {}, ...rows),
    said,
  );

  /** @param {State} state */
  return function render({ iteration, problem }) {
    const text = tr(
      "export.place",
      "Plane and pass: iteration {iteration}. The run: {n} {n, plural, one {iteration} other {iterations}}.",
      { iteration, n: problem.iterations },
    );
    if (place.textContent !== text) place.textContent = text;
  };
}
