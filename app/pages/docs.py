"""GET /docs: the documentation page, drawn from the OpenAPI document and the catalogue."""

import json
import re
import shlex
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from markupsafe import Markup, escape

from app.core.catalogue import catalogue

router = APIRouter()

WIDTH = 96
SHEETS = ("fonts/fonts.css", "shell/manual.css")
FAMILIES = (
    ("losses", "loss"),
    ("penalties", "penalty"),
    ("optimizers", "optimizer"),
    ("schedules", "schedule"),
    ("datasets", None),
)


@router.api_route("/docs", methods=["GET", "HEAD"], include_in_schema=False)
async def docs(request: Request) -> Response:
    app, address = request.app, str(request.app.state.settings.public_address or request.base_url).rstrip("/")
    if not hasattr(app.state, "docs"):
        app.state.docs = _content(app)
    context = app.state.docs | {"address": address, "curl": lambda example: curl(address, example)}
    return app.state.templates.TemplateResponse(request, "docs.html", context)


def _content(app: FastAPI) -> dict[str, Any]:
    document = app.openapi()
    found = catalogue()
    return {
        "info": document["info"],
        "limits": document["x-limits"],
        "problems": document["x-problems"],
        "operations": [
            _operation(method, path, operation)
            for path, methods in document["paths"].items()
            for method, operation in methods.items()
        ],
        "schemas": [_schema(name, schema) for name, schema in document["components"]["schemas"].items()],
        "families": [(name, field, found[name]) for name, field in FAMILIES],
        "presets": found["presets"],
    }


def _operation(method: str, path: str, operation: dict[str, Any]) -> dict[str, Any]:
    answers = [each.get("content", {}) for status, each in operation["responses"].items() if status.startswith("2")]
    answer = answers[0].get("application/json", {}) if len(answers[0]) == 1 else {}
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    examples = [
        {
            "method": method,
            "summary": shown["summary"],
            "url": shown.get("x-url", path),
            "answer": pretty(shown["value"]),
        }
        | {"body": sent["examples"][name]["value"] if sent else None}
        for name, shown in answer.get("examples", {}).items()
    ]
    return {
        "method": method.upper(),
        "path": path,
        "id": f"{method}{path}".replace("/", "-").replace("{", "").replace("}", ""),
        "paragraphs": list(map(_with_code, operation.get("description", operation["summary"]).split("\n\n"))),
        "takes": type_of(sent["schema"]) if sent else [],
        "gives": type_of(answer["schema"]) if answer else [(_files(answers[0]), None)],
        "parameters": [
            _field(p["name"], p["schema"] | _text(p), p["required"]) for p in operation.get("parameters", ())
        ],
        "refusals": [
            (status, each["description"]) for status, each in operation["responses"].items() if status[0] != "2"
        ],
        "examples": examples,
    }


def _files(content: dict[str, Any]) -> str:
    return f"a file, {' or '.join(content)}" if content else "nothing"


def _with_code(text: str) -> Markup:
    """A docstring's backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # Markup's own join would escape again


def _text(parameter: dict[str, Any]) -> dict[str, Any]:
    return {"description": parameter["description"]} if "description" in parameter else {}


def _schema(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    required = schema.get("required", ())
    fields = [_field(field, about, field in required) for field, about in schema.get("properties", {}).items()]
    return {"name": name, "description": schema.get("description", ""), "fields": fields}


def _field(name: str, schema: dict[str, Any], required: bool) -> dict[str, Any]:
    default = "required" if required else json.dumps(schema.get("default"), ensure_ascii=False)
    return {"name": name, "type": type_of(schema), "default": default, "description": schema.get("description", "")}


def type_of(schema: dict[str, Any]) -> list[tuple[str, str | None]]:
    """A schema in words, as (text, name of the schema it links to or None)."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return [(name, name)]
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return [
            part for index, option in enumerate(options) for part in ([(" or ", None)] * (index > 0) + type_of(option))
        ]
    if schema.get("type") == "array":
        return [("array of ", None), *type_of(schema.get("items", {}))]
    return [(_plain(schema), None)]


def _plain(schema: dict[str, Any]) -> str:
    if "const" in schema:
        return json.dumps(schema["const"], ensure_ascii=False)
    if "enum" in schema:
        return " or ".join(json.dumps(value, ensure_ascii=False) for value in schema["enum"])
    low, high = schema.get("minimum"), schema.get("maximum")
    bounds = (
        f" {low:g} … {high:g}" if low is not None and high is not None else f" ≥ {low:g}" if low is not None else ""
    )
    return str(schema.get("type", "any value")) + bounds.replace("e+0", "e").replace("-", "−")


def curl(address: str, example: dict[str, Any]) -> str:
    """The command that makes the example's request."""
    if example["body"] is None:
        return f"curl {shlex.quote(address + example['url'])}"
    body = shlex.quote(json.dumps(example["body"]))
    return f"curl {shlex.quote(address + example['url'])} \\\n  -H 'Content-Type: application/json' \\\n  -d {body}"


def pretty(value: Any, indent: str = "") -> str:
    """JSON with whatever fits on a line on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, dict | list) or not value:
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        rows = [f"{inner}{json.dumps(key)}: {pretty(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + pretty(item, inner) for item in value) + f"\n{indent}]"
