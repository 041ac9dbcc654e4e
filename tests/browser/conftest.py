"""A browser for the tests of the page, and a watch over what every page does. The server is not started here."""

from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.contexts import ARGS, Contexts

OpenPage = Callable[..., Page]

expect.set_options(timeout=20_000)  # a condition is waited for: on a busy machine it takes its time

MEDIA = {"color_scheme", "reduced_motion", "forced_colors"}
"""Of the options of a context those that a page can have by itself."""


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
def open_page(contexts: Contexts, server: str, complaints: list[str]) -> Iterator[OpenPage]:
    """`open_page(path="/", width=1440, height=900, **context options) -> Page`; the test fails if a page misbehaves."""
    lent: list[BrowserContext] = []

    def open_one(path: str = "/", width: int = 1440, height: int = 900, **options: Any) -> Page:
        media = {name: options.pop(name) for name in MEDIA & options.keys()}
        lent.append(context := contexts.take(options))
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**media)
        _listen(page, {urlsplit(server).netloc, urlsplit(path).netloc}, complaints)
        page.goto(path)
        return page

    yield open_one
    for context in lent:
        contexts.give_back(context)
    assert not complaints, "the page misbehaved:\n" + "\n".join(complaints)


def _listen(page: Page, home: set[str], complaints: list[str]) -> None:

    def on_request(request: Any) -> None:
        url = urlsplit(request.url)
        if url.scheme not in {"data", "blob", "about"} and url.netloc not in home:
            complaints.append(f"request to another host: {request.url}")

    page.on("request", on_request)
    page.on("pageerror", lambda error: complaints.append(f"page error: {error}"))
    page.on("console", lambda said: complaints.append(f"console: {said.text}") if said.type == "error" else None)
