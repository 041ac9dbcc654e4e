"""Where short links are kept: their ids, their keys, and one store over two databases. It knows no HTTP.

The content of a link is a row of bytes here: what it means, and whether it is one, is not judged.
"""

from app.store.link import Full, Link, Unavailable
from app.store.store import PROBE, Store

__all__ = ["PROBE", "Full", "Link", "Store", "Unavailable"]
