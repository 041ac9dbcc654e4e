"""The store over both databases: one id for one content, one key for one link, and what is deleted stays so."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest

from app.store import Full, Link, Store, Unavailable, ids
from app.store.changes import Created
from app.store.rows import Rows
from app.store.store import database
from app.store.writer import LONGEST_QUEUE, Writer
from tests.store.conftest import content


def test_what_was_stored_comes_back_also_after_a_restart(store: Store, database_url: str) -> None:
    awkward = '{"text":"λ‖W‖² \\u0000 % ? \' \\" \U0001f600"}'.encode()
    made = store.create(awkward, "Größe? 100 %s").result()
    with closing(Store.at(database_url, 1)) as again:
        for found in (store.get(made.id), again.get(made.id)):
            assert found
            assert (found.content, found.title, found.deleted) == (awkward, "Größe? 100 %s", None)
            assert made.key
            assert made.key not in str(found)


def test_the_same_content_has_one_id_and_its_key_is_told_once(store: Store) -> None:
    first, again, titled = (store.create(content(), title).result() for title in (None, None, "A title"))
    assert first.key
    assert again == Created(first.id, None)
    assert titled.id != first.id
    assert titled.key


def test_the_id_depends_on_nothing_but_content_and_title(store: Store) -> None:
    for number in range(50):
        store.create(content(number), None).result()
    assert store.create(content(7), "seven").result().id == ids.letters(content(7), "seven")[:10]


def test_an_id_is_found_as_people_type_it(store: Store) -> None:
    id = store.create(content(), None).result().id
    typed = f"{id[:4]}-{id[4:]}".lower().replace("0", "o").replace("1", "l")
    found = store.get(typed)
    assert found
    assert found.id == id


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.get("0123456789") is None
    assert store.get("no id") is None
    assert store.delete("0123456789", "key").result() == "unknown"
    assert store.delete("no id", "key").result() == "unknown"


@pytest.mark.parametrize("taken", [10, 12])
def test_an_id_that_another_content_has_makes_it_longer(store: Store, database_url: str, taken: int) -> None:
    with closing(database(database_url)) as other, other.transaction() as rows:
        for length in range(10, taken + 1):
            rows.insert(Link(ids.letters(content(), None)[:length], b'"another"', None, "2026-01-01T00:00:00Z", None))
    made = store.create(content(), None).result()
    assert made.id == ids.letters(content(), None)[: taken + 1]
    assert store.create(content(), None).result() == Created(made.id, None)
    found = store.get(made.id)
    assert found
    assert found.content == content()


def test_a_link_is_deleted_with_its_key_only_and_for_ever(store: Store) -> None:
    made, other = (store.create(content(number), "title").result() for number in range(2))
    for key in ("", "x", made.key + "x", made.key.upper(), other.key):  # type: ignore[operator, union-attr]
        assert store.delete(made.id, str(key)).result() == "wrong key"
    assert store.get(made.id)
    assert store.delete(made.id.lower(), str(made.key)).result() == "deleted"
    assert store.delete(made.id, str(made.key)).result() == "gone"
    found = store.get(made.id)
    assert found
    assert found.deleted
    assert (found.content, found.title, found.key_hash) == (b"", None, None)


def test_an_id_is_never_used_again(store: Store) -> None:
    first = store.create(content(), None).result()
    store.delete(first.id, str(first.key)).result()
    second = store.create(content(), None).result()
    assert second.id == ids.letters(content(), None)[:11]
    assert second.key
    assert store.delete(second.id, str(first.key)).result() == "wrong key"
    assert store.create(content(), None).result() == Created(second.id, None)


def test_a_content_whose_ids_are_all_used_up_is_refused(store: Store) -> None:
    for length in range(10, 53):
        made = store.create(content(), None).result()
        assert len(made.id) == length
        assert store.delete(made.id, str(made.key)).result() == "deleted"
    with pytest.raises(Full, match="too often"):
        store.create(content(), None).result()


def test_a_full_store_takes_nothing_new_and_keeps_the_rest(database_url: str) -> None:
    with closing(Store.at(database_url, 3)) as store:
        made = [store.create(content(number), None).result() for number in range(3)]
        assert store.delete(made[0].id, str(made[0].key)).result() == "deleted"  # its row stays
        waiting = [store.create(content(number), None) for number in (3, 1, 4, 2)]
        for refused in (waiting[0], waiting[2]):
            with pytest.raises(Full, match="at most 3"):
                refused.result()
        assert [waiting[at].result() for at in (1, 3)] == [Created(made[1].id, None), Created(made[2].id, None)]
        assert store.get(made[2].id)


def test_a_thousand_at_once_make_one_link_and_one_key(database_url: str) -> None:
    with closing(Store.at(database_url, 10)) as one, closing(Store.at(database_url, 10)) as other:
        with ThreadPoolExecutor(20) as pool:
            asked = list(pool.map(lambda n: (one, other)[n % 2].create(content(), "same"), range(1_000)))
        made = [each.result() for each in asked]
        assert {each.id for each in made} == {ids.letters(content(), "same")[:10]}
        assert sum(each.key is not None for each in made) == 1
        assert len(list(one.links())) == 1


def test_many_different_ones_at_once_are_all_there(store: Store) -> None:
    with ThreadPoolExecutor(20) as pool:
        made = list(pool.map(lambda n: store.create(content(n), None).result(), range(600)))
    assert all(made[n].id == ids.letters(content(n), None)[:10] for n in range(600))
    assert {link.content for link in store.links()} == {content(n) for n in range(600)}


def test_links_come_sorted_by_id(store: Store) -> None:
    for number in range(40):
        store.create(content(number), None).result()
    found = [link.id for link in store.links()]
    assert found == sorted(found)
    assert len(found) == 40


def test_a_defect_in_one_change_undoes_those_that_wait_with_it_and_no_more(database_url: str) -> None:
    with closing(database(database_url)) as found, closing(Writer(found.transaction)) as writer:
        writer.submit(lambda rows: rows.count()).result()
        with pytest.raises(ZeroDivisionError):
            writer.submit(lambda rows: rows.count() // 0).result()
        assert writer.submit(lambda rows: rows.count()).result() == 0


def test_only_so_many_changes_wait(database_url: str) -> None:
    begun, held = Event(), Event()

    def hold(_: Rows) -> bool:
        begun.set()
        return held.wait(60)

    with closing(database(database_url)) as found, closing(Writer(found.transaction)) as writer:
        first = writer.submit(hold)
        assert begun.wait(60)
        waiting = [writer.submit(lambda rows: rows.count()) for _ in range(LONGEST_QUEUE)]
        with pytest.raises(Unavailable):
            writer.submit(lambda rows: rows.count())
        held.set()
        assert first.result()
        assert [each.result() for each in waiting] == [0] * LONGEST_QUEUE


def test_a_change_that_nobody_waits_for_any_more_is_not_made(database_url: str) -> None:
    begun, held = Event(), Event()

    def hold(_: Rows) -> bool:
        begun.set()
        return held.wait(60)

    with closing(Store.at(database_url, 10)) as store, closing(database(database_url)) as found:
        writer = Writer(found.transaction)
        writer.submit(hold)
        assert begun.wait(60)
        unwanted = writer.submit(lambda rows: rows.insert(Link("0123456789", b"{}", None, "", None)))
        assert unwanted.cancel()
        held.set()
        writer.close()
        assert store.get("0123456789") is None
