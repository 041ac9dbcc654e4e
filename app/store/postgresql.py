"""Links in PostgreSQL: one connection that writes, a few that read. It keeps no thread of its own.

A connection on which something fails is closed, and one on which the server has said goodbye is not used again: so the
server may go away and come back.
"""

import selectors
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, partial
from threading import Lock
from typing import Any

import psycopg
from psycopg import Connection, ServerCursor, conninfo, errors

from app.store import schema
from app.store.link import Link, Unavailable, no_room, unavailable
from app.store.rows import Rows

PATIENCE = 2  # seconds to wait for a connection; libpq waits no shorter
ANSWER = 5  # seconds to wait for an answer
AWAY = 1.0  # seconds in which nobody asks again for a server that does not answer
IDLE = 8  # connections kept for reading
_LOCK = 0x48696E67  # "Hing": of all processes one writes at a time, so that rows are counted and ids given in turn

Rowed = Connection[tuple[Any, ...]]


class PostgreSQL:
    """The database at `url`; the table is made by the first connection that finds none."""

    direct = False
    """May an event loop read by itself? Never: it would wait for the network."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._writing = Lock()
        self._writer: Rowed | None = None
        self._readers: deque[Rowed] = deque()
        self._away_until = 0.0

    @contextmanager
    def transaction(self) -> Iterator[Rows]:
        with _translated(), self._writing:
            connection = self._for_writing()
            try:
                with connection.transaction():
                    connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                    yield Rows(partial(_execute, connection))
            except BaseException:
                connection.close()
                raise

    def get(self, id: str) -> Link | None:
        with _translated(), self._reading() as connection:
            return Rows(partial(_execute, connection)).find(id)

    def links(self) -> Iterator[Link]:
        """All of them as they are now, whatever is written meanwhile; fetched in parts."""
        with _translated(), self._reading() as connection, connection.transaction():
            with connection.cursor(name="links") as cursor:
                yield from Rows(partial(_fetched, cursor)).all()

    def close(self) -> None:
        with self._writing:
            for connection in (self._writer, *self._readers):
                if connection is not None:
                    connection.close()
            self._writer = None
            self._readers.clear()

    def _for_writing(self) -> Rowed:
        if self._writer is None or not _usable(self._writer):
            self._writer = self._connected()
        return self._writer

    @contextmanager
    def _reading(self) -> Iterator[Rowed]:
        connection = self._idle() or self._connected()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if len(self._readers) < IDLE:
            self._readers.append(connection)
        else:
            connection.close()

    def _idle(self) -> Rowed | None:
        with suppress(IndexError):  # none is left
            while not _usable(connection := self._readers.pop()):
                pass
            return connection
        return None

    def _connected(self) -> Rowed:
        if time.monotonic() < self._away_until:
            raise Unavailable
        try:
            waits: dict[str, Any] = {"connect_timeout": PATIENCE, "tcp_user_timeout": 1000 * ANSWER}
            connection = psycopg.connect(**waits | conninfo.conninfo_to_dict(self._url), autocommit=True)
        except psycopg.OperationalError:
            self._away_until = time.monotonic() + AWAY
            raise
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _usable(connection: Rowed) -> bool:
    """Closes the connection if it is not. On an idle one the server has nothing to say but goodbye."""
    if connection.closed:
        return False
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        quiet = not selector.select(0)
    if not quiet:
        connection.close()
    return quiet


def _prepare(connection: Rowed) -> None:
    connection.execute(f"SET statement_timeout = '{ANSWER}s'".encode())
    if (version := _version(connection)) > schema.latest():
        raise schema.newer(version)
    if version < schema.latest():
        _bring_forward(connection)


def _version(connection: Rowed) -> int:
    """Of the tables; 0 where there are none, or none that has a version."""
    found = connection.execute("SELECT to_regclass('links') IS NULL OR to_regclass('links_version') IS NULL").fetchone()
    if found == (True,):
        return 0
    row = connection.execute("SELECT version FROM links_version").fetchone()
    return int(row[0]) if row else 0


def _bring_forward(connection: Rowed) -> None:
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        version = _version(connection)  # another may have been faster
        for statement in schema.steps_from(version, text='TEXT COLLATE "C"', bytes="BYTEA"):
            connection.execute(statement.encode())
        connection.execute("CREATE TABLE IF NOT EXISTS links_version (version INTEGER NOT NULL)")
        connection.execute("DELETE FROM links_version")
        connection.execute("INSERT INTO links_version VALUES (%s)", (schema.latest(),))


def _execute(connection: Rowed, statement: str, values: Sequence[Any]) -> Any:
    return connection.execute(_for_psycopg(statement), values)


def _fetched(cursor: ServerCursor[tuple[Any, ...]], statement: str, values: Sequence[Any]) -> Any:
    return cursor.execute(_for_psycopg(statement), values)


@cache
def _for_psycopg(statement: str) -> bytes:
    return statement.replace("?", "%s").encode()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except errors.DiskFull as error:
        raise no_room(error) from None
    except psycopg.Error as error:
        raise unavailable(error) from None
