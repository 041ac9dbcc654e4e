"""What holds of the plane's geometry for any weights, hostile ones too."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.core.plane.scene import scene, scenes
from app.core.types import Array, Ints
from tests.core.pictures import area, broken, draw, width

Problem = tuple[Array, Ints, Array, Array]  # X, y, W, b
ROUNDING = 1e-4  # of the box's width

coordinates = st.floats(-3, 3).map(lambda value: round(value, 3))
classes = st.integers(2, 6)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    n, c = draw(st.integers(1, 6)), draw(classes)
    shapes = [(n, 2), (2, c), (c,)]
    X, weights, b = (np.asarray(draw(arrays(np.float64, shape, elements=coordinates))) for shape in shapes)
    return X, draw(arrays(np.int64, n, elements=st.integers(0, c - 1))), weights, b


def numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        return numbers(list(value.values()))
    return [n for item in value for n in numbers(item)] if isinstance(value, list) else [value or 0.0]


@given(problems())
def test_the_regions_fill_the_box_exactly(problem: Problem) -> None:
    picture = draw(*problem)
    areas = [area(region) for region in picture["regions"]]
    assert min(areas) > -1e-9 * width(picture) ** 2
    assert sum(areas) == pytest.approx(width(picture) ** 2, rel=ROUNDING * 4 * len(areas))


@given(problems(), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_a_place_lies_in_the_region_of_its_greatest_score(problem: Problem, at: Any) -> None:
    picture = draw(*problem)
    x0, x1, y0, y1 = picture["box"]
    place = np.array([x0 + at[0] * (x1 - x0), y0 + at[1] * (y1 - y0)])
    winner = int(np.argmax(place @ problem[2] + problem[3]))
    gaps = np.delete((place @ problem[2] + problem[3])[winner] - place @ problem[2] - problem[3], winner)
    slopes = np.delete(np.linalg.norm(problem[2][:, [winner]] - problem[2], axis=0), winner)
    if (gaps > 0).all() and (gaps >= 3 * ROUNDING * width(picture) * slopes).all():  # not at a border
        corners = np.array(picture["regions"][winner])
        (ex, ey), (px, py) = (np.roll(corners, -1, axis=0) - corners).T, (place - corners).T
        assert (ex * py - ey * px >= -ROUNDING * width(picture) * np.hypot(ex, ey)).all()


@given(problems())
def test_lines_run_where_their_score_is_zero_and_one(problem: Problem) -> None:
    picture = draw(*problem)
    for value, lines in enumerate((picture["lines"], picture["levels"])):
        for k, line in enumerate(lines):
            if line is not None:
                slack = ROUNDING * width(picture) * float(np.abs(problem[2][:, k]).sum()) + 1e-12
                np.testing.assert_allclose(np.array(line) @ problem[2][:, k] + problem[3][k], value, atol=slack)


@given(problems())
def test_a_foot_lies_on_the_margin_line_and_below_its_point(problem: Problem) -> None:
    (X, y, weights, b), picture = problem, draw(*problem)
    for i, j, *foot in picture["violations"]:
        own, other, step = y[int(i)], int(j), np.array(foot) - X[int(i)]
        slope, slack = weights[:, own] - weights[:, other], ROUNDING * width(picture)
        assert abs(step[0] * slope[1] - step[1] * slope[0]) <= 2 * slack * np.linalg.norm(slope) + 1e-12
        if np.abs(step).max() < 2 * width(picture):  # not cut short
            assert abs(foot @ slope + b[own] - b[other] - 1) <= 2 * slack * np.linalg.norm(slope) + 1e-12


@given(problems(), st.randoms(use_true_random=False))
def test_permuting_the_classes_permutes_the_picture(problem: Problem, random: Any) -> None:
    (X, y, weights, b), order = problem, list(range(len(problem[3])))
    random.shuffle(order)
    one, other = draw(X, y, weights, b), draw(X, np.argsort(order)[y], weights[:, order], b[order])
    np.testing.assert_array_equal([one["lines"][k] for k in order] == other["lines"], True)
    if len(np.unique(np.vstack([weights, b]), axis=1).T) == len(b):  # a tie goes to the lower class
        areas = [[area(region) for region in picture["regions"]] for picture in (one, other)]
        np.testing.assert_allclose([areas[0][k] for k in order], areas[1], atol=8 * ROUNDING * width(one) ** 2)


@given(problems())
def test_many_settings_at_once_are_what_each_is_alone(problem: Problem) -> None:
    X, y, weights, b = problem
    W3, b3 = np.stack([weights, 2 * weights, -weights]), np.stack([b, b, -b])
    pairs = np.stack([broken(X, y, w, c) for w, c in zip(W3, b3, strict=True)])
    unit = float(np.linalg.norm(weights, axis=0).max()) or 1.0
    together = scenes(X, y, W3, b3, delta=1.0, pairs=pairs, unit=unit)
    assert together == [scene(X, y, W3[t], b3[t], delta=1.0, pairs=pairs[t], unit=unit) for t in range(3)]


hostile = st.sampled_from([0.0, 1e-320, -1e-200, 1e-9, 1.0, -1.0, 1e6, -1e12, 1e300, -1.7e308])


@settings(max_examples=300)
@given(st.data(), classes, st.integers(1, 5))
def test_every_number_is_finite_whatever_the_weights(data: st.DataObject, c: int, n: int) -> None:
    weights, b = (data.draw(arrays(np.float64, shape, elements=hostile)) for shape in [(2, 2, c), (2, c)])
    X = data.draw(arrays(np.float64, (n, 2), elements=st.floats(-1e9, 1e9)))
    y = data.draw(arrays(np.int64, n, elements=st.integers(0, c - 1)))
    pairs = np.ones((2, n, c), dtype=bool)
    for picture in scenes(X, y, weights, b, delta=1.0, pairs=pairs):
        assert np.isfinite(numbers(picture)).all()
        x0, x1, y0, y1 = picture["box"]
        for segment in [s for s in (*picture["lines"], *picture["levels"], *picture["arrows"]) if s]:
            assert all(x0 - 1e-3 * (x1 - x0) <= x <= x1 + 1e-3 * (x1 - x0) for x, _ in segment)
            assert all(y0 - 1e-3 * (y1 - y0) <= at <= y1 + 1e-3 * (y1 - y0) for _, at in segment)
