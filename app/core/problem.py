"""One learning problem: data, weights, and how they are judged and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count, repeat

import numpy as np

from app.core.losses import Loss, WestonWatkins
from app.core.optimizers import SGD, Optimizer
from app.core.penalties import L2, Penalty
from app.core.schedules import Constant, Schedule
from app.core.types import Array, Ints

_SCORES_AT_ONCE = 12_288  # 96 KB: within the second-level cache, below malloc's threshold for mapping memory anew


@dataclass(frozen=True, eq=False)
class Problem:
    """X (N, D) points, y (N,) their classes 0 … C−1, W (D, C) and b (C,) the weights to begin with.

    Without a `bias` b is 0 and stays so: the coordinate that stands for it is 0 at every point, so that scores,
    gradients and updates know of none, and no penalty pulls at it.

    A binary loss has two classes and one column: W is (D, 1), b (1,), and wherever a shape has C for columns it is 1.

    `batch` is the number of points an update looks at, None for all of them; `seed` orders the batches. `schedule` lets
    the learning rate fall over the iterations; an optimizer that has no learning rate to set does not use it.
    """

    X: Array
    y: Ints
    W: Array
    b: Array
    loss: Loss = field(default_factory=WestonWatkins)
    penalty: Penalty = field(default_factory=L2)
    optimizer: Optimizer = field(default_factory=SGD)
    batch: int | None = None
    seed: int = 0
    schedule: Schedule = field(default_factory=Constant)
    bias: bool = True

    def __post_init__(self) -> None:
        for name, kind in (("X", np.float64), ("y", np.int64), ("W", np.float64), ("b", np.float64)):
            object.__setattr__(self, name, np.asarray(getattr(self, name), kind))
        assert self.X.ndim == 2, "X is N×D"
        assert len(self.X) > 0, "at least one point"
        assert self.y.shape == (len(self.X),), "y has one class a point"
        assert self.W.ndim == 2, "W is D×C"
        assert self.W.shape[0] == self.X.shape[1], "W has one row a coordinate"
        assert self.b.shape == (self.W.shape[1],), "b has one number a class"
        assert self.columns == 1 or not self.loss.binary, "a binary loss has one column"
        assert 0 <= self.y.min() <= self.y.max() < self.classes, "classes are 0 … C−1"
        assert self.bias or not self.b.any(), "without a bias b is 0"
        if self.penalty.penalize_bias and not self.bias:
            object.__setattr__(self, "penalty", replace(self.penalty, penalize_bias=False))  # type: ignore[type-var]

    @property
    def columns(self) -> int:
        """Columns of scores and weights: one a class, or one for both classes of a binary loss."""
        return int(self.W.shape[1])

    @property
    def classes(self) -> int:
        return 2 if self.loss.binary else self.columns

    def classify(self, S: Array) -> Ints:
        """The class of each row of scores (…, C): the first of the largest; 1 where a single score is positive."""
        return (S[..., 0] > 0.0).astype(np.int64) if self.loss.binary else S.argmax(axis=-1)

    @cached_property
    def design(self) -> Design:
        return Design.of(self.X, self.y, self.columns, self.bias)

    @cached_property
    def theta(self) -> Array:
        """Weights and bias as one (C, D + 1) array, a class a row, the bias last."""
        return np.vstack([self.W, self.b]).T.copy()

    @property
    def coordinates(self) -> Array:
        """The points (D + 1, N), one a column; the last row stands for the bias: 1, or 0 without one."""
        return np.vstack([self.X.T, np.full(len(self.X), float(self.bias))])

    @property
    def parameters(self) -> tuple[str, ...]:
        """What an update changes."""
        return ("W", "b") if self.bias else ("W",)

    def rate(self, t: int) -> float:
        """The learning rate of iteration t, as the schedule, or the optimizer on its own, has it."""
        return float(self.optimizer.rate(t, self.schedule, self.penalty))

    @property
    def batches_per_epoch(self) -> int:
        return 1 if self.batch is None else -(-len(self.X) // self.batch)

    def batches(self, start: int = 0) -> Iterator[Ints]:
        """The points of iteration `start`, start + 1, …: each epoch is one sweep in an order of its own."""
        if self.batch is None:
            yield from repeat(np.arange(len(self.X)))
        else:
            first, place = divmod(start, self.batches_per_epoch)
            for epoch in count(first):
                order = np.random.default_rng([self.seed, epoch]).permutation(len(self.X))
                skipped = place * self.batch if epoch == first else 0
                yield from (order[k : k + self.batch] for k in range(skipped, len(order), self.batch))


@dataclass(frozen=True, slots=True)
class Block:
    """Some of the points, with a coordinate that stands for the bias: 1, or 0 where there is none."""

    rows: Array  # (n, D + 1): theta @ rows.T are the scores, a class a row; both products read it along its rows
    own: Ints  # (n,): where the correct class's scores lie in theta @ rows.T, read flat (as if it had all the classes)


@dataclass(frozen=True, slots=True)
class Design:
    """All points, cut into blocks whose scores stay in the processor's cache and in memory that is already mapped.

    At N = 50,000 and C = 3 that is three times as fast as one block: most of the time went into page faults.
    """

    blocks: tuple[Block, ...]
    share: Array  # (N,): 1/N each

    @classmethod
    def of(cls, X: Array, y: Ints, columns: int, bias: bool = True) -> Design:
        n, most = len(X), max(64, _SCORES_AT_ONCE // columns)
        blocks = (_block(X[k : k + most], y[k : k + most], float(bias)) for k in range(0, n, most))
        return cls(tuple(blocks), np.full(n, 1.0 / n))


def _block(X: Array, y: Ints, bias: float) -> Block:
    return Block(np.concatenate([X, np.full((len(X), 1), bias)], axis=1), own_places(y))


def own_places(y: Ints, times: int = 1) -> Ints:
    """Where the correct classes' scores lie in scores (C, times·N) that are read flat; y (N,) stands `times` times."""
    n = times * len(y)
    return (y * n + np.arange(n).reshape(times, -1)).ravel()
