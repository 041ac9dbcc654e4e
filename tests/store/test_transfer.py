"""Links carried from one database to another as lines: nothing is lost, nothing changed, and no bad line gets in."""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.store import Full, Store, ids
from app.store.transfer import Tally, exported, imported
from tests.postgres import Postgres
from tests.store.conftest import content

MOST = 1 << 16
TITLES = (None, "A title", "λ‖W‖²", "🏳️‍🌈", '"quoted" \\ and 100 %')


def filled(url: str) -> bytes:
    """A store with links of all sorts, as lines."""
    with closing(Store.at(url, 1_000)) as store:
        made = [store.create(content(n), TITLES[n % len(TITLES)]).result() for n in range(60)]
        for each in made[::7]:
            assert store.delete(each.id, str(each.key)).result() == "deleted"
        for n in range(0, 60, 14):  # once more: their ids are longer
            assert store.create(content(n), TITLES[n % len(TITLES)]).result().key
        store.create('{"text":"é\\u0000\U0001f600\\\\"}'.encode(), None).result()
        return b"".join(exported(store.links()))


def carried(lines: Iterable[bytes], url: str, most: int = 1_000) -> tuple[Tally, dict[int, str], bytes]:
    """The tally of an import, what it says of which line, and what is then there."""
    said: dict[int, str] = {}
    with closing(Store.at(url, most)) as store:
        tally = imported(store, lines, MOST, said.__setitem__)
        return tally, said, b"".join(exported(store.links()))


def test_there_and_back_again_is_the_same_to_the_byte(tmp_path: Path, postgres: Postgres) -> None:
    first = filled(f"sqlite:///{tmp_path}/first.db")
    assert len(first.splitlines()) == 66
    tally, said, second = carried(first.splitlines(), postgres.fresh())
    assert (tally, said) == (Tally(66, 0, 0), {})
    tally, said, third = carried(second.splitlines(), f"sqlite:///{tmp_path}/third.db")
    assert (tally, said) == (Tally(66, 0, 0), {})
    assert first == second == third


def test_an_import_twice_changes_nothing(database_url: str, tmp_path: Path) -> None:
    lines = filled(f"sqlite:///{tmp_path}/first.db").splitlines()
    assert carried(lines * 2, database_url)[0] == Tally(66, 66, 0)
    assert carried(lines, database_url) == (Tally(0, 66, 0), {}, b"".join(line + b"\n" for line in lines))


def test_a_key_fits_after_the_journey(database_url: str, tmp_path: Path) -> None:
    with closing(Store.at(f"sqlite:///{tmp_path}/first.db", 10)) as store:
        made = store.create(content(), "title").result()
        lines = list(exported(store.links()))
    assert made.key
    assert made.key.encode() not in lines[0]
    carried(lines, database_url)
    with closing(Store.at(database_url, 10)) as store:
        assert store.delete(made.id, "another").result() == "wrong key"
        assert store.delete(made.id, made.key).result() == "deleted"


def test_what_is_deleted_in_one_of_two_stores_stays_deleted(database_url: str, tmp_path: Path) -> None:
    with closing(Store.at(f"sqlite:///{tmp_path}/first.db", 10)) as store:
        made = store.create(content(), "title").result()
        before = list(exported(store.links()))
        store.delete(made.id, str(made.key)).result()
        after = list(exported(store.links()))
    assert carried(after, database_url)[0] == Tally(1, 0, 0)
    assert carried(before, database_url) == (Tally(0, 1, 0), {}, after[0])  # it does not come back
    other = f"sqlite:///{tmp_path}/other.db"
    assert carried(before, other)[0] == Tally(1, 0, 0)
    assert carried(after, other) == (Tally(1, 0, 0), {}, after[0])  # and goes where it was


GOOD: dict[str, Any] = {
    "id": ids.letters(b'{"a":1}', "A title")[:10],
    "content": '{"a":1}',
    "title": "A title",
    "created": "2026-01-02T03:04:05Z",
    "key_hash": "0" * 64,
    "deleted": None,
}
GONE = GOOD | {"content": None, "title": None, "key_hash": None, "deleted": "2026-02-03T04:05:06Z"}


