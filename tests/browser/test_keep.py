"""A reload loses nothing, undo leads all the way back, and a browser that keeps nothing is no hindrance."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, field, halve, hide_settings, open_panel, ready, show_settings, train
from tests.browser.points import entry, open_data, problem

VIEW = "board"

KEY = "hingelab:problem:1"
KEPT = f"localStorage.getItem('{KEY}')"


def reload(page: Page) -> Page:
    page.reload()
    return ready(page)


def kept(page: Page) -> dict[str, Any]:
    return json.loads(page.evaluate(KEPT))


def worked(page: Page) -> Page:
    """Something of everything: data, weights, settings."""
    open_data(page)
    entry(page, 0, 0).fill("1/3")
    entry(page, 0, 0).press("Enter")
    entry(page, 1, 2).select_option(label="3 (new)")
    open_panel(page, "data")  # and close it
    page.locator("[data-weight='W,1,3']").fill("2")
    page.locator("[data-weight='W,1,3']").press("Enter")
    halve(page)
    return page


def test_a_reload_brings_everything_back_and_says_so(open_page: OpenPage) -> None:
    page = worked(open_page())
    before = problem(page)
    reload(page)
    expect(page.locator("#notice")).to_contain_text("Your last work was brought back.")
    expect(page.locator("#heading")).to_contain_text("your own data")
    page.locator("#notice").get_by_role("button", name="Start over").click()
    expect(page.locator("#heading")).to_contain_text("CS231n")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#heading")).to_contain_text("your own data")
    open_data(page)
    assert problem(page) == before


def reset(page: Page) -> None:
    show_settings(page)
    page.get_by_role("button", name="Reset weights").click()
    hide_settings(page)


def test_reset_weights_still_finds_its_start_after_a_reload(open_page: OpenPage) -> None:
    page = ready(open_page())
    halve(page)
    reload(page)
    reset(page)
    page.locator("[data-weight='b,0,1']").fill("3")
    page.locator("[data-weight='b,0,1']").press("Enter")
    reload(page)
    expect(page.locator("[data-weight='b,0,1']")).to_have_value("3.00")
    reset(page)
    expect(page.locator("[data-weight='b,0,1']")).to_have_value("0.50")


def test_undo_leads_back_to_the_first_state_bit_for_bit(open_page: OpenPage) -> None:
    page = open_data(open_page())
    first = problem(page)
    entry(page, 0, 0).fill("7")
    entry(page, 0, 0).press("Enter")
    page.get_by_role("button", name="Add a point").click()
    page.get_by_role("button", name="Delete point 3", exact=True).click()
    choose(page, "preset", "On the kink")
    expect(page.locator("#heading")).to_contain_text("On the margin")
    choose(page, "set", "Moons")
    expect(page.locator("#heading")).to_contain_text("Moons")
    for _ in range(5):
        page.get_by_role("button", name="Undo", exact=True).click()
    assert problem(page) == first
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("nothing to undo")
    expect(field(page, "preset").locator("select")).to_have_value("nine_points")
    page.wait_for_function(f"() => {KEPT} === null")
    reload(page)
    expect(page.locator("#notice")).to_be_hidden()


def test_opening_something_else_over_ones_work_is_undone_with_its_place(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 0, 0).fill("7")
    entry(page, 0, 0).press("Enter")
    own = problem(page)
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill("40")
    expect(page.locator("#iteration")).to_have_text("40")
    choose(page, "preset", "On the kink")
    expect(page.locator("#heading")).to_contain_text("On the margin")
    expect(page.locator("#transport")).to_have_attribute("data-mode", "pass")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#transport")).to_have_attribute("data-mode", "train")
    expect(page.locator("#iteration")).to_have_text("40")
    assert problem(page) == own
    page.get_by_role("button", name="Redo").click()
    expect(page.locator("#transport")).to_have_attribute("data-mode", "pass")
    expect(page.locator("#iteration")).to_have_text("0")


BROKEN = {
    "no JSON": "{",
    "nothing": "null",
    "another form": "[1, 2]",
    "a point too short": {"X": [[1]]},
    "a class that is not there": {"y": [9] * 9},
    "weights of another shape": {"W": [[1, 2, 3]]},
    "a bias that is no number": {"b": ["a", 0, 0]},
    "a start of another shape": {"origin": {"W": [[1]], "b": [1]}},
    "an unknown loss": {"loss": {"kind": "hinge"}},
    "a knob out of bounds": {"optimizer": {"kind": "sgd", "learning_rate": -1}},
    "an unknown recipe": {"data": {"kind": "elsewhere", "seed": 0}},
    "half a point a batch": {"batch": 0.5},
    "too many iterations": {"iterations": 1e9},
}


def test_broken_content_is_ignored_with_a_notice(open_page: OpenPage) -> None:
    page = ready(open_page())
    halve(page)
    page.wait_for_function(f"() => {KEPT} !== null")
    whole = kept(page)
    for what, broken in BROKEN.items():
        text = json.dumps({**whole, **broken}) if isinstance(broken, dict) else broken
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        reload(page)
        expect(page.locator("#notice"), what).to_contain_text("cannot be read")
        expect(page.locator("[data-quantity=L] .number"), what).to_have_text("6.267")


def test_a_knob_that_came_later_gets_its_default(open_page: OpenPage) -> None:
    page = ready(open_page())
    halve(page)
    page.wait_for_function(f"() => {KEPT} !== null")
    text = json.dumps({**kept(page), "loss": {"kind": "weston_watkins", "gone": 1}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    reload(page)
    expect(page.locator("#notice")).to_contain_text("brought back")
    expect(page.locator("[data-quantity=data] .number")).to_have_text("2.767")


REFUSING = {
    "none": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }})",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }",
}


@pytest.mark.parametrize("script", REFUSING.values(), ids=REFUSING.keys())
def test_a_browser_that_keeps_nothing_is_told_of_once(open_page: OpenPage, script: str) -> None:
    page = open_page()
    page.add_init_script(script)
    reload(page)
    halve(page)
    expect(page.locator("#notice")).to_contain_text("This browser keeps nothing for this page")
    page.locator(".top [data-view-button=board]").first.click()
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
