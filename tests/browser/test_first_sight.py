"""What somebody sees who has just opened the page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_total, nine_points_body, ready, rows, show_settings, train

MASK = ["−1 0 1", "−2 1 1", "0 0 0", "1 −2 1", "1 −2 1", "1 −1 0", "0 1 −1", "0 1 −1", "1 1 −2"]


def test_the_first_preset_shows_the_numbers_of_the_worked_example(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.keyboard.press("m")  # all matrices
    for name, number in (("data", "2.767"), ("R", "3.500"), ("L", "6.267")):
        expect(page.locator(f"[data-quantity={name}] .number")).to_have_text(number)
    assert [" ".join(row) for row in rows(page, "dS")] == MASK
    assert rows(page, "W") == [["1.00", "2.00", "3.00"], ["2.00", "−4.00", "−1.00"]]
    assert rows(page, "dW") == [["−0.23", "0.81", "0.62"], ["0.37", "−1.18", "0.21"]]


def test_training_reaches_the_totals_of_the_worked_example(open_page: OpenPage) -> None:
    page = ready(open_page())
    train(page)
    page.get_by_role("slider", name="Iteration of the run").wait_for()
    for iteration, total in ((1, "6.000"), (10, "4.036"), (100, "0.690")):
        page.get_by_role("slider", name="Iteration of the run").fill(str(iteration))
        expect_total(page, iteration, total)


def test_the_plane_and_the_board_are_there_without_scripts(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    assert page.locator("svg.plane .point").count() == 9
    assert page.locator("svg.plane .regions polygon").count() == 3
    assert "mask" in page.locator("#board").inner_text()
    assert page.locator("#board").get_by_text("2.77").is_visible()
    assert page.locator(".noscript").is_visible()  # get_by_text does not look into a noscript element


def test_the_plane_does_not_change_when_the_script_takes_it_over(open_page: OpenPage) -> None:
    before = open_page(java_script_enabled=False).locator("svg.plane")
    after = ready(open_page()).locator("svg.plane")
    for layer in ("regions", "lines", "arrows", "violations"):
        first, second = (plane.locator(f".{layer}").first for plane in (before, after))
        assert _geometry(first.inner_html()) == _geometry(second.inner_html())


def _geometry(markup: str) -> list[str]:
    """The places and class colours of a drawing, without the focus, which only the script gives to a point."""
    found = re.findall(r'(?:points|[xy][12]?|class)="[^"]*"', markup)
    return [re.sub(r" (focused|outside)", "", each) for each in found]


def test_every_first_request_goes_to_this_host_and_is_cached_by_its_content(open_page: OpenPage) -> None:
    page = open_page()
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.reload()
    ready(page)
    page.wait_for_load_state("networkidle")
    static = [a for a in answers if "/static/" in a.url]
    assert len(static) > 10
    assert all("immutable" in a.headers["cache-control"] for a in static)


def test_the_first_steps_ask_the_server_for_nothing(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    page.wait_for_selector("html[data-ready]", state="attached")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 1")
    expect(page.locator("#sentence .numbers")).not_to_be_empty()
    assert [url for url in asked if url.endswith(("/pass", "/cells"))] == []


def test_the_pass_that_is_sent_along_is_the_one_the_page_would_ask_for(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    page.goto("/")
    ready(page)
    sent = page.evaluate("JSON.parse(document.getElementById('start').textContent).pass")
    with page.expect_response("**/api/v1/pass") as asked:
        show_settings(page)
        page.get_by_role("button", name="Zero weights").click()
    body = asked.value.request.post_data_json or {}
    problem = nine_points_body()
    with page.expect_response("**/api/v1/pass") as asked:
        page.get_by_role("button", name="Undo").click()
    assert asked.value.request.post_data_json == {**body, "W": problem["W"], "b": problem["b"]}
    assert asked.value.json() == sent


def test_a_page_whose_later_part_does_not_arrive_says_so_and_goes_on(
    open_page: OpenPage, complaints: list[str]
) -> None:
    page = open_page("about:blank")
    page.route("**/main_late.js", lambda route: route.abort())
    page.goto("/")
    ready(page)
    expect(page.locator("#notice")).to_contain_text("A part of the page did not arrive")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 1")
    assert len(complaints) == 1
    assert "ERR_FAILED" in complaints[0]
    complaints.clear()


@pytest.mark.charts
def test_the_chart_is_drawn_after_the_page_is_usable(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("#loss-row").click()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)
    expect(page.locator("#chart-plot .cursor")).to_be_visible()
