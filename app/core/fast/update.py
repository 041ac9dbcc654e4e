"""One update of all parameters: what the rule makes of weights, slope and memory."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from app.core.optimizers import Iteration
from app.core.problem import Problem
from app.core.types import Array

Memories = tuple[Array, ...]
Update = Callable[[Array, Array, Memories, int, float], tuple[Array, Memories]]


def update_of(problem: Problem) -> Update:
    """The update of a problem: (theta, slope, memory, t, rate) to the next theta and memory, all (C, D + 1)."""
    optimizer, penalty, l1 = problem.optimizer, problem.penalty, _l1(problem)

    def update(theta: Array, slope: Array, memory: Memories, t: int, rate: float) -> tuple[Array, Memories]:
        return optimizer.update(theta, slope, memory, Iteration(t, rate, penalty, l1))

    def confined(theta: Array, slope: Array, memory: Memories, t: int, rate: float) -> tuple[Array, Memories]:
        now = Iteration(t, rate, penalty, l1)
        theta, memory = optimizer.update(theta, slope, memory, now)
        W, b = optimizer.confine(theta[:, :-1].T, theta[:, -1], now)
        return np.column_stack([W.T, b]), memory

    return confined if optimizer.confines else update


def _l1(problem: Problem) -> Array | None:
    """The weight of |w| for each column of theta."""
    if not problem.penalty.l1:
        return None
    weights = np.full(problem.X.shape[1] + 1, problem.penalty.l1)
    if not problem.penalty.penalize_bias:
        weights[-1] = 0.0
    return weights
