"""A client for the tests of the API, and what every refusal must look like."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from app.links import canonical
from tests.links.golden import GOLDEN, reading

NINE_POINTS: dict[str, Any] = {
    "X": [
        [0.5, 0.4],
        [0.8, 0.3],
        [0.3, 0.8],
        [-0.4, 0.3],
        [-0.3, 0.7],
        [-0.7, 0.2],
        [0.7, -0.4],
        [0.5, -0.6],
        [-0.4, -0.5],
    ],
    "y": [0, 0, 0, 1, 1, 1, 2, 2, 2],
    "W": [[1, 2, 3], [2, -4, -1]],
    "b": [0, 0.5, -0.5],
}

Refused = Callable[..., dict[str, Any]]


def refused(response: httpx.Response, *statuses: int) -> dict[str, Any]:
    """The problem document of an answer that must be a well-formed refusal (with one of `statuses`, if given)."""
    assert 400 <= response.status_code < 500, response.text[:500]
    assert not statuses or response.status_code in statuses, (response.status_code, response.text[:500])
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert set(problem) == {"type", "title", "status", "detail", "errors"}
    assert problem["status"] == response.status_code
    assert problem["type"].startswith("/docs#problem-")
    assert problem["title"]
    assert problem["detail"]
    for error in problem["errors"]:
        assert set(error) == {"pointer", "detail"}
        assert error["pointer"] == "" or error["pointer"].startswith("/")
        assert error["detail"]
    return problem


def moment(draw: int = 0, **other: Any) -> dict[str, Any]:
    """All of a moment in its canonical form, one for each `draw`."""
    golden = next(each for each in GOLDEN if each["name"] == "preset nine_points")
    content = reading(golden["link"])["content"] | {"draw": draw} | other
    found: dict[str, Any] = json.loads(canonical(content))
    return found


def bearer(key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"}


@pytest.fixture(scope="session")
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=60) as client:
        yield client


@pytest.fixture
def nine() -> dict[str, Any]:
    return dict(NINE_POINTS)
