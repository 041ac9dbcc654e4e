"""Focus: one step beside a large plane, in places that do not move; all matrices are one press away."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.charts import training
from tests.browser.conftest import OpenPage
from tests.browser.lab import nine_points_body, ready, steps
from tests.browser.test_accessibility import violations

WINDOWS = [
    (1440, 900),
    (1366, 768),
    (1280, 720),
    (1024, 768),
    (1920, 1080),
    (820, 1180),
    (390, 844),
    (360, 640),
    (844, 390),
]
PLACES = [
    "svg.plane",
    ".kicker",
    ".question",
    "#sentence .formula",
    "#sentence .numbers",
    ".why",
    "#board",
    "#loss-row",
]


def forward(page: Page, count: int) -> Page:
    for _ in range(count):
        page.keyboard.press("ArrowRight")
    return page


def mask(page: Page) -> Page:
    forward(page, 12)
    expect(page.locator("[data-quantity=dS] .todo")).to_have_count(0)
    return page


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found, selector
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


def on_stage(page: Page) -> list[str]:
    return [
        str(name)
        for name in page.locator("#board .quantity:visible").evaluate_all("all => all.map(p => p.dataset.quantity)")
    ]


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_plane_and_text_fit_every_window(open_page: OpenPage, width: int, height: int) -> None:
    page = mask(ready(open_page("/", width, height, reduced_motion="reduce")))
    plane = box(page, ".plane-frame")
    share = plane["width"] * plane["height"] / (width * height)
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "nothing goes beyond the side"
    if (width, height) == (1440, 900):
        assert share >= 0.35
        assert [plane["x"], plane["width"]] == [24, 680]
    if (width, height) == (1024, 768):
        assert plane["width"] >= 440
    transport = box(page, "#transport")
    assert transport["y"] + transport["height"] <= height + 0.5
    loss = box(page, "#loss-row .spark")
    assert loss["y"] >= 0
    assert loss["y"] + loss["height"] <= transport["y"] + 0.5, "the loss line is in sight"
    if width < 760:
        assert transport["height"] == 128
        assert plane["width"] == width - 32
    elif width < height:
        assert box(page, ".kicker")["y"] >= plane["y"] + plane["height"] + 32, "the text stands below the plane"
        assert {"M", "dM", "dS"} <= {*on_stage(page)}
    else:
        text = box(page, ".question")
        assert text["x"] >= plane["x"] + plane["width"] + 16, "the text stands beside the plane"
        assert plane["y"] + plane["height"] <= transport["y"]


def test_no_place_moves_from_step_to_step(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    forward(page, 1)
    corners = {selector: [box(page, selector)[side] for side in "xy"] for selector in PLACES}
    for _ in range(17):
        forward(page, 1)
        assert {selector: [box(page, selector)[side] for side in "xy"] for selector in PLACES} == corners


def test_a_step_shows_what_it_reads_and_what_it_gives(open_page: OpenPage, server: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    for step in steps(server, nine_points_body()):
        forward(page, 1)
        expect(page.locator(f"[data-quantity={step['id'].removesuffix('_next')}][data-on]")).to_have_count(1)
        shown = on_stage(page)
        assert step["id"].removesuffix("_next") in shown
        assert len(set(shown) - {"X", "b"}) <= 3
        assert page.locator(".question").inner_text()


def test_the_view_is_kept_and_in_no_link(open_page: OpenPage) -> None:
    page = ready(open_page())
    forward(page, 1)
    expect(page.locator("[data-quantity=dS]")).to_be_hidden()
    page.keyboard.press("m")
    expect(page.locator("[data-quantity=dS]")).to_be_visible()
    expect(page.locator(".top > .switch [data-view-button=board]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_function("() => location.hash.length > 1")
    before = page.evaluate("location.hash")
    page.reload()
    ready(page)
    expect(page.locator("[data-quantity=dS]")).to_be_visible()
    page.locator(".top > .switch [data-view-button=focus]").click()
    expect(page.locator("[data-quantity=dS]")).to_be_hidden()
    page.wait_for_timeout(600)
    assert page.evaluate("location.hash") == before


def test_the_loss_under_the_step_leads_to_the_training(open_page: OpenPage) -> None:
    page = forward(ready(open_page()), 1)
    row = page.locator("#loss-row")
    expect(row).to_contain_text("6.267")
    expect(row).to_contain_text("2 of 9 right")
    expect(row.locator(".past[d]")).to_have_count(1)
    row.click()
    expect(page.locator("#loss-now mark")).to_have_text("6.267")
    expect(page.locator("#transport")).to_have_attribute("data-mode", "train")
    expect(page.locator("#curve .rod, #chart-plot .scatterlayer").first).to_be_attached()
    expect(row).to_be_hidden()


def test_training_tells_one_iteration(open_page: OpenPage) -> None:
    page = training(ready(open_page()), 46)
    expect(page.locator(".question")).to_have_text("Seven of nine, and still learning")
    expect(page.locator("#loss-now mark")).to_have_text("1.075")
    expect(page.locator("#loss-now")).to_contain_text("down from 6.267")
    expect(page.locator("#marks .is-wrong")).to_have_count(2)
    expect(page.locator("#board:not([data-lag]) [data-quantity=W] input").first).to_have_value("1.35")
    expect(page.locator("#transport .when")).to_contain_text("46 / 200")


def test_numbers_of_another_iteration_are_dimmed(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("#loss-row").click()
    page.route("**/api/v1/pass", lambda route: None)  # its answer does not come
    page.get_by_role("slider", name="Iteration of the run").fill("20")
    expect(page.locator("#board")).to_have_css("opacity", "0.4")
    expect(page.locator("#loss-now mark")).not_to_have_text("6.267")


@pytest.mark.charts
def test_a_phone_asks_for_plotly_only_for_charts_that_are_opened(open_page: OpenPage) -> None:
    page = ready(open_page("/", 390, 844, has_touch=True, is_mobile=True))
    training(page, 46)
    expect(page.locator("#curve .before .total")).to_be_visible()
    assert page.evaluate("typeof Plotly") == "undefined"
    page.locator("#chart-open").click()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_axe_finds_nothing_at_a_step(open_page: OpenPage, width: int, height: int) -> None:
    page = mask(ready(open_page("/", width, height, reduced_motion="reduce")))
    assert violations(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_while_one_trains(open_page: OpenPage, theme: str) -> None:
    page = training(ready(open_page(color_scheme=theme)), 46)
    expect(page.locator("#board:not([data-lag])")).to_be_visible()
    assert violations(page) == []


def test_a_phone_grows_no_wider_while_one_trains(open_page: OpenPage) -> None:
    page = ready(open_page("/", 390, 844, has_touch=True, is_mobile=True))
    page.locator("[data-do=train]").tap()
    page.wait_for_function("() => +document.querySelector('#iteration').textContent > 80")
    assert page.evaluate("[document.documentElement.scrollWidth, innerWidth, innerHeight]") == [390, 390, 844]
