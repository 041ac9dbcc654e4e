"""What a validation error means, in a sentence, and where it is, as a JSON Pointer. It never quotes the input."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.requests.kinds import TAGGED

SENTENCES = {
    "missing": "This field is missing; add it.",
    "extra_forbidden": "There is no such field here; remove it or check its spelling.",
    "unexpected_keyword_argument": "There is no such field here; remove it or check its spelling.",
    "float_type": "This must be a number (no text, no true/false, no null).",
    "int_type": "This must be a whole number (no text, no true/false, no null, no fraction).",
    "int_from_float": "This must be a whole number; remove the fraction.",
    "float_parsing": "This must be a number.",
    "int_parsing": "This must be a whole number, written without a fraction.",
    "int_parsing_size": "This whole number has too many digits; use a smaller one.",
    "finite_number": "This must be a finite number; NaN, Infinity and numbers past 1.8e308 are not.",
    "string_type": "This must be a text.",
    "bool_type": "This must be true or false.",
    "list_type": "This must be an array.",
    "dict_type": "This must be an object.",
    "model_type": "This must be a JSON object, with the fields that /docs names.",
    "model_attributes_type": "This must be an object.",
    "dataclass_type": "This must be an object with a `kind`.",
    "greater_than_equal": "This is too small; use at least {ge}.",
    "greater_than": "This is too small; use more than {gt}.",
    "less_than_equal": "This is too large; use at most {le}.",
    "less_than": "This is too large; use less than {lt}.",
    "literal_error": "This is not one of the allowed values; use {expected}.",
    "enum": "This is not one of the allowed values; use {expected}.",
    "too_short": "This array is too short; give at least {min_length}.",
    "too_long": "This array is too long; give at most {max_length}.",
    "string_too_long": "This text is too long; at most {max_length} characters.",
}
"""pydantic's error type -> what is wrong and what to do. Context values come from the schema, never from the input."""

INNER: dict[str | int, int] = {"compare": 1, "variants": 2}
"""Fields that hold members of their own, and how many steps of a location lead to them."""

SOURCES = frozenset({"body", "query", "path", "header"})


def pointer(location: Sequence[str | int]) -> str:
    """The JSON Pointer (RFC 6901) of a path. A step no reader would recognise ends it: its parent is named instead."""
    steps: list[str] = []
    for step in map(str, location):
        if len(step) > 64 or not step.isprintable():
            break
        steps.append("/" + step.replace("~", "~0").replace("/", "~1"))
    return "".join(steps)


def _path(location: Sequence[str | int]) -> Sequence[str | int]:
    if location and location[0] in SOURCES:
        return location[1:]
    at = INNER.get(location[0], 0) if location else 0
    if len(location) > at + 1 and location[at] in TAGGED:  # pydantic writes the kind after the field: it is no step
        return (*location[: at + 1], *location[at + 2 :])
    return location


def explained(error: Mapping[str, Any]) -> tuple[str, str]:
    """(pointer, detail) of one pydantic error."""
    context = error.get("ctx", {})
    if error["type"] == "said":  # our own validators write the whole sentence
        return pointer(_path(error["loc"])), str(error["msg"])
    inner = error["type"] == "model_type" and len(error["loc"]) > 1  # an item of a list is no whole problem
    sentence = SENTENCES.get(
        "model_attributes_type" if inner else error["type"], "This value is not allowed here; see /docs."
    )
    return pointer(_path(error["loc"])), sentence.format_map({name: _short(bound) for name, bound in context.items()})


def _short(bound: Any) -> Any:
    return f"{bound:g}".replace("e+0", "e") if isinstance(bound, float) else bound
