"""The panel "Check": our gradient beside differences of the loss, and a pasted one with the mistake behind it."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from app.core import gradient
from app.core.datasets import generate
from app.core.datasets.nine_points import NinePoints
from app.core.problem import Problem
from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, open_panel, ready, show_panel
from tests.browser.test_accessibility import violations

VIEW = "board"

NINE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "oracle" / "nine_points.json").read_text())["losses"][
    "ww"
]
DEMO = str(np.array(NINE["dW_demo"]).T)
RIGHT = str(np.array(NINE["dW_true"]).T)


def minus_one() -> str:
    """dW of the first preset with −1 where −count belongs."""
    X, y, W, b = generate(NinePoints(), 0)
    mask = gradient(Problem(X, y, W, b)).mask
    assert mask is not None
    mask[np.arange(9), y] = np.sign(mask[np.arange(9), y])
    return str(X.T @ mask / 9 + 0.2 * W)


def opened(page: Page) -> Page:
    open_panel(ready(page), "check")
    expect(page.locator(".tray-panel.check tbody tr")).to_have_count(5)
    return page


def paste(page: Page, text: str, key: bool = False) -> Locator:
    """Paste it as ∂L/∂W and ask; what is said of it."""
    page.locator("#given-dW").fill(text)
    if key:
        page.locator("#given-dW").press("Control+Enter")
    else:
        page.get_by_role("button", name="Check my gradient").click()
    return page.locator(".tray-panel.check [role=status]")


def verdict(page: Page) -> Locator:
    return page.locator(".tray-panel.check .verdict-line").first


def test_our_gradient_is_right_and_its_parts_are_told_apart(open_page: OpenPage) -> None:
    page = opened(open_page())
    expect(verdict(page)).to_contain_text("Our gradient is right")
    expect(page.locator(".tray-panel.check")).to_contain_text("In its parts: data right")
    expect(page.locator(".tray-panel.check .verdict-line")).to_have_count(1)
    page.locator(".tray-panel.check tbody .ref", has_text="∂W[1,1]").hover()
    expect(page.locator("[data-quantity=dW] td.focus")).to_have_text("−1.18")


def test_what_is_asked_besides_the_gradient_stands_on_one_line(open_page: OpenPage) -> None:
    page = opened(open_page())
    parts = [page.locator(each).bounding_box() for each in ("#given-db", "#given-loss", ".check .line-up button")]
    middles = [part["y"] + part["height"] / 2 for part in parts if part]
    assert len(middles) == 3
    assert max(middles) - min(middles) <= 1


def test_the_kink_has_a_verdict_of_its_own_and_names_the_pairs(open_page: OpenPage) -> None:
    page = opened(open_page())
    choose(page, "preset", "On the kink")
    show_panel(page, "check")
    expect(verdict(page)).to_contain_text("The gradient is at a kink")
    expect(page.locator(".tray-panel.check tr[data-verdict=kink]").first).to_be_visible()
    pair = page.locator(".tray-panel.check p .ref[aria-label^=point]").first
    pair.hover()
    expect(page.locator("svg.plane .focus tspan")).to_have_text(str(pair.inner_text()))


@pytest.mark.charts
def test_the_chart_of_the_error_opens_from_the_panel(open_page: OpenPage) -> None:
    page = opened(open_page())
    page.get_by_role("button", name="Chart: error against h").click()
    expect(page.get_by_role("tab", name="Check")).to_have_attribute("aria-selected", "true")
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)


@pytest.mark.parametrize("how", ["hover", "focus", "tap"])
def test_a_mistake_is_named_and_lights_up_what_it_touches(open_page: OpenPage, how: str) -> None:
    page = opened(open_page(has_touch=how == "tap"))
    said = paste(page, minus_one())
    expect(said).to_contain_text("Wrong by")
    expect(said).to_contain_text("mask[np.arange(N), y] = -1")
    mistake = said.get_by_role("button", name="−1 for −count")
    if how == "focus":
        said.locator(".verdict-line .ref").last.focus()
        page.keyboard.press("Tab")
        expect(mistake).to_be_focused()
    else:
        {"hover": mistake.hover, "tap": mistake.tap}[how]()
    expect(page.locator("[data-quantity=dS] td.source")).to_have_text(["−2", "−2", "−2", "−2"])
    expect(page.locator("svg.plane .point.marked")).to_have_count(4)


def test_a_penalty_mistake_lights_up_the_gradient_and_no_point(open_page: OpenPage) -> None:
    page = opened(open_page())
    said = paste(page, DEMO)
    said.get_by_role("button", name="a quarter of the penalty's gradient").hover()
    expect(page.locator("[data-quantity=dW] td.source")).to_have_count(6)
    expect(page.locator("svg.plane .point.marked")).to_have_count(0)


def test_a_right_gradient_is_right_and_keys_are_enough(open_page: OpenPage) -> None:
    page = opened(open_page())
    expect(paste(page, RIGHT, key=True)).to_contain_text("Right: every number agrees")
    expect(paste(page, "[[-.2, .8, .6], [.4, -1.2, .2]]", key=True)).to_contain_text(
        "Right as far as 2 digits can tell"
    )
    page.locator("#given-loss").fill("9.5")
    expect(paste(page, RIGHT, key=True)).to_contain_text("The gradient is right. The loss is 6.2667, yours is 9.5000.")


def test_an_error_is_told_with_its_place_and_nothing_is_lost(open_page: OpenPage, complaints: list[str]) -> None:
    page = opened(open_page())
    text = "[[1, 2, 3],\n [4, five, 6]]"
    said = "Line 2, column 6: “five” is no number; write numbers and brackets alone, as print(dW.tolist()) does in "
    expect(paste(page, text)).to_contain_text(said + "Python")
    expect(page.locator("#given-dW")).to_have_value(text)
    expect(page.locator("#given-dW")).to_have_attribute("aria-invalid", "true")
    expect(paste(page, "[[1, 2], [3, 4]]")).to_contain_text("must be D×C = 2×3, or C×D = 3×2")
    expect(paste(page, RIGHT)).to_contain_text("Right")
    expect(page.locator("#given-dW")).to_have_attribute("aria-invalid", "false")
    assert len(complaints) == 2  # the browser's own lines about the two refusals
    assert all("422" in complaint for complaint in complaints)
    complaints.clear()


def test_what_was_said_of_other_weights_says_so(open_page: OpenPage) -> None:
    page = opened(open_page())
    expect(paste(page, DEMO)).to_contain_text("Wrong")
    note = page.get_by_text("The weights have changed since")
    expect(note).to_be_hidden()
    page.locator("#board").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(note).to_be_visible()
    expect(page.locator(".tray-panel.check")).to_have_attribute("data-iteration", "1")


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1440, 900)])
def test_the_panel_with_an_answer_fits_the_window_and_a_finger_and_pleases_axe(
    open_page: OpenPage, width: int, height: int
) -> None:
    page = opened(open_page(width=width, height=height))
    expect(paste(page, DEMO)).to_contain_text("a quarter of the penalty")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".tray :is(button, input, textarea)").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).filter(b => b.width < 24 || b.height < 24).length"
    )
    assert small == 0
    assert violations(page) == []
    assert re.fullmatch(r"\d+", page.locator(".tray-panel.check").get_attribute("data-iteration") or "")
