"""Nothing stops the page: whatever a link names is shown, and a part that fails takes no other along."""

import pytest
from playwright.sync_api import Page, expect

from app.core.catalogue import catalogue
from app.core.presets import PRESETS
from app.figures import FIGURES
from app.links import Moment, judged, shortened, write
from tests.browser.charts import charts
from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_step, field, open_panel, ready, show_panel

VIEW = "board"


def link(**at: object) -> str:
    """The address of the first preset at a place of it."""
    X, y, W, b = PRESETS[0].start()
    known = catalogue()
    content = {
        "data": {"kind": "nine_points", "seed": 0}, "X": X.tolist(), "y": y.tolist(), "W": W.tolist(), "b": b.tolist(),
        "loss": {"kind": "weston_watkins", "delta": 1, "kink": 0, "smoothing": 0}, "penalty": {"kind": "none"},
        "optimizer": {"kind": "sgd", "learning_rate": 0.1}, "schedule": {"kind": "constant"}, "batch": "full",
        "iterations": 50, "at": at,
    }  # fmt: skip
    found = judged(known, tuple(FIGURES), content)
    assert isinstance(found, Moment)
    assert found.at["chart"] == at.get("chart", "loss")
    return "/" + write(shortened(found))


@pytest.mark.charts
@pytest.mark.parametrize("kind", FIGURES)
def test_a_link_may_name_any_figure_and_the_page_steps_on(open_page: OpenPage, kind: str) -> None:
    page = ready(open_page(link(chart=kind)))
    shown = FIGURES[kind].tab or kind
    expect(page.locator(f"#tab-{shown}")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#chart.waiting")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 1 of")


@pytest.mark.charts
def test_the_pointer_on_every_chart_leaves_the_page_alone(open_page: OpenPage) -> None:
    page = charts(ready(open_page()))
    open_panel(page, "compare")
    page.locator(".compare .bar").get_by_role("button", name="Losses").click()
    for plot in ("#chart-plot", ".compare .chart-plot"):
        expect(page.locator(f"{plot} .scatterlayer .trace").first).to_be_attached()
        page.locator(plot).scroll_into_view_if_needed()
        box = page.locator(plot).bounding_box()
        assert box
        for k in range(1, 12):
            page.mouse.move(box["x"] + box["width"] * k / 12, box["y"] + box["height"] * 0.5)
    page.mouse.move(1, 1)


def test_why_goes_on_when_the_bias_is_switched_off(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "why")
    expect(page.locator(".tray-panel.why .sum")).to_be_visible()
    expect(page.locator(".tray-panel.why")).to_contain_text("(with the bias)")
    field(page, "bias", "Weights").get_by_role("button", name="off").click()
    show_panel(page, "why")
    expect(page.locator(".tray-panel.why")).not_to_contain_text("(with the bias)")
    expect(page.locator("#board [data-quantity=b]")).to_have_count(0)


# What the parts are drawn from is taken away under them: a fault that no test can foresee.
BREAK = {
    "the texts": "document.getElementById('heading').remove()",
    "the board": "Object.defineProperty(document.querySelector('#board'), 'dataset',"
    " { get() { throw Error('broken') } });",
}


@pytest.mark.parametrize("part", BREAK)
def test_a_part_that_fails_is_switched_off_and_said_and_the_rest_goes_on(
    open_page: OpenPage, complaints: list[str], part: str
) -> None:
    page: Page = ready(open_page())
    page.evaluate(BREAK[part] + ";0")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#notice")).to_contain_text(f"({part}) failed and is switched off; the rest goes on")
    assert len(complaints) == 1, complaints
    complaints.clear()
    page.keyboard.press("ArrowRight")
    if part != "the board":
        expect_step(page, "Forward 2 of 7 · margins")
    expect(page.get_by_role("slider", name="Step of the pass")).to_have_value("1")
