"""What a mistake is: one stage of the computation of a gradient, done in another way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from app.core.losses import Loss
from app.core.problem import Problem
from app.core.types import Array, Ints

Stage = Literal[
    "scores", "labels", "points", "loss", "slopes", "own", "mean", "factor", "penalty", "strength", "sign", "bias",
    "layout", "value",
]  # fmt: skip
STAGES: tuple[Stage, ...] = Stage.__args__  # type: ignore[attr-defined]
"""A gradient is computed in these stages, one after the other; two mistakes go together if their stages differ.

What a `Variant.change` is depends on its stage:

scores: (problem) -> Sᵀ (C, N). labels: the classes (N,) that are used. points: (rows, n), the points that count and by
how many they are averaged. loss: another loss. slopes: `Slopes` -> ∂ℓ/∂S (C, n), own: the same, but the correct
class's alone, (n,). mean: the factor of the data part, for 1/n. factor: what the data part is multiplied by besides.
penalty: the penalty's part of the gradient (C, D + 1) and its price. strength: what that part is multiplied by.
sign: (of the data part, of the penalty's part). bias: (gradient (C, D + 1), the right one) -> the same with another
last column, or with that column alone changed. layout: gradient -> the same, rearranged. value: `Parts` -> the loss
that is reported.
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
    `cost` is how much it takes to believe it, beside an ordinary mistake: what many a gradient coincides with is named
    after what was meant, and what only limits another mistake costs less.
    """

    kind: str
    stage: Stage
    title: str
    sentence: str
    code: str
    fix: str
    variants: Callable[[Problem], Iterator[tuple[str, Any]]]
    cost: float = 1.0
    pointwise: bool = True  # is what a point's slopes become its own affair, whatever the others are?


@dataclass(frozen=True, eq=False, slots=True)
class Variant:
    """One form of a mistake in one problem; `note` says which, where there are several."""

    mistake: Mistake
    note: str
    change: Any

    @property
    def stage(self) -> Stage:
        return self.mistake.stage


Changes = dict[Stage, Variant]


def variants(mistake: Mistake, problem: Problem) -> list[Variant]:
    return [Variant(mistake, note, change) for note, change in mistake.variants(problem)]


def cost(changes: Changes) -> float:
    """How much it takes to believe these mistakes together."""
    return sum(variant.mistake.cost for variant in changes.values())


def constant(change: Any) -> Callable[[Problem], Iterator[tuple[str, Any]]]:
    """Variants of a mistake that has one form, the same in every problem."""

    def one(problem: Problem) -> Iterator[tuple[str, Any]]:
        yield "", change

    return one
