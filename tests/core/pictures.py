"""The plane of a few points, with the pairs that break a margin worked out here, and what is measured on it."""

import numpy as np

from app.core.plane.clip import Flags
from app.core.plane.scene import Scene, scene
from app.core.types import Array, Ints


def broken(X: Array, y: Ints, weights: Array, b: Array, delta: float = 1.0) -> Flags:
    S = X @ weights + b
    M = S - S[np.arange(len(y)), y][:, None] + delta
    return (M > 0) & (np.arange(len(b)) != y[:, None])


def draw(X: Array, y: Ints, weights: Array, b: Array, delta: float = 1.0) -> Scene:
    return scene(X, y, weights, b, delta=delta, pairs=broken(X, y, weights, b, delta))


def width(picture: Scene) -> float:
    return picture["box"][1] - picture["box"][0]


def area(polygon: list[list[float]]) -> float:
    x, y = np.array(polygon).reshape(-1, 2).T
    return float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2)
