"""Nothing moves on the page or in a frame while its faces come late, little in the manual; none waits for ever."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.charts import charts
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready
from tests.browser.shifts import MOST, shifted

LITTLE = 0.1  # a line of the manual may break elsewhere when a face comes late


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


def test_little_moves_in_the_manual(open_page: OpenPage) -> None:
    def read(page: Page) -> None:
        page.wait_for_load_state("domcontentloaded")

    page = open_page("/healthz")
    shift = shifted(page, "/docs", read, read)
    assert shift <= LITTLE, page.evaluate("shifts")


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
