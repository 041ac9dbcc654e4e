"""The nine points of CS231n's linear classification demo, with its weights."""

from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from app.core.datasets.base import Dataset
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class NinePoints(Dataset):
    """Three points of each of three classes, with weights that get almost everything wrong."""

    kind: Literal["nine_points"] = "nine_points"

    title: ClassVar[str] = "CS231n nine"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        X = [
            [0.5, 0.4], [0.8, 0.3], [0.3, 0.8],
            [-0.4, 0.3], [-0.3, 0.7], [-0.7, 0.2],
            [0.7, -0.4], [0.5, -0.6], [-0.4, -0.5],
        ]  # fmt: skip
        return np.array(X), np.repeat(np.arange(3), 3)

    def weights(self, rng: np.random.Generator, classes: int) -> tuple[Array, Array]:
        return np.array([[1.0, 2.0, 3.0], [2.0, -4.0, -1.0]]), np.array([0.0, 0.5, -0.5])
