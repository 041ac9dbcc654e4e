"""Pictures of problems with numbers of any size: they are drawn, whatever lies where, and say nothing unsayable."""

from typing import Any
from xml.etree import ElementTree

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.losses import LOSSES
from app.core.plane import Viewport
from app.core.problem import Problem
from app.pictures import alone, card, described, png, svg

QUIET = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
SIZES = st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1e9, -1e9, 1e-300, 0.5, -0.25]) | st.floats(-1, 1)
BROKEN = SIZES | st.sampled_from([np.inf, -np.inf, np.nan, 1e300, -1e200])


@st.composite
def hostile(draw: st.DrawFn, weights: st.SearchStrategy[float] = SIZES, features: int = 2) -> Problem:
    n, c = draw(st.integers(1, 6)), draw(st.integers(2, 4))
    loss: Any = draw(st.sampled_from(LOSSES))()
    columns = 1 if loss.binary else c

    def numbers(of: st.SearchStrategy[float], *shape: int) -> np.ndarray:
        size = int(np.prod(shape))
        return np.array(draw(st.lists(of, min_size=size, max_size=size))).reshape(shape)

    y = np.array(draw(st.lists(st.integers(0, min(c, 2 if loss.binary else c) - 1), min_size=n, max_size=n)))
    W, b = numbers(weights, features, columns), numbers(weights, columns)
    return Problem(numbers(SIZES, n, features), y, W, b, loss=loss)


def checked(text: str) -> None:
    for node in ElementTree.fromstring(text).iter():
        for name, value in node.attrib.items():
            words = value.replace(",", " ").replace("(", " ").replace(")", " ").split()
            assert not {"nan", "inf", "-inf"} & set(words), (name, value)
            if name in ("x1", "y1", "x2", "y2", "cx", "cy", "r"):
                assert abs(float(value)) < 1e5, (name, value)


@QUIET
@given(problem=hostile(), title=st.text(max_size=100), step=st.none() | st.just("mask"))
def test_a_card_of_numbers_of_any_size_is_drawn(problem: Problem, title: str, step: str | None) -> None:
    picture = card(problem, 10**9, step, title)
    checked(svg(picture))
    assert png(picture)


@QUIET
@given(problem=hostile(BROKEN), title=st.text(max_size=100))
def test_weights_that_are_no_numbers_any_more_break_nothing(problem: Problem, title: str) -> None:
    picture = card(problem, 5, title=title, theme="dark")
    checked(svg(picture))
    assert png(picture)
    assert "nan" not in described(problem)


@QUIET
@given(problem=hostile(BROKEN, features=3))
def test_a_table_of_any_numbers_is_drawn(problem: Problem) -> None:
    checked(svg(card(problem)))


@QUIET
@given(problem=hostile(), x=SIZES, y=SIZES, half=st.floats(1e-6, 1e9), unit=st.none() | st.floats(1e-9, 1e9))
def test_a_window_may_lie_anywhere(problem: Problem, x: float, y: float, half: float, unit: float | None) -> None:
    window = [x - half, x + half, y - half, y + half]
    if window[0] < window[1] and window[2] < window[3]:
        picture = alone(problem, side=200, view=Viewport(window, unit))
        checked(svg(picture))
        assert png(picture)
