"""The registries: they agree with their files, and say of each member what a page needs to draw its controls."""

import json
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from app import core
from app.core.catalogue import catalogue
from app.core.datasets import DATASETS, Dataset
from app.core.knob import Knob
from app.core.losses import LOSSES, Loss
from app.core.optimizers import OPTIMIZERS, Optimizer
from app.core.penalties import PENALTIES, Penalty
from app.core.schedules import SCHEDULES, Schedule

FAMILIES: dict[str, tuple[type, tuple[type, ...]]] = {
    "losses": (Loss, LOSSES),
    "penalties": (Penalty, PENALTIES),
    "optimizers": (Optimizer, OPTIMIZERS),
    "schedules": (Schedule, SCHEDULES),
    "datasets": (Dataset, DATASETS),
}
MEMBERS = [(family, entry) for family in FAMILIES for entry in catalogue()[family]]
WITH_EVERY_MEMBER = pytest.mark.parametrize(
    ("family", "entry"), MEMBERS, ids=[f"{family}-{entry['kind']}" for family, entry in MEMBERS]
)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_registry_holds_every_member_that_its_files_define(family: str) -> None:
    base, members = FAMILIES[family]
    files = (Path(core.__file__).parent / family).glob("*.py")
    modules = [import_module(f"app.core.{family}.{file.stem}") for file in files if file.stem != "__init__"]
    defined = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, base) and "kind" in vars(value)
    }
    assert defined == set(members)
    assert len(set(members)) == len(members)


def test_the_catalogue_is_json_and_in_the_order_of_the_registries() -> None:
    found = json.loads(json.dumps(catalogue()))
    for family, (_, members) in FAMILIES.items():
        assert [entry["kind"] for entry in found[family]] == [cls.kind for cls in members]  # type: ignore[attr-defined]


@WITH_EVERY_MEMBER
def test_a_knob_says_which_letter_stands_for_it(family: str, entry: dict[str, Any]) -> None:
    for knob in entry["knobs"]:
        letters = [word for word in knob["label"].split() if len(word) == 1 or (len(word) == 2 and not word.isascii())]
        assert letters == ([knob["symbol"]] if "symbol" in knob else [])


@WITH_EVERY_MEMBER
def test_a_member_says_what_it_is(family: str, entry: dict[str, Any]) -> None:
    assert entry["kind"].replace("_", "").isalnum()
    assert entry["title"]
    assert entry["sentence"].endswith(".")
    assert "\n" not in entry["sentence"]
    if family != "datasets":
        assert entry["tex"].count("{") == entry["tex"].count("}")


@WITH_EVERY_MEMBER
def test_every_field_but_the_kind_has_a_control_with_its_default(family: str, entry: dict[str, Any]) -> None:
    (cls,) = (cls for cls in FAMILIES[family][1] if cls.kind == entry["kind"])  # type: ignore[attr-defined]
    assert [knob["name"] for knob in entry["knobs"]] == [f.name for f in fields(cls) if f.name != "kind"]
    assert cls().kind == cls.kind == entry["kind"]  # type: ignore[attr-defined]
    for knob in entry["knobs"]:
        assert getattr(cls(), knob["name"]) == knob["default"]
        assert knob["label"]


@WITH_EVERY_MEMBER
def test_defaults_are_within_their_bounds(family: str, entry: dict[str, Any]) -> None:
    for knob in entry["knobs"]:
        if "choices" in knob:
            assert knob["default"] in [choice["value"] for choice in knob["choices"]]
            assert all(choice["text"] for choice in knob["choices"])
        elif knob["default"] is not None:
            assert knob["min"] <= knob["default"] <= knob["max"]
            assert 0 < knob["step"] <= knob["max"] - knob["min"]
            assert knob["scale"] in ("linear", "log")


def test_a_knob_yields_its_bounds_for_whoever_validates() -> None:
    assert [str(bound) for bound in Knob("λ", min=0, max=2, step=0.1)] == ["Ge(ge=0)", "Le(le=2)"]
