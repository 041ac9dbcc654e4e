"""The frame around a step: two buttons and a track, the menus of the head, and sheets."""

import itertools

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_step, open_panel, ready
from tests.browser.test_accessibility import violations

TABLET, PHONE = (1024, 768), (390, 844)


def active(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.localName"))


def test_train_moves_at_once_and_pauses(open_page: OpenPage) -> None:
    page = ready(open_page())
    train = page.locator("[data-do=train]")
    train.click()
    expect(train).to_have_text("Pause")
    expect(page.locator("#iteration")).not_to_have_text("0")
    train.click()
    expect(train).to_have_text("Train")
    page.get_by_role("button", name="Step into this pass").click()
    expect(page.locator("#transport")).to_have_attribute("data-mode", "pass")
    expect(page.locator(".next")).to_have_text("Step to scores")


def test_step_names_its_result_and_the_track_its_place(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    step = page.locator(".next")
    expect(step).to_have_text("Step to scores")
    expect(page.locator(".stops li")).to_have_count(18)
    names = page.locator(".stops span")
    assert names.all_text_contents() == ["Forward", "Backward", "Update"]
    for _ in range(12):
        step.click()
    expect(page.locator(".stops .here")).to_have_text("Backward · mask")
    expect(step).to_have_text("Step to ∂data/∂W")


def test_the_whole_height_of_the_track_can_be_pressed(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    line = page.locator(".line")
    track = line.bounding_box()
    notch = page.locator(".stops li").nth(11).bounding_box()
    assert track
    assert notch
    assert track["height"] >= 40
    for y in (track["y"] + 2, track["y"] + track["height"] - 2):
        page.keyboard.press("Home")
        page.mouse.click(notch["x"] + notch["width"] / 2, y)
        expect_step(page, "Backward 5 of 9 · mask")


def test_a_pass_that_plays_gives_time_to_read_and_stops_at_its_end(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.clock.install()
    page.keyboard.press("PageDown")
    page.clock.run_for(1500)
    page.keyboard.press(" ")
    page.clock.run_for(2000)
    expect(page.locator(".kicker")).to_contain_text("Forward 1 of 7")
    page.clock.run_for(9000)  # its sentence has some twenty words
    expect(page.locator(".kicker")).to_contain_text("Forward 2 of 7")
    page.keyboard.press(" ")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press(" ")  # from the last step but one
    page.clock.run_for(40_000)
    expect(page.locator(".kicker")).to_contain_text("Update 2 of 2")
    expect(page.locator("[data-do=train]")).to_have_text("Train")
    expect(page.locator("#iteration")).to_have_text("0")


@pytest.mark.parametrize("size", [(1440, 900), TABLET])
def test_menus_open_by_keys_and_close_with_escape(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = ready(open_page("/", *size))
    toggle = page.get_by_role("button", name="Inspect")
    toggle.focus()
    page.keyboard.press("ArrowDown")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.locator("[data-panel-button=check]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-panel-button=why]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(page.locator("[data-panel-button=check]")).to_be_hidden()


@pytest.mark.parametrize("size", [(1440, 900), TABLET, PHONE])
def test_a_panel_is_a_sheet_beside_the_plane(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = ready(open_page("/", *size))
    before = page.locator("svg.plane").bounding_box()
    open_panel(page, "check")
    sheet = page.locator("#tray")
    expect(sheet).to_be_visible()
    expect(page.locator("#tray-title")).to_be_focused()
    expect(page.locator("#given-dW")).to_be_visible()
    page.wait_for_timeout(300)  # it has come in
    at, plane = sheet.bounding_box(), page.locator("svg.plane").bounding_box()
    assert at
    assert plane
    assert before
    if size == (1440, 900):
        assert [at["x"], at["width"]] == [720, 720]
    if size != PHONE:
        assert plane == before, "the plane does not move"
        assert at["x"] >= plane["x"] + plane["width"]
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.locator(".question")).to_be_visible()


def test_a_sheet_gives_the_keyboard_back_to_what_opened_it(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("#menu-data button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#tray-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#menu-data button")).to_be_focused()
    page.locator("#settings-toggle").focus()
    page.keyboard.press("Enter")
    assert active(page) == "controls-title"
    page.keyboard.press("Escape")
    expect(page.locator("#settings-toggle")).to_be_focused()


def test_of_settings_and_panels_one_is_open(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator("#settings-toggle").click()
    expect(page.locator("#controls")).to_be_visible()
    open_panel(page, "why")
    expect(page.locator("#controls")).to_be_hidden()
    page.locator("#settings-toggle").click()
    expect(page.locator("#tray")).to_be_hidden()


def test_all_matrices_are_never_cut_by_a_panel(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.keyboard.press("m")
    expect(page.locator("html")).to_have_attribute("data-view", "board")
    board = page.locator("#board").bounding_box()
    open_panel(page, "why")
    expect(page.locator("#board")).to_be_hidden()
    page.keyboard.press("Escape")
    assert page.locator("#board").bounding_box() == board


def test_the_knobs_of_the_player_change_the_problem(open_page: OpenPage) -> None:
    page = ready(open_page())
    rate = page.locator("#chips input")
    rate.fill("0.5")
    page.keyboard.press("Enter")
    page.locator("#chips select").select_option(label="Softmax")
    expect(page.locator("#heading")).to_contain_text("Softmax")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#heading")).to_contain_text("Weston")
    expect(rate).to_have_value("0.5")
    page.locator("#preset").select_option(label="Eight classes")
    expect(page.locator("svg.plane .ends > svg")).to_have_count(8)


def test_headings_are_in_order(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    levels = page.locator("h1, h2, h3").evaluate_all("all => all.map(h => Number(h.localName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_a_notice_ends_with_what_is_done_next_and_a_warning_does_not(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    notice = page.locator("#notice")
    page.keyboard.press("Control+z")
    expect(notice).to_have_text("There is nothing to undo.✕")
    page.wait_for_timeout(500)  # what follows at once still belongs to it
    page.keyboard.press("ArrowRight")
    expect(notice).to_be_hidden()
    rate = page.locator("#chips input[type=text]")
    rate.fill("many")
    rate.press("Enter")
    expect(notice).to_contain_text("is no number")
    page.wait_for_timeout(500)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 2 of 7 · margins")
    expect(notice).to_contain_text("is no number")


def test_a_notice_ends_when_it_has_been_read(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.keyboard.press("Control+z")
    expect(page.locator("#notice")).to_be_visible()
    expect(page.locator("#notice")).to_be_hidden()
