"""A newcomer's hour, from the first point back to the first state: by mouse, by keys alone, by touch without a drag."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser import lab
from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, rows
from tests.browser.points import problem
from tests.browser.ways import Keyboard, Mouse, Touch, Way

VIEW = "board"

WRONG = "x1;x2;species\n0,5;0,4;setosa\n1;zwei;virginica\n-1;0;setosa\n0,2;-0,6;virginica\n"
KEPT = "() => localStorage.getItem('hingelab:problem:1') === null"
WAYS: dict[str, tuple[type[Mouse | Keyboard | Touch], dict[str, Any]]] = {
    "mouse": (Mouse, {}),
    "keyboard": (Keyboard, {}),
    "touch": (Touch, {"width": 390, "height": 844, "has_touch": True, "is_mobile": True}),
}


def seen(page: Page) -> dict[str, Any]:
    """Everything the page shows of its problem."""
    plane = page.locator("svg.plane :is(.regions, .lines, .arrows, .violations)")
    return {
        "plane": plane.evaluate_all("groups => groups.map(group => group.innerHTML)"),
        "board": {name: rows(page, name) for name in ("X", "W", "b", "S", "M", "H", "dS", "dW")},
        "total": page.locator("[data-quantity=L] .number").text_content(),
        "place": [page.locator(f"#{id}").text_content() for id in ("iteration", "heading")],
    }


def expect_points(page: Page, count: int) -> None:
    expect(page.locator("svg.plane .point")).to_have_count(count)
    expect(page.locator("[data-quantity=X] tbody tr")).to_have_count(count)


def edit_points(way: Way) -> None:
    page = way.page
    way.add_point(2)
    expect_points(page, 10)
    before = rows(page, "X")[4]
    way.move_point(4)
    expect(page.locator("#watch b")).to_have_text("Point 4")
    expect(page.locator("[data-quantity=X] tbody tr").nth(4)).not_to_have_text("".join(["4", *before]))
    way.class_of_point(4, 0)
    expect(page.locator("[data-quantity=X] tbody tr").nth(4).locator(".shape.k0")).to_be_attached()


def paste_points(way: Way) -> None:
    page = way.page
    way.press(page.locator("[data-panel-button=data]"))
    text, use = page.locator("#data-text"), page.get_by_role("button", name="Use these points")
    way.write(text, WRONG)
    expect(page.locator("#data-found")).to_have_text("One thing is wrong; nothing on the page has changed.")
    expect(use).to_be_disabled()
    way.press(page.get_by_role("button", name="Row 3, column 2: “zwei” is no number"))
    page.keyboard.insert_text("2")
    expect(page.locator("#data-found")).to_contain_text("4 points in 2 classes")
    way.press(use)
    expect_points(page, 4)
    expect(page.locator("#heading")).to_contain_text("your own data")


def edit_weights(way: Way) -> None:
    page = way.page
    way.press(page.get_by_role("button", name="Close this panel"))
    weight = page.locator("[data-weight='W,0,0']")
    for text, number in (("1/3", "0.33"), (".5", "0.50"), ("-0,25", "−0.25")):
        way.write(weight, text)
        expect(weight).to_have_value(number)
    before = rows(page, "W"), rows(page, "b")
    way.move_line()
    page.wait_for_function(CHANGED, arg=[before[0][0][0], before[1][0][0]])


CHANGED = """([w, b]) => document.querySelector("[data-weight='W,0,0']").value !== w
                       || document.querySelector("[data-weight='b,0,0']").value !== b"""


def train(way: Way) -> None:
    page = way.page
    lab.train(page)
    expect(page.locator("#iterations")).to_have_text(" / 200")
    way.scrub(page.get_by_role("slider", name="Iteration of the run"), 0.6)
    expect(page.locator("#iteration")).not_to_have_text("0")
    way.press(page.get_by_role("button", name="Step into this pass"))
    expect(page.locator("#sentence .kicker")).to_contain_text("The whole pass · iteration")
    way.press(page.locator("#settings-toggle"))
    way.press(page.get_by_role("button", name="½λ‖W‖²"))
    expect(page.locator("#notice")).to_contain_text("convention changed")


@pytest.mark.parametrize("how", WAYS)
def test_a_newcomers_hour_ends_where_it_began_bit_for_bit(open_page: OpenPage, how: str) -> None:
    make, options = WAYS[how]
    way = make(ready(open_page(**options)))
    page = way.page
    first = problem(page)
    way.press(page.get_by_role("button", name="Close this panel"))
    looked = seen(page)
    edit_points(way)
    paste_points(way)
    edit_weights(way)
    train(way)
    changed = problem(page)
    way.press(page.get_by_role("button", name="Close this panel"))
    assert {name for name in first if first[name] != changed[name]} >= {"X", "y", "W", "b", "penalty"}
    for _ in range(30):
        way.undo()
        if "nothing to undo" in (page.locator("#notice").text_content() or ""):
            break
    expect(page.locator("#notice")).to_contain_text("There is nothing to undo.")
    expect_points(page, 9)
    assert problem(page) == first
    way.press(page.get_by_role("button", name="Close this panel"))
    expect(page.locator("[data-quantity=L] .number")).to_have_text(looked["total"])
    assert seen(page) == looked
    page.wait_for_function(KEPT)
