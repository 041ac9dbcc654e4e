"""The schema of the problem: what it says of a field is what the core, the API, the links and the page hold to."""

import json
import re
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest

from app.core.catalogue import catalogue
from app.core.knob import Choice
from app.core.problem import Problem
from app.folders import STATIC
from app.pages import lab
from app.requests.schemas import ProblemBody
from app.schema import FAMILIES, FIELDS, HIDEABLE, LIMITS, NAMES, PANELS, PLACE, SETTINGS, USUAL, described
from app.settings import Settings

CORE = {field.name: field for field in fields(Problem)}
SENT = {name: setting for name, setting in SETTINGS.items() if setting.sent == "problem"}


def test_the_page_has_the_schema_of_its_server() -> None:
    start = json.loads(str(lab.first_page(Settings())["start"]))
    assert start["schema"] == json.loads(json.dumps(described()))
    assert start["schema"]["limits"] == asdict(LIMITS)
    assert len(set(NAMES)) == len(FIELDS)


@pytest.mark.parametrize("name", [name for name, setting in SENT.items() if setting.word is None])
def test_the_core_has_what_the_api_is_sent_and_the_same_default(name: str) -> None:
    assert CORE[name].default == SETTINGS[name].default


@pytest.mark.parametrize("name", SENT)
def test_the_api_takes_every_setting_with_the_default_of_the_page(name: str) -> None:
    field = ProblemBody.model_fields[name]
    assert field.default == SETTINGS[name].default
    assert field.description == SETTINGS[name].sentence


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_is_one_of_the_catalogue_and_a_field_of_the_api(name: str) -> None:
    assert FAMILIES[name] in catalogue()
    assert name in ProblemBody.model_fields


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_a_setting_allows_its_default_and_nothing_beyond_its_bounds(setting: Any) -> None:
    assert setting.allows(setting.default)
    wrong: list[Any] = [None, "", [], {}, -1, 1e10]
    if isinstance(setting.control, Choice):
        wrong += [1, 0]
    else:
        assert setting.allows(setting.control.max)
        wrong += [True, 1.5, setting.control.max + 1]
    assert [value for value in wrong if setting.allows(value)] == []


def test_what_a_link_leaves_out_is_usual_and_no_setting_is_stated_twice() -> None:
    assert {name for name, setting in SETTINGS.items() if name not in USUAL} == {"batch", "iterations"}
    assert PLACE["panel"] is None
    assert {"why", "data"} <= set(PANELS)
    assert len(set(HIDEABLE)) == len(HIDEABLE)


ROOMS = ("links", "state", "story", "lab")
SCRIPTS = sorted(path for room in ROOMS for path in (STATIC / room).glob("*.js"))
LARGE = {float(value) for value in asdict(LIMITS).values() if value >= 40}
"""Smaller numbers mean much else too; a test of the page in a browser lets each limit be another one."""


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(STATIC)))
def test_no_script_writes_a_limit_or_a_list_of_fields_again(path: Path) -> None:
    text = re.sub(r"//.*|/\*.*?\*/|`.*?`|\"[^\"\n]*\"(?!,)", "", path.read_text())
    text = text.replace("1 << 20", str(1 << 20))
    assert [number for number in re.findall(r"(?<![\w.])\d+(?:e\d+)?(?![\w.])", text) if float(number) in LARGE] == []
    assert re.search(r'"penalty",\s*"optimizer"|"optimizer",\s*"schedule"', text) is None
