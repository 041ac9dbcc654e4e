"""The store of the short links, over one of two databases. It opens none before it is first asked something."""

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager
from functools import partial
from typing import Protocol, Self

from app.store import changes, ids
from app.store.changes import Created, Deletion, Import
from app.store.link import Link
from app.store.rows import Rows
from app.store.sqlite import SQLite
from app.store.writer import Writer

PROBE = "0123456789"
"""An id like any other, to ask whether the database answers: whether there is such a link does not matter."""


class Database(Protocol):
    """What a store needs of its database. All may be called by any thread, and raise Unavailable or Full."""

    @property
    def direct(self) -> bool: ...

    def transaction(self) -> AbstractContextManager[Rows]: ...

    def get(self, id: str) -> Link | None: ...

    def links(self) -> Iterator[Link]: ...

    def close(self) -> None: ...


class Store:
    """Short links by their ids. Changes are answered by a future, once they are on the disk.

    Every method raises Unavailable where the database does not answer (a future too), and `create` Full.
    """

    def __init__(self, database: Database, max_links: int) -> None:
        self._database = database
        self._max_links = max_links
        self._writer = Writer(database.transaction)

    @classmethod
    def at(cls, url: str, max_links: int) -> Self:
        return cls(database(url), max_links)

    @property
    def direct(self) -> bool:
        """Is `get` so fast now that an event loop may call it? Otherwise a thread should."""
        return self._database.direct

    def get(self, text: str) -> Link | None:
        """The link with an id as somebody typed it, a deleted one too; None if there is none."""
        id = ids.read(text)
        return self._database.get(id) if id else None

    def create(self, content: bytes, title: str | None) -> Future[Created]:
        """The id of this content and title, and a key if it is new; `title` is one that `titles.cleaned` returns."""
        return self._writer.submit(partial(changes.create, content=content, title=title, most=self._max_links))

    def delete(self, text: str, key: str) -> Future[Deletion]:
        """Erases content and title of a link for ever, if the key is the one it was created with."""
        return self._writer.submit(partial(changes.delete, id=ids.read(text) or "", key=key))

    def take(self, link: Link) -> Future[Import]:
        """Takes in a link that another store gave out."""
        return self._writer.submit(partial(changes.take, link=link, most=self._max_links))

    def links(self) -> Iterator[Link]:
        """All of them, sorted by id."""
        return self._database.links()

    def close(self) -> None:
        """Ends after the last change that waits, and closes the database."""
        self._writer.close()
        self._database.close()


def database(url: str) -> Database:
    """Of `sqlite:///path` or `postgresql://…`; neither is opened."""
    if not url.startswith("postgresql:"):
        return SQLite(url.removeprefix("sqlite:///"))
    from app.store.postgresql import PostgreSQL  # its driver takes long to load, and most do without

    return PostgreSQL(url)
