"""A schema in words: types, bounds, defaults, and the names that lead to other schemas."""

import json
import re
from typing import Any

from markupsafe import Markup, escape

from app.pages.manual.samples import pretty

Typed = list[tuple[str, str | None]]
"""(text, name of the schema that it leads to or None), one after the other."""


def with_code(text: str) -> Markup:
    """A docstring's backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))  # Markup's own join would escape again


def fields_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a schema as rows of a table."""
    required = schema.get("required", ())
    return [field(name, about, name in required) for name, about in schema.get("properties", {}).items()]


def field(name: str, schema: dict[str, Any], required: bool) -> dict[str, Any]:
    """One field or parameter: name, type, default and meaning."""
    told = schema.get("description", "").partition("; if left out, {")[0]  # the default has a column of its own
    default = schema.get("x-default", schema.get("default"))
    return {
        "name": name,
        "type": type_of(schema),
        "default": "" if required or default is None else pretty(default),
        "required": required,
        "description": with_code(told),
        "plain": told.replace("`", ""),
    }


def type_of(schema: dict[str, Any]) -> Typed:
    """What a value may be. That a field may be null says no more than that it may be left out."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return [(name, name)]
    if options := schema.get("anyOf") or schema.get("oneOf"):
        stated = [option for option in options if option.get("type") != "null"]
        return [
            part for index, option in enumerate(stated) for part in ([(" or ", None)] * (index > 0) + type_of(option))
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
