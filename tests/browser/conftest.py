"""A browser for the tests of the page, and a watch over what every page does. The server is not started here."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.contexts import ARGS, PATIENCE, Contexts
from tests.browser.lab import VISITED

OpenPage = Callable[..., Page]

expect.set_options(timeout=PATIENCE)

CHOSEN = """try {
  const kept = JSON.parse(localStorage.getItem("hingelab.view") ?? "{}");
  if (!kept.view) localStorage.setItem("hingelab.view", JSON.stringify({ ...kept, view: "VIEW" }));
} catch {}"""
"""Keeps a view as the page does, unless one is kept already."""

MEDIA = {"color_scheme", "reduced_motion", "forced_colors"}
"""Of the options of a context those that a page can have by itself."""

# A script without an address neither loads nor fails: the chart waits, as it does for a reader far away. Nothing is
# routed, since a page with routes keeps no cache.
NO_PLOTLY = """
const src = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");
Object.defineProperty(HTMLScriptElement.prototype, "src", {
  ...src,
  set(address) { if (!address.endsWith("/plotly.min.js")) src.set.call(this, address); },
});
"""


# Of the package, not of the session: while Playwright runs it owns this thread's event loop, and other tests need one.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*chromium.ARGS, *ARGS])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the pages of this test did wrong so far; a test that provokes an error checks the list and empties it."""
    return []


@pytest.fixture(scope="package")
def contexts(browser: Browser, server: str) -> Contexts:
    return Contexts(browser, server)


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, contexts: Contexts, server: str, complaints: list[str]
) -> Iterator[OpenPage]:
    """
    `open_page(path="/", width=1440, height=900, **context options) -> Page`; the test fails if a page misbehaves.
    It shows the step alone; in a module with VIEW = "board" all matrices, as somebody sees it who has chosen them.
    It has been opened before, but in a module with FIRST_VISIT = True.
    Charts are drawn in tests marked so; in others Plotly, larger than all the rest, stays on its way.
    """
    taken: list[BrowserContext] = []
    view = getattr(request.module, "VIEW", "focus")
    first_visit = getattr(request.module, "FIRST_VISIT", False)
    draws_charts = request.node.get_closest_marker("charts") is not None

    def open_one(path: str = "/", width: int = 1440, height: int = 900, **options: Any) -> Page:
        media = {name: options.pop(name) for name in MEDIA & options.keys()}
        taken.append(context := contexts.take(options))
        page = context.new_page()
        if not first_visit:
            page.add_init_script(VISITED)
        if not draws_charts:
            page.add_init_script(NO_PLOTLY)
        if view != "focus":
            page.add_init_script(CHOSEN.replace("VIEW", view))
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**media)
        _listen(page, {urlsplit(server).netloc, urlsplit(path).netloc}, complaints)
        page.goto(path)
        return page

    yield open_one
    for context in taken:
        contexts.give_back(context)
    assert not complaints, "the page misbehaved:\n" + "\n".join(complaints)


def _listen(page: Page, home: set[str], complaints: list[str]) -> None:

    def on_request(request: Any) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"data", "blob", "about"} and url.netloc not in home:
            complaints.append(f"request to another host: {request.url}")

    page.on("request", on_request)
    page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))

    def on_console(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(f"console: {said.text} ({said.location['url']})")

    page.on("console", on_console)
