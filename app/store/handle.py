"""A connection to a SQLite file that knows whether its path still leads there."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

Identity = tuple[int, int] | None
"""Which file it is, whatever its name; None for no file."""


class Handle:
    """A connection that is opened when it is used, and closed when its use fails."""

    def __init__(self, path: Path, connected: Callable[[], sqlite3.Connection]) -> None:
        self.lock = Lock()
        self._path, self._connected = path, connected
        self._connection: sqlite3.Connection | None = None
        self._opened: Identity = None

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    def is_current(self) -> bool:
        """Does the path still lead to the file that is open? True too where none is."""
        return self._connection is None or self._opened == identity(self._path)

    @contextmanager
    def used(self) -> Iterator[sqlite3.Connection]:
        with self.lock:
            try:
                if self._connection is None:
                    connection = self._connected()
                    self._opened = identity(self._path)
                    self._connection = connection
                yield self._connection
            except BaseException:
                self.close()
                raise

    def close(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def identity(path: Path) -> Identity:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
