"""Points pasted, dropped or opened from a file: mistakes are listed by their place, and nothing is taken unasked."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.points import open_data, problem, row, saved

VIEW = "board"

WRONG = "x1;x2;species\n0,5;0,4;setosa\n1;zwei;virginica\n-1;;setosa\n"
RIGHT = "x1;x2;species\n0,5;0,4;setosa\n1;2;virginica\n-1;0;setosa\n"
USE = "Use these points"


def selected(page: Page) -> str:
    return page.locator("#data-text").evaluate("a => a.value.slice(a.selectionStart, a.selectionEnd)")


def test_mistakes_are_listed_found_mended_and_only_then_is_anything_taken(open_page: OpenPage) -> None:
    page = open_data(open_page())
    before = problem(page)
    page.locator("#data-text").fill(WRONG)
    expect(page.locator("#data-found")).to_have_text("2 things are wrong; nothing on the page has changed.")
    expect(page.get_by_role("button", name=USE)).to_be_disabled()
    page.get_by_role("button", name="Row 4, column 2: x2 is missing: write a number, such as 0.5.").click()
    page.keyboard.type("0")
    page.get_by_role("button", name="Row 3, column 2: “zwei” is no number").click()
    assert selected(page) == "zwei"
    page.keyboard.type("2")
    expect(page.locator("#data-found")).to_have_text("3 points in 2 classes: setosa is 0, virginica is 1.")
    expect(page.locator("#data-text")).to_have_value(RIGHT)
    assert problem(page) == before
    page.get_by_role("button", name=USE).click()
    after = problem(page)
    assert (after["X"], after["y"], after["classes"]) == ([[0.5, 0.4], [1, 2], [-1, 0]], [0, 1, 0], 2)
    assert after["W"] == [weights[:2] for weights in before["W"]]
    page.get_by_role("button", name="Undo").click()
    assert problem(page) == before


def test_an_error_far_down_is_brought_into_sight(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.locator("#data-text").fill("0,0,0\n" * 400 + "0,x,0\n")
    page.locator(".wrong button").click()
    assert selected(page) == "x"
    assert page.locator("#data-text").evaluate("a => a.scrollTop") > 5000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_of_any_usual_encoding_is_opened(open_page: OpenPage, tmp_path: Path, encoding: str) -> None:
    page = open_data(open_page())
    path = tmp_path / "points.csv"
    path.write_bytes("1;2;café\r\n3;4;thé\r\n".encode(encoding))
    page.locator("input[type=file]").set_input_files(path)
    expect(page.locator("#data-found")).to_have_text("2 points in 2 classes: café is 0, thé is 1.")


def test_a_file_can_be_dropped_and_the_draft_before_it_comes_back_by_undo(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.locator("#data-text").fill("my draft")
    data = page.evaluate_handle(
        "() => { const d = new DataTransfer(); d.items.add(new File(['1,2,0'], 'points.csv')); return d; }"
    )
    page.locator("#data-text").dispatch_event("drop", {"dataTransfer": data})
    expect(page.locator("#data-found")).to_have_text("1 point in 1 class.")
    page.keyboard.press("Control+z")
    expect(page.locator("#data-text")).to_have_value("my draft")


def test_a_file_too_large_is_refused_with_a_reason(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_data(open_page())
    path = tmp_path / "large.csv"
    path.write_text("0,0,0\n" * 400_000)
    page.locator("input[type=file]").set_input_files(path)
    expect(page.locator("#notice")).to_have_text("large.csv is larger than 2 MB: open a smaller file.✕")


def test_a_file_that_is_no_table_is_called_what_it_is(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_data(open_page())
    for name, content, says in (
        ("points.xlsx", b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "is an Excel workbook: save it as CSV there"),
        ("points.csv", b"", "is empty: open a file that holds a table of points"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        page.locator("input[type=file]").set_input_files(path)
        expect(page.locator("#notice")).to_contain_text(f"{name} {says}")
    expect(page.locator("#data-text")).to_have_value("")


def test_what_a_column_was_taken_for_is_shown_and_can_be_changed(open_page: OpenPage) -> None:
    page = open_data(open_page())
    choices = page.locator(".data-columns select")
    expect(choices).to_have_count(0)
    page.locator("#data-text").fill("sepal,petal,width,species\n1,2,3,a\n4,5,6,b\n")
    expect(choices).to_have_count(4)
    assert [choices.nth(k).input_value() for k in range(4)] == ["x1", "x2", "", "class"]
    page.locator("#data-text").press("End")  # who works by keys keeps the keyboard
    page.get_by_role("combobox", name="width is").select_option("x1")
    assert [choices.nth(k).input_value() for k in range(4)] == ["", "x2", "x1", "class"]
    expect(page.get_by_role("combobox", name="width is")).to_be_focused()
    page.locator("#data-text").press("End")
    page.get_by_role("button", name=USE).click()
    assert problem(page)["X"] == [[3, 2], [6, 5]]
    page.locator("#data-text").fill("1,2,0\n")
    expect(choices).to_have_count(3)
    assert [choices.nth(k).input_value() for k in range(3)] == ["x1", "x2", "class"]


def test_labels_of_a_problem_that_count_from_one_are_offered_from_zero(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.locator("#data-text").fill('{"X": [[1, 2], [3, 4], [5, 6]], "y": [3, 1, 2]}')
    expect(page.locator("#data-found")).to_contain_text("Its classes 1 to 3 are 0 to 2 here.")
    page.get_by_role("button", name=USE).click()
    assert problem(page)["y"] == [2, 0, 1]


def test_the_points_of_the_page_can_be_edited_as_text(open_page: OpenPage) -> None:
    page = open_data(open_page())
    page.get_by_role("button", name="Points of the page").click()
    expect(page.locator("#data-text")).to_have_value(saved(page, "Save CSV"))
    page.locator("#data-text").fill(page.locator("#data-text").input_value().replace("0.5,0.4,0", "9,0.4,0"))
    page.get_by_role("button", name=USE).click()
    expect(row(page, 0)).to_contain_text("9.00")


NO_PROBLEMS = [
    '{"X": ',
    "{}",
    '{"X": [[1, 2]], "y": [9]}',
    '{"X": [[1, 2, 3]], "y": [0]}',
    '{"X": [[1, 2]], "y": [0], "loss": {"kind": "hinge"}}',
    '{"X": [[1, 2]], "y": [0], "iterations": 1e7}',
]


def test_json_that_is_no_problem_is_refused(open_page: OpenPage) -> None:
    page = open_data(open_page())
    for text in NO_PROBLEMS:
        page.locator("#data-text").fill("")
        expect(page.locator(".wrong li")).to_have_count(0)
        page.locator("#data-text").fill(text)
        expect(page.locator(".wrong li")).to_have_count(1)
        expect(page.get_by_role("button", name=USE)).to_be_disabled()
