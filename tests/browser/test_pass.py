"""One pass, step by step: forwards and back, for every loss, at every size, by button, by key and by touch."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.core.catalogue import catalogue
from tests.browser.conftest import OpenPage
from tests.browser.lab import (
    SIZES,
    choose_loss,
    expect_step,
    kickers,
    nine_points_body,
    ready,
    rows,
    steps,
    two_classes_body,
)

VIEW = "board"

BINARY = {loss["kind"] for loss in catalogue()["losses"] if loss["binary"]}
LOSSES = [(loss["kind"], loss["title"]) for loss in catalogue()["losses"]]


def _button(page: Page, forward: bool) -> None:
    page.locator(f"[data-do={'step' if forward else 'back'}]").click()


def _key(page: Page, forward: bool) -> None:
    page.keyboard.press("ArrowRight" if forward else "ArrowLeft")


def _clicker(page: Page, forward: bool) -> None:
    page.keyboard.press("PageDown" if forward else "PageUp")


def _touch(page: Page, forward: bool) -> None:
    page.locator(f"[data-do={'step' if forward else 'back'}]").tap()


WAYS: dict[str, Callable[[Page, bool], None]] = {"button": _button, "key": _key, "clicker": _clicker, "touch": _touch}


# The height of the sentence, and which of its lines show less than they hold.
LINES = """() => {
    const lines = ["kicker", "formula", "numbers"].map((name) => document.querySelector(`#sentence .${name}`));
    const over = (line) => line.scrollWidth > line.clientWidth + 1 || line.scrollHeight > line.clientHeight + 4;
    return [document.querySelector("#sentence").offsetHeight, lines.filter(over).map((line) => line.className)];
}"""


# The first loss in every way and at every size; the others at one size after the other, in one way after the other.
MATRIX = [(*LOSSES[0], "desktop", way) for way in WAYS] + [(*LOSSES[0], size, "touch") for size in ("tablet", "phone")]
MATRIX += [(*loss, list(SIZES)[k % len(SIZES)], list(WAYS)[k % len(WAYS)]) for k, loss in enumerate(LOSSES[1:])]


@pytest.mark.parametrize(("kind", "title", "size", "way"), MATRIX, ids=[f"{k}-{s}-{w}" for k, _, s, w in MATRIX])
def test_every_step_can_be_taken_and_taken_back(
    open_page: OpenPage, server: str, kind: str, title: str, size: str, way: str
) -> None:
    width, height = SIZES[size]
    page = ready(open_page(width=width, height=height, has_touch=way == "touch", reduced_motion="reduce"))
    if kind != LOSSES[0][0]:
        choose_loss(page, title)
        expect(page.locator("#heading")).to_contain_text(title)
    body = two_classes_body if kind in BINARY else nine_points_body
    found = steps(server, body(loss={"kind": kind}))
    heads = kickers(found)
    expect(page.locator(f"[data-quantity='{found[-3]['id']}']")).to_be_attached()
    take, heights = WAYS[way], set()
    for step, head in zip(found, heads, strict=True):
        take(page, True)
        expect_step(page, head)
        height, cut = page.evaluate(LINES)
        heights.add(height)
        assert not cut, head
        quantity = step["node"] if step["direction"] == "update" else step["id"]
        expect(page.locator(f"[data-quantity='{quantity}']")).to_have_attribute("data-state", "now")
    assert len(heights) == 1, "nothing below the sentence moves from step to step"
    for head in reversed(heads[:-1]):
        take(page, False)
        expect_step(page, head)
    take(page, False)
    expect_step(page, "The whole pass · iteration 0")


def test_on_a_phone_a_step_and_what_it_reads_beside_it_are_in_sight_as_a_whole(
    open_page: OpenPage, server: str
) -> None:
    width, height = SIZES["phone"]
    page = ready(open_page(width=width, height=height, has_touch=True, reduced_motion="reduce"))
    beside = {"S": "W", "M": "S", "H": "M", "l": "H", "dH": "dl", "dM": "dH", "dS": "dM"}
    found = steps(server, nine_points_body())
    for step, head in zip(found, kickers(found), strict=True):
        page.keyboard.press("ArrowRight")
        expect_step(page, head)
        if step["id"] not in beside:
            continue
        expect(page.locator(f"[data-quantity={step['id']}]")).to_have_attribute("data-state", "now")
        for quantity in (step["id"], beside[step["id"]]):
            box = page.locator(f"[data-quantity={quantity}]").bounding_box()
            assert box
            assert 0 <= box["x"] <= width - box["width"], (head, quantity)


def test_a_sum_that_is_too_long_for_its_line_keeps_its_result(open_page: OpenPage, server: str) -> None:
    width, height = SIZES["phone"]
    page = ready(open_page(width=width, height=height, reduced_motion="reduce"))
    for step in steps(server, nine_points_body()):
        page.keyboard.press("ArrowRight")
        if step["id"] == "dW_data":
            break
    numbers = page.locator("#sentence .numbers")
    expect(numbers).to_have_text("∂data/∂W[0,0] = (0.50·(−1) + 0.80·(−2) + …) / 9 = −0.43")
    terms = " + ".join(["0.50·(−1)", "0.80·(−2)", *(f"(−0.{x}0)·1" for x in (4, 3, 7, 4))])
    expect(numbers).to_have_attribute("title", f"∂data/∂W[0,0] = ({terms}) / 9 = −0.43")


def test_the_update_moves_the_lines_and_the_next_pass_begins_from_there(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    first = page.locator("svg.plane .lines").inner_html()
    page.keyboard.press("End")
    expect(page.locator("[data-quantity=W]")).to_have_attribute("data-state", "done")
    moved = page.locator("svg.plane .lines").inner_html()
    assert moved != first
    weights = rows(page, "W")
    assert weights[0] == ["1.02", "1.92", "2.94"]
    page.keyboard.press("ArrowRight")
    expect(page.locator("#iteration")).to_have_text("1")
    assert rows(page, "W") == weights
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#iteration")).to_have_text("0")
    assert rows(page, "W") == weights


def test_the_line_of_stops_can_be_scrubbed(open_page: OpenPage) -> None:
    page = ready(open_page())
    slider = page.get_by_role("slider", name="Step of the pass")
    slider.fill("2")
    expect_step(page, "Forward 3 of 7 · hinge")
    slider.fill("-1")
    expect_step(page, "The whole pass · iteration 0")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 1 of 7 · scores")


def test_the_step_button_names_its_result(open_page: OpenPage, server: str) -> None:
    page = ready(open_page())
    for step in steps(server, nine_points_body()):
        names = {"forward": step["title"], "backward": step["symbol"], "update": f"the new {step['symbol']}"}
        expect(page.locator("[data-do=step] span")).to_have_text(f"Step to {names[step['direction']]}")
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-do=step] span")).to_have_text("Next iteration")


def test_formulas_are_mathematics_and_the_numbers_stand_beside_them(open_page: OpenPage, server: str) -> None:
    page = ready(open_page())
    for _ in steps(server, nine_points_body()):
        page.keyboard.press("ArrowRight")
        expect(page.locator("#sentence math")).to_have_count(1)
        expect(page.locator("#sentence .numbers")).to_contain_text("=")
