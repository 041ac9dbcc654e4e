"""What an export is to those who offer it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from app.exports.source import ExportSource


class Source(Enum):
    """What a file is written from. The plane and its film ask for two features."""

    PLANE = "the plane at an iteration"
    FILM = "the plane over the whole run"
    PASS = "the pass of an iteration"
    RUN = "the whole run"

    @property
    def draws(self) -> bool:
        """Is it a picture of the plane?"""
        return self in (Source.PLANE, Source.FILM)


@dataclass(frozen=True)
class Export:
    """`kind` is how its file's name ends; `fields` are those of a request that it uses besides the problem's own."""

    kind: str
    title: str
    sentence: str
    media_type: str
    source: Source
    write: Callable[[ExportSource], bytes]
    fields: tuple[str, ...] = ()

    @property
    def filename(self) -> str:
        return f"hingelab-{self.kind}"
