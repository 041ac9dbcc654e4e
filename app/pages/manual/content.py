"""What the pages of the manual say: the operations with their executed examples, the families, the schemas."""

from typing import Any

from app import schema
from app.core.catalogue import catalogue
from app.core.text import tr
from app.pages.manual.samples import pretty, rounded
from app.pages.manual.words import Typed, field, fields_of, type_of, with_code
from app.requests.schemas import ProblemBody

FAMILIES = (
    ("losses", "loss"),
    ("penalties", "penalty"),
    ("optimizers", "optimizer"),
    ("schedules", "schedule"),
    ("datasets", None),
)
GROUPS = {
    "computation": tr("manual.compute", "Compute"),
    "catalogue": tr("manual.look_up", "Look up"),
    "links": tr("manual.short_links", "Short links"),
    "operation": tr("manual.operate", "Operate"),
}
"""Tag of an operation -> what its group is called in the contents."""


def content_of(document: dict[str, Any]) -> dict[str, Any]:
    """Everything that the templates draw from."""
    found = catalogue()
    operations = {
        operation["operationId"]: _operation(method, path, operation, document)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    }
    schemas = [
        {"name": name, "description": with_code(schema.get("description", "")), "fields": fields_of(schema)}
        for name, schema in document["components"]["schemas"].items()
    ]
    return {
        "info": document["info"],
        "limits": document["x-limits"],
        "problems": [each | {"advice": with_code(each["advice"])} for each in document["x-problems"]],
        "operations": operations,
        "groups": [
            (title, [each for each in operations.values() if each["tag"] == tag]) for tag, title in GROUPS.items()
        ],
        "schemas": schemas,
        "families": {name: {"name": name, "field": of, "members": found[name]} for name, of in FAMILIES},
        "presets": found["presets"],
        "start": _start(document, found),
    }


def _start(document: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """What the scripts need to know to make a moment of the lab out of a body."""
    fields = document["components"]["schemas"]["ProblemBody"]["properties"]
    defaults = {name: about.get("x-default", about.get("default")) for name, about in fields.items()}
    names = ("loss", "penalty", "optimizer", "schedule", "batch", "iterations", "seed", "layout", "bias")
    return {
        "defaults": {name: defaults[name] for name in names},
        "schema": schema.described(),
        "binary": [loss["kind"] for loss in found["losses"] if loss["binary"]],
    }


def _operation(method: str, path: str, operation: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    answers = [each.get("content", {}) for status, each in operation["responses"].items() if status.startswith("2")]
    answer = answers[0].get("application/json", {})
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    text = operation.get("description", operation["summary"])
    is_file = len(answers[0]) != 1 or not answer
    return {
        "id": operation["operationId"],
        "tag": operation["tags"][0],
        "method": method.upper(),
        "path": path,
        "old": f"{method}{path}".replace("/", "-").replace("{", "").replace("}", ""),
        "sentence": with_code(text.split("\n\n")[0]),
        "paragraphs": list(map(with_code, text.split("\n\n"))),
        "plain": text.replace("`", ""),
        "takes": type_of(sent["schema"]) if sent else [],
        "fields": _own_first(sent, document),
        "gives": _gives(answers[0], answer, is_file),
        "answered": [] if is_file else fields_of(_resolved(answer.get("schema", {}), document)),
        "parameters": [
            field(p["name"], p["schema"] | _text(p), p["required"]) for p in operation.get("parameters", ())
        ],
        "refusals": [
            (status, each["description"]) for status, each in operation["responses"].items() if status[0] != "2"
        ],
        "examples": _examples(method, path, answer, sent, is_file),
        "is_file": is_file,
    }


def _examples(
    method: str, path: str, answer: dict[str, Any], sent: dict[str, Any], is_file: bool
) -> list[dict[str, Any]]:
    given = answer.get("examples", {})
    if not given and method == "get" and not is_file and "{" not in path:  # what needs no words to be asked
        return [{"method": "GET", "summary": "", "url": path, "body": None, "text": "", "answer": "", "is_file": False}]
    return [
        {
            "method": method.upper(),
            "summary": shown["summary"],
            "url": shown.get("x-url", path),
            "body": (body := sent["examples"][name]["value"] if sent else None),
            "text": "" if body is None else pretty(body),
            "answer": pretty(rounded(shown["value"])),
            "is_file": is_file,
        }
        for name, shown in given.items()
    ]


def _gives(content: dict[str, Any], answer: dict[str, Any], is_file: bool) -> Typed:
    if is_file:
        return [(f"a file, {' or '.join(content)}" if content else "nothing", None)]
    return type_of(answer["schema"])


def _resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        found: dict[str, Any] = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return found
    return schema


def _own_first(sent: dict[str, Any], document: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a body: its own stand before those that every problem has."""
    fields = fields_of(_resolved(sent.get("schema", {}), document))
    return sorted(fields, key=lambda each: each["name"] in ProblemBody.model_fields)


def _text(parameter: dict[str, Any]) -> dict[str, Any]:
    return {"description": parameter["description"]} if "description" in parameter else {}
