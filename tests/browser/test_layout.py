"""The layout S = WX on the page: the board transposed, with its formulas, its cells and its names."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, field, hide_settings, open_panel, ready, rows, show_panel
from tests.browser.test_accessibility import violations

VIEW = "board"


def across(page: Page) -> Page:
    field(page, "layout", "View").locator("select").select_option("WX")
    expect(page.locator("#board")).to_have_class("board across")
    hide_settings(page)
    return page


def test_the_board_stands_transposed_with_its_formulas(open_page: OpenPage) -> None:
    page = ready(open_page())
    straight = {panel: rows(page, panel) for panel in ("X", "W", "S", "M", "l", "dW")}
    across(page)
    for panel, numbers in straight.items():
        assert rows(page, panel) == [list(column) for column in zip(*numbers, strict=True)], panel
    assert page.locator("[data-quantity=S] tbody th").all_text_contents() == ["0", "1", "2"]
    assert len(page.locator("[data-quantity=X] thead .label:not(:empty)").all()) == 9
    page.keyboard.press("ArrowRight")
    page.locator("[data-quantity=S] tbody tr").nth(2).locator("td").nth(4).click()
    expect(page.locator("#sentence .numbers")).to_contain_text("S[2,4] = ")
    formula = page.locator("#sentence .formula").text_content() or ""
    assert formula.replace(" ", "").startswith("S=WX")


def test_a_typed_weight_reaches_its_own_cell_and_arrows_walk_the_transposed_board(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    page.get_by_label("weight of coordinate 2, class 0").fill("7")
    page.keyboard.press("Enter")
    expect(page.locator("[data-quantity=L] .number")).not_to_have_text("6.267")
    assert rows(page, "W")[0] == ["1.00", "7.00"]
    page.locator("[data-quantity=S] tbody tr").nth(0).locator("td").nth(0).focus()
    for key in ("ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    at = page.evaluate("[document.activeElement.parentElement.rowIndex, document.activeElement.cellIndex]")
    assert at == [1, 3]  # the second class's row, after its head; the third point
    expect(page.locator("#point-bar b")).to_have_text("Point 2")


def test_arrow_keys_reach_the_class_heads_at_the_side(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    page.locator("[data-quantity=S] tbody tr").nth(1).locator("td").nth(0).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-quantity=S] th.k1")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("main")).to_have_attribute("data-class", "2")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("bias of class 2")).to_be_focused()  # the nearest to the left


@pytest.mark.charts
def test_the_landscape_names_the_weights_as_the_board_does(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    page.get_by_role("tab", name="Landscape").click()
    with page.expect_response(_landscape("W[1,2]")) as drawn:
        page.get_by_role("combobox", name="Parameter across").select_option(label="W[2,1]")
    body = drawn.value.request.post_data_json or {}
    assert ["layout" in body, body["formulas"], body["parameters"]] == [False, "WX", ["W[1,2]", "W[1,0]"]]
    assert drawn.value.json()["layout"]["xaxis"]["title"]["text"] == "W[2,1]"
    with page.expect_response(_landscape("W[1,2]")) as drawn:
        field(page, "layout", "View").locator("select").select_option("XW")
    body = drawn.value.request.post_data_json or {}
    assert ["formulas" in body, body["parameters"]] == [False, ["W[1,2]", "W[1,0]"]]
    assert drawn.value.json()["layout"]["xaxis"]["title"]["text"] == "W[1,2]"


def _landscape(parameter: str) -> Callable[[Response], bool]:
    return lambda answer: answer.url.endswith("/landscape") and parameter in (answer.request.post_data or "")


def test_a_problem_is_sent_and_answered_as_it_is_and_only_written_transposed(open_page: OpenPage) -> None:
    page = ready(open_page())
    with page.expect_response("**/api/v1/pass") as answered:
        across(page)
    sent, found = answered.value.request.post_data_json or {}, answered.value.json()
    assert [len(sent["X"]), len(sent["W"]), sent["formulas"]] == [9, 2, "WX"]
    steps = {step["id"]: step for step in found["steps"]}
    assert steps["S"]["shape"] == [9, 3]
    assert steps["S"]["tex"] == "S = W X + b"


def test_the_layout_is_kept_and_a_point_lights_its_column(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    page.reload()
    ready(page)
    expect(page.locator("#board")).to_have_class("board across")
    page.locator("svg.plane [data-point='7']").focus()
    expect(page.locator("[data-quantity=X] td.lit")).to_have_count(2)
    expect(page.locator("[data-quantity=S] td.lit")).to_have_count(3)
    lit = page.locator("[data-quantity=S] td.lit").first.evaluate("td => td.cellIndex")
    assert lit == 8


def test_many_points_scroll_within_their_matrix(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    choose(page, "set", "Blobs")
    strip = page.locator("[data-quantity=S] .strip")
    expect(strip).to_be_visible()
    page.locator("svg.plane [data-point='50']").focus()
    expect(page.locator("[data-quantity=S] td.lit").first).to_be_in_viewport()
    assert strip.evaluate("node => node.scrollLeft") > 0


def test_a_pasted_gradient_is_diagnosed_and_named_in_the_layout_of_the_board(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    open_panel(page, "check")
    page.locator("#given-dW").fill("[[0.0667, 0.8778], [0.3667, -1.1111], [0.6, 5]]")
    page.get_by_role("button", name="Check my gradient").click()
    said = page.locator(".tray-panel.check .found[role=status]")
    expect(said).to_contain_text("∂W[2,1] is 5")
    expect(page.locator(".tray-panel.check tbody th").filter(has_text="∂W[2,").first).to_be_attached()


def test_axe_finds_nothing_in_the_transposed_board_with_many_points(open_page: OpenPage) -> None:
    page = across(ready(open_page()))
    choose(page, "set", "Blobs")
    expect(page.locator("[data-quantity=S] .strip")).to_be_visible()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 345, 360, 390])
def test_a_narrow_phone_has_nothing_to_scroll_to_the_side(open_page: OpenPage, width: int) -> None:
    page = ready(open_page(width=width, height=568, has_touch=True, is_mobile=True))
    expect(page.get_by_role("button", name="Delete this point")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    ends = page.locator(".point-bar *").evaluate_all("all => all.map(e => e.getBoundingClientRect().right)")
    assert max(ends) <= width


@pytest.mark.parametrize(("width", "height"), [(770, 600), (820, 1180), (900, 700), (960, 700)])
def test_head_and_player_find_room_between_a_phone_and_a_desk(open_page: OpenPage, width: int, height: int) -> None:
    page = ready(open_page(width=width, height=height, reduced_motion="reduce"))
    inside = "all => all.every(node => node.scrollWidth <= node.clientWidth)"
    for _ in range(2):
        assert page.locator(".top, .transport, #preset, .chips-bar select").evaluate_all(inside)
        ends = page.locator(":is(.top, .transport) :is(button, select)").evaluate_all(
            "all => all.filter(node => node.checkVisibility()).map(node => node.getBoundingClientRect().right)"
        )
        assert max(ends) <= width
        for _ in range(12):
            page.keyboard.press("ArrowRight")


def test_a_narrow_phone_cuts_no_number_and_no_name_of_a_step(open_page: OpenPage) -> None:
    page = ready(open_page(width=320, height=640, has_touch=True, is_mobile=True, reduced_motion="reduce"))
    step = page.locator("[data-do=step]")
    for _ in range(18):
        step.click()
        fits = "node => node.scrollHeight <= node.clientHeight && node.scrollWidth <= node.clientWidth"
        assert step.evaluate(fits), step.inner_text()
    show_panel(page, "data")
    expect(page.locator(".rows input").first).to_be_visible()
    cut = "all => all.filter(node => node.scrollWidth > node.clientWidth).map(node => node.value)"
    assert page.locator(".rows input").evaluate_all(cut) == []
