"""Presenting: the page for the back row, walked by a clicker, and the very same page afterwards."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, expect_step, halve, ready, train
from tests.browser.stories import BAR, expect_texts, heads, keep_story, open_story, story
from tests.browser.test_accessibility import COLOURS, LETTERS, PLACES, RULES, violations
from tests.browser.test_accessibility import opened as opened_in
from tests.browser.test_share import NOTICE, link_of, opened

VIEW = "board"

PLACE, TEXT, PLANE, BOARD = ".stage-place", ".stage-text", "svg.plane", "#board"
SPOKEN = "body > [role=status].offscreen:not(#step-said)"


def present(page: Page) -> Page:
    page.keyboard.press("p")
    expect(page.locator(PLACE)).to_be_visible()
    return page


def expect_stage(page: Page, place: str, kicker: str) -> None:
    expect(page.locator(PLACE)).to_have_text(place)
    expect_step(page, kicker)


def expect_shown(page: Page, *wanted: str) -> None:
    for part in (PLANE, BOARD):
        expect(page.locator(part)).to_be_visible(visible=part in wanted)


# All that there is of the page and where it stands; a chart is drawn anew, its parts have other names then.
LOOK = """() => {
  const main = document.querySelector("main").cloneNode(true);
  main.querySelector("#chart-plot").remove();
  const boxes = [...document.querySelectorAll(".left *, .middle *, .top *, .controls > *")]
    .filter(each => !each.closest("#chart-plot"))
    .map(each => each.getBoundingClientRect()).map(({ x, y, width, height }) => [x, y, width, height].join());
  const { outerHTML } = document.activeElement;
  const root = [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`).sort();
  return JSON.stringify([main.outerHTML, outerHTML, root, boxes, location.href, history.length, scrollX, scrollY]);
}"""


def test_a_clicker_walks_a_story_moment_by_moment_and_its_steps_by_other_keys(open_page: OpenPage, server: str) -> None:
    page, head = opened(open_page, link_of(story(None, "S", "dW"))), heads(server)
    present(page)
    expect_stage(page, "1 / 3", head[None])
    for key, place, id in (
        ("PageDown", "2 / 3", "S"), ("PageUp", "1 / 3", None), ("PageUp", "1 / 3", None), ("ArrowRight", "2 / 3", "S"),
        ("Space", "3 / 3", "dW"), ("PageDown", "3 / 3", "dW"), ("Home", "1 / 3", None), ("End", "3 / 3", "dW"),
        ("ArrowLeft", "2 / 3", "S"), ("Shift+ArrowRight", "2 / 3 …", "M"), ("ArrowDown", "2 / 3 …", "H"),
        ("ArrowUp", "2 / 3 …", "M"), ("Shift+ArrowLeft", "2 / 3", "S"), ("ArrowDown", "2 / 3 …", "M"),
        ("PageUp", "2 / 3", "S"),
    ):  # fmt: skip
        page.keyboard.press(key)
        expect_stage(page, place, head[id])
        expect(page.locator(TEXT)).to_have_text(f"text {place[0]}")
    page.keyboard.press("Escape")
    expect(page.locator(f"{BAR} .place")).to_have_text("2 of 3")
    expect_step(page, head["S"])


def test_without_a_story_it_walks_the_pass_and_goes_on_with_the_next(open_page: OpenPage, server: str) -> None:
    page, head = present(ready(open_page(reduced_motion="reduce"))), heads(server)
    expect(page.locator(TEXT)).to_have_text("Weston–Watkins loss on CS231n nine")
    for k, id in enumerate(list(head)[:4]):
        expect_stage(page, f"{k} / 18", head[id])
        page.keyboard.press("PageDown")
    page.keyboard.press("End")
    expect_stage(page, "18 / 18", head["b_next"])
    page.keyboard.press("PageDown")
    expect_stage(page, "0 / 18", "The whole pass · iteration 1")
    page.keyboard.press("PageUp")
    expect_stage(page, "18 / 18", head["b_next"])
    page.keyboard.press("Escape")
    train(page)
    present(page)
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(PLACE)).to_have_text("total 5.744 · 2 / 200")


def test_one_thing_at_a_time_is_chosen_by_the_step_or_by_the_reader(open_page: OpenPage) -> None:
    page = present(ready(open_page(reduced_motion="reduce")))
    both = [PLANE, BOARD]
    for id, shown in ((None, [PLANE]), ("S", both), ("dL", [BOARD]), ("dS", both), ("W_next", both)):
        while id and not page.locator(f"{BOARD} [data-quantity={id.removesuffix('_next')}][data-state=now]").count():
            before = page.locator(PLACE).inner_text()
            page.keyboard.press("PageDown")
            expect(page.locator(PLACE)).not_to_have_text(before)
        expect_shown(page, *shown)
    visible = "all => all.filter(each => each.checkVisibility()).map(each => each.dataset.quantity)"
    assert page.locator(f"{BOARD} .quantity").evaluate_all(visible) == ["W", "dW"]
    for key, asked in (("1", [PLANE]), ("2", [BOARD]), ("3", [PLANE, BOARD])):
        page.keyboard.press(key)
        expect_shown(page, *asked)
    page.keyboard.press("Home")
    expect_shown(page, PLANE, BOARD)
    page.keyboard.press("0")
    expect_shown(page, PLANE)
    for part in (".top", ".transport", ".controls", "#chart", ".tray", ".plane-legend", ".point-bar", NOTICE):
        expect(page.locator(part)).to_be_hidden()


@pytest.mark.parametrize("width", [1024, 1440, 1920])
def test_it_is_legible_from_the_back_row(open_page: OpenPage, width: int) -> None:
    page = present(ready(open_page(width=width, height=width * 5 // 8, reduced_motion="reduce")))
    size = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"
    for _ in range(19):
        assert page.evaluate(size, "#sentence .question") >= width / 36
        assert page.evaluate(size, "#sentence math") >= width / 54, page.locator("#sentence .kicker").inner_text()
        assert page.evaluate(size, "#sentence .why") >= width / 72
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        before = page.locator(PLACE).inner_text()
        page.keyboard.press("PageDown")
        expect(page.locator(PLACE)).not_to_have_text(before)


@pytest.mark.charts
def test_leaving_restores_the_page_exactly(open_page: OpenPage, server: str) -> None:
    page = keep_story(open_page(reduced_motion="reduce"), story("S", "dW"))
    halve(ready(page))
    open_story(page)
    page.locator("[data-do=step]").click()
    expect_step(page, heads(server)["S"])
    page.wait_for_function("() => location.hash.length > 1")
    address = page.url
    page.locator("[data-do=step]").click()
    expect_step(page, heads(server)["M"])
    page.wait_for_function("address => location.href !== address", arg=address)
    expect(page.locator("#chart-now")).to_contain_text("total 4.517")
    expect(page.locator("#chart:not(.waiting) .scatterlayer .trace")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Present from moment 2").focus()
    page.locator("#controls").evaluate("each => each.scrollTo(0, 90)")
    before = page.evaluate(LOOK)
    page.keyboard.press("Enter")
    expect_stage(page, "2 / 2", heads(server)["dW"])
    page.keyboard.press("PageUp")
    page.keyboard.press("Escape")  # at once: the moment that was asked for is no longer wanted
    page.wait_for_function(f"before => ({LOOK})() === before", arg=before)
    expect_texts(page, "text 1", "text 2")
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")


def test_the_screen_goes_blank_the_pointer_hides_and_the_readers_theme_stays(open_page: OpenPage) -> None:
    page = present(ready(open_page()))
    expect(page.locator(SPOKEN)).to_contain_text("Presenting. Right and left walk")
    expect(page.locator(".stage-line")).to_be_focused()
    expect(page.locator("html")).to_have_attribute("data-theme", "projector")
    for key, back in (("b", "b"), (".", "PageDown"), ("b", "Space")):
        page.keyboard.press(key)
        expect(page.locator(".stage-blank")).to_be_visible()
        page.keyboard.press(back)
        expect(page.locator(".stage-blank")).to_be_hidden()
        expect(page.locator(PLACE)).to_have_text("0 / 18")
    page.wait_for_selector("html[data-rest]", state="attached")
    assert page.evaluate("getComputedStyle(document.body).cursor") == "none"
    page.mouse.move(300, 300)
    page.wait_for_selector("html:not([data-rest])", state="attached")
    page.keyboard.press("p")
    expect(page.locator(SPOKEN)).to_have_text("The presentation is over.")
    expect(page.locator("html")).not_to_have_attribute("data-theme", "projector")
    dark = present(opened_in(open_page, SIZES["desktop"], "dark"))
    expect(dark.locator("html")).to_have_attribute("data-theme", "dark")


STATES = [
    ("desktop", "light", RULES),
    ("desktop", "dark", COLOURS),
    ("desktop", "projector", LETTERS),
    ("phone", "dark", PLACES),
    ("landscape", "light", PLACES),
]


@pytest.mark.parametrize(("size", "theme", "rules"), STATES, ids=[f"{size}-{theme}" for size, theme, _ in STATES])
def test_axe_finds_nothing_and_nothing_is_cut_off_while_presenting(
    open_page: OpenPage, size: str, theme: str, rules: dict[str, Any]
) -> None:
    page = opened_in(open_page, {**SIZES, "landscape": (844, 390)}[size], theme)
    choose(page, "set", "Blobs")  # more points than there is room for
    expect(page.locator("[data-quantity=S] tbody tr")).to_have_count(60)
    present(page)
    for key in ("Home", "PageDown", "2", "End", "0"):
        page.keyboard.press(key)
        assert violations(page, options=rules) == [], key
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(page.get_by_role("button", name="Leave the presentation")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Home")
    page.keyboard.press("PageDown")
    page.keyboard.press("2")
    expect(page.locator("[data-quantity=S] tr.lit")).to_be_in_viewport(ratio=1)
