"""Mistakes in the labels and in the points that count."""

from collections.abc import Iterator

import numpy as np

from app.core.diagnose.mistake import Mistake
from app.core.problem import Problem
from app.core.types import Ints

SIZES = (1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 50, 64, 100, 128, 256)  # of batches, where the problem names none
Some = Iterator[tuple[str, tuple[Ints, int]]]


def _labels(problem: Problem) -> Iterator[tuple[str, Ints]]:
    classes = max(2, problem.classes)
    yield "one too high", (problem.y + 1) % classes
    if classes > 2:
        yield "one too low", (problem.y - 1) % classes


def _sizes(problem: Problem) -> list[int]:
    return [size for size in ([problem.batch] if problem.batch else SIZES) if size < len(problem.X)]


def _forms(rows: Ints, problem: Problem, called: str = "") -> Some:
    called = called or f"{len(rows)} point" + ("" if len(rows) == 1 else "s")
    yield f"{called}, averaged over as many", (rows, len(rows))
    yield f"{called}, divided by N", (rows, len(problem.X))


def _skipped(problem: Problem) -> Some:
    every = np.arange(len(problem.X))
    for called, rows in (("the first", every[1:]), ("the last", every[:-1]), ("the first and the last", every[1:-1])):
        if len(rows):
            yield from reversed([*_forms(rows, problem, called)])


def _first(problem: Problem) -> Some:
    for size in _sizes(problem):
        yield from _forms(np.arange(size), problem)
        if problem.batch:
            yield from _forms(np.sort(next(problem.batches())), problem)  # in the order of its seed


def _last(problem: Problem) -> Some:
    points = len(problem.X)
    for rest in dict.fromkeys(points % size or size for size in _sizes(problem)):
        yield from _forms(np.arange(points - rest, points), problem)


LABELS = (
    Mistake(
        "labels_off_by_one", "labels", "labels off by one",
        "Every point is taken for the class next to its own: labels that count from 1 were used as they are.",
        "mask[np.arange(N), y - 1] = …", "mask[np.arange(N), y] = …", _labels,
    ),
)  # fmt: skip

POINTS = (
    Mistake(
        "points_skipped", "points", "points left out",
        "The loop over the points begins too late or ends too early.",
        "for i in range(1, N): …", "for i in range(N): …", _skipped,
    ),
    Mistake(
        "first_batch", "points", "only the first batch",
        "Only the first points were looked at: the loop over the batches ends after one round.",
        "X, y = X[:B], y[:B]", "for k in range(0, N, B): …", _first, cost=1.1,
    ),
    Mistake(
        "last_batch", "points", "only the last batch",
        "Only the last points are left in the gradient: each round of the loop replaces it where it should add to it.",
        "dW = X[k:k + B].T @ mask[k:k + B]", "dW += X[k:k + B].T @ mask[k:k + B]", _last, cost=1.1,
    ),
)  # fmt: skip
