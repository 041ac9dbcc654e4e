"""The functions that every way of editing data goes through, asked as a script of the page would ask them."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.lab import call

START = {"W": [[1, 2], [3, 4]], "b": [5, 6]}
PROBLEM = {"preset": "p", "data": {"kind": "blobs", "n": 3, "seed": 7}, "X": [[0, 1], [2, 3], [4, 5]], "y": [0, 1, 1]}
OWN = {"data": {"kind": "own", "seed": 7}, "preset": ""}
GROWN = {"W": [[1, 2, 0, 0], [3, 4, 0, 0]], "b": [5, 6, 0, 0]}


def edit(page: Page, name: str, *arguments: Any, **problem: Any) -> Any:
    return call(page, "edit", name, {**PROBLEM, **START, "origin": START, **problem}, *arguments)


@pytest.mark.parametrize(
    ("name", "arguments", "patch"),
    [
        ("addPoint", [[9, 9], 1], {"X": [[0, 1], [2, 3], [4, 5], [9, 9]], "y": [0, 1, 1, 1]}),
        ("addPoint", [[9, 9], 3], {"X": [[0, 1], [2, 3], [4, 5], [9, 9]], "y": [0, 1, 1, 3], **GROWN, "origin": GROWN}),
        ("movePoint", [1, [8, 3]], {"X": [[0, 1], [8, 3], [4, 5]]}),
        ("movePoints", [[[0, [6, 6]], [2, [7, 7]], [1, [2, 3]]]], {"X": [[6, 6], [2, 3], [7, 7]]}),
        ("setClass", [0, 1], {"y": [1, 1, 1]}),
        ("setClass", [0, 3], {"y": [3, 1, 1], **GROWN, "origin": GROWN}),
        ("removePoint", [1], {"X": [[0, 1], [4, 5]], "y": [0, 1]}),
        ("clearPoints", [], {"X": [[0, 1]], "y": [0]}),
        ("clearPoints", [2], {"X": [[4, 5]], "y": [1]}),
        ("replaceData", [[[7, 8]], [0]], {"X": [[7, 8]], "y": [0]}),
        ("replaceData", [[[7, 8]], [3]], {"X": [[7, 8]], "y": [3], **GROWN, "origin": GROWN}),
    ],
)  # fmt: skip
def test_an_edit_changes_what_it_says_and_makes_the_data_ones_own(
    scripts: Page, name: str, arguments: list[Any], patch: dict[str, Any]
) -> None:
    assert edit(scripts, name, *arguments) == {**OWN, **patch}


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("addPoint", [[1e10, 0], 0]), ("addPoint", [[0, 0], 8]), ("addPoint", [[0, 0], -1]),
        ("addPoint", [[None, 0], 0]),
        ("movePoint", [1, [2, 3]]), ("movePoint", [9, [2, 3]]), ("movePoint", [0, [-1e10, 3]]), ("movePoints", [[]]),
        ("setClass", [0, 0]), ("setClass", [0, 8]), ("setClass", [3, 1]), ("setClass", [0, 0.5]), ("removePoint", [3]),
        ("replaceData", [[], []]), ("replaceData", [[[0, 0]], [8]]), ("replaceData", [[[0, 0]] * 2001, [0] * 2001]),
        ("dropEmpty", []),
    ],
)  # fmt: skip
def test_what_changes_nothing_or_cannot_be_is_no_patch(scripts: Page, name: str, arguments: list[Any]) -> None:
    assert edit(scripts, name, *arguments) is None


@pytest.mark.parametrize(("name", "arguments"), [("removePoint", [0]), ("clearPoints", [])])
def test_the_last_point_stays(scripts: Page, name: str, arguments: list[Any]) -> None:
    assert edit(scripts, name, *arguments, X=[[1, 2]], y=[0]) is None


def test_two_thousand_points_are_the_most(scripts: Page) -> None:
    assert edit(scripts, "addPoint", [0, 0], 0, X=[[1, 2]] * 2000, y=[0] * 2000) is None


def test_weights_that_are_not_the_start_grow_apart_from_it(scripts: Page) -> None:
    patch = edit(scripts, "setClass", 0, 2, W=[[9, 9], [9, 9]])
    assert patch["W"] == [[9, 9, 0], [9, 9, 0]]
    assert patch["origin"] == {"W": [[1, 2, 0], [3, 4, 0]], "b": [5, 6, 0]}


def test_fewer_classes_keep_the_weights_of_those_that_stay(scripts: Page) -> None:
    problem = {"W": [[1, 2, 3, 4], [5, 6, 7, 8]], "b": [9, 10, 11, 12]}
    assert edit(scripts, "replaceData", [[0, 0]], [1], **problem)["W"] == [[1, 2], [5, 6]]
    dropped = edit(scripts, "dropEmpty", **problem, y=[3, 1, 1])
    assert (dropped["W"], dropped["b"], dropped["y"]) == ([[2, 4], [6, 8]], [10, 12], [1, 0, 0])
    dropped = edit(scripts, "dropEmpty", **problem, y=[2, 2, 2])
    assert (dropped["b"], dropped["y"]) == ([9, 11], [1, 1, 1])


def test_the_given_problem_is_left_as_it_was_and_rests_are_shared(scripts: Page) -> None:
    address = scripts.locator("script[type=module]").get_attribute("src")
    assert address
    kept = scripts.evaluate(
        """async ([url, problem]) => {
             const { movePoint, setClass } = await import(url);
             problem.origin = { W: problem.W, b: problem.b };
             const before = JSON.stringify(problem);
             const moved = movePoint(problem, 1, [8, 8]);
             const wider = setClass(problem, 0, 5);
             return [JSON.stringify(problem) === before, moved.X[0] === problem.X[0],
                     wider.W === wider.origin.W, wider.b === wider.origin.b];
           }""",
        [address.replace("main.js", "edit.js"), {**PROBLEM, **START}],
    )
    assert kept == [True] * 4
