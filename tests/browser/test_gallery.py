"""The examples as a gallery: drawn by the server, walked by keys, opened by a press, and undone."""

import pytest
from playwright.sync_api import Page, expect

from app.core.presets import PRESETS
from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, rows, show_menu

VIEW = "board"


def press(page: Page) -> None:
    button = page.locator("#gallery-open")
    show_menu(page, button)
    button.press("Enter")


def opened(page: Page) -> Page:
    press(page)
    expect(page.locator("#gallery li")).to_have_count(len(PRESETS))
    return page


def test_every_example_has_a_drawing_a_title_and_a_sentence(open_page: OpenPage) -> None:
    page = opened(ready(open_page()))
    cards = page.locator("#gallery li button")
    for k, preset in enumerate(PRESETS):
        card = cards.nth(k)
        assert card.locator("strong").inner_text().startswith(preset.title)
        assert card.locator("span").inner_text() == preset.sentence
        assert card.locator("svg use").count() == len(preset.start()[0])
        assert card.locator("svg polygon").count() > 0


def test_the_cards_are_asked_for_only_when_they_are_to_be_seen(open_page: OpenPage) -> None:
    page = ready(open_page())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page)
    page.keyboard.press("Escape")
    opened(page)
    assert len([url for url in asked if url.endswith("/examples")]) == 1


@pytest.mark.parametrize("how", ["click", "key", "tap"])
def test_an_example_opens_and_undo_brings_the_old_work_back(open_page: OpenPage, how: str) -> None:
    page = ready(open_page(has_touch=how == "tap"))
    weight = page.locator("[data-weight='W,0,0']")
    weight.fill("7")
    weight.press("Enter")
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text("6.267")
    expect(weight).to_have_value("7.00")
    mine = rows(page, "W")
    assert mine[0][0] == "7.00"
    opened(page)
    card = page.locator("#gallery button[data-preset=one_outlier]")
    {"click": card.click, "tap": card.tap, "key": lambda: card.press("Enter")}[how]()
    expect(page.locator("#gallery")).to_be_hidden()
    expect(page.locator("#notice")).to_contain_text("Undo brings back")
    page.get_by_role("button", name="Dismiss").press("Enter")
    expect(page.locator("#notice")).to_be_hidden()
    expect(page.locator("#board")).to_be_focused()  # a button that goes leaves a place behind, for the keys
    expect(page.locator("svg.plane .point")).to_have_count(24)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("svg.plane .point")).to_have_count(9)
    expect(page.locator("[data-weight='W,0,0']")).to_have_value("7.00")
    assert rows(page, "W") == mine


def test_arrow_keys_walk_the_cards_and_escape_leads_back(open_page: OpenPage) -> None:
    page = opened(ready(open_page()))
    focused = page.locator("#gallery button:focus")
    expect(focused).to_have_attribute("data-preset", "nine_points")
    expect(focused).to_have_attribute("aria-current", "true")
    page.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("data-preset", PRESETS[1].kind)
    page.keyboard.press("ArrowDown")
    in_row = page.locator("#gallery li").evaluate_all(
        "all => all.filter(li => li.offsetTop === all[0].offsetTop).length"
    )
    expect(focused).to_have_attribute("data-preset", PRESETS[1 + in_row].kind)
    page.keyboard.press("End")
    expect(focused).to_have_attribute("data-preset", PRESETS[-1].kind)
    page.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("data-preset", PRESETS[-1].kind)
    page.keyboard.press("Home")
    page.keyboard.press("Escape")
    expect(page.locator(".menu", has=page.locator("#gallery-open")).locator(".menu-toggle")).to_be_focused()
    expect(page.locator("#sentence .kicker")).to_have_text("The whole pass · iteration 0")


def test_a_server_that_is_gone_is_said_and_the_dialog_closes(open_page: OpenPage, complaints: list[str]) -> None:
    page = ready(open_page())
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    press(page)
    expect(page.locator("#notice")).to_contain_text("cannot be reached")
    expect(page.locator("#gallery")).to_be_hidden()
    page.context.set_offline(False)
    assert all("ERR_INTERNET_DISCONNECTED" in each for each in complaints)
    complaints.clear()
    opened(page)
