"""Themes and digits: chosen in the settings, kept, there before the first paint, and never at the cost of a number."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import hide_settings, ready, rows, show_settings, train

VIEW = "board"

BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"
LINE = "getComputedStyle(document.querySelector('#chart-plot .scatterlayer .js-line')).stroke"
LIGHT, DARK = "rgb(251, 250, 247)", "rgb(16, 18, 22)"


def set_theme(page: Page, theme: str) -> None:
    show_settings(page)
    page.get_by_label("theme", exact=True).select_option(theme)
    hide_settings(page)


def set_digits(page: Page, digits: int) -> None:
    show_settings(page)
    page.get_by_label("digits", exact=True).select_option(str(digits))
    hide_settings(page)


@pytest.mark.parametrize(("scheme", "background"), [("light", LIGHT), ("dark", DARK)])
def test_at_first_the_theme_is_the_systems(open_page: OpenPage, scheme: str, background: str) -> None:
    page = ready(open_page(color_scheme=scheme))
    expect(page.get_by_label("theme", exact=True)).to_have_value("system")
    assert page.evaluate(BACKGROUND) == background


@pytest.mark.charts
def test_a_theme_holds_against_the_system_and_the_chart_has_it_too(open_page: OpenPage) -> None:
    page = ready(open_page(color_scheme="light"))
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)
    seen = {page.evaluate(LINE)}
    for theme, background in (("dark", DARK), ("projector", "rgb(255, 255, 255)"), ("light", LIGHT)):
        before = page.evaluate(LINE)
        set_theme(page, theme)
        assert page.evaluate(BACKGROUND) == background
        page.wait_for_function(f"before => {LINE} !== before", arg=before)
        seen.add(page.evaluate(LINE))
    assert len(seen) == 3
    set_theme(page, "dark")
    set_theme(page, "system")
    assert page.evaluate(BACKGROUND) == LIGHT


def test_a_theme_is_kept_and_is_there_before_any_module_has_run(open_page: OpenPage) -> None:
    page = ready(open_page(color_scheme="light"))
    set_theme(page, "dark")
    page.route("**/main.js", lambda route: None)  # never answered: what is seen now is the first paint
    page.reload(wait_until="commit")
    page.wait_for_selector("#board", state="attached")
    assert page.evaluate(BACKGROUND) == DARK
    page.unroute_all(behavior="ignoreErrors")
    ready(open_page_again(page))
    expect(page.get_by_label("theme", exact=True)).to_have_value("dark")


def open_page_again(page: Page) -> Page:
    page.goto("/")
    return page


def test_what_makes_no_sense_in_the_storage_counts_as_not_chosen(open_page: OpenPage) -> None:
    page = open_page()
    for stored in ("", "nonsense", "null", "[]", '{"theme": "pink", "digits": 40}', '{"theme": {}}'):
        page.evaluate("text => localStorage.setItem('hingelab.view', text)", stored)
        page.reload()
        ready(page)
        expect(page.get_by_label("theme", exact=True)).to_have_value("system")
        expect(page.get_by_label("digits", exact=True)).to_have_value("2")
        assert page.evaluate("document.documentElement.dataset.theme") is None


def test_the_projector_writes_larger_and_draws_thicker(open_page: OpenPage) -> None:
    page = ready(open_page())
    size = "parseFloat(getComputedStyle(document.querySelector('[data-quantity=S] td')).fontSize)"
    width = "parseFloat(getComputedStyle(document.querySelector('svg.plane .lines line')).strokeWidth)"
    before = page.evaluate(size), page.evaluate(width)
    set_theme(page, "projector")
    assert page.evaluate(size) > 1.3 * before[0]
    assert page.evaluate(width) > 1.5 * before[1]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("digits", [2, 4, 6])
def test_every_number_of_the_board_has_the_chosen_digits_and_fits_its_cell(open_page: OpenPage, digits: int) -> None:
    page = ready(open_page())
    set_digits(page, digits)
    score = f"{1.3:.{digits}f}"
    expect(page.locator("[data-quantity=S] tbody td").first).to_have_text(score)
    assert rows(page, "W")[1] == [f"{x:.{digits}f}".replace("-", "−") for x in (2, -4, -1)]
    assert page.locator("[data-quantity=L] .number").inner_text() == f"{94 / 15:.{digits + 1}f}"
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill("100")
    expect(page.locator("#iteration")).to_have_text("100")
    for narrow in page.locator("#board td, #board .number, #board input").evaluate_all(
        "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.outerHTML)"
    ):
        pytest.fail(f"does not fit: {narrow}")


def test_digits_are_kept_and_the_exact_value_survives_them(open_page: OpenPage) -> None:
    page = ready(open_page())
    set_digits(page, 5)
    page.reload()
    ready(page)
    weight = page.locator("[data-weight='W,0,0']")
    weight.fill("1/3")
    weight.press("Enter")
    expect(weight).to_have_value("0.33333")
    set_digits(page, 2)
    expect(weight).to_have_value("0.33")
    assert float(weight.get_attribute("data-value") or "nan") == 1 / 3


def test_the_pressed_and_the_place_are_seen_in_forced_colours(open_page: OpenPage) -> None:
    page = ready(open_page(forced_colors="active"))
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-quantity=S]")).to_have_attribute("data-state", "now")
    background = "each => getComputedStyle(each).backgroundColor"
    switch = page.locator(".top > .switch")
    pressed, free = (switch.locator(f"[aria-pressed={state}]").evaluate(background) for state in ("true", "false"))
    assert pressed != free
    outline = page.locator("[data-quantity=S] table").evaluate("each => getComputedStyle(each).outlineStyle")
    assert outline == "solid"
