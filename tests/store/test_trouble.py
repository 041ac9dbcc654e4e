"""Files that go away, come back, are locked, full or no database: always a clear error, never a false promise."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.store import Full, Store, Unavailable, sqlite
from app.store.changes import Created
from tests.store.conftest import content


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    with closing(Store.at(f"sqlite:///{path}", 1_000)) as store:
        yield store


def put(store: Store, number: int = 0) -> Created:
    return store.create(content(number), None).result()


def refuses_everything(store: Store) -> None:
    for ask in (
        lambda: store.get("0123456789"),
        lambda: put(store),
        lambda: store.delete("0123456789", "key").result(),
        lambda: list(store.links()),
    ):
        with pytest.raises(Unavailable):
            ask()


def is_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_store_opens_nothing_before_it_is_asked(tmp_path: Path) -> None:
    with opened(tmp_path / "links.db") as store:
        assert not store.direct
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffixes", [("",), ("", "-wal", "-shm")])
def test_a_file_that_was_removed_is_made_again_and_promises_nothing_of_the_old_one(
    tmp_path: Path, suffixes: tuple[str, ...]
) -> None:
    path = tmp_path / "links.db"
    with opened(path) as store:
        before = [put(store, number) for number in range(50)]
        assert store.get(before[0].id)
        for suffix in suffixes:
            Path(f"{path}{suffix}").unlink()
        after = [put(store, number) for number in range(25, 75)]
        assert all(each.key for each in after)
        assert store.get(before[0].id) is None
        assert store.get(after[0].id)
    is_whole(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM links").fetchone() == (50,)


def test_who_only_reads_sees_that_the_file_was_removed(tmp_path: Path) -> None:
    with opened(tmp_path / "links.db") as store:
        made = put(store)
        assert store.get(made.id)
        (tmp_path / "links.db").unlink()
        assert store.get(made.id) is None
        assert put(store).key


def test_a_file_put_in_place_of_another_is_read(tmp_path: Path) -> None:
    with opened(tmp_path / "backup.db") as backup:
        kept = put(backup, 1)
    with opened(tmp_path / "links.db") as store:
        lost = put(store, 2)
        assert store.get(lost.id)
        os.replace(tmp_path / "backup.db", tmp_path / "links.db")
        assert store.get(kept.id)
        assert store.get(lost.id) is None
        assert put(store, 1) == Created(kept.id, None)
    is_whole(tmp_path / "links.db")


def test_a_folder_that_goes_away_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "volume"
    folder.mkdir()
    with opened(folder / "links.db") as store:
        put(store)
        shutil.rmtree(folder)
        refuses_everything(store)
        folder.mkdir()
        assert put(store).key


@pytest.mark.parametrize("path", ["/proc/links.db", "/dev/null/links.db", "/", "/nowhere/links.db", "/dev/null"])
def test_where_no_file_can_be_there_is_a_clear_error(path: str) -> None:
    with opened(Path(path)) as store:
        refuses_everything(store)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "links.db"
    path.write_bytes(b"a letter to my grandmother\n" * 500)
    with opened(path) as store:
        refuses_everything(store)
    assert path.read_bytes() == b"a letter to my grandmother\n" * 500


def test_while_another_process_holds_the_lock_links_are_read_but_not_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with opened(tmp_path / "links.db") as store:
        made = put(store, 1)
        with closing(sqlite3.connect(tmp_path / "links.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Unavailable):
                put(store, 2)
            assert store.get(made.id)
            other.execute("ROLLBACK")
        assert put(store, 2).key


@pytest.mark.parametrize("reading", [True, False])
def test_a_lock_on_the_whole_file_is_a_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reading: bool
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with opened(tmp_path / "links.db") as store:
        made = put(store)
    with closing(sqlite3.connect(tmp_path / "links.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with opened(tmp_path / "links.db") as store:
            with pytest.raises(Unavailable):
                store.get(made.id) if reading else put(store)
            other.close()
            assert store.get(made.id)


def test_on_a_full_disk_links_are_read_but_not_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*sqlite._PRAGMAS, "max_page_count = 20"))
    with opened(tmp_path / "links.db") as store:
        made = []
        with pytest.raises(Full, match="disk"):
            made += [store.create(b'{"filling":"%d%s"}' % (n, b"x" * 4_000), None).result() for n in range(20)]
        first = put(store)
        assert store.get(first.id)
        assert store.delete(first.id, str(first.key)).result() == "deleted"


def test_what_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(tmp_path / "links.db") as store:
        made = put(store, 1)
    monkeypatch.setattr(sqlite, "_PRAGMAS", (*sqlite._PRAGMAS, "query_only = ON"))
    with opened(tmp_path / "links.db") as store:
        with pytest.raises(Unavailable):
            put(store, 2)
        assert store.get(made.id)


def test_what_was_deleted_is_no_longer_in_the_file(tmp_path: Path) -> None:
    secret = b"correct horse battery staple"
    with opened(tmp_path / "links.db") as store:
        made = store.create(b'{"text":"%s"}' % secret, "a title of mine").result()
        assert store.delete(made.id, str(made.key)).result() == "deleted"
    left = (tmp_path / "links.db").read_bytes()
    assert made.id.encode() in left
    assert secret not in left
    assert b"a title of mine" not in left
