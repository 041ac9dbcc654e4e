"""What a program is made of: lines that know their steps, in parts that have a title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from app.core.code_fragments import flush

WIDEST = 62  # code that is longer has its comment right behind it, so that a few long lines do not push all others out


class Unwritable(Exception):
    """There is no such program; the message says why and what to do. `field` is the part of the problem that is why."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field, self.detail = field, detail


@dataclass(frozen=True, slots=True)
class Limits:
    """`numbers`: of X, or of W, that are written out; with more the program reads them from problem.json."""

    numbers: int = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: code, a comment without its #, and the ids of the steps of a pass that it stands for."""

    code: str = ""
    comment: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Some lines under one title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A program: `code` is the file, `lines` are (text, ids of steps) as they are to be shown."""

    dialect: str
    filename: str
    language: str
    code: str
    lines: tuple[tuple[str, tuple[str, ...]], ...] = field(repr=False)


def parsed(fragment: str, depth: int = 0) -> list[Line]:
    """The lines of a fragment (see `app.core.code_fragments`), indented `depth` times more."""
    return [_parsed(line, "    " * depth) for line in flush(fragment).splitlines()]


def _parsed(text: str, indent: str) -> Line:
    text, _, steps = text.partition(" §")
    code, mark, comment = text.partition("  # ")
    if not mark:
        code = code.removesuffix("  #")
    return Line(indent + code.rstrip() if code.strip() else "", comment.strip(), tuple(steps.split()))


def set_out(lines: Iterable[Line]) -> list[tuple[str, tuple[str, ...]]]:
    """Their texts, comments below each other in every block without an empty line, and their steps."""
    rows = []
    for blank, group in groupby(lines, key=lambda line: not line.code and not line.comment):
        block = list(group)
        longest = max((len(line.code) for line in block if line.comment and len(line.code) <= WIDEST), default=0)
        rows += [("", ()) if blank else (_text(line, longest), line.steps) for line in block]
    return rows


def _text(line: Line, column: int) -> str:
    if not line.comment:
        return line.code
    return f"{line.code:<{column}}  # {line.comment}" if line.code.strip() else f"{line.code}# {line.comment}"


def script(parts: Iterable[Part]) -> list[tuple[str, tuple[str, ...]]]:
    """Parts one below the other, two empty lines round a function as Python's style guide has it."""
    rows: list[tuple[str, tuple[str, ...]]] = []
    after_function = False
    for part in parts:
        is_function = part.lines[0].code.startswith("def ")
        gap = 0 if not rows else 2 if is_function or after_function else 1
        rows += [("", ())] * gap + set_out(part.lines)
        after_function = is_function
    return rows
