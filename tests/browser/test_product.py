"""A matrix product watched as it is multiplied: row by row, the sum so far in its cells, by hand and by itself."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from app.core import Problem, trace
from app.core.datasets import generate
from app.core.datasets.nine_points import NinePoints
from tests.browser.conftest import OpenPage
from tests.browser.lab import field, ready, rows

VIEW = "board"


def nine_points() -> Problem:
    X, y, W, b = generate(NinePoints(), 0)
    return Problem(X=X, y=y, W=W, b=b)


def at_step(page: Page, id: str) -> Page:
    place = [step.id for step in trace(nine_points()).steps].index(id)
    page.get_by_role("slider", name="Step of the pass").fill(str(place))
    expect(page.locator(f"[data-quantity={id}]")).to_have_attribute("data-state", "now")
    return page


def shown(values: np.ndarray) -> list[list[str]]:
    return [[f"{x + 0.0:.2f}".replace("-", "−").replace("−0.00", "0.00") for x in row] for row in values]


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_gradient_of_the_weights_is_summed_row_by_row(open_page: OpenPage, width: int, height: int) -> None:
    page = at_step(ready(open_page(width=width, height=height, reduced_motion="reduce")), "dW_data")
    X, mask = nine_points().X, trace(nine_points())["dS"].value
    less, more = page.get_by_role("button", name="One point less"), page.get_by_role("button", name="One point more")
    told = page.locator("#product .rows")
    expect(told).to_have_text("9 of 9 points")
    expect(more).to_be_disabled()
    for done in range(8, -1, -1):
        less.click()
        expect(told).to_have_text(f"{done} of 9 points")
        if done:
            expect(page.locator("#sentence .numbers")).to_contain_text(f"point {done - 1} adds")
            assert rows(page, "dW_data") == shown(X[:done].T @ mask[:done] / 9)
            assert page.locator("[data-quantity=dS] td.source").count() == 3
            assert page.locator("[data-quantity=X] td.source").count() == 2
    expect(less).to_be_disabled()
    expect(page.locator("[data-quantity=dW_data] td.todo")).to_have_count(6)
    page.get_by_role("slider", name="Points multiplied so far").focus() if width > 760 else more.focus()
    page.keyboard.press("ArrowRight" if width > 760 else "Enter")
    expect(told).to_have_text("1 of 9 points")


def test_a_hand_on_the_rows_stops_the_product_where_it_was_put(open_page: OpenPage) -> None:
    page = at_step(ready(open_page()), "dS")
    page.get_by_label("Speed", exact=True).select_option("0.25")
    page.get_by_role("button", name="Step to ∂data/∂W").click()
    expect(page.locator("#product .rows")).to_have_text(re.compile("[1-6] of 9 points"))  # by itself
    page.get_by_role("slider", name="Points multiplied so far").fill("7")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(page.locator("#product .rows")).to_have_text("7 of 9 points")


def test_scores_light_the_row_and_the_column_that_they_come_from(open_page: OpenPage) -> None:
    page = at_step(ready(open_page(reduced_motion="reduce")), "S")
    page.get_by_role("slider", name="Points multiplied so far").fill("5")
    expect(page.locator("#sentence .numbers")).to_have_text("point 4 gets (−0.30, 0.70)·W + b = (1.10, −2.90, −2.10)")
    expect(page.locator("[data-quantity=S] td.todo")).to_have_count(4 * 3)
    expect(page.locator("[data-quantity=W] td.source")).to_have_count(2)
    expect(page.locator("[data-quantity=b] td.source")).to_have_count(1)


def test_a_product_multiplies_itself_while_the_pass_plays(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator(".speed select").select_option("0.25")
    page.get_by_role("button", name="Play").click()
    told, seen = page.locator("#product .rows"), list[str]()
    expect(page.locator("#product")).to_be_visible()
    while page.locator("#product").is_visible():
        seen.append(told.text_content() or "")
    assert seen[-1] == "9 of 9 points"
    assert len(set(seen)) > 4
    assert seen == sorted(seen)


def test_a_batch_multiplies_only_its_rows(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    entry = field(page, "batch").locator("input[type=text]")
    entry.fill("4")
    entry.press("Enter")
    expect(page.locator("[data-quantity=X] tr.out")).to_have_count(5)
    at_step(page, "dW_data")
    expect(page.locator("#product .rows")).to_have_text("4 of 4 points")
