"""How numbers are written in formulas."""

import pytest

from app.core.numeral import factor, numeral, sum_of


@pytest.mark.parametrize(
    ("x", "text"),
    [
        (0.0, "0"), (-0.0, "0"), (3.0, "3"), (-3.0, "−3"), (0.3, "0.30"), (-1.005, "−1.00"), (99999.0, "99999"),
        (1e5, "1.0e5"), (-123456.7, "−1.2e5"), (0.004, "0.004"), (-1e-9, "−1.0e−9"), (0.005, "0.01"),
    ],
)  # fmt: skip
def test_a_number_is_written_short(x: float, text: str) -> None:
    assert numeral(x) == text


def test_a_negative_factor_stands_in_brackets() -> None:
    assert factor(-2.0) == "(−2)"
    assert factor(2.0) == "2"
    assert factor(-0.0) == "0"


def test_a_long_sum_says_that_it_goes_on() -> None:
    assert sum_of("ab") == "a + b"
    assert sum_of("abcdef") == "a + b + c + d + e + f"
    assert sum_of("abcdefg") == "a + b + c + d + e + f + …"
    assert sum_of([]) == "0"
