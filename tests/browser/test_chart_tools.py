"""What can be done with a chart: pin a run, change its scale, choose parameters, show it large."""

from typing import Any

import pytest
from playwright.sync_api import expect

from app.links import read
from tests.browser.charts import charts, expect_drawn, tab, tool
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, field, ready, train

VIEW = "board"

pytestmark = pytest.mark.charts

FIVE_DIFFERENT_LINES = """() => {
  const lines = [...document.querySelectorAll("#chart-plot .trace path.js-line")];
  return new Set(lines.map(line => line.getAttribute("d"))).size === 5;
}"""


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


LINES = "() => document.querySelector('.js-plotly-plot').data.map(({ y }) => Array.from(y))"


def pinned(url: str) -> dict[str, Any]:
    """How the pinned run of an address differs from that of its moment."""
    return read(url[url.index("#") :])["at"].get("pin", {}) if "#" in url else {}


def test_a_link_brings_the_pinned_run_along(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    tool(page, "Pin this run").click()
    entry = field(page, "learning rate η").locator("input[type=text]")
    entry.fill("0.02")
    entry.press("Enter")
    page.wait_for_function(FIVE_DIFFERENT_LINES)
    page.wait_for_url(
        lambda url: "#" in url and read(url[url.index("#") :])["at"].get("pin", {}).keys() == {"optimizer"}
    )
    other = ready(open_page(f"/{page.url[page.url.index('#') :]}"))
    other.wait_for_function(FIVE_DIFFERENT_LINES)
    assert other.evaluate(LINES) == page.evaluate(LINES)
    expect(tool(other, "Pin this run")).to_have_attribute("aria-pressed", "true")
    expect(other.locator("#notice")).not_to_contain_text("does not know")


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
    train(page)
    expect(page.locator("#iterations")).to_have_text(" / 36")
    tab(page, "landscape").click()
    expect_drawn(page, "landscape")
    page.get_by_role("slider", name="Iteration of the run").fill("36")
    expect(page.locator("#chart-now")).to_have_text("around iteration 36")
    expect_drawn(page, "landscape")
