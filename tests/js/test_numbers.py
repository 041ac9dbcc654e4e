"""A number is written the same by the page and by the server, and what is not zero never looks like it."""

import numpy as np
import pytest

from app.core.numeral import fixed, numeral
from app.exports.matrices_tex import number as in_latex
from app.pictures.places import number, short
from tests.js.deno import call

EDGES = [
    0.0, 0.125, 0.375, 2.5, -0.5, 0.004, 0.005, 0.0049999, 0.001, 9.99e-4, -0.0095, 1e-9, -2e-9, 1e6, -1.5e6, 99.995,
    100.0, 123.456, 999.95, 12345.6, 99999.7, 1e5, 1e300, 5e-324, 1 / 3,
]  # fmt: skip


def values() -> list[float]:
    random = np.random.default_rng(1)
    spread = random.choice([-1.0, 1.0], 400) * 10.0 ** random.uniform(-14, 9, 400)
    return [*EDGES, *(-x for x in EDGES), *spread.tolist(), *(k / 16 for k in range(-40, 40))]


@pytest.mark.parametrize("digits", [0, 1, 2, 3, 4, 6])
def test_the_page_and_the_server_write_a_number_alike(digits: int) -> None:
    asked = values()
    page = call(*(("dom/number", "format", [x, digits]) for x in asked))
    assert page == [fixed(x, digits) for x in asked]
    assert page == [number(x, digits) for x in asked]


@pytest.mark.parametrize("write", [numeral, fixed, number, short, lambda x: fixed(x, 0), lambda x: in_latex(x, 0)])
def test_what_is_not_zero_does_not_look_like_it(write) -> None:  # type: ignore[no-untyped-def]
    for x in values():
        assert bool(write(x).partition("e")[0].partition(r"\cdot")[0].strip("−-0. ")) is (x != 0), x
