"""A text as it stands somewhere in the sources."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_HOLE = re.compile(r"\{(\w+)(?:, plural, [^{}]*(?:\{[^{}]*\}[^{}]*)*)?\}")


@dataclass(frozen=True)
class Found:
    """`given`: the names that are filled there; None where that is not written beside it."""

    place: str
    id: str
    english: str
    given: frozenset[str] | None = None

    @property
    def holes(self) -> set[str]:
        return set(_HOLE.findall(self.english))
