"""A server that differs from the usual one in its limits alone: what its pages take must follow from them."""

import importlib.util
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import httpx

SMALL: dict[str, Any] = {
    "points": 12, "classes": 4, "size": 1000.0, "iterations": 60, "seed": 7, "strength": 5.0, "variants": 2,
    "moments": 3, "words": 15, "title": 9, "link_bytes": 3000, "link_depth": 6, "decimals": 2, "cell": 5, "id": 6,
    "parameter": 5, "said": 4,
}  # fmt: skip
_FILE = Path(__file__).parents[2] / "app" / "schema" / "limits.py"


def _serve(listener: socket.socket, folder: str) -> None:
    """In a process of its own: the limits are others before anything has read them."""
    spec = importlib.util.spec_from_file_location("app.schema.limits", _FILE)
    assert spec
    assert spec.loader
    limits: Any = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = limits
    spec.loader.exec_module(limits)
    limits.LIMITS = replace(limits.LIMITS, **SMALL)
    limits.MAGNITUDE = limits.LIMITS.size

    import uvicorn

    from app.main import create_app
    from app.settings import Settings

    app = create_app(Settings(database_url=f"sqlite:///{folder}/links.db"))
    config = uvicorn.Config(app, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


@contextmanager
def smaller(folder: Path) -> Iterator[str]:
    """The base URL of a server with these limits."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        process = get_context("spawn").Process(target=_serve, args=(listener, str(folder)))
        process.start()
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        try:
            assert httpx.get(f"{base}/healthz", timeout=300).status_code == 200
            yield base
        finally:
            process.terminate()
            process.join()
