"""The charts: each tab draws, fetches only what it must, and a click goes there."""

import re

import pytest
from playwright.sync_api import expect

from app.figures import FIGURES
from tests.browser.charts import DRAWN, charts, expect_drawn, tab, tool, training
from tests.browser.conftest import OpenPage
from tests.browser.lab import ready

VIEW = "board"
pytestmark = pytest.mark.charts

NOW = {
    "loss": "total 3.702 = data 1.721 + penalty 1.981",
    "accuracy": "33.3 % classified right",
    "gradient_norm": "‖∂L/∂(W, b)‖ = 1.2613",
    "update_ratio": "update 2.81 % of the weights",
    "gradient_check": "gradient against differences of step h · iteration 12",
    "margins": "margin kept: 7, margin broken: 11 · iteration 12",
    "paths": "from ○ to ●, class by class",
    "landscape": "around iteration 12",
}
COUNT_DRAWINGS = """() => {
  window.drawn = 0;
  document.querySelector(".js-plotly-plot").on("plotly_afterplot", () => window.drawn++);
}"""
FIGURE = re.compile(r"/api/v1/figures/(\w+)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tab_draws_its_chart_and_says_its_number(open_page: OpenPage, scheme: str) -> None:
    page = training(charts(ready(open_page(color_scheme=scheme))))
    for kind in DRAWN:
        tab(page, kind).click()
        expect_drawn(page, kind)
        expect(page.locator("#chart-now")).to_have_text(NOW[kind])


def test_there_is_a_tab_for_every_figure_but_those_with_a_place_elsewhere(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    titles = page.get_by_role("tab").all_inner_texts()
    elsewhere = ("surface", "comparison")  # the landscape in space, and the panel "Compare"
    assert titles == [figure.title for kind, figure in FIGURES.items() if kind not in elsewhere]
    tab(page, "landscape").click()
    expect_drawn(page, "landscape")
    tool(page, "As a surface in space").click()
    expect(page.locator("#chart-plot .gl-container canvas, #notice:not([hidden])").first).to_be_visible()


def test_the_tabs_are_walked_by_arrow_keys(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    tab(page, "loss").focus()
    page.keyboard.press("ArrowRight")
    expect(tab(page, "accuracy")).to_be_focused()
    expect_drawn(page, "accuracy")
    page.keyboard.press("End")
    expect_drawn(page, "gradient_check")
    page.keyboard.press("ArrowRight")
    expect_drawn(page, "loss")
    expect(page.locator("#sentence .kicker")).to_contain_text("The whole pass")  # the keys did not step


def test_a_figure_is_fetched_when_it_is_seen_and_only_when_it_is_out_of_date(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(FIGURE.findall(request.url)))
    training(charts(ready(page)))
    tab(page, "margins").click()
    expect_drawn(page, "margins")
    tab(page, "paths").click()
    expect_drawn(page, "paths")
    page.get_by_role("slider", name="Iteration of the run").fill("30")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("1.753")
    tab(page, "margins").click()
    expect(page.locator("#chart-now")).to_contain_text("iteration 30")
    assert asked[-3:] == ["margins", "paths", "margins"]  # the paths do not depend on the iteration


def test_while_a_run_plays_no_figure_is_fetched_or_drawn_and_the_dot_moves(open_page: OpenPage) -> None:
    page = training(charts(ready(open_page())), 0)
    tab(page, "landscape").click()
    expect_drawn(page, "landscape")
    page.evaluate(COUNT_DRAWINGS)
    asked: list[str] = []
    page.on("request", lambda request: asked.extend(FIGURE.findall(request.url)))
    dot = page.locator("#chart-plot .dots i")
    before = dot.bounding_box()
    page.locator("[data-do=train]").click()
    page.wait_for_function("() => Number(document.getElementById('iteration').textContent) > 20")
    assert (asked, page.evaluate("window.drawn")) == ([], 0)
    assert dot.bounding_box() != before
    page.get_by_role("button", name="Pause").click()
    expect(page.locator("[data-do=train]")).to_have_text("Train")
    expect(page.locator("#chart-now")).to_have_text(f"around iteration {page.locator('#iteration').inner_text()}")


def test_a_click_on_the_way_of_the_weights_goes_to_that_iteration(open_page: OpenPage) -> None:
    page = training(charts(ready(open_page())), 0)
    tab(page, "paths").click()
    expect_drawn(page, "paths")
    end = page.locator("#chart-plot .scatterlayer .trace .point").nth(1).bounding_box()  # of class 0
    assert end
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2)
    expect(page.locator("#chart-plot .hoverlayer .hovertext").first).to_contain_text("iteration")
    page.mouse.click(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2)
    page.wait_for_function("() => Number(document.getElementById('iteration').textContent) > 100")
