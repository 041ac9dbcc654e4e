"""What several test folders share: a real server on a real port. It replaces nothing by a stand-in."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn

from app.main import create_app
from app.settings import Settings


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
            assert httpx.get(f"{base}/readyz", timeout=20).status_code == 200
            yield base
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The base URL of a server with the default settings."""
    with serving(Settings()) as base:
        yield base
