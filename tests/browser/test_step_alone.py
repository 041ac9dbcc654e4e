"""The matrices of a step that stands alone: the row in focus, its arrows, and what there is no room for."""

from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, ready
from tests.browser.test_focus import box, forward, mask


def test_the_row_in_focus_is_lit_and_its_number_marked(open_page: OpenPage) -> None:
    page = mask(ready(open_page(reduced_motion="reduce")))
    expect(page.locator("#sentence .numbers mark")).to_have_text("−2")
    marked = page.locator("[data-quantity=dS] td.focus")
    expect(marked).to_have_text("−2")
    yellow = "rgb(255, 216, 77)"
    for selector in ("[data-quantity=dS] td.focus", "#sentence .numbers mark", ".stops [data-state=now] i"):
        expect(page.locator(selector)).to_have_css("background-color", yellow)
    row = box(page, "[data-quantity=dS] tr.lit")
    assert row["height"] > box(page, "[data-quantity=dS] tbody tr")["height"] + 40, "it steps out of its matrix"
    band = box(page, "#board .lit-band")
    assert abs(band["y"] - row["y"]) < 1
    assert band["x"] <= box(page, "[data-quantity=dM] tr.lit")["x"]
    # Two to the number, each with its sign, and below the row one to each of those that it was computed from.
    arrows = page.locator(".wires path[marker-end]")
    expect(arrows).to_have_count(4)
    expect(page.locator(".wires .before")).to_have_count(2)
    expect(page.locator(".wires .minus")).to_have_count(2)
    ends = [
        place.rsplit(" ", 2)[-2:] for place in arrows.evaluate_all("all => all.map(each => each.getAttribute('d'))")
    ]
    assert len({tuple(end) for end in ends}) == 4, "no head lies on another"
    page.locator("svg.plane [data-point='8']").click()
    expect(page.locator("[data-quantity=dS] tr.lit .focus, [data-quantity=dS] tr.lit td").first).to_be_visible()
    assert abs(box(page, "#board .lit-band")["y"] - box(page, "[data-quantity=dS] tr.lit")["y"]) < 1


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768)])
@pytest.mark.parametrize(("count", "place"), [(1, "Forward 1 of 7"), (13, "Backward 6 of 9")])
def test_formula_numbers_and_the_hand_on_a_product_keep_apart(
    open_page: OpenPage, width: int, height: int, count: int, place: str
) -> None:
    page = ready(open_page(width=width, height=height, reduced_motion="reduce"))
    forward(page, count)
    expect(page.locator("#sentence .kicker")).to_contain_text(place)
    expect(page.locator("#sentence .numbers mark")).to_be_visible()
    names = ("#sentence math", "#sentence .numbers", "#product")
    boxes = [box(page, name) for name in names]
    for (one, a), (other, b) in combinations(zip(names, boxes, strict=True), 2):
        across = min(a["x"] + a["width"], b["x"] + b["width"]) - max(a["x"], b["x"])
        along = min(a["y"] + a["height"], b["y"] + b["height"]) - max(a["y"], b["y"])
        assert min(across, along) <= 4, (one, other)  # a line of text is taller than its letters


def test_what_is_the_same_for_all_points_is_one_word(open_page: OpenPage) -> None:
    page = forward(ready(open_page(reduced_motion="reduce")), 9)
    expect(page.locator("[data-quantity=dl] .constant")).to_have_text("all 1")
    forward(page, 1)
    expect(page.locator("[data-quantity=dH] .constant")).to_have_text("every rival 1")
    expect(page.locator("[data-quantity=dH] table")).to_be_hidden()


def test_of_many_points_the_stage_has_the_one_in_focus_and_its_neighbours(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    choose(page, "set", "Blobs")
    expect(page.locator("svg.plane [data-point='59']")).to_have_count(1)
    forward(page, 2)
    page.locator("svg.plane [data-point='30']").focus()
    rows = page.locator("[data-quantity=M] tbody tr:visible")
    expect(rows).to_have_count(9)
    expect(rows.nth(4)).to_have_class("lit")


def test_a_marked_number_is_dark_on_yellow_in_the_dark_too(open_page: OpenPage) -> None:
    page = forward(ready(open_page(color_scheme="dark", reduced_motion="reduce")), 6)
    marked = page.locator("[data-quantity=R] .number.focus")
    expect(marked).to_have_css("background-color", "rgb(255, 216, 77)")
    expect(marked).to_have_css("color", "rgb(20, 22, 27)")


STRUCK = """() => [...document.querySelectorAll(".wires path[marker-end]")].flatMap((path) => {
  const length = path.getTotalLength();
  const inner = Array.from({ length: 40 }, (_, k) => path.getPointAtLength((length * (k + 2)) / 44))
    .map((at) => at.matrixTransform(path.getScreenCTM()));
  return [...document.querySelectorAll("#board :is(td, .number, h3 i, h3 span)")]
    .filter((node) => node.textContent.trim() && node.checkVisibility())
    .filter((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      return inner.some(({ x, y }) => x > left + 4 && x < right - 4 && y > top + 4 && y < bottom - 4);
    })
    .map((node) => node.textContent);
})"""


def test_no_arrow_of_a_sum_strikes_a_number_or_a_title(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    kicker = page.locator(".kicker")
    forward(page, 7)
    expect(kicker).to_have_text("Forward 7 of 7 · total loss")
    expect(page.locator(".wires path[marker-end]")).to_have_count(2)
    assert page.evaluate(STRUCK) == []
    forward(page, 9)
    expect(kicker).to_have_text("Backward 9 of 9 · gradient of the weights")
    expect(page.locator("[data-quantity=dW] td.focus")).to_have_text("−1.18")
    assert page.evaluate(STRUCK) == []
