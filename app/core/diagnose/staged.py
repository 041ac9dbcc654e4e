"""A gradient computed in stages, any of which may be done in another way. With none it is the right one.

It is slower than `gradient`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from app.core.diagnose.mistake import Changes, Parts, Slopes, Stage, Variant
from app.core.diagnose.mistakes.rules import own_places, own_slope, pairwise
from app.core.fast.losses_at import losses_at
from app.core.problem import Problem
from app.core.types import Array, Ints

SLOPES: tuple[Stage, ...] = ("scores", "labels", "loss")  # the stages that the slopes of all points depend on
DATA: tuple[Stage, ...] = ("scores", "labels", "points", "loss", "slopes", "own")  # … that the data part depends on


@dataclass(frozen=True, slots=True)
class Data:
    """What the data say: G = ∂ℓ/∂S (C, n), its product with the points (C, D + 1), losses (n,), the points, 1/n."""

    G: Array
    product: Array
    losses: Array
    rows: Ints
    share: float


class Account:
    """The computation for one problem. What it has computed is kept: most pairs of mistakes share it with others."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.coordinates = problem.coordinates.T.copy()
        self.scores = problem.theta @ self.coordinates.T
        paid, slope = problem.penalty.slope(problem.theta)
        self.penalty: tuple[Array, float] = np.broadcast_to(slope, problem.theta.shape), float(paid)
        self._slopes: dict[tuple[Variant | None, ...], tuple[Slopes, Array]] = {}
        self._data: dict[tuple[Variant | None, ...], Data] = {}

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

    def _all_slopes(self, changes: Changes) -> tuple[Slopes, Array]:
        """The slopes of all points, by the rules of the loss, and their losses."""
        key = tuple(map(changes.get, SLOPES))
        if key not in self._slopes:
            y = changes["labels"].change if "labels" in changes else self.problem.y
            loss = changes["loss"].change if "loss" in changes else self.problem.loss
            S = changes["scores"].change(self.problem) if "scores" in changes else self.scores
            losses, G = losses_at(loss, y, S.copy())
            M = loss.margins(S.T, y)
            self._slopes[key] = Slopes(loss, G, S, None if M is None else M.T, y), losses
        return self._slopes[key]

    def data(self, changes: Changes) -> Data:
        key = tuple(map(changes.get, DATA))
        if key not in self._data:
            self._data[key] = self._computed(changes)
        return self._data[key]

    def _computed(self, changes: Changes) -> Data:
        slopes, losses = self._all_slopes(changes)
        coordinates, rows, per = self.coordinates, np.arange(len(self.problem.X)), len(self.problem.X)
        if "points" in changes:
            rows, per = changes["points"].change
            M = None if slopes.M is None else slopes.M[:, rows]
            slopes = Slopes(slopes.loss, slopes.G[:, rows], slopes.S[:, rows], M, slopes.y[rows])
            losses, coordinates = losses[rows], coordinates[rows]
        if "slopes" in changes:
            slopes = slopes._replace(G=changes["slopes"].change(slopes))
        G = slopes.G
        if "own" in changes:
            G = G.copy()
            G[own_places(slopes)] = changes["own"].change(slopes)
        return Data(G, G @ coordinates, losses, rows, 1.0 / per)

    def gradient(self, changes: Changes) -> Array:
        """∂L/∂theta (C, D + 1), a class a row, the bias last."""
        data = self.data(changes)
        slope = changes["penalty"].change[0] if "penalty" in changes else self.penalty[0]
        signs = changes["sign"].change if "sign" in changes else (1.0, 1.0)
        found: Array = (signs[0] * self.share(changes)) * data.product + (signs[1] * self.strength(changes)) * slope
        if "bias" in changes:
            found = changes["bias"].change(found, self.right)
        return changes["layout"].change(found) if "layout" in changes else found

    def share(self, changes: Changes) -> float:
        """What the sum over the points is multiplied by: 1/N, if all is right."""
        mean = changes["mean"].change if "mean" in changes else self.data(changes).share
        return float(mean * (changes["factor"].change if "factor" in changes else 1.0))

    def strength(self, changes: Changes) -> float:
        return float(changes["strength"].change) if "strength" in changes else 1.0

    def values(self, changes: Changes) -> tuple[float, ...]:
        """Losses that might stand beside this gradient: the right one, one with the same mistakes, one with some."""
        paid = self.strength(changes) * (changes["penalty"].change[1] if "penalty" in changes else self.penalty[1])
        both: tuple[tuple[float, Changes], ...]
        both = ((self.penalty[1], {}), (float(paid), changes), (float(paid), {}), (self.penalty[1], changes))
        return tuple(self._value(changes, made, price) for price, made in both)

    def _value(self, changes: Changes, made: Changes, paid: float) -> float:
        kept: Changes = {stage: made[stage] for stage in DATA if stage in made and stage not in ("slopes", "own")}
        losses = self.data(kept).losses
        parts = Parts(losses, self.share(made), paid, self.own)
        if "value" in changes:
            return float(changes["value"].change(parts))
        return float(losses.sum()) * parts.share + paid

    def slopes(self, changes: Changes) -> Array:
        """∂L/∂S (N, C) as this computation has it; 0 for points that do not count."""
        data, sign = self.data(changes), changes["sign"].change[0] if "sign" in changes else 1.0
        found = np.zeros((len(self.problem.X), len(data.G)))
        found[data.rows] = sign * self.share(changes) * data.G.T
        return found
