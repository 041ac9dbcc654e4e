"""What every data set is: a recipe for points in the plane and their classes, the same for the same seed."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from app.core.knob import Knob
from app.core.types import Array, Ints

POINTS = Knob("points", min=2, max=200, step=1)
CLASSES = Knob("classes", min=2, max=8, step=1)
NOISE = Knob("noise", min=0.0, max=1.0, step=0.01)


class Dataset:
    """Points in the plane. The fields are its knobs: of `n`, `classes` and `noise`, those that apply."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        """X (n, 2) and y (n,)."""
        raise NotImplementedError

    def weights(self, rng: np.random.Generator, classes: int) -> tuple[Array, Array]:
        """W (2, C) and b (C,) to begin with: random and far from good, unless the data come with their own."""
        return rng.normal(size=(2, classes)), np.zeros(classes)


def spread(n: int, classes: int) -> Ints:
    """Classes for n points, as even as can be, the first classes first."""
    return np.sort(np.arange(n) % classes)


def generate(dataset: Dataset, seed: int) -> tuple[Array, Ints, Array, Array]:
    """X, y and the weights W, b to begin with, all rounded, so that what is shown is what is computed.

    A class that was asked for has its column of W even if the points are too few for it.
    """
    X, y = dataset.points(np.random.default_rng([seed, 0]))
    classes = max(2, int(y.max()) + 1, getattr(dataset, "classes", 0))
    W, b = dataset.weights(np.random.default_rng([seed, 1]), classes)
    return X.round(3) + 0.0, y, W.round(2) + 0.0, b.round(2) + 0.0  # −0 + 0 is 0
