"""A gradient computed in stages, any of which may be done in another way. With none it is the right one.

It is slower than `gradient`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.core.diagnose.mistake import Parts, Slopes, Stage, Variant
from app.core.diagnose.mistakes.loss import own_slope, pairwise
from app.core.fast.losses_at import losses_at
from app.core.problem import Problem
from app.core.types import Array, Ints

Changes = dict[Stage, Variant]
DATA: tuple[Stage, ...] = ("labels", "points", "loss", "slopes")  # the stages that the data part depends on


@dataclass(frozen=True, slots=True)
class Data:
    """What the data say: G = ∂ℓ/∂S (C, n), its product with the points (C, D + 1), losses (n,), the points, 1/n."""

    G: Array
    product: Array
    losses: Array
    rows: Ints
    share: float


class Account:
    """The computation for one problem. Data parts are kept: most pairs of mistakes share theirs with others."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.coordinates = problem.coordinates.T.copy()
        self.scores = problem.theta @ self.coordinates.T
        paid, slope = problem.penalty.slope(problem.theta)
        self.penalty: tuple[Array, float] = np.broadcast_to(slope, problem.theta.shape), float(paid)
        self._known: dict[tuple[Variant | None, ...], Data] = {}

    @cached_property
    def right(self) -> Array:
        return self.gradient({})

    @cached_property
    def own(self) -> float:
        return own_slope(self.problem.loss)[0] if pairwise(self.problem.loss) else 0.0

    @cached_property
    def scale(self) -> float:
        """The largest sum of absolute contributions to a cell: what rounding is proportional to."""
        data = self.data({})
        summed = np.abs(data.G) @ np.abs(self.coordinates) * data.share
        return max(float(summed.max()), float(np.abs(self.penalty[0]).max()))

    def data(self, changes: Changes) -> Data:
        key = tuple(changes.get(stage) for stage in DATA)
        if key not in self._known:
            self._known[key] = self._data(changes)
        return self._known[key]

    def _data(self, changes: Changes) -> Data:
        every = np.arange(len(self.problem.X))
        y = changes["labels"].change if "labels" in changes else self.problem.y
        loss = changes["loss"].change if "loss" in changes else self.problem.loss
        rows, per = changes["points"].change if "points" in changes else (every, len(every))
        S, y = np.ascontiguousarray(self.scores[:, rows]), y[rows]
        losses, G = losses_at(loss, y, S.copy())
        if "slopes" in changes:
            M = loss.margins(S.T, y)
            G = changes["slopes"].change(Slopes(loss, G, S, None if M is None else M.T, y))
        return Data(G, G @ self.coordinates[rows], losses, rows, 1.0 / per)

    def gradient(self, changes: Changes) -> Array:
        """∂L/∂theta (C, D + 1), a class a row, the bias last."""
        data = self.data(changes)
        slope = changes["penalty"].change[0] if "penalty" in changes else self.penalty[0]
        signs = changes["sign"].change if "sign" in changes else (1.0, 1.0)
        found: Array = signs[0] * self.factor(changes) * data.product + signs[1] * slope
        return changes["layout"].change(found) if "layout" in changes else found

    def factor(self, changes: Changes) -> float:
        return float(changes["mean"].change) if "mean" in changes else self.data(changes).share

    def values(self, changes: Changes) -> tuple[float, float]:
        """The loss that might stand beside this gradient: the right one, or one with the same mistakes."""
        paid = changes["penalty"].change[1] if "penalty" in changes else self.penalty[1]
        return self._value(changes, {}, self.penalty[1]), self._value(changes, changes, float(paid))

    def _value(self, changes: Changes, made: Changes, paid: float) -> float:
        data = self.data({stage: made[stage] for stage in DATA if stage in made and stage != "slopes"})
        parts = Parts(data.losses, self.factor(made), paid, self.own)
        if "value" in changes:
            return float(changes["value"].change(parts))
        return float(data.losses.sum()) * parts.share + paid

    def slopes(self, changes: Changes) -> Array:
        """∂L/∂S (N, C) as this computation has it; 0 for points that do not count."""
        data, sign = self.data(changes), changes["sign"].change[0] if "sign" in changes else 1.0
        found = np.zeros((len(self.problem.X), len(data.G)))
        found[data.rows] = sign * self.factor(changes) * data.G.T
        return found
