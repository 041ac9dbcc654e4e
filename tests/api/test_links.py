"""Short links over HTTP: stored once, opened by anybody, deleted by who has the key."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from app.links import canonical
from app.settings import Settings
from tests.api.conftest import bearer, moment, refused
from tests.conftest import serving
from tests.links.frozen import FROZEN
from tests.links.golden import reading

GIVEN = list(FROZEN.values())


@pytest.fixture
def base(database_url: str) -> Iterator[str]:
    with serving(Settings(database_url=database_url)) as base:
        yield f"{base}/api/v1/links"


def test_a_moment_is_stored_opened_and_deleted(base: str) -> None:
    content = moment(unit=2.5)
    made = httpx.post(base, json={"content": content, "title": "  Two  points\n"})
    assert made.status_code == 201
    assert set(made.json()) == {"id", "path", "key"}
    id, key = made.json()["id"], made.json()["key"]
    assert made.json()["path"] == f"/s/{id}"
    assert made.headers["location"] == f"/api/v1/links/{id}"
    again = httpx.post(base, json={"title": "Two  points", "content": dict(reversed(content.items()))})
    assert (again.status_code, again.json()) == (200, {"id": id, "path": f"/s/{id}"})
    typed = f"{id[:5]}-{id[5:]}".lower()
    found = httpx.get(f"{base}/{typed}").json()
    assert found.pop("created").endswith("Z")
    assert found == {"id": id, "title": "Two  points", "content": content}
    for headers in (
        {},
        bearer("x"),
        bearer(made.json()["path"]),
        {"Authorization": key},
        {"Authorization": f"Basic {key}"},
    ):
        assert refused(httpx.delete(f"{base}/{id}", headers=headers), 403)["type"].endswith("wrong-key")
    gone = httpx.delete(f"{base}/{id}", headers=bearer(key))
    assert (gone.status_code, gone.content) == (204, b"")
    for answer in (httpx.get(f"{base}/{id}"), httpx.delete(f"{base}/{id}", headers=bearer(key))):
        assert refused(answer, 410)["type"].endswith("gone")
    once_more = httpx.post(base, json={"content": content, "title": "Two  points"}).json()
    assert len(once_more["id"]) == 11
    assert once_more["id"].startswith(id)


@pytest.mark.parametrize("given", GIVEN, ids=list(FROZEN))
def test_a_long_link_is_stored_as_what_it_holds(client: httpx.Client, given: dict[str, Any]) -> None:
    by_link = client.post("/api/v1/links", json={"link": given["link"]}).json()
    by_content = client.post("/api/v1/links", json={"content": given["content"]}).json()
    assert by_link["id"] == by_content["id"]
    assert client.get(f"/api/v1/links/{by_link['id']}").json()["content"] == json.loads(
        canonical(reading(given["link"])["content"])
    )


def test_without_a_title_there_is_none(client: httpx.Client) -> None:
    made = [
        client.post("/api/v1/links", json={"content": moment(7101), **title})
        for title in ({}, {"title": None}, {"title": " "})
    ]
    assert len({each.json()["id"] for each in made}) == 1
    assert client.get(f"/api/v1/links/{made[0].json()['id']}").json()["title"] is None


def test_two_hundred_at_once_make_one_link_and_one_key(client: httpx.Client) -> None:
    with ThreadPoolExecutor(40) as pool:
        made = list(pool.map(lambda _: client.post("/api/v1/links", json={"content": moment(7102)}), range(200)))
    assert sorted(each.status_code for each in made) == [200] * 199 + [201]
    assert len({each.json()["id"] for each in made}) == 1
    assert sum("key" in each.json() for each in made) == 1
