"""Where on a picture the plane lies: from data units to pixels."""

from collections.abc import Sequence
from typing import NamedTuple

from app.pictures.dashes import Piece, within
from app.pictures.marks import Place

NATURAL = 380  # pixels of a plane on which marks have the sizes of the page
BEYOND = 30  # pixels past the border that a point may still be drawn at


class PlotArea(NamedTuple):
    """A square that shows the window `box`; `unit` is what a pixel of the page's plane is here."""

    left: float
    top: float
    side: float
    box: Sequence[float]

    @property
    def unit(self) -> float:
        return self.side / NATURAL

    def place(self, at: Sequence[float]) -> Place:
        x0, x1, y0, y1 = self.box
        return self.left + self.side * (at[0] - x0) / (x1 - x0), self.top + self.side * (y1 - at[1]) / (y1 - y0)

    def holds(self, place: Place) -> bool:
        rim = BEYOND * self.unit
        return -rim <= place[0] - self.left <= self.side + rim and -rim <= place[1] - self.top <= self.side + rim

    def seen(self, start: Place, end: Place) -> Piece | None:
        return within(start, end, (self.left, self.top), (self.left + self.side, self.top + self.side))
