"""Everything people read has an id, one id has one English, and the catalogue holds them all."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.texts import catalogue, program, scripts, templates
from tests.texts.found import ROOT

AGAIN = "make it again: python -m tests.texts.catalogue"

# What looks like a text and is none, with the reason.
NO_TEXTS = {
    "curl    -H 'Content-Type: application/json'   -d": "a request as a program",
    "import json": "the same",
    "allow-scripts allow-popups allow-popups-to-escape-sandbox": "the code of a frame: attributes",
    "too long": "why a link cannot be read, as a name for programs",
    "texts": "the class of a mark",
    "over": "the place of a mark",
    "ticks across": "the class of a layer",
    "ticks up": "the same",
}


def test_the_catalogue_is_that_of_the_sources() -> None:
    assert catalogue.PATH.read_text() == catalogue.text(), AGAIN


def test_one_id_has_one_english() -> None:
    said = defaultdict(set)
    for each in catalogue.found():
        said[each.id].add(each.english)
    assert {id: texts for id, texts in said.items() if len(texts) > 1} == {}


def test_an_id_says_where_a_text_belongs_in_few_letters() -> None:
    assert [id for id in catalogue.english() if not re.fullmatch(r"[a-zA-Z0-9_.-]{2,60}", id)] == []


def test_what_fills_a_text_is_what_it_has_holes_for() -> None:
    wrong = [each for each in catalogue.found() if each.given is not None and each.given != each.holes]
    assert [each for each in wrong if each.id != "back.mean"] == [], "of “back.mean” the pass fills its {n}"


def test_nothing_is_left_of_a_hole_that_is_badly_written() -> None:
    for id, text in json.loads(catalogue.PATH.read_text()).items():
        bare = re.sub(r"\{\w+\}|\{\w+, plural, (\w+ \{[^{}]*\} ?)+\}", "", text)
        assert not set("{}") & set(bare), id
        assert all(" other {" in found for found in re.findall(r"plural, [^}]*\}[^}]*\}", text)), id


@pytest.mark.parametrize("path", scripts.SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_script_has_no_text_without_an_id(path: Path) -> None:
    assert [(line, text) for line, text in scripts.unmarked(path) if text not in NO_TEXTS] == []


def test_an_exception_is_still_one() -> None:
    assert NO_TEXTS.keys() == {text for path in scripts.SCRIPTS for _, text in scripts.unmarked(path)}


@pytest.mark.parametrize("path", templates.PAGES, ids=lambda path: path.name)
def test_a_template_has_no_text_without_an_id(path: Path) -> None:
    assert [text for text in templates.unmarked(path) if text not in NAMES] == []


NAMES = {"Hingelab", "· Hingelab", "API"}


@pytest.mark.parametrize("path", program.MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_step_has_no_text_without_an_id(path: Path) -> None:
    assert list(program.unmarked(path)) == []
