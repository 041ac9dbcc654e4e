"""The window on the plane: square, with room round any points."""

import numpy as np
import pytest

from app.core.plane.window import window


@pytest.mark.parametrize(("points", "side"), [
    ([[3.0, 4.0]], 2), ([[3.0, 4.0]] * 5, 2), ([[1e9, -1e9]], 2), ([[-1e9, 0], [1e9, 0]], 2.72e9),
    ([[0, 0], [1e-7, 0]], 1.36e-7), ([[0, 0], [0, 5e-324]], 2e-9), ([[0, 0], [0, 10]], 13.6),
])  # fmt: skip
def test_the_window_is_a_square_round_any_points(points: list[list[float]], side: float) -> None:
    x0, x1, y0, y1 = window(np.array(points, dtype=float))
    assert x1 - x0 == pytest.approx(side, rel=1e-3)
    assert y1 - y0 == pytest.approx(side, rel=1e-3)
    assert all(x0 < x < x1 and y0 < y < y1 for x, y in points)


def test_no_points_have_a_window_too() -> None:
    assert window(np.zeros((0, 2))) == [-1, 1, -1, 1]
