"""A PostgreSQL that is away, read-only, without its table or none at all: a clear error, and all well afterwards."""

import time
from contextlib import closing

import psycopg
import pytest

from app.store import Store, Unavailable, postgresql
from tests.postgres import Postgres
from tests.store.conftest import content
from tests.store.test_trouble import put, refuses_everything


def test_a_server_that_was_away_is_found_again(postgres: Postgres) -> None:
    with closing(Store.at(postgres.fresh(), 10)) as store:
        before = put(store, 1)
        assert store.get(before.id)
        with postgres.away():
            refuses_everything(store)
        found = None
        while found is None:
            try:
                found = store.get(before.id)
            except Unavailable:
                time.sleep(0.05)
        assert found.content == content(1)
        assert put(store, 2).key


def test_a_server_that_was_restarted_between_two_requests_is_no_trouble(postgres: Postgres) -> None:
    with closing(Store.at(postgres.fresh(), 10)) as store:
        before = put(store, 1)
        assert store.get(before.id)
        with postgres.away():
            pass
        assert store.get(before.id)
        assert put(store, 2).key


def test_a_store_may_begin_while_the_server_is_away(postgres: Postgres) -> None:
    url = postgres.fresh()
    with postgres.away():
        store = Store.at(url, 10)
    with closing(store):
        assert put(store).key


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://127.0.0.1:1/links", "postgresql://[", "postgresql://?host=/nowhere", "postgresql://h?what=this",
        "postgresql://127.0.0.1:99999/x", "postgresql://nobody.invalid/links", "postgresql://?connect_timeout=never",
    ],
)  # fmt: skip
def test_where_no_server_is_there_is_a_clear_error(url: str) -> None:
    with closing(Store.at(url, 10)) as store:
        refuses_everything(store)


def test_what_may_only_be_read_is_read(postgres: Postgres) -> None:
    url = postgres.fresh()
    with closing(Store.at(url, 10)) as store:
        made = put(store, 1)
    with closing(Store.at(f"{url}%20-cdefault_transaction_read_only%3Don", 10)) as store:
        assert store.get(made.id)
        with pytest.raises(Unavailable):
            put(store, 2)


def test_a_table_that_was_dropped_is_made_again(postgres: Postgres) -> None:
    url = postgres.fresh()
    with closing(Store.at(url, 10)) as store:
        made = put(store)
        assert store.get(made.id)
        with psycopg.connect(url) as connection:
            connection.execute("DROP TABLE links")
        with pytest.raises(Unavailable):
            store.get(made.id)
        with pytest.raises(Unavailable):
            put(store)
        assert store.get(made.id) is None
        assert put(store).key


def test_a_lock_that_is_not_given_back_is_a_clear_error(postgres: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "ANSWER", 1)
    url = postgres.fresh()
    with closing(Store.at(url, 10)) as store:
        made = put(store, 1)
        with psycopg.connect(url) as other:
            other.execute("LOCK TABLE links IN EXCLUSIVE MODE")
            with pytest.raises(Unavailable):
                put(store, 2)
            assert store.get(made.id)
        assert put(store, 2).key
