"""The total loss over two parameters, all others held where they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.core.fast.losses_at import losses_at
from app.core.problem import Problem
from app.core.types import Array

_AT_ONCE = 2**16  # scores per evaluation, 512 KB: ten times as many took four times as long, out of the cache


@dataclass(frozen=True, slots=True)
class Parameter:
    """W[row, column], or b[column] where there is no row."""

    column: int
    row: int | None = None

    def __str__(self) -> str:
        return f"b[{self.column}]" if self.row is None else f"W[{self.row},{self.column}]"

    @property
    def place(self) -> tuple[int, int]:
        """Where it lies in theta (C, D + 1)."""
        return self.column, -1 if self.row is None else self.row

    def of(self, W: Array, b: Array) -> Array:
        """Its value in weights (…, D, C) and bias (…, C)."""
        return b[..., self.column] if self.row is None else W[..., self.row, self.column]


@dataclass(frozen=True, slots=True)
class Landscape:
    """`totals` (Y, X) at every pair of `xs` (X,) and `ys` (Y,)."""

    xs: Array
    ys: Array
    totals: Array


def landscape(problem: Problem, first: Parameter, second: Parameter, span: float, resolution: int) -> Landscape:
    """The total loss around the weights of `problem`, `span` to every side, on resolution × resolution places."""
    steps = np.linspace(-span, span, resolution)
    xs, ys = (problem.theta[parameter.place] + steps for parameter in (first, second))
    right, up = (a.ravel() for a in np.meshgrid(xs, ys))
    return Landscape(xs, ys, totals_at(problem, (first, second), (right, up)).reshape(resolution, resolution))


def totals_at(problem: Problem, parameters: tuple[Parameter, Parameter], values: tuple[Array, Array]) -> Array:
    """The total loss (T,) where the two parameters take T pairs of values in turn."""
    (first, second), (right, up) = parameters, values
    at_once = max(1, _AT_ONCE // (problem.columns * max(problem.X.shape[0], problem.X.shape[1] + 1)))
    slices = (slice(k, k + at_once) for k in range(0, len(right), at_once))
    parts = [_totals(problem, {first.place: right[some], second.place: up[some]}) for some in slices]
    return np.concatenate(parts)


def _totals(problem: Problem, values: dict[tuple[int, int], Array]) -> Array:
    """The total loss (T,) where each of these places of theta takes T values in turn."""
    times = len(next(iter(values.values())))
    thetas = np.empty((times, *problem.theta.shape))
    thetas[:] = problem.theta
    for (column, row), value in values.items():
        thetas[:, column, row] = value
    losses, _ = losses_at(problem.loss, problem.y, _scores(problem, values, times))
    return losses.mean(axis=1) + problem.penalty.prices(thetas)


def _scores(problem: Problem, values: dict[tuple[int, int], Array], times: int) -> Array:
    """Sᵀ (C, T, N): the present scores, plus what the two parameters add to those of their classes."""
    coordinates = problem.coordinates
    scores = np.empty((problem.columns, times, len(problem.X)))
    scores[:] = (problem.theta @ coordinates)[:, None, :]
    for (column, row), value in values.items():
        scores[column] += np.outer(value - problem.theta[column, row], coordinates[row])
    return scores
