"""Is what came from outside a problem that the page can take, as validate.js judges it? It repairs nothing."""

from collections.abc import Callable
from itertools import chain
from typing import Any

from app.schema import FAMILIES, LIMITS, SETTINGS
from app.schema.fields import same

Known = dict[str, list[dict[str, Any]]]
"""What `core.catalogue` says of the families."""


def is_number(value: Any, low: float = -LIMITS.size, high: float = LIMITS.size) -> bool:
    return type(value) in (int, float) and low <= value <= high


def is_whole(value: Any, low: float = 0, high: float = LIMITS.size) -> bool:
    return is_number(value, low, high) and value == int(value)


def is_list(values: Any, length: int, test: Callable[[Any], bool]) -> bool:
    return isinstance(values, list) and len(values) == length and all(map(test, values))


def find(family: list[dict[str, Any]], kind: Any) -> dict[str, Any] | None:
    return next((member for member in family if member["kind"] == kind), None) if isinstance(kind, str) else None


def defaults(member: dict[str, Any]) -> dict[str, Any]:
    return {"kind": member["kind"], **{knob["name"]: knob["default"] for knob in member["knobs"]}}


def validate(known: Known, given: dict[str, Any]) -> dict[str, Any] | None:
    """The problem of the page, all of it, or None if anything in it is amiss."""
    parts = {name: _member(known[family], given[name]) for name, family in FAMILIES.items()}
    parts |= {"data": _recipe(known, given["data"])}
    if None in parts.values() or not _are_settings(given) or not _is_shaped(given, _is_binary(known, parts["loss"])):
        return None
    origin, variants = given["origin"], given["variants"]
    if not given["bias"] and any(x != 0 for x in chain(given["b"], origin["b"])):
        return None
    if not isinstance(variants, list) or len(variants) > LIMITS.variants:
        return None
    own = [_variant(known, each) for each in variants]
    if None in own:
        return None
    preset = given["preset"] if find(known["presets"], given["preset"]) else ""
    return given | parts | {"preset": preset, "variants": own, "origin": {"W": origin["W"], "b": origin["b"]}}


def _is_binary(known: Known, loss: Any) -> bool:
    member = find(known["losses"], loss["kind"])
    return member is not None and bool(member["binary"])


def _is_shaped(given: dict[str, Any], binary: bool) -> bool:
    X, y, b, origin = (given[name] for name in ("X", "y", "b", "origin"))
    if not all(isinstance(each, list) for each in (X, y, b)) or not isinstance(origin, dict):
        return False
    C, highest = len(b), 1 if binary else len(b) - 1
    if not 1 <= len(X) <= LIMITS.points or not (C == 1 if binary else 2 <= C <= LIMITS.classes):
        return False
    rows = all(is_list(row, 2, is_number) for row in X)
    weights = _are_weights(given, C) and _are_weights(origin, C)
    return rows and weights and is_list(y, len(X), lambda k: is_whole(k, 0, highest))


def _are_weights(given: dict[str, Any], C: int) -> bool:
    return is_list(given.get("W"), 2, lambda row: is_list(row, C, is_number)) and is_list(given.get("b"), C, is_number)


def _are_settings(given: dict[str, Any]) -> bool:
    return all(setting.allows(given[name]) for name, setting in SETTINGS.items())


def _member(family: list[dict[str, Any]], given: Any) -> dict[str, Any] | None:
    """A member with all its knobs and no others, or None."""
    known = find(family, given.get("kind")) if isinstance(given, dict) else None
    if known is None:
        return None
    full = defaults(known) | {knob["name"]: given[knob["name"]] for knob in known["knobs"] if knob["name"] in given}
    return full if all(_allows(knob, full[knob["name"]]) for knob in known["knobs"]) else None


def _allows(knob: dict[str, Any], value: Any) -> bool:
    if value is None:
        return bool(knob.get("optional"))
    if choices := knob.get("choices"):
        return any(same(choice["value"], value) for choice in choices)
    return is_number(value, knob["min"], knob["max"])


def _recipe(known: Known, given: Any) -> dict[str, Any] | None:
    if not isinstance(given, dict) or not is_whole(given.get("seed")):
        return None
    own = {"kind": "own"} if given.get("kind") == "own" else _member(known["datasets"], given)
    return own and own | {"seed": given["seed"]}


def _variant(known: Known, given: Any) -> dict[str, Any] | None:
    if not isinstance(given, dict) or not given.keys() <= FAMILIES.keys():
        return None
    parts = {name: _member(known[FAMILIES[name]], own) for name, own in given.items()}
    return None if None in parts.values() else parts
