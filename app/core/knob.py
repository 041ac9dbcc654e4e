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

from app.core.text import tr


@dataclass(frozen=True)
class Knob(GroupedMetadata):
    """A number between `min` and `max`; `scale="log"` asks for a slider with even steps of the logarithm.

    `symbol` is the letter that stands for it in formulas, if there is one; the label names it.
    """

    label: str
    min: float
    max: float
    step: float
    scale: Literal["linear", "log"] = "linear"
    symbol: str = ""

    def __iter__(self) -> Iterator[object]:
        yield Ge(self.min)
        yield Le(self.max)


@dataclass(frozen=True)
class Choice:
    """One of a few named values, each with the text that the page shows for it (a list of [value, text])."""

    label: str
    options: tuple[tuple[Any, str], ...]


def describe(cls: type, family: str) -> dict[str, Any]:
    """Everything a page or a manual says about one member of a registry, JSON-ready; `optional` knobs may be None.

    Its texts have ids that begin with `family` and its kind: loss.hinge.title, loss.hinge.sentence, loss.hinge.delta.
    """
    own = f"{family}.{cls.kind}"  # type: ignore[attr-defined]
    hints = get_type_hints(cls, include_extras=True)
    knobs = [
        control(f"{own}.{f.name}", f.name, f.default, mark)
        | ({"optional": True} if _is_optional(hints[f.name]) else {})
        for f in fields(cls)
        for mark in marks(hints[f.name])
    ]
    return {
        "kind": cls.kind,  # type: ignore[attr-defined]
        "title": tr(f"{own}.title", cls.title),  # type: ignore[attr-defined]
        "sentence": tr(f"{own}.sentence", re.sub(r"\s+", " ", inspect.getdoc(cls) or "")),
        "tex": getattr(cls, "tex", None),
        "knobs": knobs,
    }


def marks(hint: Any) -> list[Knob | Choice]:
    """The knob or choice of a field, from its type; a knob that may be None is `Annotated[float, Knob(…)] | None`."""
    found = [mark for part in (hint, *get_args(hint)) for mark in getattr(part, "__metadata__", ())]
    return [mark for mark in found if isinstance(mark, Knob | Choice)]


def _is_optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


def control(id: str, name: str, default: Any, mark: Knob | Choice) -> dict[str, Any]:
    """What a page needs to draw the control of a knob or a choice, JSON-ready; `id` is that of its label."""
    plain = {"name": name, "label": tr(id, mark.label), "default": default}
    if isinstance(mark, Knob) and mark.symbol:
        plain["symbol"] = mark.symbol
    if isinstance(mark, Choice):
        return plain | {
            "choices": [{"value": value, "text": tr(f"{id}.{value}".lower(), text)} for value, text in mark.options]
        }
    return plain | {"min": mark.min, "max": mark.max, "step": mark.step, "scale": mark.scale}
