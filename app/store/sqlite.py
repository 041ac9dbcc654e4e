"""Links in one SQLite file: one connection that writes, one that reads. It keeps no thread of its own.

Debian's SQLite can lose what two connections write into the log at the same moment (the WAL-reset bug, until 3.51.3):
here one connection writes, it alone moves the log into the file, and BEGIN IMMEDIATE keeps other processes out.
What fails is closed, and the next use opens it again: so the file may go away, come back or be another one meanwhile.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.store import schema
from app.store.handle import Handle, Identity, identity
from app.store.link import Link, no_room, unavailable
from app.store.rows import Rows

PATIENCE = 2.0  # seconds to wait for another process that writes
GLANCE = 0.05  # seconds to wait when reading, which only the beginning and the end of another process can delay
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")  # what is deleted is overwritten


class SQLite:
    """The database in the file at `path`, which is made when it is first used."""

    def __init__(self, path: str) -> None:
        self._path = Path(path).absolute()
        self._log = Path(f"{self._path}-wal")
        self._opened_log: Identity = None
        self._writer = Handle(self._path, self._connected_to_write)
        self._reader = Handle(self._path, self._connected_to_read)

    @property
    def direct(self) -> bool:
        """Is a link read so fast that an event loop may do it itself? Yes, once the file is open."""
        return self._reader.is_open

    @contextmanager
    def transaction(self) -> Iterator[Rows]:
        self._follow_the_path()
        with _translated(), self._writer.used() as connection:
            connection.execute("BEGIN IMMEDIATE")
            yield Rows(connection.execute)
            connection.execute("COMMIT")
            if not self._writer.is_current():  # committed into a file that nobody will find again
                raise sqlite3.OperationalError("the file was removed or replaced")

    def get(self, id: str) -> Link | None:
        self._follow_the_path()
        with _translated(), self._reader.used() as connection:
            return Rows(connection.execute).find(id)

    def links(self) -> Iterator[Link]:
        """All of them as they are now, whatever is written meanwhile."""
        with _translated(), closing(self._connected_to_read()) as connection:
            yield from Rows(connection.execute).all()

    def close(self) -> None:
        with self._reader.lock, self._writer.lock:  # always in this order
            self._reader.close()
            self._writer.close()

    def _follow_the_path(self) -> None:
        """Closes both where it leads to another file: their locks and their log are those of the file they opened."""
        if self._is_current():
            return
        with self._reader.lock, self._writer.lock:
            if self._is_current():  # another thread was faster
                return
            self._reader.close()
            self._writer.close()
            if self._opened_log == identity(self._log):  # SQLite left it, and would take it for the new file's
                with suppress(OSError):
                    self._log.unlink()

    def _is_current(self) -> bool:
        return self._reader.is_current() and self._writer.is_current()

    def _connected_to_write(self) -> sqlite3.Connection:
        connection = _connected(self._path.as_uri(), PATIENCE)
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        self._opened_log = identity(self._log)
        return connection

    def _connected_to_read(self) -> sqlite3.Connection:
        with self._writer.used():  # who reads first makes the file too
            return _connected(f"{self._path.as_uri()}?mode=ro", GLANCE)


def _connected(uri: str, timeout: float) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)


def _prepare(connection: sqlite3.Connection) -> None:
    """Brings the tables to our version. Of two that begin at once one may be told that the file is locked."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            if (version := _version(connection)) > schema.latest():
                raise schema.newer(version)
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            if version < schema.latest():
                _bring_forward(connection)
            return
        except sqlite3.OperationalError as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)


def _version(connection: sqlite3.Connection) -> int:
    """Of the tables; 0 where there are none, whatever the file says."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'links'").fetchone() is None:
        return 0
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _bring_forward(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in schema.steps_from(_version(connection), text="TEXT", bytes="BLOB"):  # another may have been faster
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {schema.latest()}")
    connection.execute("COMMIT")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
            raise no_room(error) from None
        raise unavailable(error) from None
