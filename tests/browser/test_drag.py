"""Points, lines and arrows in the hand: by mouse, by keys, by touch with and without a drag."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, rows

VIEW = "board"

START = "6.267"


def place(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def point(i: int) -> str:
    return f"svg.plane [data-point='{i}'] .hit"


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + by[0] / 2, start[1] + by[1] / 2)
    page.mouse.move(start[0] + by[0], start[1] + by[1])


def test_a_dragged_point_takes_every_number_along_and_is_one_undo(open_page: OpenPage) -> None:
    page = ready(open_page())
    before, grabbed = rows(page, "X"), place(page, point(3))
    drag(page, grabbed, (100, -40))
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(START)
    pointer = [start + by for start, by in zip(grabbed, (100, -40), strict=True)]
    assert place(page, point(3)) == pytest.approx(pointer, abs=1.5)
    page.mouse.up()
    after = rows(page, "X")
    assert after[3] != before[3]
    assert [row for i, row in enumerate(after) if i != 3] == [row for i, row in enumerate(before) if i != 3]
    expect(page.locator("#watch b")).to_have_text("Point 3")
    page.keyboard.press("Control+z")
    expect(page.locator("[data-quantity=L] .number")).to_have_text(START)
    assert rows(page, "X") == before


def test_the_window_stays_still_under_a_dragged_point(open_page: OpenPage) -> None:
    page = ready(open_page())
    other = place(page, point(8))
    drag(page, place(page, point(1)), (20, -60))
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(START)
    page.mouse.up()
    assert place(page, point(8)) == other


def test_escape_takes_a_drag_back(open_page: OpenPage) -> None:
    page = ready(open_page())
    drag(page, place(page, point(3)), (100, -40))
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(START)
    page.keyboard.press("Escape")
    page.mouse.up()
    expect(page.locator("[data-quantity=L] .number")).to_have_text(START)


def test_a_dragged_line_moves_the_bias_of_its_class_alone(open_page: OpenPage) -> None:
    page = ready(open_page())
    box = page.locator("svg.plane").bounding_box()
    assert box
    weights = rows(page, "W")
    x, y = place(page, "svg.plane .ends .k1 circle")
    drag(page, (x + 45, y - 21), (0, -40))
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(START)
    page.mouse.up()
    assert rows(page, "W") == weights
    bias = rows(page, "b")[0]
    assert [bias[0], bias[2]] == ["0.00", "−0.50"]
    assert bias[1] != "0.50"


def test_a_dragged_arrow_turns_and_scales_the_weights_of_its_class_alone(open_page: OpenPage) -> None:
    page = ready(open_page())
    drag(page, place(page, "svg.plane .arrows .k2 path"), (10, 50))
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text(START)
    page.mouse.up()
    after = rows(page, "W")
    assert [row[:2] for row in after] == [["1.00", "2.00"], ["2.00", "−4.00"]]
    assert after[1][2] != "−1.00"


def test_a_press_on_the_empty_plane_adds_a_point_of_the_chosen_class(open_page: OpenPage) -> None:
    page = ready(open_page())
    chips = page.get_by_role("group", name="Class of a new point")
    chips.get_by_role("button", name="class 3").click()
    box = page.locator("svg.plane").bounding_box()
    assert box
    page.mouse.click(box["x"] + 60, box["y"] + 40)
    expect(page.locator("svg.plane .point")).to_have_count(10)
    expect(page.locator("svg.plane .point.k3")).to_have_count(1)
    expect(page.locator("[data-quantity=W] tbody tr").first.locator("td")).to_have_count(4)
    expect(page.locator("#watch b")).to_have_text("Point 9")
    chips.get_by_role("button", name="class 3").click()  # chosen twice is chosen
    page.mouse.click(box["x"] + 150, box["y"] + 40)
    expect(page.locator("svg.plane .point.k3")).to_have_count(2)
    for left in (10, 9):
        page.keyboard.press("Control+z")
        expect(page.locator("svg.plane .point")).to_have_count(left)
    expect(page.locator("[data-quantity=L] .number")).to_have_text(START)


@pytest.mark.parametrize("on", [".lines line", ".arrows .k1 path"])
def test_a_still_press_on_a_line_or_an_arrow_adds_a_point_too(open_page: OpenPage, on: str) -> None:
    page = ready(open_page())
    weights = rows(page, "W")
    x, y = place(page, f"svg.plane {on} >> nth=0")
    page.mouse.click(x, y)
    expect(page.locator("svg.plane .point")).to_have_count(10)
    assert rows(page, "W") == weights


def test_the_keyboard_moves_reclasses_deletes_and_adds(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("svg.plane [data-point='4']").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-quantity=X] tbody tr").nth(4)).to_contain_text("−0.25")
    page.keyboard.press("Shift+ArrowUp")
    expect(page.locator("[data-quantity=X] tbody tr").nth(4)).to_contain_text("0.95")
    page.keyboard.press("2")
    expect(page.locator("[data-quantity=X] tbody tr").nth(4).locator(".shape.k2")).to_be_visible()
    page.keyboard.press("Delete")
    expect(page.locator("svg.plane .point")).to_have_count(8)
    page.keyboard.press("n")
    expect(page.locator("svg.plane .point")).to_have_count(9)
    for _ in range(5):
        page.keyboard.press("Control+z")
    expect(page.locator("[data-quantity=L] .number")).to_have_text(START)


def test_everything_a_drag_does_can_be_tapped(open_page: OpenPage) -> None:
    page = ready(open_page(width=390, height=844, has_touch=True, is_mobile=True))
    page.locator("svg.plane [data-point='4']").tap()
    own = page.get_by_role("group", name="Point 4")
    own.get_by_role("button", name="Move the point right").tap()
    expect(page.locator("[data-quantity=X] tbody tr").nth(4)).to_contain_text("−0.25")
    own.get_by_role("combobox").select_option("0")
    expect(page.locator("svg.plane .point.k0")).to_have_count(4)
    page.get_by_role("button", name="New point").tap()
    expect(page.locator("svg.plane .point")).to_have_count(10)
    page.get_by_role("group", name="Point 9").get_by_role("button", name="Delete this point").tap()
    expect(page.locator("svg.plane .point")).to_have_count(9)


def test_a_finger_drags_a_point_and_scrolls_beside_it(open_page: OpenPage) -> None:
    page = ready(open_page(width=390, height=844, has_touch=True, is_mobile=True))
    before = place(page, point(4))
    finger(page, before, (before[0] + 40, before[1] + 30))
    expect(page.locator("[data-do=undo]")).to_be_enabled()
    after = place(page, point(4))
    assert (after[0] - before[0], after[1] - before[1]) == pytest.approx((40, 30), abs=2)
    assert page.evaluate("scrollY") == 0
    finger(page, (before[0] - 50, before[1] + 60), (before[0] - 50, before[1] - 140))
    page.wait_for_function("() => scrollY > 100")
    expect(page.locator("svg.plane .point")).to_have_count(9)


def finger(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger put down, moved in small steps, and lifted, as the browser itself is told of it."""
    session = page.context.new_cdp_session(page)
    places = [[a + (b - a) * k / 10 for a, b in zip(start, end, strict=True)] for k in range(11)]
    for k, (x, y) in enumerate(places):
        kind = "touchMove" if k else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def test_the_only_point_stays(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("svg.plane [data-point='0']").focus()
    for left in range(8, 0, -1):
        page.keyboard.press("Delete")
        expect(page.locator("svg.plane .point")).to_have_count(left)
    page.keyboard.press("Delete")
    expect(page.locator("#notice")).to_contain_text("at least one point")
    expect(page.locator("svg.plane .point")).to_have_count(1)
