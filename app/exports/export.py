"""What an export is to those who offer it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.exports.view import View


@dataclass(frozen=True)
class Export:
    """`kind` is how its file's name ends; `fields` are those of a request that it uses besides the problem's own.

    What it is written from: the plane (`draws`, for which there must be two features), the `run`s whole or one of its
    `passes`.
    """

    kind: str
    title: str
    sentence: str
    media_type: str
    write: Callable[[View], bytes]
    fields: tuple[str, ...] = ()
    draws: bool = False
    runs: bool = False
    passes: bool = False

    @property
    def filename(self) -> str:
        return f"hingelab-{self.kind}"
