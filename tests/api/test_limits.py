"""Every limit at its edge and just past it, and bodies that are too large, chunked or declared."""

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.settings import LIMITS, Settings
from tests.api.conftest import refused
from tests.conftest import serving

TWO = {"X": [[1, 2], [3, 4]], "y": [0, 1]}


def points(n: int, d: int, classes: int | None = None) -> dict[str, Any]:
    body: dict[str, Any] = {"X": [[0] * d] * n, "y": [0] * n}
    return body if classes is None else body | {"classes": classes}


def cell(step: str, row: int = 0) -> dict[str, Any]:
    return {"step": step, "row": row}


# route, a body at the edge, the body just past it, where the error points
EDGES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("gradient", points(1, 4096), points(1, 4097), "/X/0"),
    ("gradient", points(1, 1, 100), points(1, 1, 101), "/classes"),
    ("gradient", TWO | {"y": [0, 99]}, TWO | {"y": [0, 100]}, "/y/1"),
    ("gradient", TWO | {"b": [0] * 100}, TWO | {"b": [0] * 101}, "/b"),
    ("gradient", TWO | {"W": [[0] * 100] * 2}, TWO | {"W": [[0] * 101] * 2}, "/W"),
    ("gradient", points(100_000, 2), points(100_001, 2), "/X"),
    ("gradient", points(2_000, 1, 100), points(2_001, 1, 100), "/X"),
    ("gradient", TWO | {"b": [1e9, -1e9]}, TWO | {"b": [1e9, 1000000001]}, "/b/1"),
    ("gradient", TWO | {"seed": 10**9}, TWO | {"seed": 10**9 + 1}, "/seed"),
    ("gradient", TWO | {"batch": 10**9}, TWO | {"batch": 10**9 + 1}, "/batch"),
    ("train", points(1, 1) | {"iterations": 10_000}, points(1, 1) | {"iterations": 10_001}, "/iterations"),
    ("train", points(2, 1) | {"iterations": 0}, points(2, 1) | {"iterations": -1}, "/iterations"),
    (
        "train",
        points(20_000, 1) | {"iterations": 200, "classes": 5, "batch": 9},
        points(20_000, 1) | {"iterations": 201, "classes": 5, "batch": 9},
        "/iterations",
    ),
    ("train", points(1, 4096, 100) | {"iterations": 11}, points(1, 4096, 100) | {"iterations": 12}, "/iterations"),
    (
        "compare",
        points(20_000, 1) | {"iterations": 100, "classes": 5, "batch": 9, "variants": [{}, {}]},
        points(20_000, 1) | {"iterations": 101, "classes": 5, "batch": 9, "variants": [{}, {}]},
        "/iterations",
    ),
    (
        "compare",
        points(1, 4096, 100) | {"iterations": 2, "variants": [{}] * 4},
        points(1, 4096, 100) | {"iterations": 3, "variants": [{}] * 4},
        "/iterations",
    ),
    ("compare", TWO | {"variants": [{}] * 4}, TWO | {"variants": [{}] * 5}, "/variants"),
    ("pass", points(1, 1) | {"iteration": 10_000}, points(1, 1) | {"iteration": 10_001}, "/iteration"),
    ("pass", points(20_000, 1, 10) | {"iteration": 100}, points(20_000, 1, 10) | {"iteration": 101}, "/iteration"),
    ("pass", TWO | {"point": 1}, TWO | {"point": 2}, "/point"),
    ("cells", TWO | {"cells": [cell("M", 1)]}, TWO | {"cells": [cell("M", 2)]}, "/cells/0/row"),
    ("cells", TWO | {"cells": [cell("db")]}, TWO | {"cells": [cell("db", 1)]}, "/cells/0/row"),
    ("cells", TWO | {"cells": [cell("l", 1)]}, TWO | {"cells": [cell("l", 1) | {"column": 1}]}, "/cells/0/column"),
    ("cells", TWO | {"cells": [cell("L")] * 5000}, TWO | {"cells": [cell("L")] * 5001}, "/cells"),
    ("pass", points(2, 200, 6) | {"point": 0}, points(2, 220, 6) | {"point": 0}, "/point"),
]


