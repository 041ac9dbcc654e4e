"""Links as lines of JSON, one a link, to carry them from one store to another.

Each line is judged by itself: a bad one is reported and left out, the others are taken in.
"""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from datetime import datetime
from typing import Any, NamedTuple

import orjson

from app.store import ids, titles
from app.store.changes import Import
from app.store.link import TIME, Link
from app.store.store import Store

Say = Callable[[int, str], None]
"""Reports what is wrong with the line of that number."""

UNDER_WAY = 200  # lines that wait for the disk together
_HASH = re.compile("[0-9a-f]{64}")
_FIELDS = set(Link._fields)
_MISPLACED = "This content and title have another id here, or something else has this id."


class Tally(NamedTuple):
    """How many lines were taken in, were known already, and were refused."""

    added: int
    known: int
    refused: int


def exported(links: Iterable[Link]) -> Iterator[bytes]:
    """A line for each; the content is a text, so that not one byte of it can change."""
    for link in links:
        yield orjson.dumps(link._asdict() | {"content": None if link.deleted else link.content.decode()}) + b"\n"


def imported(store: Store, lines: Iterable[bytes], most: int, say: Say) -> Tally:
    """Takes in all lines but the bad ones; a content has at most `most` bytes. Raises Unavailable, Full."""
    found = Counter[str]()
    waiting: deque[tuple[int, Future[Import]]] = deque()

    def settle() -> None:
        number, outcome = waiting.popleft()
        found[outcome.result()] += 1
        if outcome.result() == "misplaced":
            say(number, _MISPLACED)

    for number, line in enumerate(lines, 1):
        try:
            waiting.append((number, store.take(read(line, most))))
        except ValueError as wrong:
            found["bad"] += 1
            say(number, str(wrong))
        if len(waiting) >= UNDER_WAY:
            settle()
    while waiting:
        settle()
    return Tally(found["added"], found["known"], found["misplaced"] + found["bad"])


def read(line: bytes, most: int) -> Link:
    """The link of a line. Raises ValueError: a sentence that says what is wrong, and repeats nothing of it."""
    try:
        value = orjson.loads(line)
    except orjson.JSONDecodeError:
        raise ValueError("This line is not JSON in UTF-8.") from None
    if not isinstance(value, dict) or value.keys() != _FIELDS:
        raise ValueError(f"This must be an object with {', '.join(Link._fields)}, and nothing else.")
    if any(not isinstance(part, str | None) for part in value.values()):
        raise ValueError("Every part must be a text or null.")
    if not value["id"] or ids.read(value["id"]) != value["id"]:
        raise ValueError("The id is not one of a short link.")
    if not _is_time(value["created"]) or not (value["deleted"] is None or _is_time(value["deleted"])):
        raise ValueError(f"The times must be of the form {TIME}.")
    return _erased(value) if value["deleted"] else _whole(value, most)


def _erased(value: dict[str, Any]) -> Link:
    if any(value[part] is not None for part in ("content", "title", "key_hash")):
        raise ValueError("A deleted link has no content, no title and no key_hash; set them to null.")
    return Link(**value | {"content": b""})


def _whole(value: dict[str, Any], most: int) -> Link:
    content, title = (value["content"] or "").encode(), value["title"]
    if len(content) > most:
        raise ValueError(f"The content has more than {most:,} bytes, the most that max_link_bytes allows.")
    if not _is_object(content):
        raise ValueError("The content must be the text of a JSON object.")
    if title is not None and titles.cleaned(title) != title:
        raise ValueError("The title is empty or not trimmed and in NFC.")
    if not _HASH.fullmatch(value["key_hash"] or ""):
        raise ValueError("The key_hash must be 64 hexadecimal digits.")
    if not ids.letters(content, title).startswith(value["id"]):
        raise ValueError("The id does not belong to this content and title.")
    return Link(**value | {"content": content})


def _is_object(content: bytes) -> bool:
    try:
        return isinstance(orjson.loads(content), dict)
    except orjson.JSONDecodeError:
        return False


def _is_time(text: str | None) -> bool:
    try:
        return datetime.strptime(text or "", TIME).strftime(TIME) == text
    except ValueError:
        return False
