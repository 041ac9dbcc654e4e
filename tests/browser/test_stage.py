"""The stage on a phone, with parts that a link hides, under a press on a weight, and behind a blank screen."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, ready
from tests.browser.stories import heads, story
from tests.browser.test_accessibility import opened as opened_in
from tests.browser.test_present import BOARD, PLACE, PLANE, SPOKEN, expect_shown, expect_stage, present
from tests.browser.test_share import link_of, opened

VIEW = "board"

BLANK, WEIGHT, SENTENCE = ".stage-blank", "[data-weight='W,0,0']", "#sentence"


def hiding(*parts: str) -> str:
    """A link to the scores that leaves these parts out."""
    moment = story("S")["story"][0]["moment"]
    return link_of(moment | {"at": {"step": "S", "hide": list(parts)}})


def press_on(page: Page, selector: str) -> None:
    """Where the pointer would meet it, whatever is in front."""
    box = page.locator(selector).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_phone_has_no_empty_room_under_the_sentence_and_nothing_moves_from_step_to_step(
    open_page: OpenPage, server: str
) -> None:
    width, height = SIZES["phone"]
    page = ready(open_page(width=width, height=height, has_touch=True, is_mobile=True, reduced_motion="reduce"))
    present(page)
    measure = """() => {
      const [all, formula, numbers, why] = ["", " .formula", " .numbers", " .why"]
        .map(part => document.querySelector(`#sentence${part}`).getBoundingClientRect());
      return {
        height: Math.round(all.height), empty: all.bottom - why.bottom,
        out: Math.max(...[formula, numbers].flatMap(box => [all.left - box.left, box.right - all.right])),
      };
    }"""
    heights = []
    for k, head in enumerate(heads(server).values()):
        expect_stage(page, f"{k} / 18", head)
        found = page.evaluate(measure)
        assert found["empty"] <= 24, (head, found)  # a line of the text, for a step that has one more
        assert found["out"] <= 0, (head, found)
        heights.append(found["height"])
        page.keyboard.press("PageDown")
    usual = heights[0]
    assert [k for k, each in enumerate(heights) if each != usual] == [13]  # the longest account there is


@pytest.mark.parametrize("theme", ["dark", "projector"])
def test_a_phone_shows_all_of_the_scores(open_page: OpenPage, server: str, theme: str) -> None:
    page = present(opened_in(open_page, SIZES["phone"], theme, has_touch=True, is_mobile=True))
    page.keyboard.press("PageDown")
    expect_stage(page, "1 / 18", heads(server)["S"])
    for end in ("[data-quantity=X] td.label", "[data-quantity=S] td:last-child"):
        expect(page.locator(f"{BOARD} {end}").first).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("size", ["desktop", "phone", "landscape"])
def test_what_a_link_hides_stays_hidden_and_what_it_leaves_is_shown(open_page: OpenPage, size: str) -> None:
    width, height = {**SIZES, "landscape": (844, 390)}[size]
    for hidden, left in ((["plane"], BOARD), (["board"], PLANE), (["plane", "sentence"], BOARD)):
        page = present(opened(open_page, hiding(*hidden), width=width, height=height, reduced_motion="reduce"))
        for key in ("0", "1", "2", "3"):
            page.keyboard.press(key)
            expect_shown(page, left)
            expect(page.locator(SENTENCE)).to_be_visible(visible="sentence" not in hidden)
        box = page.locator(left).bounding_box()
        assert box
        assert box["width"] * box["height"] > width * height / 8, hidden
        page.close()


@pytest.mark.parametrize("size", ["desktop", "phone", "landscape"])
def test_the_sentence_stands_alone_where_both_are_hidden(open_page: OpenPage, server: str, size: str) -> None:
    width, height = {**SIZES, "landscape": (844, 390)}[size]
    page = present(opened(open_page, hiding("plane", "board"), width=width, height=height, reduced_motion="reduce"))
    tops = set()
    for k, head in list(enumerate(heads(server).values()))[1:]:
        expect_stage(page, f"{k} / 18", head)
        expect_shown(page)
        expect(page.locator(SENTENCE)).to_be_in_viewport(ratio=1)
        box = page.locator(SENTENCE).bounding_box()
        assert box
        assert box["width"] > 0.9 * width
        tops.add(round(box["y"]))
        page.keyboard.press("PageDown")
    (top,) = tops
    assert height / 5 < top < height / 2
    for key in ("1", "2", "3"):
        page.keyboard.press(key)
        expect_shown(page)


def test_a_moment_that_hides_the_plane_is_followed_by_one_that_does_not(open_page: OpenPage, server: str) -> None:
    parts, head = story("S", "S"), heads(server)
    parts["story"][0]["moment"]["at"]["hide"] = ["plane"]
    page = present(opened(open_page, link_of(parts), reduced_motion="reduce"))
    page.keyboard.press("1")
    for key, place, shown in (("Home", "1 / 2", BOARD), ("PageDown", "2 / 2", PLANE), ("PageUp", "1 / 2", BOARD)):
        page.keyboard.press(key)
        expect_stage(page, place, head["S"])
        expect_shown(page, shown)


def test_who_goes_on_before_a_moment_has_arrived_is_not_held_there(open_page: OpenPage, server: str) -> None:
    parts, head = story("S", "S"), heads(server)
    parts["story"][1]["moment"]["at"]["iteration"] = 1
    page = present(opened(open_page, link_of(parts), reduced_motion="reduce"))
    held: list[Route] = []
    page.route("**/api/v1/pass", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/api/v1/pass"):
        page.keyboard.press("PageDown")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageDown")
    held[0].continue_()
    expect_stage(page, "2 / 2", head["S"])
    page.keyboard.press("PageUp")
    expect_stage(page, "1 / 2", head["S"])


def test_a_press_on_a_weight_leaves_the_keys_to_the_clicker(open_page: OpenPage, server: str) -> None:
    page, head = present(ready(open_page(reduced_motion="reduce"))), list(heads(server).values())
    page.keyboard.press("2")
    expect_shown(page, BOARD)
    for key in ("PageDown", "ArrowRight", "Space"):
        page.keyboard.press("Home")
        expect_stage(page, "0 / 18", head[0])
        press_on(page, WEIGHT)
        page.keyboard.press(key)
        expect_stage(page, "1 / 18", head[1])
    press_on(page, WEIGHT)
    expect(page.locator(f"{BOARD} input:focus")).to_have_count(0)
    page.keyboard.press("b")
    expect(page.locator(BLANK)).to_be_visible()
    page.keyboard.press("b")
    page.keyboard.press("Escape")
    expect(page.locator(PLACE)).to_have_count(0)


def test_weights_are_typed_again_when_the_presentation_is_over(open_page: OpenPage) -> None:
    page = ready(open_page())
    weight = page.locator(WEIGHT)
    before = weight.evaluate("each => each.outerHTML")
    present(page)
    for each in page.locator("[data-weight]").all():
        expect(each).to_have_attribute("readonly", "")
        expect(each).to_have_attribute("tabindex", "-1")
    page.keyboard.press("Escape")
    expect(page.locator("[data-weight][readonly]")).to_have_count(0)
    assert weight.evaluate("each => each.outerHTML") == before
    weight.click()
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(weight).to_have_value("2.00")


KEYS = [
    *("0", "1", "2", "3", "f", "p", "x", "?", "Escape", "Enter", "Space", "Tab", "Home", "End", "PageDown", "PageUp"),
    *("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowLeft", "b", "."),
]


def test_any_key_and_a_press_bring_the_picture_back_and_do_nothing_else(open_page: OpenPage, server: str) -> None:
    page, head = present(ready(open_page(reduced_motion="reduce"))), heads(server)
    for key in ("PageDown", "PageDown", "1"):
        page.keyboard.press(key)
    expect_stage(page, "2 / 18", head["M"])
    expect_shown(page, PLANE)
    further = page.get_by_role("button", name="Next")
    further.focus()  # nobody sees what has the keyboard
    look = """() => JSON.stringify([
      document.querySelector("main").outerHTML, document.documentElement.dataset.stage,
      Boolean(document.fullscreenElement),
    ])"""
    before = page.evaluate(look)
    for way in [*KEYS, "a press"]:
        page.keyboard.press("b")
        expect(page.locator(BLANK)).to_be_visible()
        if way in KEYS:
            page.keyboard.press(way)
            expect(further).to_be_focused()
        else:
            press_on(page, "svg.plane [data-point='4']")
        expect(page.locator(BLANK)).to_be_hidden()
        expect(page.locator(SPOKEN)).to_have_text("The picture is back.")
        expect(page.locator("dialog[open]")).to_have_count(0)
        assert page.evaluate(look) == before, way
    page.keyboard.press("PageDown")
    expect_stage(page, "3 / 18", list(head.values())[3])
