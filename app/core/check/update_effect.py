"""What one update is made of and what it does to the loss: who pulls, what was predicted, what happens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from app.core.fast.gradient import Gradient, gradient
from app.core.fast.update import update_of
from app.core.problem import Problem
from app.core.tape.trace import Trace
from app.core.types import Array, Ints


class Parts(NamedTuple):
    """A change of the loss, total = data + penalty."""

    data: float
    penalty: float

    @property
    def total(self) -> float:
        return self.data + self.penalty


class Account(NamedTuple):
    """The change that the slope at the beginning predicts, ⟨∇L, update⟩, and the change that the update makes."""

    predicted: Parts
    actual: Parts


@dataclass(frozen=True, slots=True)
class Effect:
    """`slopes` (N, C): ∂L/∂S of the batch, so point i adds slopes[i, k]·x_i to column k of ∂L/∂W and slopes[i, k] to
    ∂L/∂b_k; rows of points outside the batch are 0. `strengths` (N,): how long that share of ∂L/∂W is.

    `surplus` (N,): how much more each point pays after the update than its slope said; never negative where the loss is
    convex. `crossed` (K, 2): the pairs (point, class) whose slope is another one after the update, by a kink that was
    crossed; none where the loss has no margins. `margins` (K, 2): their margins before and after.
    `shrink`: by which share of their size the penalty alone shortens the weights, None where they are all 0.
    """

    slopes: Array
    strengths: Array
    data_norm: float  # of the data's part of ∂L/∂W, ∂L/∂b
    penalty_norm: float
    batch: Account
    whole: Account
    surplus: Array
    crossed: Ints
    margins: Array
    shrink: float | None


def effect(found: Trace) -> Effect:
    """The effect of the update of a pass."""
    before, after = gradient(found.problem), gradient(found.after)
    step, price = found.after.theta - found.problem.theta, _price(found.problem)
    signal = found["dS"]
    slopes = signal.value * signal.scale  # the very numbers of the board: at a kink the last digit decides
    pull = _pull(found.problem, slopes)
    crossed = _crossed(before, after)
    predicted, actual = float(np.vdot(price, step)), after.penalty - before.penalty  # of the penalty
    own, gains = _pull(found.problem, before.dS), after.per_point - before.per_point
    return Effect(
        slopes=slopes,
        strengths=np.linalg.norm(slopes, axis=1) * np.linalg.norm(found.problem.X, axis=1),
        data_norm=float(np.linalg.norm(pull)),
        penalty_norm=float(np.linalg.norm(price)),
        batch=Account(Parts(float(np.vdot(pull, step)), predicted), Parts(float(gains[found.batch].mean()), actual)),
        whole=Account(Parts(float(np.vdot(own, step)), predicted), Parts(float(gains.mean()), actual)),
        surplus=gains - _predicted(before, after),
        crossed=crossed,
        margins=_margins_at(crossed, before, after),
        shrink=_shrink(found, pull, price),
    )


def zero_loss(problem: Problem) -> float:
    """The data loss at zero weights, where all scores are alike: what knowing nothing costs."""
    nothing = replace(problem, W=np.zeros_like(problem.W), b=np.zeros_like(problem.b))
    return gradient(nothing).data


def _pull(problem: Problem, slopes: Array) -> Array:
    """The data's part of ∂L/∂theta (C, D + 1), from slopes (N, C)."""
    return slopes.T @ problem.coordinates.T


def _price(problem: Problem) -> Array:
    """∂R/∂theta (C, D + 1)."""
    return np.zeros_like(problem.theta) + problem.penalty.slope(problem.theta)[1]


def _predicted(before: Gradient, after: Gradient) -> Array:
    """What the slopes of the losses say of each point: ⟨∂ℓ/∂s, the change of its scores⟩."""
    return (before.dS * (after.scores - before.scores)).sum(axis=1) * len(before.per_point)


def _crossed(before: Gradient, after: Gradient) -> Ints:
    loss, y = before.problem.loss, before.problem.y
    if before.margins is None or after.margins is None:
        return np.zeros((0, 2), np.int64)
    differs = loss.pieces(before.margins, before.dS * len(y)) != loss.pieces(after.margins, after.dS * len(y))
    if loss.pairwise:
        differs[np.arange(len(y)), y] = False  # the own column is no pair, only the others' sum
    return np.argwhere(differs)


def _margins_at(crossed: Ints, before: Gradient, after: Gradient) -> Array:
    if before.margins is None or after.margins is None:
        return np.zeros((0, 2))
    at = tuple(crossed.T)
    return np.column_stack([before.margins[at], after.margins[at]])


def _shrink(found: Trace, pull: Array, price: Array) -> float | None:
    """The update with the penalty beside the update without it: their difference, measured along the weights."""
    W = found.problem.W
    size = float(np.vdot(W, W))
    if not size:
        return None
    with_it, without = (_moved(found, each) for each in (pull + price, pull))
    return -float(np.vdot((with_it - without)[:, :-1].T, W)) / size


def _moved(found: Trace, slope: Array) -> Array:
    problem, t = found.problem, found.iteration
    return update_of(problem)(problem.theta, slope, found.memory, t, problem.rate(t))[0]
