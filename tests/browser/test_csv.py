"""Tables of points as people have them: what is read, what is refused, and where the error is said to be."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.lab import call

TWO = ([[0.5, 0.4], [-1, 2]], [0, 1])
TABLES = {
    "commas": "0.5,0.4,0\n-1,2,1",
    "commas and spaces": " 0.5 , 0.4 , 0 \n -1, 2, 1 \n",
    "semicolons": "0.5;0.4;0\n-1;2;1",
    "tabs": "0.5\t0.4\t0\n-1\t2\t1",
    "decimal comma and semicolons": "0,5;0,4;0\n-1,0;2,0;1",
    "decimal comma and tabs": "0,5\t0,4\t0\n-1\t2\t1",
    "decimal comma in quotes": '"0,5","0,4",0\n-1,2,1',
    "a head": "x1,x2,y\n0.5,0.4,0\n-1,2,1",
    "a head of other words": "breadth;length;species\n0.5;0.4;0\n-1;2;1",
    "a head with the class first": "label,a,b\n0,0.5,0.4\n1,-1,2",
    "a byte order mark": "\ufeff0.5,0.4,0\n-1,2,1",
    "a byte order mark and a head": "\ufeffx1,x2,y\r\n0.5,0.4,0\r\n-1,2,1\r\n",
    "carriage returns": "0.5,0.4,0\r\n-1,2,1\r\n",
    "old carriage returns": "0.5,0.4,0\r-1,2,1\r",
    "blank rows": "\n\n0.5,0.4,0\n  \n-1,2,1\n\n\n",
    "rows of bare separators": "0.5;0.4;0;\n;;;\n-1;2;1;\n;;;",
    "remarks": "# x1,x2,y\n0.5,0.4,0\n# nothing\n-1,2,1",
    "names": "0.5,0.4,setosa\n-1,2,virginica",
    "quoted names": '0.5,0.4,"a, ""b"""\n-1,2,c',
    "quoted everything": '"0.5","0.4","a"\r\n"-1","2","b"\r\n',
    "names beyond ASCII": "0.5\t0.4\tβ\n-1\t2\té",
    "fractions, signs, exponents": "1/2,.4,0\n−1,+2e0,1",
    "classes as decimals": "0.5,0.4,0.0\n-1,2,1.0",
    "classes from one": "0.5,0.4,1\n-1,2,2",
    "classes below zero": "0.5,0.4,-1\n-1,2,+1",
    "classes far apart": "0.5,0.4,5\n-1,2,1900",
    "no newline at the end": "0.5,0.4,0\n-1,2,1",
}  # fmt: skip


def read(scripts: Page, text: str) -> Any:
    return call(scripts, "panels/data/csv", "readTable", text)


def errors(scripts: Page, text: str) -> list[tuple[int, int, str]]:
    return [(e["row"], e["column"], text[e["start"] : e["end"]]) for e in read(scripts, text)["errors"]]


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_one_table_in_many_spellings(scripts: Page, text: str) -> None:
    found = read(scripts, text)
    assert found["errors"] == []
    assert (found["X"], found["y"]) == TWO


@pytest.mark.parametrize(
    ("classes", "y", "names"),
    [
        (["0", "2"], [0, 2], ["0", "1", "2"]),
        (["2", "0", "7"], [2, 0, 7], [str(k) for k in range(8)]),
        (["3", "1", "2"], [2, 0, 1], ["1", "2", "3"]),
        (["0", "9"], [0, 1], ["0", "9"]),
        (["b", "a", "b"], [0, 1, 0], ["b", "a"]),
        (["b", "1", "1.0", "b"], [0, 1, 1, 0], ["b", "1"]),
        (["A", "a"], [0, 1], ["A", "a"]),
    ],
)
def test_classes_are_numbered_as_documented(scripts: Page, classes: list[str], y: list[int], names: list[str]) -> None:
    found = read(scripts, "\n".join(f"0,0,{name}" for name in classes))
    assert (found["y"], found["names"]) == (y, names)


