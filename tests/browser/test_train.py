"""A run: played, scrubbed, opened as passes, diverging, in batches."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, expect_total, field, ready, train

VIEW = "board"


def training(page: Page) -> Page:
    train(page)
    expect(page.locator("#iterations")).to_have_text(" / 200")
    return page


def test_a_run_plays_to_its_end_and_stops(open_page: OpenPage) -> None:
    page = training(ready(open_page()))
    page.locator(".speed select").select_option("4")
    page.locator("[data-do=train]").click()
    expect(page.locator("#iteration")).to_have_text("200")
    expect(page.locator("[data-do=train]")).to_have_text("Train")
    expect_total(page, 200, "0.662")


def test_a_run_can_be_scrubbed_both_ways_and_the_plane_and_the_board_follow(open_page: OpenPage) -> None:
    page = training(ready(open_page()))
    slider = page.get_by_role("slider", name="Iteration of the run")
    lines = page.locator("svg.plane .lines")
    start = lines.inner_html()
    slider.fill("150")
    expect_total(page, 150, "0.667")
    assert lines.inner_html() != start
    expect(page.locator("[data-quantity=L] .number")).to_have_text("0.667")
    slider.fill("0")
    expect_total(page, 0, "6.267")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")
    assert lines.inner_html() == start


def test_any_iteration_can_be_opened_as_a_pass(open_page: OpenPage) -> None:
    page = training(ready(open_page()))
    page.get_by_role("slider", name="Iteration of the run").fill("10")
    page.get_by_role("button", name="Step into this pass").click()
    expect(page.locator("#sentence .kicker")).to_have_text("The whole pass · iteration 10")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.036")


def test_a_late_answer_does_not_undo_a_step_taken_meanwhile(open_page: OpenPage) -> None:
    page = training(ready(open_page()))
    page.get_by_role("slider", name="Iteration of the run").fill("10")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.036")
    held: list[Route] = []
    page.route("**/api/v1/pass", lambda route: held.append(route))
    with page.expect_request("**/api/v1/pass"):
        page.get_by_role("button", name="Step into this pass").click()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("scores")
    with page.expect_response("**/api/v1/pass"):
        held[0].continue_()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("margins")


@pytest.mark.charts
def test_a_click_on_the_chart_goes_to_that_iteration(open_page: OpenPage) -> None:
    page = training(ready(open_page()))
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)
    box = page.locator("#chart-plot .nsewdrag").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#chart-plot .hoverlayer .legend, #chart-plot .hoverlayer .hovertext").first).to_be_visible()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#iteration")).to_have_text("100")


def test_the_batch_is_marked_on_plane_and_board_and_epochs_are_counted(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry = field(page, "batch").locator("input[type=text]")
    entry.fill("3")
    entry.press("Enter")
    expect(page.locator("svg.plane .point.outside")).to_have_count(6)
    expect(page.locator("[data-quantity=S] tbody tr.out")).to_have_count(6)
    marked = page.locator("svg.plane .point.chosen").count()
    assert marked == 3
    training(page)
    page.get_by_role("slider", name="Iteration of the run").fill("7")
    expect(page.locator("#epoch")).to_have_text("epoch 2")
    expect(page.locator("svg.plane .point.chosen")).to_have_count(3)


def test_divergence_is_named_with_its_iteration_and_what_to_lower(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose(page, "preset", "A step too far")
    expect(page.locator("#heading")).to_contain_text("CS231n nine")
    train(page)
    expect(page.locator("#notice")).to_contain_text("diverges at iteration 36")
    expect(page.locator("#notice")).to_contain_text("Lower the learning rate")
    expect(page.locator("#iterations")).to_have_text(" / 36")
    page.keyboard.press("End")
    expect(page.locator("#iteration")).to_have_text("36")
    assert "NaN" not in page.locator("main").inner_text()


@pytest.mark.parametrize("reduced", ["reduce", "no-preference"])
def test_a_setting_changed_in_a_run_is_said_and_the_place_is_kept(open_page: OpenPage, reduced: str) -> None:
    page = training(ready(open_page(reduced_motion=reduced)))
    page.get_by_role("slider", name="Iteration of the run").fill("50")
    entry = field(page, "margin Δ").locator("input[type=text]")
    entry.fill("2")
    entry.press("Enter")
    expect(page.locator("#notice")).to_contain_text("still iteration 50")
    expect(page.locator("#iteration")).to_have_text("50")
