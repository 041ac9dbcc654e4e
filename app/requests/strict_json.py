"""Strict JSON: bytes -> a Python value, or a refusal that says where and why not. It knows no schema.

jiter decides: it refuses NaN, Infinity, names that come twice, bad UTF-8, a byte order mark, half surrogate pairs.
Depth and numbers past the floats are checked here. Only a refused body takes the slow way, to say why.
"""

import json
import math
import re
from collections import Counter
from itertools import accumulate
from typing import Any

import jiter

from app.requests.explain import pointer
from app.requests.refusal import Fault, Refusal
from app.settings import DEPTH

# Every quantifier is possessive and the closing quote optional: linear time, whatever the bytes.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?+', re.DOTALL)
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_TURN = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}

_ZEROS = bytes.maketrans(b"123456789E", b"000000000e")
_LONG = b"0" * 200

_BOM = b"\xef\xbb\xbf"
_FINITE = "This is not a finite number. JSON has no NaN and no Infinity; write a number, or leave the field out."
_TWICE = "The same name stands twice in this object; keep one of them."


def loads(body: bytes) -> Any:
    """The value of a body. Raises Refusal: 400 when it is not strict JSON."""
    skeleton = _STRING.sub(b"", body)
    _check_depth(skeleton)
    try:
        value = jiter.from_json(body, catch_duplicate_keys=True, allow_inf_nan=False)
    except ValueError as error:
        raise _reason(body, str(error)) from None
    if _may_overflow(skeleton) and (infinite := _second_look(body)[0]):
        raise _refusal(_FINITE, infinite)
    return value


def _may_overflow(skeleton: bytes) -> bool:
    """jiter makes 1e999 infinite. A number past 1.8e308 has an exponent of three digits or itself some two hundred."""
    zeros = skeleton.translate(_ZEROS, b"+")
    return b"e000" in zeros or _LONG in zeros


def _check_depth(skeleton: bytes) -> None:
    brackets = skeleton.translate(None, _NOT_BRACKETS)
    if brackets.replace(b"[]", b"").replace(b"{}", b"").replace(b"[]", b"") in (b"{}", b"[]", b""):
        return  # the usual body: an object of matrices
    if any(depth > DEPTH for depth in accumulate(map(_TURN.__getitem__, brackets))):
        raise _refusal(f"The body is nested more than {DEPTH} levels deep; no field needs so many.")


def _refusal(detail: str, faults: list[tuple[str | int, ...]] | None = None) -> Refusal:
    return Refusal(400, "not-json", detail, [Fault(pointer(path), detail) for path in (faults or [()])[:20]])


def _reason(body: bytes, error: str) -> Refusal:
    if not body.strip():
        return _refusal("The body is empty; send a JSON object with the fields that /docs names.")
    if body.startswith(_BOM):
        return _refusal("The body begins with a byte order mark; send UTF-8 without one.")
    try:
        body.decode()
    except UnicodeDecodeError as wrong:
        return _refusal(f"The body is not UTF-8 (byte {wrong.start}); encode it as UTF-8.")
    try:
        infinite, twice = _second_look(body)
    except json.JSONDecodeError as wrong:
        place = f"line {wrong.lineno}, column {wrong.colno}"
        return _refusal(f"The body is not JSON: it breaks off or goes wrong at {place}.")
    if infinite:
        return _refusal(_FINITE, infinite)
    if twice:
        return _refusal(_TWICE, twice)
    place = error.rpartition(" at ")[2].replace(" column", ", column")
    return _refusal(f"The body is not strict JSON at {place}; look for a broken \\u escape.")


class _Twice(dict[str, Any]):
    """An object in which a name came more than once."""


def _second_look(body: bytes) -> tuple[list[tuple[str | int, ...]], list[tuple[str | int, ...]]]:
    """The paths of the numbers that are not finite, and of the names that come twice, as a lenient parser sees them."""
    infinite: list[tuple[str | int, ...]] = []
    twice: list[tuple[str | int, ...]] = []

    def pairs(members: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(members)
        if len(value) == len(members):
            return value
        often = Counter(name for name, _ in members)
        return _Twice(value | {"": next(name for name in often if often[name] > 1)})

    def visit(value: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(value, float) and not math.isfinite(value):
            infinite.append(path)
        elif isinstance(value, _Twice):
            twice.append((*path, value[""]))
        elif isinstance(value, dict):
            for name, item in value.items():
                visit(item, (*path, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                visit(item, (*path, index))

    visit(json.loads(body.decode(), object_pairs_hook=pairs, parse_int=_integer), ())
    return infinite, twice


def _integer(digits: str) -> float:
    return float(digits)  # never an int: thousands of digits take quadratic time, and here only finiteness matters
