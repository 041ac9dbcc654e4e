"""What several test folders share: a real server on a real port, real databases. It replaces nothing by a stand-in."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from app.main import create_app
from app.settings import Settings
from tests.postgres import Postgres, running


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """The base URL of a fresh server. Its socket listens before it starts: an early request waits, it does not fail."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        config = uvicorn.Config(
            create_app(settings), log_level="warning", access_log=False, timeout_graceful_shutdown=2
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            assert httpx.get(f"{base}/healthz", timeout=20).status_code == 200
            yield base
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a server with the default settings, but for the place of its database."""
    with serving(Settings(database_url=f"sqlite:///{tmp_path_factory.mktemp('links')}/links.db")) as base:
        yield base


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with running() as found:
        yield found


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Of a database of each kind in which there is nothing yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/links.db"
    found: Postgres = request.getfixturevalue("postgres")
    return found.fresh()
