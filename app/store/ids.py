"""Ids of links: as many letters of the hash of a content and its title as it takes.

The letters are Crockford's base 32, to be read aloud and typed: no I, L, O or U. They are the same on every host.
"""

import re
from base64 import b32encode
from collections.abc import Iterator
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SHORTEST = 10
LONGEST = 52  # ⌈256 / 5⌉

_CROCKFORD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET)  # both count 0 to 31 in their own letters
_TYPED = str.maketrans(
    {letter.lower(): letter for letter in ALPHABET}
    | dict.fromkeys("IiLl", "1")
    | dict.fromkeys("Oo", "0")
    | {"-": "", " ": ""}
)
_ID = re.compile(f"[{ALPHABET}]{{{SHORTEST},{LONGEST}}}")


def letters(content: bytes, title: str | None) -> str:
    """All the letters there are; every id of this content and title is a beginning of them."""
    framed = len(content).to_bytes(8, "big") + content + (title or "").encode()
    return b32encode(sha256(framed).digest())[:LONGEST].decode().translate(_CROCKFORD)


def candidates(content: bytes, title: str | None) -> Iterator[str]:
    """The ids that this content and title may have, the shortest first."""
    whole = letters(content, title)
    return (whole[:length] for length in range(SHORTEST, LONGEST + 1))


def read(text: str) -> str | None:
    """The id that somebody typed, in any case, with hyphens, spaces, I and L for 1, O for 0; None if it is none."""
    id = text.translate(_TYPED) if len(text) <= 2 * LONGEST else ""
    return id if _ID.fullmatch(id) else None
