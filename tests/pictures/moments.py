"""Problems whose pictures the tests draw: the usual ones, and those that are hard to draw."""

from typing import Any

import numpy as np

from app.core.datasets import generate
from app.core.datasets.blobs import Blobs
from app.core.datasets.nine_points import NinePoints
from app.core.fast.train import advance
from app.core.losses import Hinge, Softmax
from app.core.optimizers import SGD
from app.core.problem import Problem


def nine(**parts: Any) -> Problem:
    X, y, W, b = generate(NinePoints(), 0)
    return Problem(X, y, W, b, **parts)


def blobs(n: int, classes: int) -> Problem:
    X, y, W, b = generate(Blobs(n=n, classes=classes), 0)
    return Problem(X, y, W, b)


def two_classes() -> Problem:
    X, y, W, b = generate(NinePoints(), 0)
    return Problem(X, y.clip(max=1), W[:, 1:2] - W[:, :1], b[1:2] - b[:1], loss=Hinge())


def diverged() -> Problem:
    """Its weights are no numbers any more."""
    return advance(nine(optimizer=SGD(learning_rate=50.0)), 900)[0]


def wide(features: int, classes: int) -> Problem:
    rng = np.random.default_rng(0)
    W, b = rng.normal(size=(features, classes)), rng.normal(size=classes)
    return Problem(rng.normal(size=(40, features)), rng.integers(0, classes, 40), W, b)


def scattered(points: int = 500, classes: int = 8) -> Problem:
    """As much as a link holds, and in as little order as there can be."""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(points, 2)), rng.integers(0, classes, points)
    return Problem(X, y, rng.normal(size=(2, classes)), rng.normal(size=classes))


PROBLEMS: dict[str, Problem] = {
    "nine points": nine(),
    "no margins": nine(loss=Softmax()),
    "two classes, one column": two_classes(),
    "two classes, two columns": blobs(20, 2),
    "eight classes": blobs(64, 8),
    "sixty points": blobs(60, 3),
    "two hundred points": blobs(200, 3),
    "five hundred points": scattered(),
    "two hundred in disorder": scattered(200),
    "one point": Problem(np.zeros((1, 2)), np.zeros(1, int), np.zeros((2, 3)), np.zeros(3)),
    "all points in one place": Problem(np.ones((5, 2)) * 1e9, np.arange(5) % 2, np.ones((2, 2)), np.zeros(2)),
    "huge": Problem(np.array([[1e9, -1e9], [-1e9, 1e9]]), np.arange(2), np.full((2, 2), -1e9), np.full(2, 1e9)),
    "tiny": Problem(np.array([[1e-300, 0.0], [0.0, 1e-9]]), np.arange(2), np.full((2, 2), 1e-300), np.zeros(2)),
    "one feature": wide(1, 3),
    "four features": wide(4, 3),
    "forty features": wide(40, 8),
    "a hundred classes": wide(2, 100),
    "diverged": diverged(),
}
