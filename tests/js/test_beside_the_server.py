"""What both languages count: the page's pure modules against the server's, number for number."""

from typing import Literal

import pytest

from app.core.datasets import DATASETS, generate
from app.core.penalties import L2
from app.core.slack import of_penalty, strength_of
from tests.js.deno import call


@pytest.fixture(scope="module")
def points() -> dict[str, dict[str, object]]:
    """Of every kind of data set: the points that the server makes."""
    found = {}
    for each in DATASETS:
        X, y, *_ = generate(each(), 0)
        found[each.__name__] = {"X": X.tolist(), "y": y.tolist()}
    return found


@pytest.fixture(scope="module")
def packed(points: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    return dict(zip(points, call(*(("links/pack_points", "pack", [each]) for each in points.values())), strict=True))


@pytest.fixture(scope="module")
def unpacked(packed: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    return dict(zip(packed, call(*(("links/pack_points", "unpack", [each]) for each in packed.values())), strict=True))


@pytest.mark.parametrize("kind", [each.__name__ for each in DATASETS])
def test_points_come_back_to_the_last_digit(
    kind: str,
    points: dict[str, dict[str, object]],
    packed: dict[str, dict[str, object]],
    unpacked: dict[str, dict[str, object]],
) -> None:
    assert isinstance(packed[kind]["y"], str)
    assert unpacked[kind] == points[kind]


@pytest.mark.parametrize("convention", ["full", "half"])
def test_the_page_counts_c_as_the_api_does(convention: Literal["full", "half"]) -> None:
    for points, strength in ((9, 0.1), (3, 1 / 3), (2000, 0.001)):
        C = of_penalty(L2(strength=strength, convention=convention), points)
        assert C
        penalty = {"kind": "l2", "strength": strength, "convention": convention}
        problem = {"penalty": penalty, "X": [[0]] * points}
        found = call(("state/slack", "slackC", [problem]), ("state/slack", "strengthOf", [problem, C]))
        assert found == [C, strength_of(C, points, convention)]
