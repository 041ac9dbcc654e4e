"""Everything round the computation: headers, static files, documentation, examples, methods, probes."""

import asyncio
import re
from typing import Any

import httpx
import pytest

from app import __version__
from app.core.catalogue import catalogue
from app.main import create_app
from app.settings import Settings
from tests.api.conftest import refused

FAMILIES = ("losses", "penalties", "optimizers", "schedules", "datasets")
PATHS = ["/healthz", "/docs", "/openapi.json", "/api/v1/catalogue", "/nowhere", "/static/0/none.css"]


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert {"referrer-policy", "permissions-policy"} <= set(headers)


def test_the_page_for_frames_alone_may_stand_in_one(client: httpx.Client) -> None:
    framed = {path: client.get(path).headers for path in ("/embed", "/", "/docs", "/embedded")}
    assert {path for path, headers in framed.items() if "frame-ancestors *" in headers["content-security-policy"]} == {
        "/embed"
    }
    assert framed["/embed"]["cross-origin-resource-policy"] == "cross-origin"  # also within other people's isolation


def test_any_page_may_ask_the_api_and_none_gets_more_than_that(client: httpx.Client) -> None:
    asked = {
        "Origin": "null",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    found = client.options("/api/v1/gradient", headers=asked)
    assert found.status_code == 200
    assert found.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in found.headers


def test_probes_and_version_answer(client: httpx.Client) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}
    assert client.get("/version").json()["version"] == __version__


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/gradient", "POST"), ("PUT", "/api/v1/train", "POST"), ("DELETE", "/api/v1/pass", "POST"),
        ("POST", "/api/v1/catalogue", "GET"), ("POST", "/healthz", "GET"), ("POST", "/static/0/a.css", "GET, HEAD"),
        ("PATCH", "/docs", "GET"), ("GET", "/api/v1/links", "POST"), ("PATCH", "/api/v1/links/0", "GET, DELETE"),
        ("POST", "/api/v1/links/0/qr.svg", "GET"),
    ],
)  # fmt: skip
def test_a_wrong_method_is_refused_with_those_that_are_allowed(
    client: httpx.Client, method: str, path: str, allowed: str
) -> None:
    response = client.request(method, path)
    refused(response, 405)
    assert set(allowed.split(", ")) <= set(response.headers["allow"].split(", "))
    assert method not in response.headers["allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/nope",
        "/api/v1",
        "/api/v1/gradient/",
        "/static",
        "/static/",
        "/docs/x",
        "/docs/",
        "/docs/gradient/",
        "/%00",
        "/a" * 2000,
    ],
)
def test_what_is_not_there_is_a_problem_document(client: httpx.Client, path: str) -> None:
    refused(client.get(path), 404)


@pytest.mark.parametrize(
    ("media_type", "status"),
    [
        (None, 200), ("application/json", 200), ("Application/JSON; charset=UTF-8", 200),
        ('application/json;charset="utf-8"', 200),
        ("text/plain", 415), ("application/x-www-form-urlencoded", 415), ("multipart/form-data; boundary=x", 415),
        ("application/json; charset=utf-16", 415), ("", 200), ("json", 415), ("application/jsonp", 415),
    ],
)  # fmt: skip
def test_only_json_in_utf8_is_taken(client: httpx.Client, media_type: str | None, status: int) -> None:
    headers = {} if media_type is None else {"Content-Type": media_type}
    response = client.post("/api/v1/gradient", content=b'{"X": [[1]], "y": [0]}', headers=headers)
    assert response.status_code == status
    if status != 200:
        refused(response, status)


def test_every_documented_example_is_what_the_server_answers(client: httpx.Client, document: dict[str, Any]) -> None:
    seen = 0
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            given = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
            answers = given.get("examples", {})
            bodies = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("examples", {})
            for name, example in answers.items():
                body = bodies[name]["value"] if bodies else None
                response = client.request(method, example["x-url"], json=body)
                assert response.json() == example["value"], (path, name)
                seen += 1
    assert seen >= 6


def test_the_schema_of_a_problem_knows_every_registered_kind(document: dict[str, Any]) -> None:
    text = str(document["components"]["schemas"])
    for family in ("losses", "penalties", "optimizers", "schedules"):
        for member in catalogue()[family]:
            assert f"'const': '{member['kind']}'" in text


def test_every_reference_of_the_schema_leads_somewhere(document: dict[str, Any]) -> None:
    names = set(re.findall(r"#/components/schemas/(\w+)", str(document)))
    assert names <= set(document["components"]["schemas"])
    assert "HTTPValidationError" not in names


def test_a_defect_of_our_own_is_a_problem_document_without_details() -> None:
    app = create_app(Settings())

    @app.get("/defect")
    async def defect() -> None:
        raise ZeroDivisionError("a secret of the program")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await client.get("/defect")

    response = asyncio.run(ask())
    assert response.status_code == 500
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["type"] == "/docs#problem-internal"
    assert "secret" not in response.text
