"""What goes wrong once and must not stay so: a field, a panel, a frame, a story that is too long for a link."""

import random

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, open_panel, ready
from tests.browser.stories import MOMENTS, keep_story, open_story, story
from tests.browser.test_embed import Host, host
from tests.browser.test_share import NOTICE, link_of

__all__ = ["host"]  # a fixture

NUMBERS = "#controls .number input[type=text]:not([disabled])"


@pytest.mark.parametrize("typed", ["", "all", "NaN"])
def test_a_number_field_without_a_number_asks_for_nothing_and_shows_the_old_one(
    open_page: OpenPage, typed: str
) -> None:
    page = ready(open_page())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/pass") else None)
    fields = page.locator(NUMBERS)
    assert fields.count() >= 4
    for k in range(fields.count()):
        entry = fields.nth(k)
        if not entry.is_visible() or entry.input_value().startswith("all"):
            continue  # of the batch “all” is a number of points
        before = entry.input_value()
        entry.fill(typed)
        entry.press("Enter")
        expect(entry).to_have_value(before)
    assert asked == []


def test_a_panel_that_did_not_arrive_opens_at_the_next_press(open_page: OpenPage, complaints: list[str]) -> None:
    page = ready(open_page())
    page.route("**/panels/score/view.js", lambda route: route.abort(), times=1)
    open_panel(page, "score")
    expect(page.locator(".tray-panel.score")).to_contain_text("cannot be loaded now")
    assert complaints
    complaints.clear()
    open_panel(page, "score")
    open_panel(page, "score")
    expect(page.locator(".tray-panel.score table").first).to_be_visible()


def test_a_frame_whose_first_pass_did_not_come_is_ready_all_the_same(host: Host, complaints: list[str]) -> None:
    page, _ = host(link_of(story("M")["story"][0]["moment"]))
    page.route("**/api/v1/pass", lambda route: route.abort())
    page.reload()
    page.wait_for_function("() => told.some(({ hingelab, state }) => hingelab === 'ready' && state.step === null)")
    complaints.clear()


def test_what_could_be_read_of_a_damaged_story_is_shown_in_a_frame_as_a_moment(host: Host) -> None:
    _, frame = host(link_of(story("S", "M", at=1))[:-8] + "00000000")
    expect(frame.locator(NOTICE)).to_contain_text("This link is damaged")
    frame.get_by_role("button", name="Show what could be read").click()
    expect(frame.locator("#sentence .kicker")).to_contain_text("margins")


def test_a_story_too_long_for_a_link_is_said_and_kept(open_page: OpenPage) -> None:
    content = story("S")
    moment, numbers = content["story"][0]["moment"], random.Random(0)
    moment["X"] = [[numbers.uniform(-1, 1), numbers.uniform(-1, 1)] for _ in range(2000)]
    moment["y"] = [k % 3 for k in range(2000)]
    moment["data"] = {"kind": "own", "seed": 0}
    content["story"] *= 15
    page = open_story(keep_story(open_page(), content))
    expect(page.locator(MOMENTS)).to_have_count(15)
    expect(page.locator(".tray-panel.story")).to_contain_text("too much for one link")
    _no_short_link(page)
    expect(page.locator(MOMENTS)).to_have_count(15)


def _no_short_link(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    button = page.get_by_role("button", name="Make a short link")
    button.click()
    expect(button).to_be_enabled()
    expect(page.locator(".tray-panel.story .shorter [role=status]")).to_have_text("")
    expect(page.locator(NOTICE)).to_be_hidden()
    assert asked == []


def test_an_iteration_that_a_run_does_not_reach_is_not_asked_for_while_the_run_is_on_its_way(
    open_page: OpenPage,
) -> None:
    page = ready(open_page())
    held: list[Route] | None = []
    page.route("**/api/v1/train", lambda route: route.continue_() if held is None else held.append(route))
    choose(page, "preset", "A step too far")
    page.locator("[data-do=train]").click()
    page.get_by_role("slider", name="Iteration of the run").fill("150")
    page.get_by_role("button", name="Step into this pass").click()
    waiting, held = held, None
    assert waiting
    for each in waiting:
        each.continue_()
    expect(page.locator("#iteration")).to_have_text("36")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 1")
