"""The text of a link: exact, read for ever, and never read as another when it was changed on its way."""

import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.core.datasets import DATASETS, generate
from tests.browser.lab import call

# Links that were given out, with what they hold: never change one, only add.
FROZEN = json.loads((Path(__file__).parent / "links.json").read_text())
MUTATED = """async ([url, link, mutated]) => {
  const { read } = await import(url);
  const whole = JSON.stringify(await read(link));
  const wrong = [];
  for (const each of mutated) {
    try {
      const found = await read(each);
      if (found && JSON.stringify(found) !== whole) wrong.push(each);
    } catch (error) {
      if (!["damaged", "newer"].includes(error.why)) wrong.push(`${each}: ${error}`);
    }
  }
  return wrong;
}"""


@pytest.mark.parametrize("name", FROZEN)
def test_a_link_given_out_is_read_for_ever(scripts: Page, name: str) -> None:
    assert call(scripts, "permalink", "read", FROZEN[name]["link"]) == FROZEN[name]["content"]


@pytest.mark.parametrize("kind", [each.__name__ for each in DATASETS])
def test_points_come_back_to_the_last_digit(scripts: Page, kind: str) -> None:
    X, y, *_ = generate(next(each for each in DATASETS if each.__name__ == kind)(), 0)
    packed = call(scripts, "points", "pack", {"X": X.tolist(), "y": y.tolist()})
    assert isinstance(packed["y"], str)
    assert call(scripts, "points", "unpack", packed) == {"X": X.tolist(), "y": y.tolist()}


@pytest.mark.parametrize("x", [1 / 3, 1e-7, 1e9, -0.1, 0.30000000000000004, 123456789.123])
def test_any_number_comes_back_exactly(scripts: Page, x: float) -> None:
    given = {"X": [[x, 0], [-1e9, 0.5]], "y": [0, 1]}
    assert call(scripts, "points", "unpack", call(scripts, "points", "pack", given)) == given


def test_no_mutated_link_is_read_as_another(scripts: Page) -> None:
    good = FROZEN["own points and weights in a run"]["link"]
    chance = random.Random(7)
    letters = "ABCXYZabcxyz019-_.#%"
    found = []
    for _ in range(2000):
        at = chance.randrange(1, len(good))
        cut, put = chance.randrange(3), "".join(chance.choices(letters, k=chance.randrange(3)))
        found.append(good[:at] + put + good[at + cut :])
    address = scripts.locator("script[type=module]").get_attribute("src") or ""
    assert scripts.evaluate(MUTATED, [address.replace("main.js", "permalink.js"), good, found]) == []
