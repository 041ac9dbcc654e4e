"""The square window through which the plane is seen. It knows no classes, scores or pixels."""

from typing import NamedTuple

import numpy as np

from app.core.types import Array

Box = list[float]  # [x0, x1, y0, y1]: square, y up
PADDING = 0.18  # of the spread of the points, on each side


def window(X: Array) -> Box:
    """A square around the points with room on each side; of side 2 round a single place."""
    low, high = (X.min(axis=0), X.max(axis=0)) if len(X) else (np.zeros(2), np.zeros(2))
    centre, spread = (low + high) / 2, float((high - low).max())
    half = spread * (0.5 + PADDING) if spread else 1.0
    half = max(half, 1e-9 * float(np.abs(centre).max()), 1e-9)  # finer than this, float64 has no points left
    x, y, digits = float(centre[0]), float(centre[1]), digits_of(half)
    return [round(edge, digits) for edge in (x - half, x + half, y - half, y + half)]


def digits_of(half: float) -> int:
    """Decimals that resolve about 1e-4 of the window's width (negative: tens, hundreds, …)."""
    return 4 - int(np.floor(np.log10(2 * half)))


class Square(NamedTuple):
    """The window on the plane: u = (x − centre) / half is in [−1, 1]² where x is in the box."""

    centre: Array
    half: float

    @classmethod
    def of(cls, box: Box) -> "Square":
        x0, x1, y0, y1 = box
        return cls(np.array([(x0 + x1) / 2, (y0 + y1) / 2]), (x1 - x0) / 2)

    def place(self, u: Array) -> Array:
        """Back to data units, rounded to about 1e-4 of the box's width, so that the JSON stays small."""
        return np.round(self.centre + self.half * u, digits_of(self.half)) + 0.0  # + 0.0: no −0.0

    def scores(self, W: Array, b: Array, delta: float) -> tuple[Array, Array, Array]:
        """Scores as normal·u + offset, (T, C, 2) and (T, C), and delta (T), each setting scaled against overflow."""
        size = np.maximum(1.0, np.maximum(np.abs(W).max(axis=(1, 2)), np.abs(b).max(axis=1)))
        small = W.transpose(0, 2, 1) / size[:, None, None]
        return small * self.half, b / size[:, None] + small @ self.centre, delta / size
