"""The statements that both databases understand, over whatever runs them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from app.store.link import Link

Execute = Callable[[str, Sequence[Any]], Any]
"""Runs one statement with ? for its values, and returns a cursor."""

_COLUMNS = "id, content, title, created, key_hash, deleted"
_FIND = f"SELECT {_COLUMNS} FROM links WHERE id = ?"
_ALL = f"SELECT {_COLUMNS} FROM links ORDER BY id"
_COUNT = "SELECT coalesce(max(number), 0) FROM links"
_INSERT = f"INSERT INTO links (number, {_COLUMNS}) VALUES (({_COUNT}) + 1, ?, ?, ?, ?, ?, ?)"
_ERASE = "UPDATE links SET content = ?, title = NULL, key_hash = NULL, deleted = ? WHERE id = ?"


class Rows:
    """The rows as one connection sees them; it writes within a transaction that somebody else commits."""

    def __init__(self, execute: Execute) -> None:
        self._execute = execute

    def find(self, id: str) -> Link | None:
        found = self._execute(_FIND, (id,)).fetchone()
        return Link(*found) if found else None

    def count(self) -> int:
        """Rows are numbered from 1 and never removed, so the last number is how many there are."""
        return int(self._execute(_COUNT, ()).fetchone()[0])

    def insert(self, link: Link) -> None:
        self._execute(_INSERT, link)

    def erase(self, id: str, deleted: str) -> None:
        self._execute(_ERASE, (b"", deleted, id))

    def all(self) -> Iterator[Link]:
        """Sorted by id, letter by letter."""
        return (Link(*found) for found in self._execute(_ALL, ()))
