"""What a mistake is: one stage of the computation of a gradient, done in another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from app.core.losses import Loss
from app.core.problem import Problem
from app.core.types import Array, Ints

Stage = Literal["labels", "points", "loss", "slopes", "mean", "penalty", "sign", "layout", "value"]
STAGES: tuple[Stage, ...] = ("labels", "points", "loss", "slopes", "mean", "penalty", "sign", "layout", "value")
"""A gradient is computed in these stages, one after the other; two mistakes go together if their stages differ.

What a `Variant.change` is depends on its stage:

labels: the classes (N,) that are used. points: (rows, n), the points that count and by how many they are averaged.
loss: another loss. slopes: `Slopes` -> ∂ℓ/∂S (C, n). mean: the factor of the data part, for 1/n. penalty: the
penalty's part of the gradient (C, D + 1) and its price. sign: (of the data part, of the penalty's part).
layout: gradient (C, D + 1) -> the same, rearranged. value: `Parts` -> the loss that is reported.
"""


class Slopes(NamedTuple):
    """What there is when the loss's slopes are known: G = ∂ℓ/∂S and scores S (C, n), margins M or None, classes y."""

    loss: Loss
    G: Array
    S: Array
    M: Array | None
    y: Ints


class Parts(NamedTuple):
    """What the loss is made of: the points' losses (n,), the factor of their mean, the price of the weights."""

    losses: Array
    share: float
    paid: float
    own: float  # what a correct class would pay if it were its own rival


@dataclass(frozen=True, eq=False, slots=True)
class Mistake:
    """`code` is the line of NumPy that usually causes it and `fix` the right one.

    `variants(problem)` yields (note, change) for every form it can take there, and nothing where it does not apply.
    """

    kind: str
    stage: Stage
    title: str
    sentence: str
    code: str
    fix: str
    variants: Callable[[Problem], Iterator[tuple[str, Any]]]


@dataclass(frozen=True, eq=False, slots=True)
class Variant:
    """One form of a mistake in one problem; `note` says which, where there are several."""

    mistake: Mistake
    note: str
    change: Any

    @property
    def stage(self) -> Stage:
        return self.mistake.stage


def variants(mistake: Mistake, problem: Problem) -> list[Variant]:
    return [Variant(mistake, note, change) for note, change in mistake.variants(problem)]
