"""Nothing moves on the page, in a frame or in the manual while its faces come late; none waits for them for ever."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.charts import charts
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready
from tests.browser.shifts import MOST, shifted

VIEW = "board"
pytestmark = pytest.mark.charts


@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_while_the_page_loads_and_its_faces_come_late(open_page: OpenPage, size: str) -> None:
    def first_step(page: Page) -> None:
        page.wait_for_selector("html[data-ready]", state="attached")

    def everything(page: Page) -> None:
        ready(page)
        if size != "phone":
            charts(page)

    page = open_page("/healthz", *SIZES[size])
    assert shifted(page, "/", first_step, everything) <= MOST, page.evaluate("shifts")
    page.evaluate("document.querySelector('.plane-frame').style.marginTop = '200px'")
    page.wait_for_function("most => shifts.some(([value]) => value > most)", arg=MOST)  # what does move is seen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["/docs", "/docs/pass", "/docs/losses"])
def test_nothing_jumps_in_the_manual(open_page: OpenPage, path: str, size: str) -> None:
    def read(page: Page) -> None:
        page.wait_for_selector("html[data-ready]", state="attached")

    page = open_page("/healthz", *SIZES[size])
    assert shifted(page, path, read, read) <= MOST, page.evaluate("shifts")


@pytest.mark.parametrize(("width", "height"), [(800, 450), (390, 844), (320, 480)])
def test_nothing_jumps_in_a_frame(open_page: OpenPage, width: int, height: int) -> None:
    def asked(page: Page) -> None:
        page.wait_for_function("() => document.fonts.status === 'loading'")

    page = open_page("/healthz", width, height)
    assert shifted(page, "/embed", asked, ready) <= MOST, page.evaluate("shifts")


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_face_that_never_comes_does_not_hold_the_page(open_page: OpenPage, path: str) -> None:
    page = open_page("/healthz")
    page.route("**/stix-two-math.woff2", lambda route: None)
    page.goto(path, wait_until="commit")
    ready(page).keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 1")
