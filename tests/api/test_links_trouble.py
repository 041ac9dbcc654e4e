"""A server whose database is full, away or nowhere: it says so, and everything else works."""

import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from app.links import canonical
from app.settings import Settings
from app.store import ids
from tests.api.conftest import bearer, moment
from tests.conftest import serving
from tests.postgres import Postgres


def test_a_full_server_says_so_and_goes_on(tmp_path: Path) -> None:
    with serving(Settings(database_url=f"sqlite:///{tmp_path}/links.db", max_links=1)) as base:
        first = httpx.post(f"{base}/api/v1/links", json={"content": moment()})
        assert first.status_code == 201
        full = httpx.post(f"{base}/api/v1/links", json={"content": moment(1)})
        assert (full.status_code, full.json()["type"]) == (507, "/docs#problem-full")
        assert "long link" in full.json()["detail"]
        assert httpx.post(f"{base}/api/v1/links", json={"content": moment()}).status_code == 200
        assert httpx.get(f"{base}/api/v1/links/{first.json()['id']}").status_code == 200


@pytest.mark.parametrize("url", ["sqlite:////nowhere/links.db", "postgresql://127.0.0.1:1/links"])
def test_without_a_database_all_else_works(url: str) -> None:
    with serving(Settings(database_url=url)) as base:
        for answer in (
            httpx.post(f"{base}/api/v1/links", json={"content": moment()}),
            httpx.get(f"{base}/api/v1/links/0123456789"),
            httpx.delete(f"{base}/api/v1/links/0123456789", headers=bearer("key")),
            httpx.get(f"{base}/api/v1/links/0123456789/qr.svg"),
        ):
            assert (answer.status_code, answer.json()["type"]) == (503, "/docs#problem-unavailable")
            assert answer.headers["content-type"] == "application/problem+json"
            assert "long link" in answer.json()["detail"]
            assert "nowhere" not in answer.text
        assert httpx.post(f"{base}/api/v1/gradient", json={"X": [[1]], "y": [0]}).status_code == 200
        ready = httpx.get(f"{base}/readyz")
        assert (ready.status_code, ready.json()["type"]) == (503, "/docs#problem-not-ready")
        assert ready.json()["detail"] == "The database of the short links does not answer; the log says why."


def test_a_database_that_goes_away_and_comes_back(postgres: Postgres) -> None:
    with serving(Settings(database_url=postgres.fresh())) as base:
        made = httpx.post(f"{base}/api/v1/links", json={"content": moment()}).json()
        with postgres.away():
            assert httpx.get(f"{base}/api/v1/links/{made['id']}").status_code == 503
            assert httpx.get(f"{base}/healthz").status_code == 200
        statuses = {503}
        while statuses == {503}:
            statuses = {httpx.get(f"{base}/api/v1/links/{made['id']}").status_code}
        assert statuses == {200}
        assert httpx.delete(f"{base}/api/v1/links/{made['id']}", headers=bearer(made["key"])).status_code == 204


def test_the_key_is_kept_nowhere(tmp_path: Path) -> None:
    with serving(Settings(database_url=f"sqlite:///{tmp_path}/links.db")) as base:
        made = httpx.post(f"{base}/api/v1/links", json={"content": moment()}).json()
        with closing(sqlite3.connect(tmp_path / "links.db")) as connection:
            (row,) = connection.execute("SELECT * FROM links").fetchall()
        assert made["id"] == ids.letters(canonical(moment()), None)[:10]
        assert made["key"] not in str(row)
        files = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert made["key"].encode() not in files
