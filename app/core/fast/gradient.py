"""The loss and its gradient at one setting of the weights: the fast path, in closed form, with no steps recorded."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from app.core.fast.losses_at import losses_at
from app.core.losses import Loss
from app.core.penalties import Penalty
from app.core.problem import Block, Design, Problem
from app.core.types import Array


class Gradient:
    """What `gradient` found. Losses, dW and db are there at once; the matrices on the way are computed when asked for.

    `per_point` (N,), `data`, `penalty`, `total`; `dW` (D, C), `db` (C,); `scores`, `dS` (N, C); `margins`, `hinge`,
    `mask` = N·∂L/∂S (N, C) or None where the loss has none. A binary loss has one column.
    """

    def __init__(self, problem: Problem, per_point: Array, dtheta: Array, penalty: float) -> None:
        self.problem, self.per_point, self.penalty, self._dtheta = problem, per_point, penalty, dtheta
        self.data = float(per_point.dot(problem.design.share))

    @property
    def total(self) -> float:
        return self.data + self.penalty

    @property
    def dW(self) -> Array:
        return self._dtheta[:, :-1].T

    @property
    def db(self) -> Array:
        return self._dtheta[:, -1]

    @property
    def dS(self) -> Array:
        return self._slopes / len(self.per_point)

    @cached_property
    def _slopes(self) -> Array:
        """N·∂L/∂S (N, C)."""
        return losses_at(self.problem.loss, self.problem.y, self.scores.T.copy())[1].T

    @cached_property
    def scores(self) -> Array:
        # By the very product that dW came from: at a kink the last digit decides.
        theta, blocks = self.problem.theta, self.problem.design.blocks
        return np.concatenate([theta.dot(block.rows.T) for block in blocks], axis=1).T

    @cached_property
    def margins(self) -> Array | None:
        return self.problem.loss.margins(self.scores, self.problem.y)

    @property
    def hinge(self) -> Array | None:
        return None if self.margins is None else self.problem.loss.hinge(self.margins, self.problem.y)

    @property
    def mask(self) -> Array | None:
        return self._slopes if self.problem.loss.has_margins else None

    @property
    def accuracy(self) -> float:
        return float(np.mean(self.problem.classify(self.scores) == self.problem.y))


def gradient(problem: Problem) -> Gradient:
    """∂L/∂W and ∂L/∂b over all points, with the losses. L is the mean over the points plus the penalty."""
    return Gradient(problem, *descent(problem.loss, problem.penalty, problem.design, problem.theta))


def descent(loss: Loss, penalty: Penalty, design: Design, theta: Array) -> tuple[Array, Array, float]:
    """Losses (N,), the whole gradient (C, D + 1) and the penalty, at `theta` (C, D + 1)."""
    losses, dtheta = _data(loss, design.blocks[0], theta)
    if len(design.blocks) > 1:
        parts = [(losses, dtheta), *(_data(loss, block, theta) for block in design.blocks[1:])]
        losses, dtheta = np.concatenate([p[0] for p in parts]), np.sum([p[1] for p in parts], axis=0)
    dtheta *= design.share[0]
    paid, slope = penalty.slope(theta)
    dtheta += slope
    return losses, dtheta, paid


def _data(loss: Loss, block: Block, theta: Array) -> tuple[Array, Array]:
    # `dot`, here and in the losses: on matrices this small it takes half the time of `@`.
    losses, slopes = loss.slope(theta.dot(block.rows.T), block.own)
    return losses, slopes.dot(block.rows)
