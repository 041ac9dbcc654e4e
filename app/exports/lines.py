"""JSON that can be read line by line: a member of the object, or an item of its lists of objects, on each."""

import json
from typing import Any


def as_lines(content: dict[str, Any]) -> bytes:
    """Numbers are written so that they are read back to the last digit; all of them must be finite."""
    members = (f"{json.dumps(name)}: {_value(value)}" for name, value in content.items())
    return ("{\n" + ",\n".join(members) + "\n}\n").encode()


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(map(_plain, value)) + "\n]"
    return _plain(value)


def _plain(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
