"""Round clouds on a circle, one a class; and two of them close enough to overlap."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.datasets.base import CLASSES, NOISE, POINTS, Dataset, spread
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class Blobs(Dataset):
    """One round cloud a class, all around the origin: what a linear classifier is made for."""

    kind: Literal["blobs"] = "blobs"
    n: Annotated[int, POINTS] = 60
    classes: Annotated[int, CLASSES] = 3
    noise: Annotated[float, NOISE] = 0.18

    title: ClassVar[str] = "Blobs"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, self.classes)
        angle = 2 * np.pi * y / self.classes + np.pi / 2
        centre = 0.8 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return centre + rng.normal(scale=self.noise, size=(self.n, 2)), y


@dataclass(frozen=True, kw_only=True)
class TwoBlobsOverlapping(Dataset):
    """Two clouds that no line can part: some margins stay broken for ever."""

    kind: Literal["two_blobs_overlapping"] = "two_blobs_overlapping"
    n: Annotated[int, POINTS] = 40
    noise: Annotated[float, NOISE] = 0.4

    title: ClassVar[str] = "Two blobs, overlapping"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, 2)
        centre = np.array([[-0.4, -0.2], [0.4, 0.2]])
        return centre[y] + rng.normal(scale=self.noise, size=(self.n, 2)), y
