"""A link as it is kept, and the two ways in which a store can fail."""

import logging
from typing import NamedTuple

TIME = "%Y-%m-%dT%H:%M:%SZ"
"""How times are written, in UTC."""

_LOG = logging.getLogger("hingelab.store")


class Link(NamedTuple):
    """One row. Of a deleted link the id and the two times remain: an id is never given to another content."""

    id: str
    content: bytes
    title: str | None
    created: str
    key_hash: str | None
    deleted: str | None = None


class Unavailable(Exception):
    """The database cannot be read or written now."""


class Full(Exception):
    """No more links can be stored. The text says why, and is for everybody."""


def unavailable(reason: Exception) -> Unavailable:
    """The reason goes into the log: it may name hosts and folders, which are nobody else's business."""
    _LOG.warning("The database of the short links cannot be used: %s", reason)
    return Unavailable()


def no_room(reason: Exception) -> Full:
    _LOG.warning("The database of the short links cannot grow: %s", reason)
    return Full("The disk of this server is full.")
