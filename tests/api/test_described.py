"""Requests generated from the API's own description: none of them breaks the server."""

from collections.abc import Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from tests.api.test_hostile import QUIET

CHECKS = [schemathesis.checks.not_a_server_error, response_schema_conformance, status_code_conformance]
GENERATED = {"POST": 45, "GET": 15, "DELETE": 15}  # over a thousand for the posted bodies, in the two modes together
OPERATIONS = [
    ("POST", "/api/v1/gradient"), ("POST", "/api/v1/pass"), ("POST", "/api/v1/cells"), ("POST", "/api/v1/train"),
    ("GET", "/api/v1/catalogue"), ("GET", "/api/v1/datasets/{kind}"), ("GET", "/healthz"), ("GET", "/readyz"),
    ("GET", "/version"),
    ("POST", "/api/v1/figures/{kind}"), ("POST", "/api/v1/why"), ("POST", "/api/v1/check"),
    ("POST", "/api/v1/diagnose"), ("POST", "/api/v1/compare"), ("POST", "/api/v1/code"), ("POST", "/api/v1/links"),
    ("GET", "/api/v1/links/{id}"), ("DELETE", "/api/v1/links/{id}"), ("GET", "/api/v1/links/{id}/qr.svg"),
    ("POST", "/api/v1/export/{kind}"),
]  # fmt: skip


@pytest.fixture(scope="module")
def described(server: str) -> Any:
    """The API as its OpenAPI document describes it."""
    return schemathesis.openapi.from_url(f"{server}/openapi.json")


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def test_every_described_operation_is_generated_for(described: Any) -> None:
    found = {(each.ok().method.upper(), each.ok().path) for each in described.get_all_operations()}
    assert found == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_generated_requests_never_break_the_server(
    described: Any, session: requests.Session, method: str, path: str, mode: GenerationMode
) -> None:
    operation = described[path][method]
    if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query):
        return  # there is nothing to get wrong

    @settings(max_examples=GENERATED[method], **QUIET)  # type: ignore[arg-type]
    @given(case=operation.as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        response = case.call(session=session)
        assert response.status_code < 500, response.text
        if response.status_code >= 400:
            assert response.headers["content-type"] == ["application/problem+json"]
            assert response.json()["status"] == response.status_code
        case.validate_response(response, checks=CHECKS)

    run()
