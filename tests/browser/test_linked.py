"""Linked looking: classes, pins, and a run that waits while somebody looks closely."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, train

VIEW = "board"


def lit_class(page: Page, k: str) -> None:
    expect(page.locator("main")).to_have_attribute("data-class", k)


@pytest.mark.parametrize("how", ["hover", "click", "focus"])
def test_a_class_head_lights_its_line_and_column_and_dims_the_others(open_page: OpenPage, how: str) -> None:
    page = ready(open_page())
    head = page.locator("[data-quantity=S] th.k1")
    if how == "focus":
        page.locator("[data-quantity=S] tbody tr").nth(0).locator("td").nth(1).focus()
        page.keyboard.press("ArrowUp")
        expect(head).to_be_focused()
    else:
        {"hover": head.hover, "click": head.click}[how]()
    lit_class(page, "1")
    opacity = "node => getComputedStyle(node).opacity"
    assert page.locator("svg.plane .lines .k0").evaluate(opacity) == "0.15"
    assert page.locator("svg.plane .lines .k1").evaluate(opacity) == "1"
    assert page.locator("[data-quantity=W] tbody td").nth(1).evaluate("n => getComputedStyle(n).boxShadow") != "none"
    if how == "hover":
        page.locator(".brand").hover()
        lit_class(page, "")


def test_arrow_keys_walk_along_the_class_heads_and_back_down(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("[data-quantity=S] tbody tr").nth(0).locator("td").nth(1).focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    lit_class(page, "2")
    page.keyboard.press("ArrowDown")
    lit_class(page, "")
    expect(page.locator("#sentence .numbers")).to_contain_text("S[0,2]")


def test_a_line_of_the_plane_and_a_weight_light_up_their_class(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("svg.plane .ends > .k2 use").hover()
    lit_class(page, "2")
    page.locator("[data-quantity=W] tbody td").nth(0).hover()
    lit_class(page, "0")
    page.locator(".brand").hover()
    lit_class(page, "")


def test_a_tap_pins_a_point_and_a_second_one_lets_go(open_page: OpenPage) -> None:
    page = ready(open_page())
    point, other = (page.locator(f"svg.plane [data-point='{i}']") for i in (7, 3))
    point.click()
    expect(page.get_by_role("button", name="pinned")).to_be_visible()
    other.hover()
    page.locator("[data-quantity=S] tbody tr").nth(5).locator("td").nth(0).hover()
    expect(page.locator("#watch b")).to_have_text("Point 7")
    point.click()
    expect(page.get_by_role("button", name="pinned")).to_be_hidden()
    other.hover()
    expect(page.locator("#watch b")).to_have_text("Point 3")


def test_enter_pins_a_cell_and_escape_lets_go(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("[data-quantity=dS] tbody tr").nth(3).locator("td").nth(1).focus()
    page.keyboard.press("Enter")
    page.locator("svg.plane [data-point='8']").hover()
    page.locator(".brand").hover()
    expect(page.locator("#sentence .numbers")).to_have_text("mask[3,1] = −(1 + 1) = −2")
    page.keyboard.press("Escape")
    page.locator("svg.plane [data-point='8']").hover()
    expect(page.locator("#watch b")).to_have_text("Point 8")


def test_a_finger_pins_and_lets_go(open_page: OpenPage) -> None:
    page = ready(open_page(width=390, height=844, has_touch=True))
    cell = page.locator("[data-quantity=S] tbody tr").nth(4).locator("td").nth(1)
    cell.tap()
    expect(page.locator("#watch b")).to_have_text("Point 4")
    page.get_by_role("button", name="pinned").tap()
    expect(page.get_by_role("button", name="pinned")).to_be_hidden()


def test_a_run_waits_while_somebody_looks_closely_and_goes_on_by_itself(open_page: OpenPage) -> None:
    page = ready(open_page())
    train(page)
    page.get_by_label("Speed", exact=True).select_option(label="¼×")
    page.locator("[data-do=train]").click()
    page.locator("svg.plane [data-point='2']").hover()
    page.wait_for_selector("html[data-held]", state="attached")
    held = page.locator("#iteration").inner_text()
    page.evaluate(
        "() => new Promise(done => { let n = 30; const f = () => (n-- ? requestAnimationFrame(f) : done()); f(); })"
    )
    expect(page.locator("#iteration")).to_have_text(held)
    page.locator(".brand").hover()
    expect(page.locator("#iteration")).not_to_have_text(held)
    expect(page.locator("#transport")).to_have_attribute("data-playing", "true")


def test_a_pointer_that_merely_rests_on_the_board_stops_nothing(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("[data-quantity=S] tbody tr").nth(0).locator("td").nth(1).hover()
    page.keyboard.press(" ")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 2 of 7")


def test_a_symbol_of_the_formula_lights_what_it_stands_for(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.get_by_role("slider", name="Step of the pass").fill("1")
    expect(page.locator("#sentence .kicker")).to_contain_text("margins")
    formula, lit = page.locator("#sentence .formula"), page.locator("#board [data-term], #controls [data-term]")
    formula.focus()
    for quantity in ("M", "S", "S"):
        page.keyboard.press("ArrowRight")
        expect(lit).to_have_attribute("data-quantity", quantity)
    page.keyboard.press("ArrowRight")
    expect(lit).to_contain_text("margin Δ")
    expect(formula).to_have_attribute("aria-label", "Formula, Δ: margin Δ")
    expect(page.locator("#sentence .kicker")).to_contain_text("margins")  # the keys did not step
    formula.locator("mi").first.hover()
    expect(lit).to_have_attribute("data-quantity", "M")
    page.mouse.move(5, 5)
    expect(lit).to_have_count(0)


@pytest.mark.charts
def test_a_place_of_the_chart_shows_its_lines_on_the_plane(open_page: OpenPage) -> None:
    page = ready(open_page())
    lines = page.locator("svg.plane .lines")
    start = lines.inner_html()
    page.locator("#chart").scroll_into_view_if_needed()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)
    page.locator("#chart-plot .nsewdrag").hover()
    page.wait_for_function("start => document.querySelector('svg.plane .lines').innerHTML !== start", arg=start)
    page.mouse.move(5, 5)
    page.wait_for_function("start => document.querySelector('svg.plane .lines').innerHTML === start", arg=start)
    expect(page.locator("#iteration")).to_have_text("0")
