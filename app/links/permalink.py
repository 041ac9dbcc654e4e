"""The text of a link that carries its own content, `#1.<payload>.<check>`, as in permalink.js.

The payload is JSON, deflated, in base64url; the check is the CRC-32 of all before it. A version, once given out, is
read for ever. Both sides read the same: numbers are doubles, as in JavaScript; what one refuses the other refuses.
"""

import base64
import json
import re
import zlib
from typing import Any, Literal, NoReturn

from app.schema import LIMITS

VERSION = 1

_LINK = re.compile(r"#([0-9]{1,4})\.([^.]*)(?:\.(.*))?", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)

Content = dict[str, Any]


class LinkError(Exception):
    """A link that cannot be taken as it is: `content` is what could be read all the same."""

    def __init__(self, why: Literal["damaged", "newer", "none"], content: Content | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.content = content


def read(link: str) -> Content:
    """The content of a link, or of an address that ends in one. Raises LinkError."""
    start = link.find("#")
    found = _LINK.fullmatch(link, start) if start >= 0 else None
    if not found:
        raise LinkError("damaged" if re.match(r"#[0-9]", link[max(start, 0) :]) else "none")
    version, payload, check = found[1], found[2], found[3]
    whole = check == _check(f"{version}.{payload}")
    if int(version) > VERSION and whole:
        raise LinkError("newer", _unpack(payload))
    content = _unpack(payload) if int(version) == VERSION else None
    if not whole or content is None:
        raise LinkError("damaged", content)
    return content


def write(content: Content) -> str:
    """The link of a plain JSON value, to stand behind an address."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    packed = base64.urlsafe_b64encode(squeeze.compress(plain) + squeeze.flush()).decode().rstrip("=")
    text = f"{VERSION}.{packed}"
    return f"#{text}.{_check(text)}"


def _check(text: str) -> str:
    low_bytes = text.encode("utf-16-le", "surrogatepass")[::2]  # of each unit, as charCodeAt(…) & 0xff gives them
    return f"{zlib.crc32(low_bytes):08x}"


def _unpack(payload: str) -> Content | None:
    if len(payload) > LIMITS.link_bytes or re.search(r"[^A-Za-z0-9_-]", payload):
        return None
    try:
        found = _parse(_inflate(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))))
    except (ValueError, zlib.error):
        return None
    return found if isinstance(found, dict) else None


def _inflate(packed: bytes) -> str:
    stream = zlib.decompressobj(-15)
    plain = stream.decompress(packed, LIMITS.link_bytes + 1)
    if len(plain) > LIMITS.link_bytes or not stream.eof or stream.unused_data:
        raise ValueError("too long, cut off, or followed by something else")
    return plain.decode("utf-8-sig")


def _parse(text: str) -> Any:
    if depth(text) > LIMITS.link_depth:
        raise ValueError("too deep")
    return json.loads(text, parse_int=float, parse_constant=_refuse)


def depth(text: str) -> int:
    """How deep the brackets of a JSON text stand in each other."""
    now = deepest = 0
    for mark in re.findall(r"[\[{}\]]", _STRING.sub("", text)):
        now += 1 if mark in "[{" else -1
        deepest = max(deepest, now)
    return deepest


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
