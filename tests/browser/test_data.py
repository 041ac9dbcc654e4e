"""The panel of the data: every number edited in a table, by mouse, keyboard and touch; nothing is lost on the way."""

import json
import re

import httpx
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, field
from tests.browser.points import entry, open_data, problem, row, saved

VIEW = "board"

MOVED = re.compile(r"point 9, class 0, x 0\.00, 0\.50")


TYPED = {".5": 0.5, "1/3": 1 / 3, "0,25": 0.25, "−2": -2, "-1e-3": -0.001, "1e9": 1e9}


def test_numbers_are_typed_in_the_ways_people_write_them(open_page: OpenPage) -> None:
    page = open_data(open_page())
    for typed, value in TYPED.items():
        entry(page, 2, 1).fill(typed)
        entry(page, 2, 1).press("Tab")
        assert problem(page)["X"][2] == [0.3, value]
    expect(page.locator("#heading")).to_have_text("Weston–Watkins loss on your own data")
    expect(field(page, "set").locator("select")).to_have_value("own")


def test_what_is_no_number_is_put_back_and_said(open_page: OpenPage) -> None:
    page = open_data(open_page())
    for typed in ("", "-", "abc", "1/0", "1e10", "NaN"):
        entry(page, 0, 0).fill(typed)
        entry(page, 0, 0).press("Tab")
        expect(entry(page, 0, 0)).to_have_value("0.5")
        expect(page.locator("#notice")).to_contain_text(f"“{typed}” is no number")
        expect(page.locator("#notice")).to_contain_text("x1 of point 0 stays as it was")
    expect(page.locator("#heading")).not_to_contain_text("your own")


def test_escape_restores_the_number_and_leaves_the_panel_open(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 0, 0).fill("7")
    entry(page, 0, 0).press("Escape")
    expect(entry(page, 0, 0)).to_have_value("0.5")
    expect(page.locator("#tray")).to_be_visible()


def test_the_keyboard_alone_walks_the_table_edits_classifies_deletes_and_undoes(open_page: OpenPage) -> None:
    page = open_data(open_page())
    before = problem(page)
    page.keyboard.press("Shift+Tab")
    entry(page, 0, 0).focus()
    page.keyboard.type("2.5")
    page.keyboard.press("ArrowDown")
    expect(entry(page, 1, 0)).to_be_focused()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    expect(entry(page, 2, 0)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(entry(page, 2, 2)).to_be_focused()
    page.keyboard.press("2")
    expect(entry(page, 2, 2)).to_have_value("2")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".count")).to_have_text("8 points, 3 classes")
    expect(entry(page, 2, 3)).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Control+z")
    expect(page.locator(".count")).to_have_text("9 points, 3 classes")
    assert problem(page) == before


def test_control_z_in_an_untouched_number_undoes_the_last_edit(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 0, 0).fill("4")
    entry(page, 0, 0).press("Enter")
    expect(row(page, 0)).to_contain_text("4.00")
    page.keyboard.press("Control+z")
    expect(entry(page, 0, 0)).to_have_value("0.5")
    page.keyboard.press("Control+Shift+z")
    expect(entry(page, 0, 0)).to_have_value("4")


def test_a_row_the_plane_and_the_board_mark_the_same_point(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 6, 1).focus()
    expect(page.locator("#watch b")).to_have_text("Point 6")
    expect(row(page, 6)).to_have_class("lit")
    page.locator("svg.plane [data-point='1']").click()
    expect(page.locator(".data-table .lit")).to_have_attribute("data-row", "1")
    page.locator(".data-table [data-row='2'] [role=rowheader]").hover()
    expect(page.locator("#watch b")).to_have_text("Point 2")


def test_a_new_class_gets_its_column_of_zeros_and_can_be_dropped_again(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 0, 2).select_option(label="3 (new)")
    expect(page.locator("[data-weight='W,0,3']")).to_have_value("0.00")
    expect(page.locator("svg.plane [data-point='0'] use")).to_have_attribute("href", "#shape-3")
    entry(page, 0, 2).select_option(label="1")
    page.get_by_role("button", name="Drop empty classes").click()
    expect(page.locator("[data-weight='W,0,3']")).to_have_count(0)
    expect(page.get_by_role("button", name="Drop empty classes")).to_be_hidden()


