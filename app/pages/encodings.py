"""What is sent often is compressed once, as tightly as it can be, and kept: by Brotli, or gzip for others."""

import gzip
from functools import cached_property

import brotli
from starlette.datastructures import Headers

TOO_LARGE = 1_000_000
"""Bytes beyond which Brotli at its best takes seconds: gzip alone."""


class Compressed:
    """The same bytes in the encodings that browsers take."""

    def __init__(self, plain: bytes) -> None:
        self.plain = plain

    @cached_property
    def br(self) -> bytes:
        return bytes(brotli.compress(self.plain))

    @cached_property
    def gzip(self) -> bytes:
        return gzip.compress(self.plain, 9, mtime=0)

    def best(self, asked: Headers) -> tuple[str, bytes]:
        """The encoding that the request takes and the bytes in it; "" for the plain ones."""
        taken = {part.split(";")[0].strip() for part in asked.get("accept-encoding", "").split(",")}
        if "br" in taken and len(self.plain) <= TOO_LARGE:
            return "br", self.br
        return ("gzip", self.gzip) if "gzip" in taken else ("", self.plain)
