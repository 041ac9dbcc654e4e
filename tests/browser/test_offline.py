"""The page to take along, opened from a disk with the network off: it plays its pass and its run."""

from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import open_panel, ready, rows, train
from tests.links.frozen import FROZEN

VIEW = "board"
NAMES = ("the first example, three steps in", "own points and weights in a run", "two classes and a landscape")


def taken(open_page: OpenPage, server: str, folder: Path, name: str, **options: object) -> Page:
    link = FROZEN[name]["link"]
    answer = httpx.post(f"{server}/api/v1/export/page.html", json={"link": link}, timeout=60)
    (folder / "hingelab.html").write_bytes(answer.content)
    return ready(open_page(f"file://{folder}/hingelab.html", offline=True, **options))


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_the_moment_and_plays_its_run(open_page: OpenPage, server: str, tmp_path: Path, name: str) -> None:
    page = taken(open_page, server, tmp_path, name)
    whole = ready(open_page(f"/{FROZEN[name]['link']}"))
    for panel in ("X", "S"):
        assert rows(page, panel) == rows(whole, panel) != []
    kicker = page.locator("#sentence .kicker").text_content() or "none"
    expect(whole.locator("#sentence .kicker")).to_have_text(kicker)
    train(page)
    page.locator("[data-do=train]").click()
    page.wait_for_function("() => Number(document.querySelector('#iteration').textContent) > 50")
    page.get_by_role("button", name="Pause").click()
    page.wait_for_function(
        "() => document.querySelector('#sentence .kicker').textContent"
        " === `Training · iteration ${document.querySelector('#iteration').textContent}`"
    )
    page.get_by_role("button", name="Step into this pass").click()
    for _ in range(30):
        page.keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).to_contain_text("·")
    expect(page.locator("#notice")).to_be_hidden()


def test_what_it_holds_cannot_be_changed_and_it_leads_to_where_it_can(
    open_page: OpenPage, server: str, tmp_path: Path
) -> None:
    page = taken(open_page, server, tmp_path, NAMES[0])
    weight = page.locator("[data-weight='W,0,0']")
    before = weight.input_value()
    weight.click()
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    assert weight.input_value() == before
    home = page.get_by_role("link", name="Open in Hingelab").get_attribute("href")
    assert home
    assert home.startswith(f"{server}/#1.")
    assert rows(ready(open_page(home.removeprefix(server))), "H") == rows(page, "H")


def test_it_fits_a_phone(open_page: OpenPage, server: str, tmp_path: Path) -> None:
    page = taken(open_page, server, tmp_path, NAMES[0], width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("svg.plane")).to_be_visible()
    page.get_by_role("button", name="Step to loss per point").click()
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 4")


def test_it_is_saved_from_the_page(open_page: OpenPage, tmp_path: Path) -> None:
    page = ready(open_page())
    page.keyboard.press("PageDown")
    open_panel(page, "export")
    with page.expect_download() as found:
        page.get_by_role("button", name="Download page.html").click()
    assert found.value.suggested_filename == "hingelab-page.html"
    found.value.save_as(tmp_path / "saved.html")
    offline = ready(open_page(f"file://{tmp_path}/saved.html", offline=True))
    assert rows(offline, "S") == rows(page, "S") != []
    expect(offline.locator("#sentence .kicker")).to_contain_text("Forward 1 of 7")
