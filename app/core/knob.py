"""What a reader may turn on a loss, penalty, optimizer or data set, said once: bounds, label and default.

It draws nothing and validates nothing itself: the API reads the bounds, the page draws the controls.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints

from annotated_types import Ge, GroupedMetadata, Le


@dataclass(frozen=True)
class Knob(GroupedMetadata):
    """A number between `min` and `max`; `scale="log"` asks for a slider with even steps of the logarithm."""

    label: str
    min: float
    max: float
    step: float
    scale: Literal["linear", "log"] = "linear"

    def __iter__(self) -> Iterator[object]:
        yield Ge(self.min)
        yield Le(self.max)


@dataclass(frozen=True)
class Choice:
    """One of a few named values, each with the text that the page shows for it (a list of [value, text])."""

    label: str
    options: tuple[tuple[Any, str], ...]


def describe(cls: type) -> dict[str, Any]:
    """Everything a page or a manual says about one member of a registry, JSON-ready; `optional` knobs may be None."""
    hints = get_type_hints(cls, include_extras=True)
    knobs = [
        _control(f.name, f.default, mark) | ({"optional": True} if _is_optional(hints[f.name]) else {})
        for f in fields(cls)
        for mark in marks(hints[f.name])
    ]
    return {
        "kind": cls.kind,  # type: ignore[attr-defined]
        "title": cls.title,  # type: ignore[attr-defined]
        "sentence": re.sub(r"\s+", " ", inspect.getdoc(cls) or ""),
        "tex": getattr(cls, "tex", None),
        "knobs": knobs,
    }


def marks(hint: Any) -> list[Knob | Choice]:
    """The knob or choice of a field, from its type; a knob that may be None is `Annotated[float, Knob(…)] | None`."""
    found = [mark for part in (hint, *get_args(hint)) for mark in getattr(part, "__metadata__", ())]
    return [mark for mark in found if isinstance(mark, Knob | Choice)]


def _is_optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def _control(name: str, default: Any, mark: Knob | Choice) -> dict[str, Any]:
    control = {"name": name, "label": mark.label, "default": default}
    if isinstance(mark, Choice):
        return control | {"choices": [{"value": value, "text": text} for value, text in mark.options]}
    return control | {"min": mark.min, "max": mark.max, "step": mark.step, "scale": mark.scale}
