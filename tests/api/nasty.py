"""More than 300 hand-written bodies that no server should be hurt by, each with what must come back.

A body is (name, bytes, statuses, pointer): `pointer` is where the error must point, None where it does not matter.
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.api.nasty_updates import UPDATES

X, Y = [[0.5, 0.4], [-0.4, 0.3], [-0.4, -0.5]], [0, 1, 2]
GOOD: dict[str, Any] = {
    "X": X, "y": Y, "classes": 3, "W": [[1, 2, 3], [2, -4, -1]], "b": [0, 0.5, -0.5],
    "loss": {"kind": "weston_watkins", "delta": 1.0, "kink": 0, "tolerance": 0},
    "penalty": {"kind": "l2", "strength": 0.1, "convention": "full", "penalize_bias": False},
    "optimizer": {"kind": "sgd", "learning_rate": 0.1}, "schedule": {"kind": "step", "factor": 0.5, "every": 2},
    "batch": "full", "iterations": 5, "seed": 0,
}  # fmt: skip


class Nasty(NamedTuple):
    """One body and what must come back."""

    name: str
    body: bytes
    statuses: tuple[int, ...]
    pointer: str | None


def put(path: str, raw: str) -> bytes:
    """GOOD with the value at `path` written as `raw`, which need not be JSON."""
    value = json.loads(json.dumps(GOOD))
    at = value
    *steps, last = path.strip("/").split("/")
    for step in steps:
        at = at[int(step) if isinstance(at, list) else step]
    at[int(last) if isinstance(at, list) else last] = "@@"
    return json.dumps(value).replace('"@@"', raw).encode("utf-8", "surrogatepass")


# Not JSON at all, or not strict JSON: 400.
TEXTS: list[bytes] = [
    b"", b" ", b"\n\n", b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf{}", b"\xef\xbb\xbf", b"{", b"}", b"[",
    b"]", b'"', b"'", b"{]",
    b"[}", b"{}{}", b"{} {}", b"[]]", b"{,}", b"[,]", b"[1,]", b'{"X"}', b'{"X":}', b'{"X":1,}', b"{X: 1}",
    b"{'X': [[1]]}", b"nul",
    b"True", b"None", b"undefined", b"NaN", b"nan", b"Infinity", b"-Infinity", b"+1", b"01", b"1.", b".5", b"-",
    b"--1", b"1e", b"1e+",
    b"0x10", b"1_000", b"1,5", b"1e999", b"-1e999", b"[1e400]", b"// a\n{}", b"/* */ {}", b"# a\n{}",
    b"<html></html>", b"X=1&y=2",
    b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"%PDF-1.7",
    b"\x00\x01\x02\x03",
    b'"\xed\xa0\x80"', b'"\xc0\xaf"', b'"\xf5\x80\x80\x80"', b'"\x01"', b'"\x1f"', b'"a\nb"', b'"\\x41"',
    b'"\\u12"', b'"\\ud800"',
    b'"\\udc00"', b'"\\ud800\\ud800"', b'{"\\ud800": 1}', b'{"a": 1, "a": 2}', b'{"a": {"b": 1, "b": 1}}',
    b'[{"a": 1, "a": 1}]',
    b'{"": 1, "": 2}', b'{"a": 1, "\\u0061": 2}', b"[" * 33 + b"]" * 33, b"[" * 100_000, b"]" * 100_000,
    b'{"a":' * 33 + b"1" + b"}" * 33,
    b'{"a":' * 50_000, b"[[" * 20_000 + b"]]" * 20_000, b"[{}," * 30_000, b'"' * 99_999, b'"' + b"\\" * 99_999,
    b'{"X": [[1]], "y": [0]',
    '{"X": [[1]], "y": [0]}'.encode("utf-16"), '{"X": [[1]], "y": [0]}'.encode("utf-32"),
    '{"X": [[1]], "y": [0]}'.encode("utf-16-le"),
    '{"X": [[1]], "y": [0], "ä": 1}'.encode("latin-1"), b"1" * 400, b"-" + b"9" * 100_000,
    b"0." + b"1" * 1000 + b"e400",
]  # fmt: skip

# JSON, but no problem: 422 at the root or at what is missing.
VALUES: list[bytes] = [
    b"null", b"true", b"false", b"0", b"1.5", b"-0", b'""', b'"X"', b"[]", b"[[]]", b"[1, 2]", b"{}",
    b'{"X": [[1]]}', b'{"y": [0]}',
    b'[{"X": [[1]], "y": [0]}]', b'{"x": [[1]], "Y": [0]}', b'{"": {"X": [[1]], "y": [0]}}',
    b'{"problem": {"X": [[1]], "y": [0]}}',
    b"123456789012345678901234567890", b'"\\u0000"', b"[null]", b"[{}]", b'{"__proto__": {}}',
    b'{"constructor": 1}', b"[" * 32 + b"]" * 32,
]  # fmt: skip

# What is written where a number is wanted; the second: 400, because it is no JSON number.
NO_NUMBER = [
    "null", "true", "false", '"1"', '""', '"NaN"', "[]", "[1]", "{}", '{"a": 1}', "1e10", "-1e10", "1e308",
    "1000000001", "-1000000001",
    "1" * 30, "-" + "1" * 300, "9007199254740993", "18446744073709551616", "1.7976931348623157e308",
]  # fmt: skip
NO_JSON_NUMBER = [
    "NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1" * 400, "+1", "1.", ".5", "0x1", "01", "1_0",
    "1E+0309", "0.001e0312", "9" * 300 + "e9", "1" * 5_000, "2" * 310 + ".5",
]  # fmt: skip
NUMBERS = ["/X/1/0", "/W/1/2", "/b/2"]
WHOLE = ["/y/1", "/classes", "/iterations", "/seed"]
NO_WHOLE = ["null", "true", '"1"', "[]", "{}", "1.5", "-1", "1e10", "1" * 30, "0.1", "-0.5", "1e-5"]

# (path, raw, where the error points); all 422.
FIELDS: list[tuple[str, str, str]] = [
    ("/X", "[]", "/X"), ("/X", "[[]]", "/X/0"), ("/X", "[[], []]", "/X/0"), ("/X", "1", "/X"), ("/X", '"X"', "/X"),
    ("/X", "{}", "/X"),
    ("/X", "null", "/X"), ("/X", "[1, 2, 3]", "/X/0"), ("/X", "[[[1, 2]]]", "/X/0/0"),
    ("/X", "[[1, 2], [1], [1, 2]]", "/X/1"),
    ("/X", "[[1], [1, 2], [1, 2]]", "/X/1"), ("/X", "[[1, 2], [1, 2], [1, 2, 3]]", "/X/2"),
    ("/X", "[[1, 2], null, [1, 2]]", "/X/1"),
    ("/X", '{"0": [1, 2]}', "/X"), ("/X", "[[1, 2]]", "/y"), ("/X", "[[1, 2], [3, 4], [5, 6], [7, 8]]", "/y"),
    ("/X", "[[1], [2], [3]]", "/W"), ("/X", "[[1, 2, 3], [1, 2, 3], [1, 2, 3]]", "/W"), ("/X/2", "null", "/X/2"),
    ("/X/2", "[]", "/X/2"),
    ("/X/2", '"ab"', "/X/2"), ("/X/2", '{"x": 1, "y": 2}', "/X/2"),
    ("/y", "[]", "/y"), ("/y", "0", "/y"), ("/y", "null", "/y"), ("/y", "{}", "/y"), ("/y", '"012"', "/y"),
    ("/y", "[[0, 1, 2]]", "/y/0"),
    ("/y", "[0, 1]", "/y"), ("/y", "[0, 1, 2, 0]", "/y"), ("/y", "[0, 1, 3]", "/y/2"), ("/y", "[3, 1, 2]", "/y/0"),
    ("/y", "[-1, 1, 1]", "/y/0"), ("/y", "[1, -1, 1]", "/y/1"), ("/y", '["a", "b", "c"]', "/y/0"),
    ("/y", "[0, 1, 1000000000]", "/y/2"),
    ("/y", "[0, 1, 2.5]", "/y/2"), ("/y", "[0.5, 1.0, 2.0]", "/y/0"), ("/y", "[true, false, true]", "/y/0"), 
    ("/classes", "0", "/classes"), ("/classes", "1", "/classes"), ("/classes", "2", "/y/2"), ("/classes", "4", "/W"),
    ("/classes", "101", "/classes"), ("/classes", "1000000000", "/classes"), ("/classes", '"three"', "/classes"),
    ("/classes", "2.0", "/y/2"),
    ("/W", "[]", "/W"), ("/W", "[[]]", "/W/0"), ("/W", "[[1, 2, 3]]", "/W"), ("/W", "[[1, 2], [3, 4], [5, 6]]", "/W"),
    ("/W", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]", "/W"), ("/W", "[[1, 2, 3], [4, 5]]", "/W/1"),
    ("/W", "[1, 2, 3]", "/W/0"), ("/W", "0", "/W"),
    ("/W", '"zeros"', "/W"), ("/W", "[[1, 2, 3, 4], [1, 2, 3, 4]]", "/W"), ("/W", "{}", "/W"), ("/W", "false", "/W"),
    ("/b", "[]", "/b"), ("/b", "0", "/b"), ("/b", "[0]", "/b"), ("/b", "[0, 0]", "/b"), ("/b", "[0, 0, 0, 0]", "/b"),
    ("/b", "[[0, 0, 0]]", "/b/0"), ("/b", '"b"', "/b"), ("/b", "{}", "/b"), ("/b", "false", "/b"),
    ("/loss", "null", "/loss"), ("/loss", "1", "/loss"), ("/loss", "[]", "/loss"), ("/loss", '"softmax"', "/loss"),
    ("/loss", "true", "/loss"),
    ("/loss", "{}", "/loss/kind"), ("/loss", '{"kind": null}', "/loss/kind"), ("/loss", '{"kind": 1}', "/loss/kind"),
    ("/loss", '{"kind": []}', "/loss/kind"), ("/loss", '{"kind": {}}', "/loss/kind"),
    ("/loss", '{"kind": ""}', "/loss/kind"),
    ("/loss", '{"kind": "Softmax"}', "/loss/kind"), ("/loss", '{"kind": "soft\\u0000max"}', "/loss/kind"),
    ("/loss", '{"kind": "l2"}', "/loss/kind"), ("/loss", '{"KIND": "softmax"}', "/loss/kind"),
    ("/loss", '{"kind": true}', "/loss/kind"),
    ("/loss", '{"kind": "softmax", "delta": 1}', "/loss/delta"), ("/loss", '{"kind": "softmax", "": 1}', "/loss/"),
    ("/loss", '{"kind": "softmax", "title": "x"}', "/loss/title"),
    ("/loss", '{"kind": "softmax", "__class__": "x"}', "/loss/__class__"),
    ("/loss", '{"kind": "softmax", "a/b~c": 1}', "/loss/a~1b~0c"),
    ("/loss", '{"kind": "softmax", "softmax": 1}', "/loss/softmax"),
    ("/loss", '{"kind": "crammer_singer", "gamma": 1}', "/loss/gamma"),
    ("/loss/delta", "-1", "/loss/delta"), ("/loss/delta", "-1e-300", "/loss/delta"),
    ("/loss/delta", "1e9", "/loss/delta"),
    ("/loss/delta", '"1"', "/loss/delta"), ("/loss/delta", "null", "/loss/delta"),
    ("/loss/delta", "true", "/loss/delta"),
    ("/loss/kink", "2", "/loss/kink"), ("/loss/kink", "-0.5", "/loss/kink"), ("/loss/kink", "false", "/loss/kink"),
    ("/loss/tolerance", "-1", "/loss/tolerance"), ("/loss/tolerance", "1e300", "/loss/tolerance"),
    ("/loss/tolerance", "[0]", "/loss/tolerance"),
    ("/penalty", "null", "/penalty"), ("/penalty", "0.1", "/penalty"), ("/penalty", '"l2"', "/penalty"),
    ("/penalty", "{}", "/penalty/kind"),
    ("/penalty", '{"kind": "L2"}', "/penalty/kind"),
    ("/penalty", '{"kind": "none", "strength": 1}', "/penalty/strength"),
    ("/penalty", '{"kind": "softmax"}', "/penalty/kind"), ("/penalty", '{"strength": 1}', "/penalty/kind"),
    ("/penalty/strength", "-0.1", "/penalty/strength"), ("/penalty/strength", "1e9", "/penalty/strength"),
    ("/penalty/strength", '"0.1"', "/penalty/strength"), ("/penalty/strength", "true", "/penalty/strength"),
    ("/penalty/convention", '"Full"', "/penalty/convention"), ("/penalty/convention", "0.5", "/penalty/convention"),
    ("/penalty/convention", "null", "/penalty/convention"),
    ("/penalty/convention", '["full"]', "/penalty/convention"),
    ("/penalty/penalize_bias", "1", "/penalty/penalize_bias"),
    ("/penalty/penalize_bias", '"true"', "/penalty/penalize_bias"),
    ("/penalty/penalize_bias", "null", "/penalty/penalize_bias"),
    ("/penalty/penalize_bias", "0.0", "/penalty/penalize_bias"),
    *UPDATES,
    ("/batch", "0", "/batch"), ("/batch", "-1", "/batch"), ("/batch", "1.5", "/batch"), ("/batch", '"all"', "/batch"),
    ("/batch", '"Full"', "/batch"), ("/batch", '"1"', "/batch"), ("/batch", "null", "/batch"),
    ("/batch", "true", "/batch"),
    ("/batch", "[1]", "/batch"), ("/batch", '["full"]', "/batch"), ("/batch", "1e10", "/batch"),
    ("/batch", "1" * 40, "/batch"),
]  # fmt: skip

UNKNOWN = [
    "Z", "x", "w", "weights", "lr", "delta", "kind", "__proto__", "constructor", "self", "model_config", "X ",
    " X", "X\\u0000", "\\u202e", "",
    "ÄÖ", "/", "~", "~1", "a/b", "\N{GRINNING FACE}", "$ref", "{{7*7}}", "<script>", "../..", "';--", "a" * 64,
    "a" * 65, "a" * 10_000, "%s", "{x}",
]  # fmt: skip

TWICE = [name for name in GOOD]


def bodies() -> Iterator[Nasty]:
    """All of them."""
    for index, text in enumerate(TEXTS):
        yield Nasty(f"text {index} {text[:12]!r}", text, (400,), None)
    for value in VALUES:
        yield Nasty(f"value {value[:30]!r}", value, (422,), None)
    for path in NUMBERS:
        yield from (Nasty(f"{path} = {raw[:25]}", put(path, raw), (422,), path) for raw in NO_NUMBER)
        yield from (Nasty(f"{path} = {raw[:25]}", put(path, raw), (400,), None) for raw in NO_JSON_NUMBER)
    for path in WHOLE:
        nullable = "null" if path == "/classes" else ""
        yield from (Nasty(f"{path} = {raw}", put(path, raw), (422,), path) for raw in NO_WHOLE if raw != nullable)
    for path, raw, pointer in FIELDS:
        yield Nasty(f"{path} = {raw}", put(path, raw), (422,), pointer)
    for name in UNKNOWN:
        body = json.dumps(GOOD)[:-1] + f', "{name}": 1}}'
        yield Nasty(f"unknown {name[:70]!r}", body.encode(), (422,), None)
    for name in TWICE:
        body = json.dumps(GOOD)[:-1] + f', "{name}": {json.dumps(GOOD[name])}}}'
        yield Nasty(f"twice {name}", body.encode(), (400,), f"/{name}")


NASTY = list(bodies())
