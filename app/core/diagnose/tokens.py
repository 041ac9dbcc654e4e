"""A pasted text in tokens: numbers, names, brackets and marks, each with its line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from app.core.diagnose.printed import BLOCK

# Every alternative begins in its own way and repeats possessively: linear time, whatever the text.
_TOKEN = re.compile(
    r"(?P<number>[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?)"
    # A name may end with a number that stands apart from those of its row: class 0
    r"|(?P<name>[-+]?[A-Za-z_\u00c0-\u024f\u0370-\u03ff][\w.\u00c0-\u024f\u0370-\u03ff]*+"
    r"(?: \d++(?=  |\t|,|;|[\r\n]|$))?|\"[^\"\r\n]*+\")"
    rf"|(?P<more>\.\.\.|[\u2026\u22ef\u22ee\u22f1])|(?P<block>{BLOCK})"
    r"|(?P<newline>\r\n|\r|\n)|(?P<space>[ \t\f\v]++)|(?P<mark>[][(){},;=*:'\"<>])|(?P<comment>[#%][^\r\n]*+)",
    re.ASCII,
)


class TextError(ValueError):
    """What is wrong with a text and where: `line` and `column` count from 1."""

    def __init__(self, says: str, line: int, column: int) -> None:
        super().__init__(f"Line {line}, column {column}: {says}")
        self.says, self.line, self.column = says, line, column

    def more(self, hint: str) -> TextError:
        """The same with a sentence more, or as it is without one."""
        return TextError(self.says + hint, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    line: int
    column: int

    @property
    def is_name(self) -> bool:
        return self.kind == "name"

    def refuse(self, says: str) -> NoReturn:
        raise TextError(says, self.line, self.column)


def tokens(text: str) -> Iterator[Token]:
    """Of a bare text; spaces and remarks too. Raises TextError at a character that belongs to none."""
    at, line, start = 0, 1, 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise TextError("This character belongs to no number and no bracket; remove it.", line, at - start + 1)
        kind = found.lastgroup or ""
        yield Token(kind, found.group(), line, at - start + 1)
        at = found.end()
        if kind == "newline":
            line, start = line + 1, at