def with_id_of(content: str, title: str | None, length: int = 10) -> dict[str, Any]:
    return GOOD | {"content": content, "title": title, "id": ids.letters(content.encode(), title)[:length]}


BAD: list[Any] = [
    b"", b"{", b"null", b"[]", b'"text"', b"\xff\xfe", b"\xef\xbb\xbf{}", b"\0", b"{" * 100_000, b'{"id":"\\ud800"}',
    {}, {"id": GOOD["id"]}, GOOD | {"more": None},
    GOOD | {"id": None}, GOOD | {"id": 1}, GOOD | {"id": ""}, GOOD | {"id": GOOD["id"].lower()},
    GOOD | {"id": GOOD["id"][:9]}, GOOD | {"id": "0" * 10}, GOOD | {"id": GOOD["id"] + "0"}, GOOD | {"id": "0" * 10**6},
    GOOD | {"content": '{"a":2}'}, GOOD | {"title": "Another"}, GOOD | {"title": None}, GOOD | {"content": {"a": 1}},
    GOOD | {"content": None}, with_id_of("", None), with_id_of("[]", None), with_id_of("{", None),
    with_id_of("NaN", None), with_id_of('{"a":' * 2_000, None), with_id_of(json.dumps({"a": "x" * MOST}), None),
    with_id_of("{}", ""), with_id_of("{}", " x"), with_id_of("{}", "e\u0301"), with_id_of("{}", "x" * 81),
    with_id_of("{}", "a\nb"), with_id_of("{}", "a\u202eb"), with_id_of("{}", None, 11),
    GOOD | {"created": None}, GOOD | {"created": "yesterday"}, GOOD | {"created": "2026-01-02T03:04:05"},
    GOOD | {"created": "2026-02-30T00:00:00Z"}, GOOD | {"created": "2026-1-2T3:4:5Z"}, GOOD | {"created": 1},
    GOOD | {"key_hash": None}, GOOD | {"key_hash": "0" * 63}, GOOD | {"key_hash": "G" * 64},
    GOOD | {"key_hash": "0" * 64 + "\n"}, GOOD | {"deleted": "2026-02-03T04:05:06Z"}, GONE | {"content": ""},
    GONE | {"title": "A title"}, GONE | {"key_hash": "0" * 64}, GONE | {"deleted": ""}, GONE | {"deleted": True},
    GONE | {"id": "no id"},
]  # fmt: skip


def line(value: Any) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def test_the_good_lines_are_good(database_url: str) -> None:
    assert carried([line(GOOD)], database_url)[0] == Tally(1, 0, 0)
    assert carried([line(GONE)], database_url)[0] == Tally(1, 0, 0)


def test_every_bad_line_is_named_and_the_good_ones_are_taken_in(database_url: str) -> None:
    lines = [line(each) for bad in BAD for each in (bad, GOOD)]
    tally, said, there = carried(lines, database_url)
    assert tally == Tally(1, len(BAD) - 1, len(BAD))
    assert sorted(said) == list(range(1, len(lines), 2))
    assert all(what.endswith(".") for what in said.values())
    assert len(there.splitlines()) == 1


def test_a_longer_id_needs_the_one_it_avoids(database_url: str) -> None:
    longer = with_id_of("{}", None, 11)
    shorter = GONE | {"id": longer["id"][:10]}
    tally, said, _ = carried([line(longer), line(shorter), line(longer)], database_url)
    assert (tally, list(said)) == (Tally(2, 0, 1), [1])


def test_a_content_that_is_there_under_another_id_is_refused(database_url: str) -> None:
    with closing(Store.at(database_url, 10)) as store:
        store.create(b"{}", None).result()
    assert carried([line(with_id_of("{}", None, 11))], database_url)[0] == Tally(0, 0, 1)


@pytest.mark.parametrize("most", [1, 30])
def test_an_import_ends_where_the_store_is_full(database_url: str, tmp_path: Path, most: int) -> None:
    lines = filled(f"sqlite:///{tmp_path}/first.db").splitlines()
    with pytest.raises(Full):
        carried(lines, database_url, most)
    with closing(Store.at(database_url, 1_000)) as store:
        assert len(list(store.links())) == most
