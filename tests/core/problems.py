"""The problems that the tests of the core share: the nine points, random ones, and every member of the registries."""

from dataclasses import dataclass, fields
from itertools import product
from typing import Any, TypeVar, get_type_hints

import numpy as np
import pytest
from hypothesis import strategies as st

from app.core.datasets import generate
from app.core.datasets.nine_points import NinePoints
from app.core.knob import Choice, marks
from app.core.losses import LOSSES, Loss, WestonWatkins
from app.core.penalties import L2, PENALTIES, NoPenalty, Penalty
from app.core.problem import Problem
from app.core.tape.layers import Picture
from app.core.tape.tape import Op, Pull, V, step
from app.core.types import Array

Member = TypeVar("Member")


@dataclass(frozen=True, kw_only=True)
class L1(Penalty):
    """λ‖W‖₁ and half a square: what a proximal rule has to take apart."""

    strength: float = 0.3
    square: float = 0.1
    penalize_bias: bool = False

    @property
    def curvature(self) -> float:
        return self.square

    @property
    def l1(self) -> float:
        return self.strength

    def __call__(self, W: V, b: V) -> V:
        return step("R", "penalty", PRICE(W, b, self))

    def slope(self, theta: Array) -> tuple[float, Array]:
        paid = theta if self.penalize_bias else np.column_stack([theta[:, :-1], np.zeros(len(theta))])
        price = self.strength * np.abs(paid).sum() + 0.5 * self.square * np.square(paid).sum()
        return float(price), self.strength * np.sign(paid) + self.square * paid


def _pull(place: int) -> Pull:
    def slope(g: Array, out: Array, *parts: Any) -> Array:
        penalty = parts[2]
        paid = parts[place] * (1.0 if place == 0 or penalty.penalize_bias else 0.0)
        return penalty.strength * np.sign(paid) + penalty.square * paid

    picture: Picture = ("shifts",) if place else ("decay",)
    return Pull(
        "penalty part", "", "A price.", "What is asked?", picture, slope, lambda at, part, *rest: (str(part[at]), []),
    )  # fmt: skip


PRICE = Op(
    "R", "A price.", "What is the price?", ("weights",),
    lambda W, b, penalty: np.array(penalty.slope(np.vstack([W, b]).T)[0]),
    lambda at, out, W, b, penalty: (str(out), []), (_pull(0), _pull(1), None),
)  # fmt: skip


def nine_points(**changes: Any) -> Problem:
    """maths.md's first preset: Δ = 1, λ = 0.1 in the full convention, the full batch, η = 0.1."""
    X, y, W, b = generate(NinePoints(), 0)
    parts = {"X": X, "y": y, "W": W, "b": b, "loss": WestonWatkins(), "penalty": L2()}
    return Problem(**{**parts, **changes})


def scored(scores: Any, y: list[int], **parts: Any) -> Problem:
    """A problem whose scores are exactly these: each point is a unit vector of its own."""
    S = np.array(scores)
    return Problem(np.eye(len(S)), np.array(y), S, np.zeros(S.shape[1]), **{"penalty": NoPenalty(), **parts})


def random_problem(seed: int = 0, N: int = 7, D: int = 3, C: int = 4, **parts: Any) -> Problem:
    """Points, weights and bias that lie on no kink and no tie; a binary loss gets its two classes and one column."""
    rng, binary = np.random.default_rng(seed), "loss" in parts and parts["loss"].binary
    if binary:
        y, X = rng.integers(2, size=N), rng.normal(size=(N, D))
        return Problem(X, y, rng.normal(size=(D, 1)), rng.normal(size=1), **parts)
    X, y, W, b = rng.normal(size=(N, D)), rng.integers(C, size=N), rng.normal(size=(D, C)), rng.normal(size=C)
    return Problem(X, y, W, b, **parts)


def variants(cls: type[Member]) -> list[Member]:
    """A member of a registry with every combination of its choices."""
    hints = get_type_hints(cls, include_extras=True)
    found = {f.name: marks(hints[f.name]) for f in fields(cls)}  # type: ignore[arg-type]
    choices = [(name, mark.options) for name, of in found.items() for mark in of if isinstance(mark, Choice)]
    return [cls(**dict(chosen)) for chosen in product(*([(name, v) for v, _ in options] for name, options in choices))]


def with_knobs(**knobs: Any) -> list[Loss]:
    """Every loss that has all of these knobs, with these values."""
    return [cls(**knobs) for cls in LOSSES if set(knobs) <= {f.name for f in fields(cls)}]  # type: ignore[arg-type]


def smooth_losses() -> list[Loss]:
    """Every loss, and again with another Δ where it has one, and with one cut or none where it has cuts."""
    others = (
        with_knobs(delta=0.7) + with_knobs(a=None) + with_knobs(kappa=None, tau=0.2) + with_knobs(a=None, kappa=None)
    )
    return [loss for cls in LOSSES for loss in variants(cls)] + others


def losses() -> list[Loss]:
    """Those, and again with a kink that is wide and has a slope of its own."""
    return smooth_losses() + with_knobs(kink=0.5, tolerance=0.4)


def multiclass(*, pairwise: bool = False) -> list[Loss]:
    """Those with a column a class; on request only those whose rows of ∂L/∂S add up to zero."""
    return [loss for loss in losses() if not loss.binary and (loss.pairwise or not pairwise)]


PENALTY_VARIANTS: list[Penalty] = [penalty for cls in PENALTIES for penalty in variants(cls)]
WITH_EVERY_LOSS = pytest.mark.parametrize("loss", losses(), ids=str)
WITH_EVERY_SMOOTH_LOSS = pytest.mark.parametrize("loss", smooth_losses(), ids=str)
WITH_EVERY_PENALTY = pytest.mark.parametrize("penalty", PENALTY_VARIANTS, ids=str)


def convex() -> list[Loss]:
    """Those that are convex: without cuts, and without a wide kink, whose slope is none of the loss's own."""
    return [loss for loss in smooth_losses() if not hasattr(loss, "cuts")]


@st.composite
def problems(draw: st.DrawFn, among: list[Loss] | None = None, /, **parts: Any) -> Problem:
    """Any shape the page knows, any loss and penalty; the numbers are random, so kinks and ties have measure zero."""
    N, D, C = draw(st.integers(1, 40)), draw(st.integers(1, 6)), draw(st.integers(2, 8))
    parts = {
        "loss": draw(st.sampled_from(among or losses())),
        "penalty": draw(st.sampled_from(PENALTY_VARIANTS)),
        **parts,
    }
    return random_problem(draw(st.integers(0, 10_000)), N, D, C, **parts)
