"""What every penalty is: an expression of the weights and, beside it, its slope in closed form."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from app.core.code_fragments import PenaltyCode
from app.core.tape.tape import V
from app.core.types import Array


class Penalty:
    """The price of the weights alone, whatever the data."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]
    tex: ClassVar[str]
    penalize_bias: bool

    def __call__(self, W: V, b: V) -> V | None:
        """One number from weights and bias; None where there is nothing to pay and so no step to show."""
        raise NotImplementedError

    def slope(self, theta: Array) -> tuple[float, Array | float]:
        """R and ∂R/∂theta in closed form, at theta (C, D + 1), whose last column is the bias; 0, 0 for no penalty."""
        raise NotImplementedError

    @property
    def curvature(self) -> float:
        """How fast the slope of its square grows with the weights: λ for ½λ‖W‖², 2λ for λ‖W‖², 0 without a square."""
        return 0.0

    @property
    def l1(self) -> float:
        """The weight of ‖W‖₁ in it, whose part of `slope` is that weight times sign(W); all the rest is smooth."""
        return 0.0

    def prices(self, thetas: Array) -> Array:
        """R at each of many `thetas` (T, C, D + 1)."""
        return np.array([self.slope(theta)[0] for theta in thetas])

    def code(self) -> PenaltyCode | None:
        """The penalty as program text; None for one that has none."""
        return None
