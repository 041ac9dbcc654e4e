"""The text of a link: exact, and read for ever."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.core.datasets import DATASETS, generate
from tests.browser.lab import call

# Links that were given out, with what they hold: never change one, only add.
FROZEN = json.loads((Path(__file__).parent / "links.json").read_text())


@pytest.mark.parametrize("name", FROZEN)
def test_a_link_given_out_is_read_for_ever(scripts: Page, name: str) -> None:
    assert call(scripts, "links/permalink", "read", FROZEN[name]["link"]) == FROZEN[name]["content"]


@pytest.mark.parametrize("kind", [each.__name__ for each in DATASETS])
def test_points_come_back_to_the_last_digit(scripts: Page, kind: str) -> None:
    X, y, *_ = generate(next(each for each in DATASETS if each.__name__ == kind)(), 0)
    packed = call(scripts, "links/points", "pack", {"X": X.tolist(), "y": y.tolist()})
    assert isinstance(packed["y"], str)
    assert call(scripts, "links/points", "unpack", packed) == {"X": X.tolist(), "y": y.tolist()}


@pytest.mark.parametrize("x", [1 / 3, 1e-7, 1e9, -0.1, 0.30000000000000004, 123456789.123])
def test_any_number_comes_back_exactly(scripts: Page, x: float) -> None:
    given = {"X": [[x, 0], [-1e9, 0.5]], "y": [0, 1]}
    assert call(scripts, "links/points", "unpack", call(scripts, "links/points", "pack", given)) == given
