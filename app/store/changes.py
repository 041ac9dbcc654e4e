"""What a creation, a deletion and an import do to the rows, each within one transaction."""

from datetime import UTC, datetime
from typing import Literal, NamedTuple

from app.store import ids, keys
from app.store.link import TIME, Full, Link
from app.store.rows import Rows

Deletion = Literal["deleted", "wrong key", "gone", "unknown"]
Import = Literal["added", "known", "misplaced"]


class Created(NamedTuple):
    """The id of a content; with a key only for who brought it first."""

    id: str
    key: str | None


def now() -> str:
    return datetime.now(UTC).strftime(TIME)


def create(rows: Rows, content: bytes, title: str | None, most: int) -> Created:
    """The id of this content and title, which are stored if they are new. Raises Full past `most` links."""
    id, there = _place(rows, content, title)
    if there:
        return Created(id, None)
    key = keys.new()
    _insert(rows, Link(id, content, title, now(), keys.hashed(key)), most)
    return Created(id, key)


def delete(rows: Rows, id: str, key: str) -> Deletion:
    """Erases the link if the key is its own."""
    found = rows.find(id)
    if found is None:
        return "unknown"
    if found.deleted:
        return "gone"
    if not keys.fits(key, found.key_hash):
        return "wrong key"
    rows.erase(id, now())
    return "deleted"


def take(rows: Rows, link: Link, most: int) -> Import:
    """Takes in a link of another store. What is deleted in one of the two is deleted; else what is here stays."""
    found = rows.find(link.id)
    if found is not None and found.deleted:
        return "known"
    if link.deleted:
        if found is not None:
            rows.erase(link.id, link.deleted)
        else:
            _insert(rows, link, most)
        return "added"
    id, there = _place(rows, link.content, link.title)
    if id != link.id:
        return "misplaced"
    if there:
        return "known"
    _insert(rows, link, most)
    return "added"


def _place(rows: Rows, content: bytes, title: str | None) -> tuple[str, bool]:
    """The id of a content and title, and whether it is there; an id that is taken or was deleted makes it longer."""
    for id in ids.candidates(content, title):
        found = rows.find(id)
        if found is None:
            return id, False
        if not found.deleted and (found.content, found.title) == (content, title):
            return id, True
    raise Full("This very link has been stored and deleted too often; change it or its title.")


def _insert(rows: Rows, link: Link, most: int) -> None:
    if rows.count() >= most:
        raise Full(f"This server keeps at most {most:,} short links.")
    rows.insert(link)
