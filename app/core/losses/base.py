"""What every loss is: an expression in the operations and, beside it, its slope in closed form.

It holds no loss itself.
"""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

import numpy as np

from app.core.tape import V
from app.core.types import Array, Ints


class Loss:
    """The cost of scores for the classes of the points, one number a point."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]
    tex: ClassVar[str]
    has_margins: ClassVar[bool]  # are there margins that can be broken, lines s_y − s_j = delta to draw?
    delta: float

    def __call__(self, S: V, y: Any) -> V:
        """Scores (N, C) and classes (N,) to losses (N,). On arrays plain numpy; on nodes every step is recorded."""
        raise NotImplementedError

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        """Losses (N,) and ∂ℓ/∂Sᵀ (C, N) from `scores` = Sᵀ, C-contiguous, which is overwritten.

        `own` are the flat places of the correct classes in `scores`, y·N + arange(N). Points run along the last axis so
        that numpy's inner loops are long: with three classes that is three times as fast at N = 50,000.
        """
        raise NotImplementedError

    def margins(self, S: Array, y: Ints) -> Array | None:
        """M (N, C), or None where the loss has none."""
        return None

    def hinge(self, M: Array, y: Ints) -> Array | None:
        """H (N, C), or None where the loss does not pay pair by pair."""
        return None


def over_classes(A: Array) -> Array:
    """Σ over the first axis of A (C, N), as a product with ones: a third of the time of `sum` for so few rows."""
    return _ones(len(A)).dot(A)


@cache
def _ones(n: int) -> Array:
    ones = np.ones(n)
    ones.flags.writeable = False  # everyone gets the same array
    return ones
