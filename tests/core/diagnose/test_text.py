"""Pasted numbers: every form they come in, how exactly they were meant, and where a text goes wrong."""

import json
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.diagnose import read
from app.core.diagnose.matrix_text import LONGEST

A = np.array([[0.25, -1.5, 3.0], [1e-3, 0.0, -0.125]])

FORMS = [
    str(A), repr(A), str(A.tolist()), json.dumps(A.tolist()), repr(A.astype("float32")), f"dW = np.{A!r}",
    "tensor([[ 2.5000e-01, -1.5000e+00,  3.0000e+00],\n        [ 1.0000e-03,  0.0000e+00, -1.2500e-01]],\n"
    "       dtype=torch.float64, grad_fn=<AddBackward0>)",
    "[0.25 -1.5 3; 0.001 0 -0.125]", "[0.25, -1.5, 3; ...\n 0.001, 0, -0.125];", "[0.25 -1.5 3\n 0.001 0 -0.125]",
    "dW =\n\n    0.2500   -1.5000    3.0000\n    0.0010         0   -0.1250\n",
    "dW =\n\n   1.0e+00 *\n\n    0.2500   -1.5000    3.0000\n    0.0010   0   -0.1250",
    "0.25,-1.5,3\n0.001,0,-0.125\n", "0.25\t-1.5\t3\r\n0.001\t0\t-0.125",
    "0,25;-1,5;3\n0,001;0;-0,125", "0,25\t-1,5\t3\n0,001\t0\t-0,125", "((0.25, -1.5, 3.), (0.001, 0., -0.125))",
    "[[0.25, \N{MINUS SIGN}1.5, 3], [1e-3, 0, \N{MINUS SIGN}.125]]  # per class",
    "  [[ .25 -1.5 3. ]\n\n [1.E-3 0. -.125]]", "[[2.5e-01 -1.5e+00 3.e+00]\n [1.e-03 0.e+00 -1.25e-01]]",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_a_matrix_is_read(text: str) -> None:
    assert np.allclose(read(text).values, A, rtol=0, atol=0)


@pytest.mark.parametrize(
    "text", ["[0.1 0.2\n 0.3]", "array([0.1, 0.2,\n       0.3])", "0.1\n0.2\n0.3", "[[0.1], [0.2], [0.3]]"]
)
def test_a_vector_may_take_several_lines(text: str) -> None:
    assert read(text, vector=True).values.tolist() == [[0.1, 0.2, 0.3]]


def test_numbers_of_json_are_read_as_they_are() -> None:
    assert read([[1, 2.5], [0.0, -1e-9]]).values.tolist() == [[1.0, 2.5], [0.0, -1e-9]]
    assert read([1.0, 2.0], vector=True).values.tolist() == [[1.0, 2.0]]


@given(
    st.lists(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3), min_size=1, max_size=5),
    st.integers(2, 8),
    st.booleans(),
)
def test_what_numpy_prints_is_within_the_slack_that_is_read_off_it(
    rows: list[list[float]], precision: int, suppress: bool
) -> None:
    matrix = np.array(rows)
    with np.printoptions(precision=precision, suppress=suppress):
        for text in (str(matrix), repr(matrix)):
            got = read(text)
            assert (np.abs(got.values - matrix) <= got.slack * 1.000001 + 1e-15 * np.abs(matrix)).all()


@pytest.mark.parametrize(
    ("text", "slack", "digits"),
    [
        ("0.33", 0.005, 2), ("0.330", 0.0005, 3), ("1 0.25", 0.005, 2), ("1234.5 0.25", 0.005, 5), ("3", 0.5, 1),
        ("1.0e-03 * 0.5 0.25", 5e-6, 2), ("0.06666666666666667", 5e-18, 16),
    ],
)  # fmt: skip
def test_the_slack_is_half_a_unit_of_the_last_place(text: str, slack: float, digits: int) -> None:
    got = read(text)
    assert got.slack.min() == pytest.approx(slack)
    assert got.digits == digits


