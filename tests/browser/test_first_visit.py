"""The first visit: a plane that learns, three ways in, and the first of them to its end."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready, rows
from tests.browser.test_accessibility import violations
from tests.browser.test_asked import asks_at_most

FIRST_VISIT = True
QUESTION = "#sentence .question"


def way(page: Page, name: str) -> None:
    page.locator(f"[data-way={name}]").click()


def drag_point(page: Page, i: int, dx: float, dy: float) -> None:
    box = page.locator(f"svg.plane [data-point='{i}']").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2)
    page.mouse.move(x + dx, y + dy)
    page.mouse.up()


@pytest.mark.parametrize("size", SIZES)
def test_three_ways_in_stand_beside_a_plane_that_learns(open_page: OpenPage, size: str) -> None:
    page = ready(open_page(width=SIZES[size][0], height=SIZES[size][1]))
    expect(page.get_by_role("heading", name="Watch a gradient being made")).to_be_visible()
    expect(page.locator("#iteration")).not_to_have_text("0")
    assert page.locator(".way").count() == 3
    for each in page.locator(".way").all():
        expect(each).to_be_in_viewport(ratio=1)
    for hidden in ("#sentence", "#board", ".point-bar", "#settings-toggle"):
        expect(page.locator(hidden)).to_be_hidden()
    asks_at_most(page, controls=25, numbers=40, words=120)
    page.locator("[data-do=train]").click()
    assert violations(page) == []


def test_without_motion_the_plane_stands_still(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    expect(page.locator("#iteration")).to_have_text("24")
    expect(page.get_by_role("button", name="Train", exact=True)).to_be_visible()


def test_a_dragged_point_goes_on_learning(open_page: OpenPage) -> None:
    page = ready(open_page())
    expect(page.locator("#iteration")).not_to_have_text("0")
    drag_point(page, 0, 60, 40)
    at = page.locator("#iteration").inner_text()
    expect(page.locator("#iteration")).not_to_have_text(at)
    expect(page.locator("[data-do=train]")).to_have_text("Pause")


@pytest.mark.parametrize("leave", ["skip", "Escape"])
def test_the_lab_is_one_press_away_and_stays(open_page: OpenPage, leave: str) -> None:
    page = ready(open_page())
    if leave == "Escape":
        page.keyboard.press("Escape")
    else:
        way(page, leave)
    expect(page.locator(QUESTION)).to_have_text("How does one pass move the weights?")
    expect(page.locator("#iteration")).to_have_text("0")
    expect(page.locator("#first")).to_be_hidden()
    page.reload()
    expect(page.locator("#first")).to_be_hidden()
    expect(ready(page).locator(".next")).to_have_text("Step to scores")


def test_a_link_goes_straight_to_its_moment(open_page: OpenPage) -> None:
    page = ready(open_page())
    way(page, "skip")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.hash.length > 1")
    link = page.url
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(ready(page).locator(".kicker")).to_have_text("Forward 1 of 7 · scores")
    expect(page.locator("#first")).to_be_hidden()


def test_the_answer_comes_by_itself_and_the_goal_is_watched(open_page: OpenPage) -> None:
    page = ready(open_page())
    way(page, "lead")
    expect(page.locator(".kicker")).to_have_text("Why minus the count? · 1 of 5")
    expect(page.locator(QUESTION)).to_have_text("Why minus the count?")
    expect(page.locator("#sentence .numbers")).to_have_text("mask[4,1] = −(1 + 1) = −2")
    page.locator(".lead-next").click()
    expect(page.locator("#try-it .now")).to_have_text("now −2")
    drag_point(page, 4, -20, 240)
    expect(page.locator("#try-it")).to_contain_text("That’s it: one margin left.")
    expect(page.locator("#try-it .now")).to_have_text("now −1")
    expect(page.locator("#try-it [role=status]")).to_have_text("Try it. That’s it: one margin left.")
    expect(page.locator("#sentence .numbers")).to_contain_text("mask[4,1] = −")
    assert violations(page) == []
    page.get_by_role("button", name="To the lab").click()
    expect(page.locator(".next")).to_be_visible()
    assert rows(page, "dS")[4][1] == "−1"


def test_keys_walk_a_lead_and_stop_its_clock(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    way(page, "lead")
    for n in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".kicker")).to_have_text(f"Why minus the count? · {n} of 5")
    expect(page.locator(".lead-bar.running")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(QUESTION)).to_have_text("Each margin holds the own score")
    page.keyboard.press("Escape")
    expect(page.locator(".kicker")).to_have_text("Backward 4 of 9 · indicator")
    page.keyboard.press("?")
    page.get_by_role("button", name="Start again from the questions").click()
    expect(page.get_by_role("heading", name="Watch a gradient being made")).to_be_visible()


def test_own_points_begin_on_an_empty_plane(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    way(page, "own")
    expect(page.locator(QUESTION)).to_have_text("Where is your first point?")
    expect(page.locator("svg.plane [data-point]")).to_have_count(0)
    expect(page.locator(".next")).to_be_disabled()
    page.locator("svg.plane").click(position={"x": 200, "y": 200})
    expect(page.locator("svg.plane [data-point]")).to_have_count(1)
    expect(page.locator(QUESTION)).to_have_text("And one of another class?")
    expect(page.locator("[data-do=train]")).to_be_disabled()
    page.keyboard.press("ArrowRight")
    expect(page.locator(QUESTION)).to_have_text("And one of another class?")
    page.get_by_role("button", name="class 1", exact=True).click()
    page.locator("svg.plane").click(position={"x": 400, "y": 420})
    expect(page.locator("svg.plane [data-point]")).to_have_count(2)
    expect(page.locator(".next")).to_be_enabled()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".kicker")).to_have_text("Forward 1 of 7 · scores")
    for left in (1, 0):
        page.get_by_role("button", name="Undo", exact=True).click()
        expect(page.locator("svg.plane [data-point]")).to_have_count(left)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("svg.plane [data-point]")).to_have_count(9)
    expect(page.locator(QUESTION)).to_have_text("How does one pass move the weights?")
