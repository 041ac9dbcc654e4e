"""A store over each kind of database, and links to put in."""

from collections.abc import Iterator

import pytest

from app.store import Store


def content(number: int = 0) -> bytes:
    return b'{"number":%d}' % number


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = Store.at(database_url, 1_000_000)
    yield store
    store.close()
