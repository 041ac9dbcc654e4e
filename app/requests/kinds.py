"""The members of the core's registries as validated types: a member added there is accepted and documented here."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Annotated, Any, Union

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from app.core.compare import MOST
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import PENALTIES
from app.core.schedules import SCHEDULES

REGISTRIES: dict[str, tuple[type[Any], ...]] = {
    "loss": LOSSES,
    "penalty": PENALTIES,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
}

TAGGED = frozenset(name for name, members in REGISTRIES.items() if len(members) > 1)
"""Fields with a discriminator; pydantic refuses one for a union of a single member."""


def kind_of(member: type[Any]) -> str:
    """The `kind` of a member of a registry."""
    return str(next(field.default for field in fields(member) if field.name == "kind"))


KINDS = {name: tuple(map(kind_of, members)) for name, members in REGISTRIES.items()}


def known(name: str) -> str:
    """The kinds of a field, quoted, for a sentence."""
    return ", ".join(f'"{kind}"' for kind in KINDS[name])


def wrong_kinds(value: dict[str, Any], inside: str = "") -> list[tuple[str, str]]:
    """(pointer, detail) of every kind that is missing or unknown; asked first, so that the known ones can be listed."""
    below = [] if inside else [fault for pointer, other in _inner(value) for fault in wrong_kinds(other, pointer)]
    specs = {name: value[name] for name in REGISTRIES if isinstance(value.get(name), dict)}
    return below + [
        (f"{inside}/{name}/kind", f"This kind is {_what_to_do(spec)} one of {known(name)}.")
        for name, spec in specs.items()
        if spec.get("kind") not in KINDS[name]
    ]


def _inner(value: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(pointer, object) of what a body holds besides its problem that has members of its own."""
    variants = value.get("variants")
    listed = variants[:MOST] if isinstance(variants, list) else []
    others = [("/compare", value.get("compare")), *((f"/variants/{i}", each) for i, each in enumerate(listed))]
    yield from ((pointer, other) for pointer, other in others if isinstance(other, dict))


def _what_to_do(spec: dict[str, Any]) -> str:
    return "not known; use" if "kind" in spec else "missing; add"


class _StrictFields:
    """A member comes as an object, which `strict` alone would refuse, but no text or true/false passes for a number."""

    def __get_pydantic_core_schema__(self, member: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        found = handler(member)
        _make_strict(handler.resolve_ref_schema(found)["schema"])
        return found


def _make_strict(schema: Any) -> None:
    if isinstance(schema, dict):
        if schema.get("type") in ("float", "int", "bool"):
            schema["strict"] = True
        schema = list(schema.values())
    for inner in schema if isinstance(schema, list) else ():
        _make_strict(inner)


def _union(name: str) -> Any:
    members = tuple(Annotated[member, _StrictFields()] for member in REGISTRIES[name])
    union: Any = Union[members]  # noqa: UP007  (the members are known at run time only)
    return Annotated[union, Field(discriminator="kind")] if name in TAGGED else union


Loss, Penalty, Optimizer, Schedule = map(_union, REGISTRIES)
