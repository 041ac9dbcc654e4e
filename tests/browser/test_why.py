"""Why this update, and the score: opened, read and pointed at, by mouse, keyboard and touch."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose_loss, field, open_panel, ready, show_panel, train

VIEW = "board"

LIGHT_POINT = "svg.plane .focus tspan"


def opened(page: Page, panel: str) -> Page:
    open_panel(ready(page), panel)
    return page


def set_number(page: Page, label: str, text: str) -> None:
    entry = field(page, label).locator("input[type=text]")
    entry.fill(text)
    entry.press("Enter")


def part(page: Page, title: str) -> Any:
    return page.locator(".tray-panel.why section").filter(has=page.get_by_role("heading", name=title))


def test_the_sentences_are_made_from_the_numbers_of_the_pass(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    expect(part(page, "Who pulls hardest")).to_contain_text("point 1 pulls hardest: its share of ∂L/∂W is 0.233 long")
    expect(part(page, "What the penalty does")).to_contain_text("shortens the weights by 2.0 % in this step")
    loss = part(page, "What the step does to the loss")
    expect(loss).to_contain_text("predicts that the loss falls by 0.269 (−η times the squared length of the gradient")
    expect(loss).to_contain_text("After the step it falls by 0.266.")
    expect(loss.locator("dd")).to_have_text(["−0.2690", "0.0000", "0.0027", "−0.2664"])


def test_they_follow_the_iteration_and_name_the_kinks_that_are_crossed(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    set_number(page, "learning rate η", "0.8")
    show_panel(page, "why")
    expect(part(page, "What the step does to the loss")).to_contain_text("−0.8 × 2.69")
    page.locator("#board").focus()
    for iteration in (1, 2, 3):
        page.keyboard.press("Shift+ArrowRight")
        expect(page.locator("#iteration")).to_have_text(str(iteration))
    loss = part(page, "What the step does to the loss")
    expect(loss).to_contain_text("because margins change sides on the way")
    expect(loss).to_contain_text("comes clear of")
    loss.get_by_role("button", name="M[1,1]").hover()
    expect(page.locator("[data-quantity=M] tbody tr").nth(1).locator("td").nth(1)).to_have_class(
        re.compile(r"\bfocus\b")
    )


def test_a_step_that_is_too_long_says_so(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    set_number(page, "learning rate η", "40")
    show_panel(page, "why")
    expect(part(page, "What the step does to the loss")).to_contain_text("The step is too long for this slope")


def test_a_batch_and_softmax_have_sentences_of_their_own(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    set_number(page, "batch", "3")
    show_panel(page, "why")
    expect(part(page, "What the step does to the loss")).to_contain_text("On this batch of 3 the gradient predicts")
    expect(part(page, "What the step does to the loss")).to_contain_text("Over all 9 points the loss")
    choose_loss(page, "Softmax")
    show_panel(page, "why")
    expect(part(page, "What the step does to the loss")).to_contain_text("this loss bends all along the way")


@pytest.mark.parametrize("how", ["hover", "focus", "tap"])
def test_a_point_in_a_sentence_lights_up_on_plane_and_board(open_page: OpenPage, how: str) -> None:
    page = opened(open_page(has_touch=how == "tap"), "why")
    point = part(page, "Who pulls where").get_by_role("button", name="point 8").first
    expect(point).to_be_visible()
    if how == "focus":
        point.evaluate("node => node.closest('p').querySelector('button').focus()")
        for _ in range(20):
            if page.evaluate("document.activeElement.getAttribute('aria-label')") == "point 8":
                break
            page.keyboard.press("Tab")
    else:
        {"hover": point.hover, "tap": point.tap}[how]()
    expect(page.locator(LIGHT_POINT)).to_have_text("8")
    expect(page.locator("[data-quantity=S] tbody tr").nth(8)).to_have_class("lit")


def test_the_pulls_are_drawn_while_the_panel_is_open_and_wanted(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    arrows = page.locator("svg.plane .pulls > g")
    expect(arrows).to_have_count(20)  # a pull for every number of the mask that is not 0
    expect(page.locator("[data-when=pulls]")).to_be_visible()
    expect(page.locator("svg.plane .pulls > .focused")).to_have_count(3)
    page.get_by_label("each point's pull on the plane").uncheck()
    expect(arrows).to_have_count(0)
    page.get_by_label("each point's pull on the plane").check()
    expect(arrows).to_have_count(20)
    page.get_by_role("button", name="Close this panel").click()
    expect(arrows).to_have_count(0)
    expect(page.locator("[data-when=pulls]")).to_be_hidden()


def test_a_pull_points_along_the_point_for_its_own_class_and_back_for_a_rival(open_page: OpenPage) -> None:
    page = opened(open_page(), "why")
    own, rival = (page.locator(f"svg.plane .pulls > .k{k}.focused line") for k in (1, 0))
    expect(own).to_have_count(1)
    ends = [
        line.evaluate("n => ['x1', 'y1', 'x2', 'y2'].map(a => parseFloat(n.getAttribute(a)))") for line in (own, rival)
    ]
    # Point 4 lies up and to the left of the origin: its own class is drawn there, the rival away from it.
    assert ends[0][2] < ends[0][0]
    assert ends[0][3] < ends[0][1]
    assert ends[1][2] > ends[1][0]
    assert ends[1][3] > ends[1][1]


def test_the_confusion_matrix_counts_what_the_plane_marks(open_page: OpenPage) -> None:
    page = opened(open_page(), "score")
    cells = page.locator(".confusion button")
    expect(cells).to_have_text(["2", "0", "1", "3", "0", "0", "0", "3", "0"])
    expect(page.locator(".facts dd").nth(0)).to_have_text("2 of 9 (22 %)")
    expect(page.locator(".facts dd").nth(1)).to_have_text("12 of 18")
    expect(page.locator(".facts dd").nth(2)).to_have_text("1 of 9")
    expect(page.locator(".sanity")).to_contain_text("C − 1 = 3 − 1 = 2.000. Now it is 2.767: more than knowing nothing")
    set_number(page, "margin Δ", "2")
    show_panel(page, "score")
    expect(page.locator(".sanity")).to_contain_text("(C − 1)·Δ = 2 · 2.00 = 4.000")
    choose_loss(page, "Softmax")
    show_panel(page, "score")
    expect(page.locator(".sanity")).to_contain_text("ln C = ln 3 = 1.099")
    expect(page.locator(".facts dd").nth(1)).to_have_text("this loss has no margins")


@pytest.mark.parametrize("how", ["hover", "focus", "tap"])
def test_a_cell_of_the_confusion_matrix_lights_up_its_points(open_page: OpenPage, how: str) -> None:
    page = opened(open_page(has_touch=how == "tap"), "score")
    cell = page.get_by_role("button", name="true class 1, predicted 0: 3 points")
    if how == "focus":
        page.get_by_role("button", name="true class 0, predicted 2").focus()
        page.keyboard.press("Tab")
        expect(cell).to_be_focused()
    else:
        {"hover": cell.hover, "tap": cell.tap}[how]()
    expect(page.locator("svg.plane .point.marked")).to_have_count(3)
    expect(page.locator("svg.plane .point.unmarked")).to_have_count(6)
    if how == "hover":
        page.locator(".brand").hover()
    else:
        page.keyboard.press("Escape") if how == "focus" else cell.tap()
    expect(page.locator("svg.plane .point.marked")).to_have_count(0 if how != "focus" else 3)


def test_the_score_is_live_while_a_run_is_scrubbed(open_page: OpenPage) -> None:
    page = opened(open_page(), "score")
    train(page)
    page.keyboard.press("End")
    expect(page.locator("#iteration")).to_have_text("200")
    expect(page.locator(".facts dd").nth(0)).to_have_text("9 of 9 (100 %)")
    expect(page.locator(".sanity")).to_contain_text("% of it")
    page.keyboard.press("Home")
    expect(page.locator(".facts dd").nth(0)).to_have_text("2 of 9 (22 %)")


@pytest.mark.parametrize("panel", ["why", "score"])
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1024, 768), (1440, 900)])
def test_an_open_panel_fits_the_window_and_its_targets_a_finger(
    open_page: OpenPage, panel: str, width: int, height: int
) -> None:
    page = opened(open_page(width=width, height=height), panel)
    expect(page.locator(".tray h2")).to_be_in_viewport()
    expect(page.locator(f".tray-panel.{panel} button").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate(
        """() => [...document.querySelectorAll(".tray button:enabled, .tray label")]
             .map(n => [n.getBoundingClientRect(), n.outerHTML])
             .filter(([box]) => Math.min(box.width, box.height) < 23.99) // on its way a box has parts of a pixel
             .map(([box, text]) => [box.width, box.height, text])"""
    )  # at once: a panel that is drawn anew meanwhile leaves nodes without a size behind
    assert small == []
    if width > 760:
        tray, bar = page.locator(".tray").bounding_box(), page.locator("#transport").bounding_box()
        assert tray
        assert bar
        assert tray["y"] + tray["height"] <= bar["y"]
