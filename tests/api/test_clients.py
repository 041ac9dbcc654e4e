"""What generators of clients need of the OpenAPI document, and what the clients that they make send.

Both were tried with openapi-python-client 0.29 and openapi-typescript 7.13: all computing calls are made and answered.
"""

import keyword
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.exports import EXPORTS
from app.figures import FIGURES
from app.main import create_app

DOCUMENT: dict[str, Any] = create_app().openapi()
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
OPERATIONS = {
    operation["operationId"]: (path, operation)
    for path, methods in DOCUMENT["paths"].items()
    for operation in methods.values()
}
COMPUTING = [name for name, (_, about) in OPERATIONS.items() if about["tags"] == ["computation"]]
LEAST: dict[str, dict[str, Any]] = {
    "diagnose": {"given": {"dW": [[0, 0], [0, 0]]}},
    "compare": {"variants": [{}]},
}  # what a body needs besides its points
POINTS: dict[str, Any] = {"X": [[0.5, 0.4], [-0.4, 0.3]], "y": [0, 1], "iterations": 2}


def inside(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object within a schema, with where it is."""
    if isinstance(value, dict):
        yield path, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        if key != "examples":
            yield from inside(part, f"{path}/{key}")


def test_an_operation_is_called_by_its_name() -> None:
    assert COMPUTING == [
        "gradient", "pass", "cells", "why", "check", "diagnose", "code", "train", "compare", "figure", "export",
    ]  # fmt: skip
    for name, (path, about) in OPERATIONS.items():
        assert re.fullmatch("[a-z_]+", name), f"{name} would be no name of a function"
        assert not keyword.iskeyword(name) or name == "pass", "a generator writes pass_"
        assert f"/{name}" in path or about["tags"] != ["computation"] or name == "figure"
    assert len(OPERATIONS) == sum(map(len, DOCUMENT["paths"].values()))


def test_no_field_has_an_object_for_its_default() -> None:
    """openapi-python-client leaves out a body with one, and every operation that takes it; null asks to be stated."""
    stated = {path: about["default"] for path, about in inside(SCHEMAS) if "default" in about}
    assert [path for path, default in stated.items() if default is None or isinstance(default, dict)] == []
    told = SCHEMAS["ProblemBody"]["properties"]["loss"]
    assert told["x-default"]["kind"] == "weston_watkins"
    assert '"weston_watkins"' in told["description"]


def test_a_choice_by_kind_names_all_its_members() -> None:
    """The classes of a client are told apart by the constant in each, which must then be required."""
    choices = [about for _, about in inside(SCHEMAS) if "discriminator" in about]
    assert choices
    for about in choices:
        names = [option["$ref"].rpartition("/")[2] for option in about["oneOf"]]
        mapped = {name.rpartition("/")[2]: kind for kind, name in about["discriminator"]["mapping"].items()}
        for name in names:
            assert "kind" in SCHEMAS[name]["required"]
            assert SCHEMAS[name]["properties"]["kind"]["const"] == mapped[name]


def test_a_class_is_called_as_its_schema() -> None:
    assert {name: schema["title"] for name, schema in SCHEMAS.items()} == {name: name for name in SCHEMAS}


def test_every_parameter_and_body_has_a_schema() -> None:
    for name, (path, about) in OPERATIONS.items():
        given = {parameter["name"] for parameter in about.get("parameters", ()) if parameter["in"] == "path"}
        assert given == set(re.findall(r"{(\w+)}", path)), name
        if name in COMPUTING:
            content = about["requestBody"]["content"]["application/json"]
            assert content["schema"]["$ref"].rpartition("/")[2] in SCHEMAS


def test_a_file_of_any_kind_can_be_read_as_the_first_type_of_its_answer() -> None:
    """A client reads what comes as that type: a picture would be no JSON."""
    content = OPERATIONS["export"][1]["responses"]["200"]["content"]
    assert next(iter(content)).startswith("text/")
    assert content["text/csv"]["schema"] == {"type": "string"}


CALLS: list[tuple[str, str | None]] = [(name, None) for name in COMPUTING if name not in ("figure", "export")]
CALLS += [("figure", kind) for kind in FIGURES] + [("export", kind) for kind in EXPORTS]


@pytest.mark.parametrize(("name", "kind"), CALLS)
def test_a_client_that_sends_every_default_is_answered_as_one_that_sends_none(
    client: httpx.Client, name: str, kind: str | None
) -> None:
    path, about = OPERATIONS[name]
    schema = SCHEMAS[about["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]]
    defaults = {field: of["default"] for field, of in schema["properties"].items() if "default" in of}
    objects = {field: of["x-default"] for field, of in schema["properties"].items() if "x-default" in of}
    assert objects.keys() >= {"loss", "penalty", "optimizer", "schedule"}
    body, url = POINTS | LEAST.get(name, {}), path.format(kind=kind)
    short = client.post(url, json=body)
    assert short.status_code == 200, short.text
    assert client.post(url, json=defaults | body).content == short.content
    assert client.post(url, json=defaults | objects | body).content == short.content
