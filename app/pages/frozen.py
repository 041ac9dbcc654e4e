"""A page that is the same for everybody but for a few slots, compressed once but for these.

One without slots is compressed as tightly as any file. For others: a stream of gzip may be put together from parts that
were each flushed in full, since only the check at its end is of the whole. Compressing all of a page anew would take
longer than everything else that its answer needs.
"""

import struct
import zlib
from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.responses import Response

from app.pages.encodings import Compressed

SLOT = "\0"
"""Stands in the rendered text where something is to be filled in."""

_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
_END = b"\x03\x00"  # an empty last block


class Frozen:
    """The parts around the slots of a rendered text."""

    def __init__(self, text: str) -> None:
        self._whole = None if SLOT in text else Compressed(text.encode())
        self._plain = [part.encode() for part in text.split(SLOT)]
        self._squeezed = [_squeeze(part, 9) for part in self._plain]

    def response(self, slots: list[str], asked: Headers, headers: Mapping[str, str] = MappingProxyType({})) -> Response:
        """The page with its slots filled, which are escaped already. Raises ValueError for another number of them."""
        filled = [slot.encode() for slot in slots]
        if len(filled) != len(self._plain) - 1:
            raise ValueError("one text a slot")
        if self._whole:
            encoding, sent = self._whole.best(asked)
            about = {**headers, "Content-Encoding": encoding} if encoding else headers
            return Response(sent, headers=about, media_type="text/html")
        whole = b"".join(_alternating(self._plain, filled))
        if "gzip" not in asked.get("accept-encoding", ""):
            return Response(whole, headers=headers, media_type="text/html")
        parts = _alternating(self._squeezed, [_squeeze(slot, 1) for slot in filled])
        trailer = struct.pack("<II", zlib.crc32(whole), len(whole) & 0xFFFFFFFF)
        squeezed = b"".join([_HEAD, *parts, _END, trailer])
        return Response(squeezed, headers={**headers, "Content-Encoding": "gzip"}, media_type="text/html")


def _alternating(parts: list[bytes], slots: list[bytes]) -> list[bytes]:
    return [piece for pair in zip(parts, [*slots, b""], strict=True) for piece in pair]


def _squeeze(plain: bytes, level: int) -> bytes:
    stream = zlib.compressobj(level, zlib.DEFLATED, -15)
    return stream.compress(plain) + stream.flush(zlib.Z_FULL_FLUSH)
