"""The charts: each tab draws, a click goes there, a pinned run stays, the large view can be left."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from app.figures import FIGURES
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, field, ready

DRAWN = {
    "loss": ".scatterlayer .trace",
    "accuracy": ".scatterlayer .trace",
    "gradient_norm": ".scatterlayer .trace",
    "update_ratio": ".scatterlayer .trace",
    "margins": ".barlayer .point",
    "paths": ".scatterlayer .trace",
    "landscape": ".contour",
}
NOW = {
    "loss": "total 3.702 = data 1.721 + penalty 1.981",
    "accuracy": "33.3 % classified right",
    "gradient_norm": "‖∂L/∂(W, b)‖ = 1.2613",
    "update_ratio": "update 2.81 % of the weights",
    "margins": "margin kept: 7, margin broken: 11 · iteration 12",
    "paths": "from ○ to ●, class by class",
    "landscape": "around iteration 12",
}
COUNT_DRAWINGS = """() => {
  window.drawn = 0;
  document.querySelector(".js-plotly-plot").on("plotly_afterplot", () => window.drawn++);
}"""
FIVE_DIFFERENT_LINES = """() => {
  const lines = [...document.querySelectorAll("#chart-plot .trace path.js-line")];
  return new Set(lines.map(line => line.getAttribute("d"))).size === 5;
}"""
SLOW = 20_000  # ms: Plotly is large, and the machine may be busy
FIGURE = re.compile(r"/api/v1/figures/(\w+)")


def charts(page: Page) -> Page:
    """The page once its first chart is there."""
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3, timeout=SLOW)
    return page


def tab(page: Page, kind: str) -> Locator:
    return page.get_by_role("tab", name=FIGURES[kind].title, exact=True)


def tool(page: Page, name: str) -> Locator:
    return page.locator("#chart-tools").get_by_role("button", name=name)


def training(page: Page, iteration: int = 12) -> Page:
    page.get_by_role("button", name="train", exact=True).click()
    page.get_by_role("slider", name="Iteration of the run").fill(str(iteration))
    return page


def expect_drawn(page: Page, kind: str) -> None:
    expect(tab(page, kind)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#chart.waiting")).to_have_count(0, timeout=SLOW)
    expect(page.locator(f"#chart-plot {DRAWN[kind]}").first).to_be_visible()
    expect(page.locator(".chart-says")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_tab_draws_its_chart_and_says_its_number(open_page: OpenPage, scheme: str) -> None:
    page = training(charts(ready(open_page(color_scheme=scheme))))
    for kind in DRAWN:
        tab(page, kind).click()
        expect_drawn(page, kind)
        expect(page.locator("#chart-now")).to_have_text(NOW[kind])


def test_there_is_a_tab_for_every_figure_but_the_surface_which_is_the_landscape_in_space(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    titles = page.get_by_role("tab").all_inner_texts()
    assert titles == [figure.title for kind, figure in FIGURES.items() if kind != "surface"]
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
    expect_drawn(page, "landscape")
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
    expect(page.locator("[data-panel=L] .number")).to_have_text("1.753")
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
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => Number(document.getElementById('iteration').textContent) > 20")
    assert (asked, page.evaluate("window.drawn")) == ([], 0)
    assert dot.bounding_box() != before
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
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


def test_a_pinned_run_stays_beside_the_next_ones(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    tool(page, "Pin this run").click()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(5)
    entry = field(page, "learning rate η").locator("input[type=text]")
    entry.fill("0.02")
    entry.press("Enter")
    page.wait_for_function(FIVE_DIFFERENT_LINES)
    for kind in ("accuracy", "gradient_norm", "update_ratio"):
        tab(page, kind).click()
        expect_drawn(page, kind)
        expect(page.locator("#chart-plot .legend")).to_contain_text("other run")
    tool(page, "Pin this run").click()
    tab(page, "accuracy").click()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(1)


def test_the_scale_becomes_logarithmic_where_that_makes_sense(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    tool(page, "Logarithmic").click()
    expect(tool(page, "Logarithmic")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.yaxis.type === 'log'")
    tab(page, "accuracy").click()
    expect(tool(page, "Logarithmic")).to_be_hidden()


def test_the_parameters_of_the_landscape_are_chosen_and_never_the_same(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    tab(page, "landscape").click()
    across, up = (page.get_by_label(f"Parameter {way}") for way in ("across", "upwards"))
    expect(across).to_have_value("W[0,0]")
    up.select_option("b[2]")
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')._fullData.at(-1).y[0] === -0.5")
    across.select_option("b[2]")
    expect(up).to_have_value("W[0,0]")
    choose(page, "set", "Blobs")
    expect_drawn(page, "landscape")


@pytest.mark.parametrize("size", SIZES)
def test_the_large_chart_lies_over_the_board_and_escape_brings_it_back(open_page: OpenPage, size: str) -> None:
    width, height = SIZES[size]
    page = ready(open_page(width=width, height=height))
    page.locator("#chart").scroll_into_view_if_needed()
    charts(page)
    small = page.locator("#chart-plot").bounding_box()
    tool(page, "Show the chart large").click()
    expect(page.locator("#board")).to_have_attribute("inert", "")
    page.wait_for_function(
        """() => { const plot = document.querySelector(".js-plotly-plot");
                  return Math.abs(plot._fullLayout.height - plot.parentElement.clientHeight) <= 1; }"""
    )
    large = page.locator("#chart-plot").bounding_box()
    assert small
    assert large
    assert large["height"] > 1.4 * small["height"]
    page.get_by_role("button", name="Step").or_(page.locator("[data-do=step]")).first.click(trial=True)
    tool(page, "Show the chart large").press("Escape")
    expect(page.locator("#board")).not_to_have_attribute("inert", "")
    expect(page.locator("#chart.large")).to_have_count(0)


def test_the_end_of_a_run_that_diverged_has_its_landscape_too(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    choose(page, "preset", "A step too far")
    page.get_by_role("button", name="train", exact=True).click()
    expect(page.locator("#iterations")).to_have_text(" / 36")
    tab(page, "landscape").click()
    expect_drawn(page, "landscape")
    page.get_by_role("slider", name="Iteration of the run").fill("36")
    expect(page.locator("#chart-now")).to_have_text("around iteration 36")
    expect_drawn(page, "landscape")
