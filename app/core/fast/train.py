"""Many updates in a row, with everything a reader wants to see of them afterwards. No steps are recorded."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

import numpy as np

from app.core.fast.gradient import descent
from app.core.fast.losses_at import losses_at
from app.core.fast.update import Memories, update_of
from app.core.problem import Design, Problem
from app.core.types import Array, Ints

BOUND = 1e12  # past this a run has diverged, even if its numbers still fit a float
_BLOCK = 64  # updates between two looks at whether the weights are still finite
_AT_ONCE = 2**20  # numbers per vectorised evaluation, about 8 MB


@dataclass(frozen=True, slots=True)
class Run:
    """A run over iterations 0 … n; arrays end there, or where it diverged, with the last iteration that is all finite.

    `totals`, `data`, `penalty`, `accuracy` are over all points, `gradient_norm` over the batch of that iteration.
    `W` (n + 1, D, C), `b` (n + 1, C), `batches` (n) the points each update looked at. `diverged_at` is None or the
    first iteration at which a value stopped being finite or passed 1e12 (in size). Iteration 0 is there in any case.
    `learning_rates` (n) are those that the updates used.
    """

    totals: Array
    data: Array
    penalty: Array
    accuracy: Array
    gradient_norm: Array
    W: Array
    b: Array
    batches: list[Ints]
    learning_rates: Array
    batches_per_epoch: int
    diverged_at: int | None


def train(problem: Problem, iterations: int) -> Run:
    """Update the weights `iterations` times. Divergence is a result, not an error."""
    with np.errstate(all="ignore"):
        thetas, penalty, norms, batches = _updates(problem, iterations)
        data, accuracy = _evaluate(problem, thetas)
        totals, largest = data + penalty, np.abs(thetas).max(axis=(1, 2))
        worst = np.max(np.abs([totals, data, penalty, norms, largest]), axis=0)
    length, diverged_at = _end(worst)
    return Run(
        totals=totals[:length],
        data=data[:length],
        penalty=penalty[:length],
        accuracy=accuracy[:length],
        gradient_norm=norms[:length],
        W=thetas[:length, :, :-1].transpose(0, 2, 1),
        b=thetas[:length, :, -1],
        batches=batches[: length - 1],
        learning_rates=np.array([problem.rate(t) for t in range(length - 1)]),
        batches_per_epoch=problem.batches_per_epoch,
        diverged_at=diverged_at,
    )


def advance(problem: Problem, iterations: int) -> tuple[Problem, Beginning]:
    """The same problem after that many updates, and what the next one begins with. It keeps nothing on the way."""
    with np.errstate(all="ignore"):
        last = deque(_walk(problem, iterations), maxlen=1).pop()
    return replace(problem, W=last.theta[:, :-1].T, b=last.theta[:, -1]), last


class Beginning(NamedTuple):
    """What an iteration begins with, and the slope it finds; theta, slope and each memory are (C, D + 1)."""

    theta: Array
    memory: Memories
    batch: Ints
    slope: Array
    penalty: float


def _walk(problem: Problem, iterations: int) -> Iterator[Beginning]:
    """Iterations 0 … n, cut short soon after the weights stop being finite; the last one updates nothing."""
    theta: Array = problem.theta
    memory, update = problem.optimizer.start(theta), update_of(problem)
    for t, batch in enumerate(islice(problem.batches(), iterations + 1)):
        _, slope, penalty = descent(problem.loss, problem.penalty, _design(problem, batch), theta)
        yield Beginning(theta, memory, batch, slope, penalty)
        if t % _BLOCK == 0 and not np.isfinite(theta).all():
            break
        theta, memory = update(theta, slope, memory, t, problem.rate(t))


def _updates(problem: Problem, iterations: int) -> tuple[Array, Array, Array, list[Ints]]:
    """Parameters (n + 1, C, D + 1), penalties and gradient norms (n + 1), batches (n + 1)."""
    thetas = np.empty((iterations + 1, *problem.theta.shape))
    penalties, squares, batches = np.empty(iterations + 1), np.empty(iterations + 1), []
    for t, update in enumerate(_walk(problem, iterations)):
        thetas[t], penalties[t], squares[t] = update.theta, update.penalty, np.vdot(update.slope, update.slope)
        batches.append(update.batch)
    n = len(batches)
    return thetas[:n], penalties[:n], np.sqrt(squares[:n]), batches


def _design(problem: Problem, batch: Ints) -> Design:
    return problem.design if problem.batch is None else _part(problem, batch)


def _part(problem: Problem, batch: Ints) -> Design:
    return Design.of(problem.X[batch], problem.y[batch], problem.columns, problem.bias)


def _evaluate(problem: Problem, thetas: Array) -> tuple[Array, Array]:
    """Data loss and accuracy over all points for every iteration, many iterations a call."""
    at_once = max(1, _AT_ONCE // (problem.columns * len(problem.X)))
    parts = [_evaluate_some(problem, thetas[t : t + at_once]) for t in range(0, len(thetas), at_once)]
    return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def _evaluate_some(problem: Problem, thetas: Array) -> tuple[Array, Array]:
    scores = thetas.transpose(1, 0, 2) @ problem.coordinates
    accuracy = (problem.classify(scores.transpose(1, 2, 0)) == problem.y).mean(axis=1)
    return losses_at(problem.loss, problem.y, scores)[0].mean(axis=1), accuracy


def _end(worst: Array) -> tuple[int, int | None]:
    """How many iterations to keep, and where the run diverged (the comparison also catches NaN)."""
    beyond = np.flatnonzero(~(worst <= BOUND))
    if not len(beyond):
        return len(worst), None
    first = int(beyond[0])
    return max(1, first + int(np.isfinite(worst[first]))), first
