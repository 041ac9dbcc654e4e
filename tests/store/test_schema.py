"""The version of the tables: an older database is brought forward with all it holds, a newer one is left alone."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

import psycopg
import pytest

from app.store import Link, Store, Unavailable, schema
from app.store.changes import now
from tests.store.conftest import content
from tests.store.test_trouble import put, refuses_everything

NEXT = "ALTER TABLE links ADD COLUMN note TEXT"
TYPES = {"sqlite": ("TEXT", "BLOB"), "postgresql": ('TEXT COLLATE "C"', "BYTEA")}


def asked(url: str, *statements: str, values: Sequence[Any] = ()) -> list[Any]:
    """The rows of the last of these statements, asked of the database itself."""
    if url.startswith("sqlite:"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)) as connection:
            return [connection.execute(each, values).fetchall() for each in statements][-1]
    with psycopg.connect(url, autocommit=True) as connection:
        cursors = [connection.execute(each.replace("?", "%s").encode(), values or None) for each in statements]
        return cursors[-1].fetchall() if cursors[-1].description else []


def version(url: str) -> int:
    where = "PRAGMA user_version" if url.startswith("sqlite:") else "SELECT version FROM links_version"
    return int(asked(url, where)[0][0])


def without_version(url: str) -> Link:
    """Makes a database as it was made before there were versions, and the link in it."""
    text, bytes = TYPES[url.partition(":")[0]]
    kept = Link("0123456789", content(3), "Old", now(), "0" * 64)
    insert = "INSERT INTO links (number, id, content, title, created, key_hash) VALUES (1, ?, ?, ?, ?, ?)"
    asked(url, schema.LINKS.format(text=text, bytes=bytes))
    asked(url, insert, values=kept[:5])
    return kept


def test_a_new_database_says_its_version(store: Store, database_url: str) -> None:
    put(store)
    assert version(database_url) == schema.latest() == 1


def test_an_old_database_without_a_version_opens_and_is_brought_forward(database_url: str) -> None:
    kept = without_version(database_url)
    with closing(Store.at(database_url, 10)) as store:
        assert store.get(kept.id) == kept
        assert put(store).key
    assert version(database_url) == 1


@pytest.mark.parametrize("old", [True, False], ids=["without a version", "of the version before"])
def test_the_next_version_keeps_every_link(database_url: str, monkeypatch: pytest.MonkeyPatch, old: bool) -> None:
    if old:
        without_version(database_url)
    with closing(Store.at(database_url, 10)) as store:
        if not old:
            put(store, 1)
        before = [] if old else list(store.links())
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, NEXT))
    with closing(Store.at(database_url, 10)) as store:
        found = list(store.links())
        assert len(found) == 1
        assert found == before or old
        assert put(store, 2).key
    assert version(database_url) == 2
    assert asked(database_url, "SELECT note FROM links") == [(None,), (None,)]


def test_a_newer_database_is_refused_in_a_sentence_and_left_as_it_is(
    database_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with monkeypatch.context() as newer, closing(Store.at(database_url, 10)) as store:
        newer.setattr(schema, "STEPS", (*schema.STEPS, NEXT))
        put(store)
    with closing(Store.at(database_url, 10)) as store:
        refuses_everything(store)
    assert (
        "It was made by a newer Hingelab: its tables are of version 2, and this one knows them up to 1" in caplog.text
    )
    assert version(database_url) == 2
    assert asked(database_url, "SELECT count(*) FROM links") == [(1,)]


def test_a_step_that_fails_leaves_the_version_before(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Store.at(database_url, 10)) as store:
        made = put(store)
    with monkeypatch.context() as broken, closing(Store.at(database_url, 10)) as store:
        broken.setattr(schema, "STEPS", (*schema.STEPS, NEXT, "ALTER TABLE nothing ADD COLUMN note TEXT"))
        with pytest.raises(Unavailable):
            store.get(made.id)
    assert version(database_url) == 1
    with closing(Store.at(database_url, 10)) as store:
        assert store.get(made.id)