def test_points_are_added_and_deleted_down_to_one(open_page: OpenPage) -> None:
    page = open_data(open_page())
    before = problem(page)
    page.get_by_role("button", name="Add a point").click()
    expect(entry(page, 9, 0)).to_be_focused()
    page.keyboard.type("0,75")
    page.keyboard.press("Enter")
    expect(row(page, 9)).to_contain_text("0.75")
    page.get_by_role("button", name="Delete point 0", exact=True).click()
    assert problem(page)["X"] == [*before["X"][1:], [0.75, 0]]
    for left in range(8, 0, -1):
        page.get_by_role("button", name="Delete point 0", exact=True).click()
        expect(page.locator("svg.plane .point")).to_have_count(left)
    page.get_by_role("button", name="Delete point 0", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("this one stays")
    for _ in range(11):
        page.get_by_role("button", name="Undo", exact=True).click()
    assert problem(page) == before


def test_an_empty_plane_takes_the_place_of_the_table_and_undo_leaves_it(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.get_by_role("button", name="Empty plane").click()
    expect(page.locator("#tray")).to_be_hidden()
    expect(page.locator("svg.plane .point")).to_have_count(0)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("svg.plane .point")).to_have_count(9)


def test_fingers_can_do_all_of_it_without_a_drag(open_page: OpenPage) -> None:
    page = open_data(open_page(width=390, height=844, has_touch=True, is_mobile=True))
    page.get_by_role("button", name="Add a point").tap()
    expect(page.locator(".count")).to_have_text("10 points, 3 classes")
    entry(page, 9, 1).tap()
    expect(page.locator("#watch b")).to_have_text("Point 9")
    page.keyboard.insert_text("0,5")
    entry(page, 9, 1).blur()  # as a touch of anything else does
    entry(page, 9, 2).select_option(label="0")
    expect(page.locator("svg.plane [data-point='9']")).to_have_attribute("aria-label", MOVED)
    entry(page, 9, 3).tap()
    expect(page.locator(".count")).to_have_text("9 points, 3 classes")
    small = page.locator(".tray-panel").locator("button:visible, input:visible, select:visible").evaluate_all(
        "all => all.map(e => [e.getBoundingClientRect(), e.ariaLabel ?? e.textContent])"
        ".filter(([r]) => r.height < 44 && r.width > 2).map(([, name]) => name)"
    )  # fmt: skip
    assert small == []


def test_only_the_rows_in_sight_of_many_are_there(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.locator("#data-text").fill("".join(f"{k},{-k},{k % 3}\n" for k in range(300)))
    page.get_by_role("button", name="Use these points").click()
    expect(page.locator(".count")).to_have_text("300 points, 3 classes")
    assert page.locator(".data-table [data-row]").count() < 40
    page.locator(".data-table").evaluate("table => { table.scrollTop = 1e6; }")
    expect(entry(page, 299, 1)).to_have_value("−299")
    assert page.locator(".data-table [data-row]").count() < 40
    entry(page, 299, 0).fill("1")
    entry(page, 299, 0).press("ArrowUp")
    expect(entry(page, 298, 0)).to_be_focused()
    expect(page.locator(".data-table")).to_have_attribute("aria-rowcount", "301")
    places = page.locator(".data-table [data-row]").evaluate_all("rows => rows.map(row => Number(row.dataset.row))")
    assert places == sorted(places)


def test_saved_csv_and_json_hold_everything_and_the_api_takes_the_problem(open_page: OpenPage, server: str) -> None:
    page = open_data(open_page())
    assert saved(page, "Save CSV").splitlines()[:3] == ["x1,x2,y", "0.5,0.4,0", "0.8,0.3,0"]
    whole = problem(page)
    for route in ("gradient", "pass", "train"):
        assert httpx.post(f"{server}/api/v1/{route}", json=whole).status_code == 200
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy JSON").click()
    expect(page.locator("#notice")).to_contain_text("in the clipboard")
    assert json.loads(page.evaluate("navigator.clipboard.readText()")) == whole


def test_a_saved_problem_opens_again_as_it_was(open_page: OpenPage) -> None:
    page = open_data(open_page())
    choose(page, "preset", "On the kink")
    expect(page.locator("#heading")).to_contain_text("On the margin")
    text, whole = saved(page), problem(page)
    choose(page, "preset", "Nine points")
    expect(page.locator("#heading")).to_contain_text("CS231n")
    open_data(page).locator("#data-text").fill(text)
    page.get_by_role("button", name="Use these points").click()
    expect(page.locator("#heading")).to_contain_text("your own")
    assert problem(page) == whole
