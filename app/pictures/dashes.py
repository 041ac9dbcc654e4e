"""Lines cut to what is seen of them, and into dashes. It knows no colours and no marks."""

from collections.abc import Iterator
from math import ceil, hypot

from app.pictures.marks import Place

Piece = tuple[Place, Place]


def within(start: Place, end: Place, low: Place, high: Place) -> Piece | None:
    """The part of a line that lies in the rectangle between two corners, after Liang and Barsky; None if none does."""
    first, last = 0.0, 1.0
    for at in (0, 1):
        way = end[at] - start[at]
        for room, step in ((start[at] - low[at], -way), (high[at] - start[at], way)):
            if step > 0:
                last = min(last, room / step)
            elif step < 0:
                first = max(first, room / step)
            elif room < 0:
                return None
    return (_along(start, end, first), _along(start, end, last)) if first <= last else None


def _along(start: Place, end: Place, share: float) -> Place:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


def pieces(start: Place, end: Place, dash: tuple[float, float] | None) -> Iterator[Piece]:
    """The dashes of a line, the first at its start; without a dash all of it."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    if dash is None or not length:
        yield start, end
        return
    on, off = dash
    for count in range(max(1, ceil(length / (on + off)))):
        begin = count * (on + off)
        yield _along(start, end, begin / length), _along(start, end, min(begin + on, length) / length)
