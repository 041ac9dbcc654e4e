"""`python -m tests.browser.boxes FILE [OTHER]`: where every text of the page stands, to compare machine with machine.

It writes FILE, a JSON of the rectangles of all texts in every state and size, and prints their digest; with OTHER, a
FILE of another machine, also how many of them differ.
"""

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, Request, sync_playwright

from app.schema import PANELS
from app.settings import Settings
from tests.browser import chromium
from tests.browser.contexts import ARGS
from tests.browser.lab import SIZES, VISITED, ready, show_panel
from tests.conftest import serving

Boxes = dict[str, list[list[str | float]]]

# Of every text that is shown, and of what holds a value: left, top, width, height, to 1/64 of a pixel.
READ = """() => {
  const exact = (value) => Math.round(value * 64) / 64;
  const seen = (node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const row = (name, { x, y, width, height }) => [name, ...[x, y, width, height].map(exact)];
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const holder = text.parentElement;
    if (!text.data.trim() || !seen(holder) || holder.closest("script, style, noscript, option, title, desc")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) found.push(row(`${holder.localName}: ${text.data.trim()}`, box));
  }
  for (const field of document.querySelectorAll("input, select, textarea, button"))
    if (seen(field)) found.push(row(`${field.localName} ${field.id}`, field.getBoundingClientRect()));
  return found;
}"""
# Half a second's frames in which nothing has changed; what is scrolled is led back to its beginning.
SETTLED = """() => new Promise((done) => {
  let calm = 0;
  new MutationObserver(() => { calm = 0; }).observe(document, { subtree: true, childList: true, characterData: true });
  const look = () => (++calm < 30 ? requestAnimationFrame(look) : done());
  requestAnimationFrame(look);
})"""
UNSCROLLED = "() => { for (const node of document.querySelectorAll('*')) node.scrollTo(0, 0); }"


def _rest(page: Page) -> None: ...


def _in_a_pass(page: Page) -> None:
    for _ in range(9):
        page.keyboard.press("ArrowRight")


def _panel(name: str) -> Callable[[Page], None]:
    def opened(page: Page) -> None:
        _in_a_pass(page)
        show_panel(page, name)
        page.locator(f".tray-panel.{name} > *").first.wait_for(state="attached")

    return opened


STATES: dict[str, Callable[[Page], None]] = {
    "at rest": _rest,
    "in a pass": _in_a_pass,
    **{f"panel {name}": _panel(name) for name in PANELS},
}


def _under_way(page: Page) -> set[Request]:
    """The requests that have no answer yet, kept up to date."""
    asked = set[Request]()

    def begun(request: Request) -> None:
        asked.add(request)

    def ended(request: Request) -> None:
        asked.discard(request)

    page.on("request", begun)
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)
    return asked


def read(page: Page, asked: set[Request]) -> list[list[str | float]]:
    """Once every answer is there and nothing moves any more: twice the same."""
    before: list[list[str | float]] | None = None
    while True:
        page.evaluate(SETTLED)
        page.evaluate(UNSCROLLED)
        now: list[list[str | float]] = page.evaluate(READ)
        if now == before and not asked:
            return now
        before = now


def boxes(base: str) -> Boxes:
    found: Boxes = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.ARGS, *ARGS])
        for size, (width, height) in SIZES.items():
            for state, reach in STATES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
                page.add_init_script(VISITED)
                asked = _under_way(page)
                page.goto(base)
                reach(ready(page))
                found[f"{size}, {state}"] = read(page, asked)
                page.close()
        browser.close()
    return found


def differing(ours: Boxes, theirs: Boxes) -> list[str]:
    """A line for each text that stands elsewhere, or only on one side."""
    lines = []
    for state in sorted(ours.keys() | theirs.keys()):
        mine, other = ours.get(state, []), theirs.get(state, [])
        pairs = zip(mine, other, strict=False)
        lines += [f"{state}: {one} and {two}" for one, two in pairs if one != two]
        lines += [f"{state}: {len(mine)} and {len(other)} boxes"] * (len(mine) != len(other))
    return lines


def main(file: Path, other: Path | None = None) -> None:
    with TemporaryDirectory() as folder, serving(Settings(database_url=f"sqlite:///{folder}/links.db")) as base:
        found = boxes(base)
    text = json.dumps(found, ensure_ascii=False, indent=0)
    file.write_text(text)
    count, digest = sum(map(len, found.values())), hashlib.sha256(text.encode()).hexdigest()[:16]
    print(f"{count} boxes in {len(found)} states, digest {digest}")
    if other:
        apart = differing(found, json.loads(other.read_text()))
        print(f"{len(apart)} of them differ from {other}", *apart[:40], sep="\n")
        sys.exit(1 if apart else 0)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
