"""Losses of two classes on the page: what a switch does to points, weights and line, what it says, and the way back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose_loss, field, ready, rows

VIEW = "board"


def lines(page: Page) -> list[dict[str, str]]:
    return page.locator("svg.plane .lines line").evaluate_all(
        "all => all.map(node => Object.fromEntries(['x1', 'y1', 'x2', 'y2'].map(a => [a, node.getAttribute(a)])))"
    )


def test_three_classes_become_two_with_a_word_and_undo_brings_them_back(open_page: OpenPage) -> None:
    page = ready(open_page())
    before = rows(page, "W")
    choose_loss(page, "Hinge (binary)")
    expect(page.locator("#notice")).to_contain_text("classes 1 and 2 are one class now")
    expect(page.locator("[data-quantity='u']")).to_be_visible()
    assert rows(page, "W") == [["1.00"], ["−6.00"]]  # w₁ − w₀
    assert [row[0] for row in rows(page, "t")] == ["−1"] * 3 + ["1"] * 6
    assert len(lines(page)) == 1
    page.keyboard.press("Control+z")
    expect(page.locator("[data-quantity='M']")).to_be_visible()
    assert rows(page, "W") == before


def test_two_columns_of_one_line_keep_that_line(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose_loss(page, "Logistic (binary)")
    expect(page.locator("[data-quantity='z']")).to_be_visible()
    (line,) = lines(page)
    choose_loss(page, "Softmax")
    expect(page.locator("#notice")).to_contain_text("the decision line is the same")
    expect(page.locator("[data-quantity='P']")).to_be_visible()
    assert rows(page, "W") == [["−0.50", "0.50"], ["3.00", "−3.00"]]
    assert line in lines(page)
    choose_loss(page, "Pinball (binary)")
    expect(page.locator("#notice")).to_contain_text("w₁ − w₀")
    expect(page.locator("[data-quantity='u']")).to_be_visible()
    assert rows(page, "W") == [["1.00"], ["−6.00"]]
    assert lines(page) == [line]


def test_a_cut_can_be_left_out_and_a_third_class_is_refused_with_advice(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose_loss(page, "Truncated pinball (binary)")
    expect(page.locator("[data-quantity='c']")).to_be_visible()
    entry = field(page, "right cut κ").locator("input[type=text]")
    entry.fill("none")
    entry.press("Enter")
    expect(page.locator("[data-quantity='l']")).to_contain_text(re.compile("5.00"))  # the worst point is cut no more
    expect(field(page, "right cut κ").locator("input[type=text]")).to_have_value("none")
    page.locator("svg.plane [data-point='0']").focus()
    page.keyboard.press("2")
    expect(page.locator("#notice")).to_contain_text("This loss tells two classes apart")
