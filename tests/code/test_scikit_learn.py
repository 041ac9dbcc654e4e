"""The equivalents in scikit-learn, by the objectives of its user guide written out here. None is run in this file."""

import re
from typing import Any

import numpy as np
import pytest

from app.code import Unwritable, write
from app.code.scikit_learn import EQUIVALENTS, equivalent
from app.core import Problem, gradient
from app.core.losses import LOSSES, Hinge, Loss, SquaredHinge, WestonWatkins
from app.core.penalties import L1, L2, NoPenalty, Penalty
from app.core.types import Array, Ints
from tests.core.problems import PENALTY_VARIANTS, random_problem


def signed(S: Array, y: Ints) -> Array:
    """t·s for every machine: one a class, or one for two classes."""
    t = 2 * y[:, None] - 1 if S.shape[1] == 1 else np.where(np.arange(S.shape[1]) == y[:, None], 1, -1)
    return t * S


def costs(call: str, S: Array, y: Ints) -> Array:
    """What the estimator multiplies by C, a number a point."""
    z = signed(S, y)
    if "crammer_singer" in call:
        rivals = np.where(np.arange(S.shape[1]) == y[:, None], -np.inf, S + 1)
        return np.maximum(0, rivals.max(axis=1) - S[np.arange(len(y)), y])
    if "squared_hinge" in call:
        return (np.maximum(0, 1 - z) ** 2).sum(axis=1)
    if "SVC" in call:
        return np.maximum(0, 1 - z).sum(axis=1)
    if S.shape[1] == 1:
        return np.log1p(np.exp(-z[:, 0]))
    return np.log(np.exp(S).sum(axis=1)) - S[np.arange(len(y)), y]


def price(call: str, W: Array, b: Array, alpha: float) -> float:
    """What it adds: the norm of the weights, for LinearSVC with the bias among them."""
    w = np.vstack([W, b]) if "LinearSVC" in call else W
    share = (
        eval(found[1], {"alpha": alpha}) if (found := re.search(r"l1_ratio=(\w+)", call)) else 'penalty="l1"' in call
    )
    return float(share * np.abs(w).sum() + (1 - share) / 2 * np.square(w).sum())


def problem_of(loss: Loss, penalty: Penalty) -> Problem:
    problem = random_problem(3, N=20, C=3, loss=loss, penalty=penalty)
    assert len(set(problem.y.tolist())) == problem.classes
    return problem


FOUND = [
    (loss, penalty)
    for loss in (cls() for cls in LOSSES if cls.kind in EQUIVALENTS)
    for penalty in PENALTY_VARIANTS
    if EQUIVALENTS[loss.kind][0](problem_of(loss, penalty))
]


@pytest.mark.parametrize(("loss", "penalty"), FOUND, ids=str)
def test_its_objective_is_our_loss_times_one_number(loss: Loss, penalty: Any) -> None:
    problem = problem_of(loss, penalty)
    call = equivalent(problem).call
    text = re.search(r"C = (.+?)  #", write(problem, 0, "scikit-learn").code)
    assert text
    C = eval(text[1], {"X": problem.X, "lam": penalty.strength})
    theirs = C * costs(call, problem.X @ problem.W + problem.b, problem.y).sum()
    theirs += price(call, problem.W, problem.b, getattr(penalty, "alpha", 0.0))
    assert theirs == pytest.approx(gradient(problem).total * len(problem.X) * C, rel=1e-12)


def test_every_loss_that_is_listed_has_an_equivalent() -> None:
    assert {loss.kind for loss, _ in FOUND} == set(EQUIVALENTS)
    assert len(FOUND) == 21


@pytest.mark.parametrize(
    ("loss", "penalty", "field"),
    [
        (WestonWatkins(), L2(), "loss/kind"), (Hinge(), L1(), "penalty"), (Hinge(), NoPenalty(), "penalty"),
        (SquaredHinge(), L2(), "penalty"), (Hinge(), L2(strength=0.0), "penalty/strength"),
        (Hinge(delta=0.5), L2(), "loss/delta"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_not_the_same_is_refused(loss: Loss, penalty: Penalty, field: str) -> None:
    with pytest.raises(Unwritable) as refused:
        equivalent(problem_of(loss, penalty))
    assert refused.value.field == field


def test_two_columns_for_two_classes_are_refused() -> None:
    with pytest.raises(Unwritable, match="choose a binary loss"):
        equivalent(random_problem(C=2, N=20, loss=LOSSES[4](), penalty=L2()))
