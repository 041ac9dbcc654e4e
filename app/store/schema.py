"""The tables of the links, version by version, and the way from each to the next, for both databases.

The version is written into the database: a newer program brings an older one forward, and an older program leaves a
newer one alone. A step that was released is never changed: what comes later is a step of its own.
"""

from collections.abc import Iterator

from app.store.link import Unavailable, unavailable

LINKS = """
CREATE TABLE IF NOT EXISTS links (
    number INTEGER PRIMARY KEY,
    id {text} NOT NULL UNIQUE,
    content {bytes} NOT NULL,
    title TEXT,
    created TEXT NOT NULL,
    key_hash TEXT,
    deleted TEXT
)
"""
STEPS: tuple[str, ...] = (LINKS,)
"""`STEPS[v]` makes version v + 1 of version v. Version 0 has no table, or that of a program that wrote no version."""


def latest() -> int:
    """The version that this program works with."""
    return len(STEPS)


def steps_from(version: int, **types: str) -> Iterator[str]:
    """The statements that lead from a version to the latest; `types` are the database's words for text and bytes."""
    return (step.format(**types) for step in STEPS[version:])


def newer(version: int) -> Unavailable:
    """What is raised where the database is of a version that this program does not know."""
    known = f"its tables are of version {version}, and this one knows them up to {latest()}"
    advice = "start that one, or name another database in HINGELAB_DATABASE_URL."
    return unavailable(ValueError(f"It was made by a newer Hingelab: {known}; {advice}"))
