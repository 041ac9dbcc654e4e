"""Hover, tap and keyboard focus; small and large windows; many rows."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, expect_step, field, ready, show_panel

VIEW = "board"

PARTS = "header, .left, #board, #controls, #transport"
WIDTHS = (360, 390, 768, 1024, 1440, 1920, 2560)


@pytest.mark.parametrize("how", ["hover", "click", "focus"])
def test_a_cell_shows_its_numbers_and_where_they_came_from(open_page: OpenPage, how: str) -> None:
    page = ready(open_page())
    cell = page.locator("[data-quantity=dS] tbody tr").nth(3).locator("td").nth(1)
    {"hover": cell.hover, "click": cell.click, "focus": cell.focus}[how]()
    expect(page.locator("#sentence .numbers")).to_have_text("mask[3,1] = −(1 + 1) = −2")
    expect(page.locator("[data-quantity=dM] td.source")).to_have_count(2)
    expect(page.locator(".wires path[marker-end]")).to_have_count(2)
    expect(page.locator("[data-quantity=S] tbody tr").nth(3)).to_have_class("lit")
    expect(page.locator("#watch")).to_contain_text("Point 3 (class 1) breaks two margins")


@pytest.mark.parametrize("how", ["hover", "click", "focus"])
def test_a_point_lights_its_row_in_every_matrix(open_page: OpenPage, how: str) -> None:
    page = ready(open_page())
    point = page.locator("svg.plane [data-point='7']")
    if how == "focus":
        page.locator("svg.plane [data-point='4']").focus()
        point.focus()
    else:
        {"hover": point.hover, "click": point.click}[how]()
    expect(page.locator("#board tr.lit")).to_have_count(page.locator("#board .quantity.points").count())
    expect(page.locator("#watch b")).to_have_text("Point 7")


def test_the_keys_do_what_the_help_says(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    expect_step(page, "Forward 1 of 7 · scores")
    page.keyboard.press("PageUp")
    expect_step(page, "The whole pass · iteration 0")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#iteration")).to_have_text("1")
    page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("#iteration")).to_have_text("0")
    page.keyboard.press("End")
    expect(page.locator("#sentence .kicker")).to_contain_text("Update 2 of 2")
    page.keyboard.press("Home")
    expect_step(page, "The whole pass · iteration 0")


def test_arrow_keys_walk_from_cell_to_cell_and_matrix_to_matrix(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("[data-quantity=S] tbody tr").nth(0).locator("td").nth(2).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#sentence .numbers")).to_contain_text("S[1,2]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .numbers")).to_contain_text("M[1,0]")
    page.keyboard.press("PageDown")
    expect_step(page, "Forward 1 of 7 · scores")


def test_the_whole_page_can_be_walked_by_tab(open_page: OpenPage) -> None:
    page = ready(open_page())
    seen = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        seen.add(page.evaluate(f"document.activeElement.closest('{PARTS}')?.className ?? ''"))
    assert {"top", "left", "board", "transport"} <= {name.split(" ")[0] for name in seen}


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_of_the_window(open_page: OpenPage, width: int) -> None:
    page = ready(open_page(width=width, height=800))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for name in ("train", "step", "back", "play"):
        box = page.locator(f"[data-do={name}]").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= 800


def test_many_rows_scroll_together_under_fixed_heads_and_the_focused_row_stays_in_sight(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose(page, "set", "Blobs")
    entry = field(page, "points").locator("input[type=text]")
    entry.fill("200")
    entry.press("Enter")
    expect(page.locator("[data-quantity=S] tbody tr")).to_have_count(200)
    expect(page.locator("#board")).to_have_class("board dense")
    page.locator("svg.plane [data-point='180']").focus()
    page.keyboard.press("Shift")
    page.locator("svg.plane [data-point='180']").click(force=True)
    row = page.locator("[data-quantity=S] tbody tr").nth(int(page.locator("#watch b").inner_text().split()[1]))
    expect(row).to_be_in_viewport()
    expect(page.locator("[data-quantity=S] thead th").first).to_be_in_viewport()
    tops = page.locator(".band").evaluate_all("bands => bands.map(band => band.scrollTop)")
    assert tops[0] > 0
    assert tops[0] == pytest.approx(tops[1], abs=1)


BANDS = "() => [...document.querySelectorAll('.band, .turn')].map(({ offsetTop: y, offsetHeight: h }) => [y, y + h])"

IN_SIGHT = """way => {
    const [band, board] = [`.band.${way}`, "#board"].map(name => document.querySelector(name).getBoundingClientRect());
    return board.top <= band.top + 1 && band.bottom <= board.bottom + 1;
}"""


def test_a_board_with_little_room_scrolls_to_the_step_and_nothing_of_it_overlaps(open_page: OpenPage) -> None:
    page = ready(open_page(width=1024, height=768, reduced_motion="reduce"))
    show_panel(page, "share")
    expect(page.locator(".share")).to_be_visible()
    for way in ("forward", "backward", "forward"):
        page.keyboard.press("Home")
        for _ in range(9 if way == "backward" else 3):
            page.keyboard.press("PageDown")
        expect(page.locator("#board")).to_have_attribute("data-way", way)
        page.wait_for_function(IN_SIGHT, arg=way)
        (_, first), (turn, under), (second, _) = page.evaluate(BANDS)
        assert first <= turn
        assert under <= second
    page.get_by_role("button", name="Close this panel").click()
    for _ in range(6):
        page.keyboard.press("PageDown")
    expect(page.locator("#board")).to_have_attribute("data-way", "backward")
    show_panel(page, "export")
    page.wait_for_function(IN_SIGHT, arg="backward")


def test_every_step_of_a_long_update_is_in_sight_also_above_a_panel(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    choose(page, "rule", "Adam")
    expect(page.locator("#board .turn")).to_contain_text("by the rule, step by step")
    show_panel(page, "export")
    page.locator("svg.plane [data-point='7']").click()
    before = 7 + 9  # steps, forwards and back
    for n in range(1, 15):
        page.get_by_role("slider", name="Step of the pass").fill(str(before + n - 1))
        expect(page.locator("#sentence .kicker")).to_contain_text(f"Update {n} of 14")
        expect(page.locator("#board [data-state=now]")).to_be_in_viewport(ratio=0.9)
