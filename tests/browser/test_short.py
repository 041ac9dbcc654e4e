"""A short link, made on the page and opened by somebody else; and what a link can leave out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import hide_settings, open_panel, ready, rows, show_settings
from tests.browser.test_accessibility import violations

VIEW = "board"

NOTICE = "#notice"
TITLE = 'Look <img src=x onerror="alert(1)"> here'


def shortened(page: Page, title: str = "") -> str:
    """Makes a short link of what is on the page; its path."""
    open_panel(page, "share")
    page.get_by_label("Title of the short link").fill(title)
    page.get_by_role("button", name="Make a short link").click()
    address = page.locator(".share .address")
    expect(address).to_have_attribute("href", re.compile(r"/s/[0-9A-Z]{10,}$"))
    href = address.get_attribute("href") or ""
    return href[href.index("/s/") :]


def at_the_mask(page: Page) -> Page:
    for _ in range(11):
        page.keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).to_contain_text("Backward 4")
    return page


def test_a_short_link_leads_to_the_very_moment(open_page: OpenPage) -> None:
    page = at_the_mask(ready(open_page()))
    page.locator("[data-weight='W,0,1']").fill("0.12345678901234567")
    page.locator("[data-weight='W,0,1']").press("Enter")
    expect(page.locator("[data-weight='W,0,1']")).to_have_value("0.12")
    path = shortened(page, TITLE)
    other = ready(open_page(path))
    expect(other.locator(NOTICE)).to_contain_text(f"“{TITLE}” — This is a moment that somebody shared.")
    for panel in ("X", "W", "dS", "dW"):
        assert rows(other, panel) == rows(page, panel)
    assert other.locator("#sentence .kicker").text_content() == page.locator("#sentence .kicker").text_content()
    exact = "[data-weight='W,0,1']"
    assert other.locator(exact).get_attribute("data-value") == page.locator(exact).get_attribute("data-value")
    assert other.evaluate("location.pathname + location.hash") == path
    expect(other).to_have_title(f"{TITLE} · Hingelab")
    other.keyboard.press("PageDown")
    other.wait_for_function("() => location.pathname === '/' && location.hash.startsWith('#1.')")
    other.keyboard.press("PageUp")
    other.wait_for_function("path => location.pathname + location.hash === path", arg=path)


def test_its_code_fills_the_hall_and_goes_away_again(open_page: OpenPage) -> None:
    page = ready(open_page())
    path = shortened(page)
    page.get_by_role("button", name="Show the code").press("Enter")  # a pointer leaves the keys to the page
    hall = page.get_by_role("dialog", name="The code")
    expect(hall.locator(".where b")).to_have_text(f"{path[3:8]} {path[8:]}")
    picture = hall.get_by_role("img")
    assert picture.evaluate("async image => { await image.decode(); return image.naturalWidth > 0; }")
    assert picture.bounding_box()["height"] > 400  # type: ignore[index]
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(hall).to_have_count(0)
    expect(page.get_by_role("button", name="Show the code")).to_be_focused()


def test_who_made_a_link_can_delete_it_also_after_a_reload(open_page: OpenPage) -> None:
    page = at_the_mask(ready(open_page()))
    path = shortened(page, "soon gone")
    page.reload()
    assert shortened(ready(page), "soon gone") == path
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator(".shorter [role=status]")).to_have_text("The short link is deleted.")
    assert page.request.get(path).status == 410
    expect(page.get_by_label("Title of the short link")).to_be_focused()


def test_the_long_link_is_there_where_no_short_one_can_be(open_page: OpenPage, complaints: list[str]) -> None:
    page = ready(open_page())
    page.route("**/api/v1/links", lambda route: route.abort())
    open_panel(page, "share")
    page.get_by_role("button", name="Make a short link").click()
    expect(page.locator(NOTICE)).to_contain_text("The long link above works all the same.")
    assert page.get_by_label("The link").input_value().startswith("http")
    complaints.clear()


def test_a_link_can_leave_parts_out_and_its_reader_can_bring_them_back(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "share")
    page.get_by_text("Hide parts of the page").click()
    field = page.get_by_label("The link")
    for name in ("board", "weights", "charts"):
        before = field.input_value()
        page.locator(".share").get_by_label(name, exact=True).check()
        expect(field).not_to_have_value(before)
    expect(page.locator("#board")).to_be_hidden()
    expect(page).to_have_url(field.input_value())  # the address follows at its pace
    other = ready(open_page(page.url[page.url.index("#") - 1 :]))
    for hidden in ("#board", "#chart", "[data-group=weights]"):
        expect(other.locator(hidden)).to_be_hidden()
    show_settings(other)
    expect(other.locator("#controls [data-group=loss]")).to_be_visible()
    hide_settings(other)
    other.get_by_role("button", name="Show the whole page").click()
    expect(other.locator("#board")).to_be_visible()
    expect(other.get_by_role("button", name="Show the whole page")).to_be_hidden()
    expect(other.locator("#board")).to_be_focused()


def test_leaving_out_the_panels_leaves_the_panel_that_does_it(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "share")
    page.get_by_text("Hide parts of the page").click()
    page.locator(".share").get_by_label("panels", exact=True).check()
    expect(page.locator("[data-panel-button=share]")).to_be_hidden()
    page.get_by_role("button", name="Make a short link").click()
    expect(page.locator(".share .address")).to_be_visible()
    page.get_by_role("button", name="Close this panel").click()
    expect(page.locator(".share")).to_be_hidden()


def test_it_says_whether_it_is_still_of_this_moment(open_page: OpenPage) -> None:
    page = ready(open_page())
    shortened(page)
    said = page.locator(".shorter [role=status]")
    own = said.inner_text()
    page.locator("[data-do=step]").click()
    expect(said).to_contain_text("The page has moved on since")
    page.locator("[data-do=back]").click()
    expect(said).to_have_text(own)


@pytest.mark.parametrize(("size", "scheme"), [((1440, 900), "light"), ((390, 844), "dark")], ids=["desktop", "phone"])
def test_the_panel_is_accessible(open_page: OpenPage, size: tuple[int, int], scheme: str) -> None:
    page = ready(open_page("/", *size, color_scheme=scheme, has_touch=size[0] < 500))
    shortened(page)
    for summary in page.locator(".share summary").all():
        summary.click()
    assert violations(page) == []


def test_a_link_that_there_is_not_has_a_way_on(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page("/s/0000000000")
    expect(page.get_by_role("heading")).to_have_text("There is no such link")
    page.get_by_role("link", name="Go to the lab").click()
    expect(ready(page).locator("[data-quantity=L] .number")).to_have_text("6.267")
    complaints.clear()  # the browser notes the 404


def test_a_story_has_a_short_link_too(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "story")
    for count in (1, 2):
        page.keyboard.press("PageDown")
        page.get_by_role("button", name="Add this moment").click()
        expect(page.locator(".moments > li")).to_have_count(count)
    page.get_by_label("Title of the short link").fill("Two steps")
    page.get_by_role("button", name="Make a short link").click()
    address = page.locator(".shorter .address")
    expect(address).to_have_attribute("href", re.compile(r"/s/[0-9A-Z]{10,}$"))
    href = address.get_attribute("href") or ""
    other = ready(open_page(href[href.index("/s/") :]))
    expect(other.locator("#sentence .kicker")).to_contain_text("Forward 1 of 7")
    other.get_by_role("button", name="Next moment").click()
    expect(other.locator("#sentence .kicker")).to_contain_text("Forward 2 of 7")
    expect(other).to_have_title("Two steps · Hingelab")
