"""The answers and bodies of the API as types for the scripts of the page, made from the OpenAPI document.

`python -m tests.js.api_types` writes them again; a test holds that they are those of the program.
"""

from pathlib import Path
from typing import Any

from app.main import create_app

PATH = Path(__file__).resolve().parents[2] / "static" / "api_types.d.ts"
HEAD = """// The answers and bodies of the API, made from its OpenAPI document by `python -m tests.js.api_types`.

/** A number, N or C numbers, or rows of them, as `shape` says. */
export type Value = any;
"""
SIMPLE = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}
WIDTH = 120


def types() -> str:
    """All of them, each an interface or a type of the name that the document gives it."""
    schemas = create_app().openapi()["components"]["schemas"]
    return "\n".join([HEAD, *(_declared(name, schemas[name]) for name in sorted(schemas))])


def _declared(name: str, schema: dict[str, Any]) -> str:
    if schema.get("type") != "object":
        return f"export type {name} = {_type(schema)};\n"
    required = schema.get("required", ())
    lines = []
    for field, about in schema.get("properties", {}).items():
        # What has a default is always there in an answer; in a body it may be left out.
        optional = "" if field in required else "?"
        lines.append(f"  {field}{optional}:{_union(_type(about))};")
    return "\n".join([f"export interface {name} {{", *lines, "}", ""])


def _union(text: str) -> str:
    """A long choice stands one to a line, as the formatter has it."""
    listed = text.startswith("(") and text.endswith(")[]")
    parts = (text[1:-3] if listed else text).split(" | ")
    if len(text) < WIDTH - 20 or len(parts) == 1:
        return f" {text}"
    lines = "\n" + "\n".join(f"    | {part}" for part in parts)
    return f" ({lines}\n  )[]" if listed else lines


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if options := schema.get("anyOf") or schema.get("oneOf"):
        return " | ".join(dict.fromkeys(_type(option) for option in options))
    if "const" in schema:
        return _literal(schema["const"])
    if "enum" in schema:
        return " | ".join(map(_literal, schema["enum"]))
    if "prefixItems" in schema:
        return f"[{', '.join(map(_type, schema['prefixItems']))}]"
    if schema.get("type") == "array":
        item = _type(schema.get("items", {}))
        return f"({item})[]" if "|" in item else f"{item}[]"
    if schema.get("type") == "object":
        more = schema.get("additionalProperties")
        return f"Record<string, {_type(more) if isinstance(more, dict) else 'any'}>"
    return SIMPLE.get(schema.get("type", ""), "Value")


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


if __name__ == "__main__":
    PATH.write_text(types())
