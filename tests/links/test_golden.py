"""What a link was once, it is for ever; and nothing that comes from outside is read as something else, or raises."""

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from app.links import canonical, judged, shortened, write
from app.schema import PANELS
from tests.links.golden import CHARTS, GOLDEN, KNOWN, digest, reading

ROOT = Path(__file__).parents[2]
MUTATIONS = 20_000
LETTERS = "ABCXYZabcxyz0123456789-_.#%é"


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["name"])
def test_a_link_given_out_is_what_it_was(golden: dict[str, Any]) -> None:
    read_as = reading(golden["link"])
    assert read_as["why"] == golden["why"]
    assert digest(read_as) == golden["digest"]


def test_there_are_enough_of_every_sort() -> None:
    assert len({golden["name"] for golden in GOLDEN}) == len(GOLDEN) >= 300
    assert sum(golden["why"] == "damaged" for golden in GOLDEN) >= 25
    assert {golden["why"] for golden in GOLDEN} == {None, "damaged", "newer", "none"}


@pytest.mark.parametrize("golden", [g for g in GOLDEN if g["why"] is None], ids=lambda golden: golden["name"])
def test_what_is_read_can_be_given_out_again(golden: dict[str, Any]) -> None:
    content = reading(golden["link"])["content"]
    if content is None:
        return
    found = judged(KNOWN, CHARTS, content)
    assert found is not None
    assert canonical(found.content) == canonical(content)
    assert found.said == []
    assert canonical(reading(write(shortened(found)))["content"]) == canonical(content)


def mutated(chance: random.Random, link: str) -> str:
    at, cut = chance.randrange(1, len(link)), chance.randrange(3)
    return link[:at] + "".join(chance.choices(LETTERS, k=chance.randrange(3))) + link[at + cut :]


def test_no_mutated_link_is_read_as_another_and_none_raises() -> None:
    chance = random.Random(7)
    good = [golden for golden in GOLDEN if golden["why"] is None and len(golden["link"]) < 1000]
    for _ in range(MUTATIONS):
        golden = chance.choice(good)
        link = mutated(chance, golden["link"])
        read_as = reading(link)
        assert read_as["why"] is not None or digest(read_as) == golden["digest"], link


def test_no_mutated_content_raises_or_is_more_than_a_page_can_take() -> None:
    """As of somebody who makes links by hand, with the right check."""
    chance = random.Random(11)
    odd: list[Any] = [None, True, -1, 0.5, 1e308, "", "x" * 50, [], {}, [[]], {"kind": "sgd"}, [1, 2, 3], "\ud800"]
    good = [c for golden in GOLDEN[:200] if (c := reading(golden["link"])["content"])]
    taken = 0
    for _ in range(3000):
        content = json.loads(json.dumps(chance.choice(good)))
        _put(chance, content, chance.choice(odd))
        found = judged(KNOWN, CHARTS, content)
        if found:
            taken += 1
            again = judged(KNOWN, CHARTS, json.loads(canonical(found.content)))
            assert again is not None
            assert canonical(again.content) == canonical(found.content)
    assert 300 < taken < 2700


def _put(chance: random.Random, value: Any, odd: Any) -> None:
    """Puts something odd at some place of a JSON value, however deep."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    key = chance.choice(list(keys))
    if isinstance(value[key], (dict, list)) and value[key] and chance.random() < 0.7:
        _put(chance, value[key], odd)
    else:
        value[key] = odd


def test_each_panel_of_the_page_is_a_folder_of_its_name() -> None:
    script = (ROOT / "static" / "panels" / "index.js").read_text()
    rows = re.findall(r'^ +(?:\{ )?id: "(\w+)"', script, re.MULTILINE)
    assert sorted(rows) == list(PANELS)
