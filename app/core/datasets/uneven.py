"""Two clouds that are not on equal terms: one point far from its own, or one class much rarer than the other."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.datasets.base import NOISE, POINTS, Dataset, spread
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class OneOutlier(Dataset):
    """Two clouds well apart, but one point of the first lies far behind the second, and the loss hears it most."""

    kind: Literal["one_outlier"] = "one_outlier"
    n: Annotated[int, POINTS] = 24
    noise: Annotated[float, NOISE] = 0.12

    title: ClassVar[str] = "One outlier"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, 2)
        centre = np.array([[-0.45, 0.1], [0.45, -0.1]])
        X = centre[y] + rng.normal(scale=self.noise, size=(self.n, 2))
        X[0] = [1.4, 0.9]
        return X, y


@dataclass(frozen=True, kw_only=True)
class Unbalanced(Dataset):
    """Nine points of one class to each of the other, and the two overlap: the mean over the points serves the many."""

    kind: Literal["unbalanced"] = "unbalanced"
    n: Annotated[int, POINTS] = 60
    noise: Annotated[float, NOISE] = 0.3

    title: ClassVar[str] = "Unbalanced"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = (np.arange(self.n) >= self.n - max(1, self.n // 10)).astype(np.int64)
        centre = np.array([[-0.2, -0.1], [0.4, 0.2]])
        return centre[y] + rng.normal(scale=self.noise, size=(self.n, 2)), y
