"""What a picture is made of: a flat list of marks, in pixels, the first at the back."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

Place = tuple[float, float]  # x to the right, y down
Weight = Literal["regular", "semibold", "italic"]
Anchor = Literal["start", "middle", "end"]


class Area(NamedTuple):
    """A filled polygon. `seam` is the width of an edge in its own colour, which closes the gap to its neighbours."""

    corners: Sequence[Place]
    fill: str
    seam: float = 0.0


class Line(NamedTuple):
    """A straight line; `dash` is how long its dashes and its gaps are, `round` whether their ends are."""

    start: Place
    end: Place
    colour: str
    width: float
    opacity: float = 1.0
    dash: tuple[float, float] | None = None
    round: bool = False


class Circle(NamedTuple):
    """A circle, filled or not, with an edge or without one."""

    centre: Place
    radius: float
    fill: str | None = None
    edge: str | None = None
    width: float = 0.0
    opacity: float = 1.0


class Glyph(NamedTuple):
    """A shape around a place, `scale` times its own size, turned by `turn` degrees; its edge lies behind it."""

    path: str
    place: Place
    scale: float
    fill: str
    edge: str | None = None
    width: float = 0.0
    turn: float = 0.0


class Word(NamedTuple):
    """A line of text with its base at `place`; `halo` is the colour of a rim that keeps it legible over others."""

    place: Place
    text: str
    size: float
    colour: str
    weight: Weight = "regular"
    anchor: Anchor = "start"
    halo: str | None = None


Mark = Area | Line | Circle | Glyph | Word


class Picture(NamedTuple):
    """Marks on a ground of one colour, and what they show in words."""

    width: int
    height: int
    ground: str
    marks: Sequence[Mark]
    said: str = ""


def box(left: float, top: float, width: float, height: float) -> list[Place]:
    """The corners of a rectangle."""
    return [(left, top), (left + width, top), (left + width, top + height), (left, top + height)]
