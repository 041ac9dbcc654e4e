"""The forms of one problem: with and without a bias, λ as C of the slack form."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, choose_loss, field, open_panel, ready, rows, show_panel, train

VIEW = "board"


def switch(page: Page, label: str, to: str) -> None:
    drawer = page.locator("#settings-toggle")
    if drawer.is_visible():
        drawer.click()
    field(page, label).get_by_role("button", name=to, exact=True).click()
    if drawer.is_visible():
        page.keyboard.press("Escape")


@pytest.mark.parametrize("size", SIZES)
def test_without_a_bias_the_board_has_none_and_undo_brings_it_back(open_page: OpenPage, size: str) -> None:
    page = ready(open_page("/", *SIZES[size]))
    switch(page, "bias", "off")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    expect(page.locator("[data-quantity=db], [data-quantity=b_next]")).to_have_count(0)
    assert rows(page, "S")[0] == ["1.30", "−0.60", "1.10"]
    page.keyboard.press("Control+z")
    expect(page.locator("[data-quantity=b]")).to_have_count(1)
    assert rows(page, "b") == [["0.00", "0.50", "−0.50"]]


def test_a_bias_switched_on_again_begins_at_zero(open_page: OpenPage) -> None:
    page = ready(open_page())
    switch(page, "bias", "off")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    switch(page, "bias", "on")
    expect(page.locator("[data-quantity=b]")).to_have_count(1)
    assert rows(page, "b") == [["0.00", "0.00", "0.00"]]


def test_other_data_and_a_run_keep_to_no_bias(open_page: OpenPage) -> None:
    page = ready(open_page())
    switch(page, "bias", "off")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    choose(page, "set", "Blobs")
    expect(page.locator("#heading")).to_contain_text("Blobs")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    train(page)
    page.keyboard.press("End")
    expect(page.locator("#notice")).not_to_have_attribute("data-tone", "error")
    page.get_by_role("button", name="Step into this pass").click()
    expect(page.locator("[data-quantity=S]")).to_be_visible()
    expect(page.locator("[data-quantity=b]")).to_have_count(0)


def test_a_line_cannot_be_moved_without_a_bias_and_the_page_says_so(open_page: OpenPage) -> None:
    page = ready(open_page())
    switch(page, "bias", "off")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    before = rows(page, "W")
    box = page.locator("svg.plane").bounding_box()
    assert box
    x1, y1, x2, y2 = (
        float((page.locator("svg.plane .lines line").first.get_attribute(name) or "").strip("%"))
        for name in ("x1", "y1", "x2", "y2")
    )
    for share in (0.03, 0.06, 0.94, 0.97):  # a place of the line with no point or arrow near
        x, y = x1 + share * (x2 - x1), y1 + share * (y2 - y1)
        page.mouse.move(box["x"] + box["width"] * x / 100, box["y"] + box["height"] * y / 100)
        if page.locator("svg.plane[data-under=line]").count():
            break
    expect(page.locator("svg.plane")).to_have_attribute("data-under", "line")
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 3, steps=5)
    page.mouse.up()
    expect(page.locator("#notice")).to_contain_text("Without a bias every line goes through the origin")
    assert rows(page, "W") == before


def test_a_problem_without_a_bias_is_kept_over_a_reload(open_page: OpenPage) -> None:
    page = ready(open_page())
    switch(page, "bias", "off")
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    page.reload()
    ready(page)
    expect(page.locator("[data-quantity=b]")).to_have_count(0)
    expect(field(page, "bias").get_by_role("button", name="off")).to_have_attribute("aria-pressed", "true")


def test_lambda_is_read_and_set_as_c(open_page: OpenPage) -> None:
    page = ready(open_page())
    C = field(page, "C = 1/(2Nλ)").locator("input[type=text]")
    expect(C).to_have_value("0.5556")
    C.fill("1/2")
    C.press("Enter")
    strength = field(page, "strength λ", "Penalty").locator("input[type=text]")
    expect(strength).to_have_value("0.1111")
    switch(page, "convention", "½λ‖W‖²")
    expect(field(page, "C = 1/(Nλ)").locator("input[type=text]")).to_have_value("1")
    field(page, "form", "Penalty").locator("select").select_option(label="L1")
    expect(field(page, "C = 1/(2Nλ)").locator("input[type=text]")).to_be_disabled()


def test_the_score_names_the_slack_of_each_point_where_the_loss_is_one(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "score")
    said = page.locator(".tray-panel.score .slacks")
    expect(said).to_contain_text("Σ ξ = 24.90")
    expect(said.locator(".ref").first).to_have_text("4")
    expect(said).to_contain_text("1 with none")
    choose_loss(page, "Softmax")
    show_panel(page, "score")
    expect(said).to_have_text("")
