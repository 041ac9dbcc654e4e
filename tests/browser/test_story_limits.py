"""A story from outside or at its limits: hostile texts, damaged links, what the browser kept or would not keep, axe."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready
from tests.browser.stories import (
    BAR,
    KEY,
    MOMENTS,
    add,
    adding,
    expect_moment,
    expect_texts,
    heads,
    keep_story,
    kept,
    open_story,
    story,
)
from tests.browser.test_accessibility import TARGETS, violations
from tests.browser.test_accessibility import opened as opened_in
from tests.browser.test_keep import REFUSING
from tests.browser.test_share import NOTICE, link_of, opened

VIEW = "board"

HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><script>document.body.remove()</script>&amp;",
    "right to left": "\u202e\u2067reversed\u2069 and on, גרדיאנט",
    "emoji": "👩‍🏫🧮🏳️‍🌈" + "🧠" * 280,
    "long": "without_any_space" * 17 + "end",
    "nothing": "",
}


def told(text: str) -> dict[str, Any]:
    content = story("S", "M")
    content["story"][0]["text"] = text
    return content


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_shown_as_text_and_moves_nothing(open_page: OpenPage, text: str) -> None:
    page = opened(open_page, link_of(told(text)), width=1024, height=768)
    expect(page.locator(f"{BAR} bdi")).to_have_text(text, use_inner_text=False)
    assert page.locator(f"{BAR} bdi *").count() == 0
    page.get_by_role("button", name="Keep as mine").click()
    open_story(page)
    expect_texts(page, text, "text 2")
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(page.locator(".stage-text")).to_have_text(text)
    assert page.locator(".stage-text *").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(".stage-place")).to_be_in_viewport(ratio=1)
    assert page.locator(".stage-place").bounding_box()["x"] > 512  # type: ignore[index]  # on its own side


def test_a_story_has_room_for_forty_moments_and_a_line_for_three_hundred_characters(open_page: OpenPage) -> None:
    page = open_story(keep_story(open_page(), story(*["S"] * 39)))
    add(page, "the fortieth")
    adding(page).fill("one more")
    adding(page).press("Enter")
    expect(page.locator(NOTICE)).to_contain_text("A story has room for 40 moments")
    expect(page.locator(MOMENTS)).to_have_count(40)
    expect(adding(page)).to_have_value("one more")
    page.get_by_label("Text of moment 40").fill("🧮" * 301)
    expect(page.locator(NOTICE)).to_contain_text("A line has room for 300 characters")
    expect(page.get_by_label("Text of moment 40")).to_have_value("🧮" * 300)
    page.get_by_label("Text of moment 40").press("Enter")
    assert kept(page)["story"][39]["text"] == "🧮" * 300
    page.reload()
    expect(open_story(page).get_by_label("Text of moment 40")).to_have_value("🧮" * 300)


def test_a_damaged_link_of_a_story_is_said_and_shown_on_wish_alone(open_page: OpenPage, server: str) -> None:
    link = link_of(story("S", "M", at=1))
    cut = opened(open_page, link[:-60])
    expect(cut.locator(NOTICE)).to_contain_text("This link is damaged")
    expect(cut.locator(BAR)).to_have_count(0)
    page = opened(open_page, link[:-8] + "00000000")
    expect(page.locator(NOTICE)).to_contain_text("This link is damaged")
    page.get_by_role("button", name="Show what could be read").click()
    expect_moment(page, "2 of 2", heads(server)["M"])
    page.get_by_role("button", name="Close the story").click()
    expect(page.locator("#sentence .kicker")).to_have_text(heads(server)[None])


@pytest.mark.parametrize("content", [{"story": []}, {"story": [None]}, {"story": [{"text": "a", "moment": {}}] * 41}])
def test_what_is_no_story_is_said_and_the_page_goes_on(open_page: OpenPage, content: Any) -> None:
    page = opened(open_page, link_of(content))
    expect(page.locator(NOTICE)).to_contain_text("This link holds no moment")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")


@pytest.mark.parametrize("content", [{"story": []}, {"story": [{"text": "a"}]}, [1], {**told("a\nb")}])
def test_a_broken_story_is_said_and_put_aside_not_destroyed(open_page: OpenPage, content: Any) -> None:
    page = open_story(keep_story(open_page(), content))
    expect(page.locator(NOTICE)).to_contain_text("cannot be read. It was put aside")
    expect(page.locator(".unread")).to_be_visible()
    add(page, "a new one")
    page.reload()
    expect_texts(open_story(page), "a new one")
    expect(page.locator(NOTICE)).to_be_hidden()
    assert page.evaluate("localStorage.getItem('hingelab:story:unread')") == json.dumps(content)
    page.get_by_role("button", name="Throw it away").click()
    expect(page.locator(".unread")).to_be_hidden()
    assert set(page.evaluate("Object.keys(localStorage)")) == {KEY, "hingelab:visited", "hingelab.view"}


@pytest.mark.parametrize("script", REFUSING.values(), ids=REFUSING.keys())
def test_without_storage_a_story_lives_as_long_as_the_page(open_page: OpenPage, script: str) -> None:
    page = open_page()
    page.add_init_script(script)
    page.reload()
    open_story(page)
    add(page, "first")
    expect(page.locator(NOTICE)).to_contain_text("a reload loses your story")
    add(page, "second")
    page.get_by_role("button", name="Remove moment 1").click()
    expect_texts(page, "second")
    page.locator(NOTICE).get_by_role("button", name="Undo").click()
    expect_texts(page, "first", "second")


def test_moments_of_two_windows_come_into_one_story(open_page: OpenPage) -> None:
    page = open_story(open_page())
    add(page, "from the first window")
    other = page.context.new_page()
    other.goto("/")
    add(open_story(other), "from the second window")
    expect_texts(page, "from the first window", "from the second window")


def test_a_story_emptied_while_its_presenting_begins_is_shown_as_it_was(open_page: OpenPage) -> None:
    page = open_story(keep_story(open_page(), story("S", "M")))
    held = list[Route]()
    page.route("**/playback.js", lambda route: held.append(route))
    with page.expect_request("**/playback.js"):
        page.locator("#tray").get_by_role("button", name="Present", exact=True).click()
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(MOMENTS)).to_have_count(0)
    for route in held:
        route.continue_()
    expect(page.locator(".stage-place")).to_have_text("1 / 2")


@pytest.mark.parametrize(("size", "theme"), [("desktop", "dark"), ("desktop", "projector"), ("phone", "light")])
def test_axe_finds_nothing_in_the_panel_and_the_bar(open_page: OpenPage, size: str, theme: str) -> None:
    page = opened_in(open_page, SIZES[size], theme, has_touch=size == "phone")
    page.evaluate("hash => { location.hash = hash; }", link_of(story("S", "M")))
    open_story(keep_beside(page))
    least = 44 if size == "phone" else 24
    assert violations(page) == []
    assert [each for each in page.evaluate(TARGETS, least) if "story" in each or "moment" in each] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def keep_beside(page: Page) -> Page:
    """In a story, beside its moment, with a story of one's own: all that the bar and the panel can show."""
    expect(page.locator(f"{BAR} .place")).to_have_text("1 of 2")  # the moment has arrived, and is what it stands beside
    page.get_by_role("button", name="Keep as mine").click()
    page.locator("[data-do=step]").click()
    expect(page.get_by_role("button", name="Back to the story")).to_be_visible()
    return ready(page)
