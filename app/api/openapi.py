"""The OpenAPI document: FastAPI's, with the bodies that our routes read themselves, limits and executed examples."""

import json
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute
from pydantic.json_schema import models_json_schema

from app import __version__
from app.api.describe import ProblemDocument
from app.api.examples import examples
from app.api.routes.why import WhyBody
from app.requests.kinds import REGISTRIES
from app.requests.link_schemas import LinkBody
from app.requests.refusal import described
from app.requests.run_schemas import CompareBody, ExportBody, FigureBody
from app.requests.schemas import CheckBody, DiagnoseBody, PassBody, ProblemBody
from app.schema import MAGNITUDE
from app.settings import LIMITS, Settings

TEMPLATE = "#/components/schemas/{model}"


def operation_id(route: APIRoute) -> str:
    """What a route is called: the name of a function in a generated client, of its page in the manual."""
    return route.name.removeprefix("post_").removeprefix("get_")


def document(app: FastAPI) -> dict[str, Any]:
    """Built when first asked for, then kept."""
    if app.openapi_schema is None:
        app.openapi_schema = _built(app)
    return app.openapi_schema


def _built(app: FastAPI) -> dict[str, Any]:
    settings: Settings = app.state.settings
    built = get_openapi(
        title="Hingelab",
        version=__version__,
        summary="Losses and gradients of linear classifiers, with every number on the way.",
        description=_description(settings),
        routes=app.routes,
        servers=[{"url": settings.public_address}] if settings.public_address else None,
    )
    built["x-limits"] = [limit | {"name": name} for name, limit in limits(settings).items()]
    built["x-problems"] = [
        {"type": f"/docs#problem-{kind}", "kind": kind, **about} for kind, about in described().items()
    ]
    schemas = built["components"]["schemas"]
    _drop_presumed_refusals(built["paths"])
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas.update(_schemas())
    for name, schema in schemas.items():
        schema["title"] = name  # generators of clients name their classes so
    _add_examples(built["paths"], settings)
    return built


def limits(settings: Settings) -> dict[str, dict[str, Any]]:
    """Each limit's meaning, value, and the variable that sets it."""
    fields = Settings.model_fields
    names = {name: (fields[name].description, getattr(settings, name)) for name in LIMITS}
    return {
        name: {"description": description, "value": value, "variable": f"HINGELAB_{name.upper()}"}
        for name, (description, value) in names.items()
    }


def _description(settings: Settings) -> str:
    lines = [f"- {limit['description']}: at most {limit['value']:,}" for limit in limits(settings).values()]
    lines.append(f"- the absolute value of any number: at most {MAGNITUDE:,.0f}")
    return "\n".join(["Bodies are strict JSON in UTF-8. Limits:", "", *lines])


def _schemas() -> dict[str, Any]:
    asked = (ProblemBody, PassBody, WhyBody, CheckBody, DiagnoseBody, CompareBody, FigureBody, ExportBody, LinkBody)
    bodies = (*asked, ProblemDocument)
    pairs: Any = [(model, "validation") for model in bodies]
    schemas: dict[str, Any] = models_json_schema(pairs, ref_template=TEMPLATE)[1]["$defs"]
    for members in REGISTRIES.values():
        for member in members:  # in a body the kind must be written, though in Python it has a default
            schemas[member.__name__]["required"] = ["kind", *schemas[member.__name__].get("required", ())]
    for schema in schemas.values():
        _ease_defaults(schema)
    return schemas


def _ease_defaults(schema: dict[str, Any]) -> None:
    """As generators of clients need it: no object is a default, it is told in words and as `x-default`; nor is null,
    which says no more than that a field may be left out.
    """
    for about in schema.get("properties", {}).values():
        if "default" in about and about["default"] is None:
            del about["default"]
        elif isinstance(about.get("default"), dict):
            about["x-default"] = about.pop("default")
            told = json.dumps(about["x-default"], ensure_ascii=False)
            about["description"] = f"{about['description']}; if left out, {told}"


def _drop_presumed_refusals(paths: dict[str, Any]) -> None:
    """FastAPI presumes that every parameter can be refused; a route that can refuse one says so itself."""
    for operation in (operation for methods in paths.values() for operation in methods.values()):
        if "HTTPValidationError" in str(operation["responses"].get("422", {})):
            del operation["responses"]["422"]


def _add_examples(paths: dict[str, Any], settings: Settings) -> None:
    for example in examples(settings):
        operation = paths[example.path][example.method]
        shown = {"summary": example.summary, "value": example.answer, "x-url": example.url}
        operation["responses"]["200"]["content"]["application/json"].setdefault("examples", {})[example.name] = shown
        if example.body is not None:
            sent = operation["requestBody"]["content"]["application/json"]
            sent.setdefault("examples", {})[example.name] = {"summary": example.summary, "value": example.body}
