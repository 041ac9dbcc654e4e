"""The weights that a run begins with: zero, drawn from a seed, and back to the same start."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import field, hide_settings, ready, rows, show_settings

VIEW = "board"


def start(page: Page) -> list[list[str]]:
    return [*rows(page, "W"), *rows(page, "b")]


def press(page: Page, name: str) -> None:
    before = page.locator("[data-quantity=L] .number").text_content()
    show_settings(page)
    page.get_by_role("button", name=name).click()
    hide_settings(page)
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(before or "")


def test_zero_weights_cost_one_for_each_rival(open_page: OpenPage) -> None:
    page = ready(open_page())
    press(page, "Zero weights")
    assert start(page) == [["0.00"] * 3] * 3
    expect(page.locator("[data-quantity=data] .number")).to_have_text("2")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")


def test_random_weights_are_those_of_their_seed(open_page: OpenPage) -> None:
    page = ready(open_page())
    press(page, "Random weights")
    seed = page.locator("#controls .field", has_text="random seed").locator("input")
    expect(seed).to_have_value("1")
    first = start(page)
    assert first[2] == ["0.00"] * 3
    press(page, "Random weights")
    expect(seed).to_have_value("2")
    assert start(page) != first
    show_settings(page)
    seed.fill("1")
    seed.press("Enter")
    expect(page.locator("[data-weight='W,0,0']")).to_have_value(first[0][0])
    assert start(page) == first


def test_reset_goes_back_to_the_start_that_was_drawn(open_page: OpenPage) -> None:
    page = ready(open_page())
    press(page, "Random weights")
    first, total = start(page), page.locator("[data-quantity=L] .number")
    before = total.text_content() or ""
    page.locator("[data-weight='W,0,0']").fill("9")
    page.locator("[data-weight='W,0,0']").press("Enter")
    expect(page.locator("[data-weight='W,0,0']")).to_have_value("9.00")
    expect(total).not_to_have_text(before)
    press(page, "Reset weights")
    assert start(page) == first
    page.reload()
    assert start(ready(page)) == first
    expect(field(page, "random seed").locator("input")).to_have_value("1")
