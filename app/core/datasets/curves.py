"""Data that no set of straight lines can part: moons, circles, a spiral and the exclusive or."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.datasets.base import CLASSES, NOISE, POINTS, Dataset, spread
from app.core.types import Array, Ints


def _along(y: Ints) -> Array:
    """For each point its place within its class, evenly from 0 to 1."""
    place = np.empty(len(y))
    for k in np.unique(y):
        place[y == k] = np.linspace(0, 1, int((y == k).sum()))
    return place


def _polar(radius: Array, angle: Array) -> Array:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


@dataclass(frozen=True, kw_only=True)
class Moons(Dataset):
    """Two half moons, each reaching into the other's bay: a line gets most of them, never all."""

    kind: Literal["moons"] = "moons"
    n: Annotated[int, POINTS] = 60
    noise: Annotated[float, NOISE] = 0.08

    title: ClassVar[str] = "Moons"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, 2)
        angle = np.pi * (_along(y) + y)
        centre = np.array([[-0.3, -0.15], [0.3, 0.15]])
        return _polar(np.full(self.n, 0.65), angle) + centre[y] + rng.normal(scale=self.noise, size=(self.n, 2)), y


@dataclass(frozen=True, kw_only=True)
class Circles(Dataset):
    """Rings around one another: every line cuts all of them."""

    kind: Literal["circles"] = "circles"
    n: Annotated[int, POINTS] = 60
    classes: Annotated[int, CLASSES] = 2
    noise: Annotated[float, NOISE] = 0.05

    title: ClassVar[str] = "Circles"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, self.classes)
        ring = _polar((y + 0.5) / self.classes, rng.uniform(0, 2 * np.pi, self.n))
        return ring + rng.normal(scale=self.noise, size=(self.n, 2)), y


@dataclass(frozen=True, kw_only=True)
class Spiral(Dataset):
    """Arms winding out from the centre, as in CS231n: a linear classifier can only cut the pie."""

    kind: Literal["spiral"] = "spiral"
    n: Annotated[int, POINTS] = 90
    classes: Annotated[int, CLASSES] = 3
    noise: Annotated[float, NOISE] = 0.1

    title: ClassVar[str] = "Spiral"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, self.classes)
        along = _along(y)
        angle = 2 * np.pi * y / self.classes + 4 * along + rng.normal(scale=self.noise, size=self.n)
        return _polar(0.05 + 0.95 * along, angle), y


@dataclass(frozen=True, kw_only=True)
class Xor(Dataset):
    """Two classes in opposite corners: the smallest problem that a linear machine cannot solve."""

    kind: Literal["xor"] = "xor"
    n: Annotated[int, POINTS] = 40
    noise: Annotated[float, NOISE] = 0.15

    title: ClassVar[str] = "XOR"

    def points(self, rng: np.random.Generator) -> tuple[Array, Ints]:
        y = spread(self.n, 2)
        side = np.where(np.arange(self.n) % 2, -0.5, 0.5)
        centre = np.stack([side, np.where(y == 0, side, -side)], axis=1)
        return centre + rng.normal(scale=self.noise, size=(self.n, 2)), y