@pytest.mark.parametrize(("route", "edge", "past", "pointer"), EDGES)
def test_a_limit_holds_at_its_edge(
    client: httpx.Client, route: str, edge: dict[str, Any], past: dict[str, Any], pointer: str
) -> None:
    response = client.post(f"/api/v1/{route}", json=edge)
    assert response.status_code == 200, response.text[:300]
    problem = refused(client.post(f"/api/v1/{route}", json=past), 422)
    assert pointer in [error["pointer"] for error in problem["errors"]], problem


def test_formulas_may_not_read_too_many_numbers(client: httpx.Client) -> None:
    cells = [{"step": "dW", "row": row, "column": column} for row in range(2) for column in range(2)]
    weights = [cell | {"step": "dW_data"} for cell in cells]
    body = {"X": [[1, 2]] * 90_000, "y": [0] * 90_000}
    assert client.post("/api/v1/cells", json=body | {"cells": weights[:1]}).status_code == 200
    assert (
        refused(client.post("/api/v1/cells", json=body | {"cells": weights}), 422)["errors"][0]["pointer"] == "/cells"
    )


def body_of(size: int) -> bytes:
    start = b'{"X": [[1, 2], [3, 4]], "y": [0, 1]'
    return start + b" " * (size - len(start) - 1) + b"}"


def in_chunks(content: bytes) -> Iterator[bytes]:
    yield from (content[at : at + 65536] for at in range(0, len(content), 65536))


@pytest.mark.parametrize("send", [bytes, in_chunks])
def test_a_body_of_one_mebibyte_is_read_and_one_byte_more_is_not(client: httpx.Client, send: Any) -> None:
    assert client.post("/api/v1/gradient", content=send(body_of(1 << 20))).status_code == 200
    problem = refused(client.post("/api/v1/gradient", content=send(body_of((1 << 20) + 1))), 413)
    assert "1,048,576" in problem["detail"]


def test_an_endless_chunked_body_is_cut_off(server: str) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b" " * 65536

    try:
        refused(httpx.post(f"{server}/api/v1/train", content=endless(), timeout=20), 413)
    except (httpx.WriteError, httpx.ReadError):
        pass  # the server hung up while we were still talking, which is as good


def test_a_body_that_does_not_arrive_is_given_up() -> None:
    with serving(Settings(max_body_seconds=0.2)) as base:
        host, port = base.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=20) as connection:
            connection.sendall(b"POST /api/v1/gradient HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\n{")
            assert connection.recv(65536).startswith(b"HTTP/1.1 408 ")


def test_a_client_that_hangs_up_halfway_leaves_the_server_well(server: str) -> None:
    host, port = server.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(b"POST /api/v1/gradient HTTP/1.1\r\nHost: h\r\nContent-Length: 99\r\n\r\n{")
        connection.shutdown(socket.SHUT_WR)
        connection.recv(65536)
    assert httpx.get(f"{server}/healthz").status_code == 200


def test_limits_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in LIMITS:
        monkeypatch.setenv(f"HINGELAB_{name.upper()}", "7")
    monkeypatch.setenv("HINGELAB_DATABASE_URL", "postgresql://db/hingelab")
    settings = Settings()
    assert all(getattr(settings, name) == 7 for name in LIMITS)
    assert settings.database_url == "postgresql://db/hingelab"


def test_a_lowered_limit_is_obeyed_and_documented() -> None:
    with serving(Settings(max_body_bytes=100, max_classes=3, max_errors=2)) as base:
        refused(httpx.post(f"{base}/api/v1/gradient", content=body_of(101)), 413)
        refused(httpx.post(f"{base}/api/v1/gradient", json=TWO | {"classes": 4}), 422)
        many = refused(httpx.post(f"{base}/api/v1/gradient", json={"a": 1, "c": 2}), 422)
        assert len(many["errors"]) == 2
        assert "2 more" in many["detail"]
        limits = {limit["name"]: limit["value"] for limit in httpx.get(f"{base}/openapi.json").json()["x-limits"]}
        assert limits["max_classes"] == 3
        assert "HINGELAB_MAX_CLASSES" in httpx.get(f"{base}/docs").text
