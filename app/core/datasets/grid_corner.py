"""Points on a grid, with weights for which several of them lie exactly on a margin."""

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from app.core.datasets.base import Dataset
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class GridCorner(Dataset):
    """Points exactly on a margin, where the hinge has no derivative and somebody has to choose one."""

    kind: Literal["grid_corner"] = "grid_corner"

    title: ClassVar[str] = "On the margin"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        side = np.array([[0.5, 0.5], [0.5, -0.5], [1.0, 0.0], [0.25, 0.25]])
        return np.concatenate([side, -side]), np.repeat([0, 1], 4)

    def weights(self, rng: np.random.Generator, classes: int) -> tuple[Array, Array]:
        # s_0 − s_1 = 2 x₁: with Δ = 1 the points at x₁ = ±0.5 have M = 0 exactly, in floating point too.
        return np.array([[1.0, -1.0], [0.0, 0.0]]), np.zeros(2)
