"""Titles of links: one short line of plain text."""

import unicodedata

from app.schema import LIMITS

LONGEST = LIMITS.title
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Bidirectional embeddings, overrides and isolates: they would turn round what stands beside the title."""


def cleaned(text: str) -> str | None:
    """In normal form and trimmed; None for an empty one. Raises ValueError: a sentence that says what to do."""
    title = unicodedata.normalize("NFC", text).strip()
    if len(title) > LONGEST:
        raise ValueError(f"This title has {len(title):,} characters; use at most {LONGEST}.")
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in title):
        raise ValueError("This title has a control character or a line break; write one line of plain text.")
    if not _TURNING.isdisjoint(title):
        raise ValueError("This title has characters that turn the direction of writing; leave them out.")
    return title or None
