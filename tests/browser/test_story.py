"""A story: moments one after the other, made without a mouse, told from one link; one's own work beside it."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from app.links import read
from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_step, halve, ready, show_panel, show_settings, train
from tests.browser.stories import (
    BAR,
    add,
    adding,
    expect_moment,
    expect_texts,
    heads,
    keep_story,
    kept,
    open_story,
    seen,
    story,
)
from tests.browser.test_share import NOTICE, link_of, opened

VIEW = "board"

OWN = "localStorage.getItem('hingelab:problem:1')"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def press(page: Page, name: str) -> dict[str, Any]:
    """Press a button by the keyboard; what pass the page asks for then, to the last digit."""
    button(page, name).focus()
    with page.expect_request("**/api/v1/pass") as asked:
        page.keyboard.press("Enter")
    body: dict[str, Any] = json.loads(asked.value.post_data or "")
    return {name: value for name, value in body.items() if name != "point"}


def test_a_story_made_by_keyboard_alone_is_told_elsewhere_to_the_last_digit(open_page: OpenPage, server: str) -> None:
    page, head = ready(open_page(permissions=["clipboard-read", "clipboard-write"])), heads(server)
    button(page, "Share").press("Enter")
    button(page, "Story").press("Enter")
    add(page, "Nine points")
    button(page, "Close this panel").press("Enter")
    page.locator("[data-weight='W,1,2']").fill("1/3")
    page.locator("[data-weight='W,1,2']").press("Enter")
    show_panel(page, "story")
    for id in ("S", "M"):
        page.locator("[data-do=step]").press("Enter")
        expect_step(page, head[id])
    expect(adding(page)).to_have_value("Margins")
    adding(page).press("Enter")
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill("40")
    expect_step(page, "Training · iteration 40")
    add(page, "Down")
    page.get_by_label("Text of moment 3").press("Alt+ArrowUp")
    expect(page.get_by_label("Text of moment 2")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("hill")
    page.keyboard.press("Enter")
    expect_texts(page, "Nine points", "Downhill", "Margins")
    told = []
    for k in (1, 2, 3):
        asked = press(page, f"Go to moment {k}")
        expect(page.locator(NOTICE)).to_contain_text(f"Moment {k} is on the page")
        told.append((asked, seen(page)))
    button(page, "Copy the link of the story").press("Enter")
    expect(page.locator(NOTICE)).to_contain_text("in the clipboard")
    link = page.evaluate("navigator.clipboard.readText()")
    other = opened(open_page, link[link.index("#") :])
    expect_moment(other, "1 of 3", told[0][1]["kicker"])
    assert seen(other) == told[0][1]
    for k, name, text in ((2, "Next", "Downhill"), (3, "Next", "Margins"), (2, "Previous", "Downhill")):
        assert press(other, f"{name} moment") == told[k - 1][0]
        expect_moment(other, f"{k} of 3", told[k - 1][1]["kicker"])
        expect(other.locator(f"{BAR} bdi")).to_have_text(text)
        assert seen(other) == told[k - 1][1]


def test_what_was_removed_replaced_or_cleared_comes_back(open_page: OpenPage) -> None:
    page = open_story(keep_story(open_page(), story(None, "S", "M")))
    button(page, "Remove moment 2").press("Enter")
    expect(button(page, "Remove moment 2")).to_be_focused()
    expect_texts(page, "text 1", "text 3")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+z")  # the page's own history has nothing of it
    expect_texts(page, "text 1", "text 3")
    button(page, "Undo the last change of the story").press("Enter")
    expect_texts(page, "text 1", "text 2", "text 3")
    button(page, "Start over").press("Enter")
    expect(page.locator(NOTICE)).to_contain_text("empty again")
    page.locator(NOTICE).get_by_role("button", name="Undo").press("Enter")
    expect_texts(page, "text 1", "text 2", "text 3")
    before = kept(page)
    button(page, "Replace moment 3 by what is on the page").press("Enter")
    assert kept(page)["story"][2]["moment"] != before["story"][2]["moment"]
    page.get_by_label("Text of moment 3").press("Control+z")
    assert kept(page) == before


def test_the_address_follows_and_a_reload_stays_in_the_story(open_page: OpenPage, server: str) -> None:
    page, head = opened(open_page, link_of(story("S", "M", "H"))), heads(server)
    expect_moment(page, "1 of 3", head["S"])
    button(page, "Next moment").click()
    expect_moment(page, "2 of 3", head["M"])
    page.wait_for_url(lambda url: read(url[url.index("#") :]).get("at") == 1)
    page.reload()
    expect_moment(ready(page), "2 of 3", head["M"])
    copied = opened(open_page, page.url[page.url.index("#") :])
    expect_moment(copied, "2 of 3", head["M"])


def test_what_is_changed_by_hand_leads_back_to_the_story(open_page: OpenPage, server: str) -> None:
    page, head = opened(open_page, link_of(story("S", "M"))), heads(server)
    back = button(page, "Back to the story")
    for way in (back.click, page.go_back):
        at = page.url
        halve(page)
        expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
        expect(back).to_be_visible()
        page.wait_for_function("url => location.href !== url && history.state?.story", arg=at)
        page.reload()
        expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
        expect_moment(ready(page), "1 of 2", head["S"])
        way()
        expect(back).to_be_hidden()
        expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")
        page.wait_for_function("() => !history.state?.story")
    page.keyboard.press("ArrowRight")
    expect(back).to_be_visible()
    button(page, "Previous moment").click()
    expect_moment(page, "1 of 2", head["S"])
    expect(back).to_be_hidden()


def test_the_readers_own_work_and_story_are_untouched(open_page: OpenPage, server: str) -> None:
    page, head = keep_story(open_page(), story("H")), heads(server)
    halve(page)
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
    page.wait_for_function(f"() => {OWN} !== null")
    own = page.evaluate(OWN)
    tab = page.context.new_page()
    tab.goto(f"/{link_of(story('S', 'M'))}")
    expect(ready(tab).locator(NOTICE)).to_have_text(
        "This is a story that somebody shared: 2 moments. Your own work is kept.✕"
    )
    show_settings(tab)
    button(tab, "Zero weights").click()
    expect(button(tab, "Back to the story")).to_be_visible()
    button(tab, "Next moment").click()
    expect_moment(tab, "2 of 2", head["M"])
    assert kept(tab) == story("H")
    button(tab, "Keep as mine").click()
    expect(button(tab, "Keep as mine")).to_be_hidden()
    assert kept(tab) == story("S", "M")
    tab.locator(NOTICE).get_by_role("button", name="Undo").click()
    assert kept(tab) == story("H")
    button(tab, "Close the story").click()
    expect(tab.locator(NOTICE)).to_contain_text("this is your own work")
    expect(tab.locator("[data-quantity=L] .number")).to_have_text("4.517")
    assert tab.evaluate(OWN) == own


def test_a_story_opened_on_ones_own_page_gives_it_back_with_its_history(open_page: OpenPage, server: str) -> None:
    page, head = ready(open_page()), heads(server)
    halve(page)
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
    page.wait_for_function("() => location.hash.length > 1")
    changed = page.url
    page.locator("[data-do=step]").click()
    page.wait_for_function("url => location.href !== url", arg=changed)
    own, link = page.url, link_of(story("S", "M"))
    for leave in (button(page, "Close the story").click, page.go_back):
        page.evaluate("hash => { location.hash = hash; }", link)
        expect_moment(page, "1 of 2", head["S"])
        expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")
        button(page, "Next moment").click()
        expect_moment(page, "2 of 2", head["M"])
        if button(page, "Keep as mine").is_visible():
            button(page, "Keep as mine").click()
        page.wait_for_function("link => !location.href.endsWith(link)", arg=link)
        leave()
        page.wait_for_url(own)
        expect(page.locator(BAR)).to_be_hidden()
        expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
        expect_step(page, head["S"])
    button(page, "Undo").click()
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")
    expect_texts(open_story(page), "text 1", "text 2")