@pytest.mark.parametrize(
    ("text", "places", "says"),
    [
        ("x1,x2,y\n0,0,0\n1,abc,1", [(3, 2, "abc")], "“abc” is no number: write one such as 0.5, -2 or 1/3."),
        ("0,0,0\n,1,1", [(2, 1, "")], "x1 is missing: write a number, such as 0.5."),
        ("0,0,0\n1, ,1", [(2, 2, " ")], "x2 is missing"),
        ("0,0,0\n1,1,", [(2, 3, "")], "The class is missing: write its number or its name."),
        ("0,0,0\n1,1", [(2, 3, "")], "The class is missing"),
        ("0,0,0\n1", [(2, 1, "1")], "put a comma, a semicolon or a tab between"),
        ("0 0 0", [(1, 1, "0 0 0")], "put a comma, a semicolon or a tab between"),
        ("0,0,0\n0,5,0,4,1", [(2, 4, "4")], "There are 5 columns where three are expected: x1, x2 and the class. With"),
        ("0;0;0\n1;1;1;1", [(2, 4, "1")], "There are 4 columns where three are expected: x1, x2 and the class."),
        ("0,0,0\n1e10,1,1", [(2, 1, "1e10")], "“1e10” is too large: numbers go up to 1e9 either way."),
        ("0,0,0\n1,-1e400,1", [(2, 2, "-1e400")], "too large"),
        ("0,0,0\nNaN,Infinity,1", [(2, 1, "NaN"), (2, 2, "Infinity")], "“NaN” is no number"),
        ("0,0,0\n1/0,1,1", [(2, 1, "1/0")], "“1/0” is no number"),
        ('0,0,0\n1,"1,1', [(2, 2, '"1')], "The quotation marks here do not match: remove the one, or add the other."),
        ('0,0,"a"b', [(1, 3, '"a"b')], "quotation marks"),
        ("\ufeff\r\nx,0,0\r\n\r\n0,y,0\r\n0,0,z", [(2, 1, "x"), (4, 2, "y")], "“x” is no number"),
        ("0,0,0\n" + "z" * 40 + ",0,0", [(2, 1, "z" * 40)], "“zzzzzzzzzzzzzzzzzzzzzzz…” is no number"),
        ("x1,x2,y", [(1, 1, "")], "There is no point here: a row is x1, x2 and the class, such as 0.5, 0.4, 0."),
        ("# nothing", [(1, 1, "")], "There is no point here"),
        ("label,a,b\n0,0,0\n1,2,?", [(3, 3, "?")], "“?” is no number"),
    ],
)  # fmt: skip
def test_an_error_names_its_row_and_column_and_says_what_to_do(
    scripts: Page, text: str, places: list[tuple[int, int, str]], says: str
) -> None:
    assert errors(scripts, text) == places
    found = read(scripts, text)
    assert says in found["errors"][0]["message"]
    assert (found["X"], found["y"]) == ([], [])


def test_nothing_is_neither_a_table_nor_an_error(scripts: Page) -> None:
    for text in ("", "\n\n", " \r\n\t\n"):
        assert read(scripts, text) == {"X": [], "y": [], "names": [], "errors": [], "more": 0}


def test_all_errors_are_collected_and_those_beyond_a_hundred_counted(scripts: Page) -> None:
    found = read(scripts, "0,0,0\n" + "a,b,0\n" * 60)
    assert (len(found["errors"]), found["more"]) == (100, 20)
    assert (found["errors"][99]["row"], found["errors"][99]["column"]) == (51, 2)


def test_eight_classes_and_two_thousand_points_are_the_most(scripts: Page) -> None:
    assert len(read(scripts, "".join(f"0,0,c{k % 8}\n" for k in range(2000)))["y"]) == 2000
    assert errors(scripts, "".join(f"0,0,c{k}\n" for k in range(9))) == [(9, 3, "c8")]
    assert errors(scripts, "x1,x2,y\n" + "5,0,1\n" * 2003) == [(2002, 1, "5")]
    assert "2,003" in read(scripts, "5,0,1\n" * 2003)["errors"][0]["message"]


def test_what_is_written_is_read_back_bit_for_bit(scripts: Page) -> None:
    X, y = [[0.1 + 0.2, -1e-7], [1e9, 5e-324], [0, 1 / 3]], [0, 3, 2]
    text = call(scripts, "panels/data/csv", "writeTable", X, y)
    assert text.splitlines()[:2] == ["x1,x2,y", "0.30000000000000004,-1e-7,0"]
    found = read(scripts, text)
    assert (found["X"], found["y"], found["errors"]) == (X, y, [])