def test_numbers_rounded_to_so_many_digits_have_a_slack_of_their_own_each() -> None:
    assert read("[[1.23e-05, 12.3]]").slack.tolist()[0] == pytest.approx([5e-8, 0.05])


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("", "Line 1, column 1", "no number here"),
        ("array([])", "Line 1, column 1", "no number here"),
        ("[[1, 2], [3]]", "Line 1, column 11", "Row 2 has 1 number, row 1 has 2"),
        ("[[1, 2],\n [3, x]]", "Line 2, column 6", "“x” is no number"),
        ("[1, 2", "Line 1, column 1", "never closed"),
        ("1 2]", "Line 1, column 4", "closes nothing"),
        ("[1, 2)", "Line 1, column 6", "closes nothing"),
        ("[[[1]]]", "Line 1, column 3", "three deep"),
        ("[[1. nan]]", "Line 1, column 6", "not a finite number"),
        ("1 -inf", "Line 1, column 3", "not a finite number"),
        ("1e999", "Line 1, column 1", "larger than 1e+15"),
        ("1.2.3", "Line 1, column 4", "a space or a comma missing"),
        ("0x12", "Line 1, column 2", "a space or a comma missing"),
        ("1\n2 3a", "Line 2, column 4", "a space or a comma missing"),
        ("[[1. 2.]\n ...\n [3. 4.]]", "Line 2, column 2", "threshold=np.inf"),
        ("[1 ... 2]", "Line 1, column 4", "threshold=np.inf"),
        ("1 $", "Line 1, column 3", "belongs to no number"),
        ("__import__('os').system('true')", "Line 1, column 17", "belongs to no number"),
        ("os", "Line 1, column 1", "is no number"),
        ("[1+2, 3*4]", "Line 1, column 8", "has no place here"),
        ("[1 2 [3 4]]", "Line 1, column 6", "follows numbers that have none"),
    ],
)  # fmt: skip
def test_an_error_names_line_and_column(text: str, where: str, said: str) -> None:
    with pytest.raises(ValueError, match=r"Line") as error:
        read(text)
    assert str(error.value).startswith(f"{where}: ")
    assert said in str(error.value)


def outcome(text: str) -> str:
    """ "read", or the sentence of the refusal."""
    try:
        got = read(text)
    except ValueError as error:
        return str(error)
    return "read" if np.isfinite(got.values).all() and np.isfinite(got.slack).all() else "not finite"


@given(st.text(alphabet="[](){},;:=*.eE+-0123456789 \n\tnaif'\"#%xX\u2212", max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    assert outcome(text) == "read" or outcome(text).startswith("Line ")


MINUTE = 60
"""What looks back at every letter takes many of them here; one go takes a second, or some on a busy machine."""

LONG = ["[" * 99_999, "1" * 99_999, "-" * 99_999, "1e-" + "9" * 90_000, "a." * 40_000, "...\n" * 20_000, "1 " * 49_999]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:4])
def test_a_long_strange_text_is_read_in_one_go(text: str) -> None:
    start = time.process_time()
    assert outcome(text) == "read" or outcome(text).startswith("Line ")
    assert time.process_time() - start < MINUTE


def test_a_text_past_the_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="paste fewer"):
        read("1 " * LONGEST)


PARTS = [
    "(",
    "<a:",
    "'1",
    '"1',
    "1*^",
    ", dtype=(",
    "shape=[",
    "\n",
    "[,1] ",
    "a: ",
    "a\n1\n",
    "Columns 1 to 2\n",
    "1 * ",
    ">>> ",
]


@pytest.mark.parametrize("part", PARTS)
def test_what_libraries_print_around_numbers_takes_no_time_either(part: str) -> None:
    start = time.process_time()
    text = part * (LONGEST // len(part))
    assert outcome(text) == "read" or outcome(text).startswith("Line ")
    assert time.process_time() - start < MINUTE
