"""Variants of a problem: their start, their names, and the window that they share."""

from typing import Any

import numpy as np
import pytest

from app.core.compare import comparable, name_of, refusal, shared_view, variant
from app.core.fast.train import train
from app.core.losses import CrammerSinger, Hinge, Logistic, Loss, Softmax, WestonWatkins
from app.core.optimizers import SGD, Adam, Pegasos
from app.core.penalties import L2, NoPenalty
from app.core.plane import FITTED, Viewport
from app.core.problem import Problem
from app.core.schedules import Cosine
from tests.core.problems import nine_points, random_problem


def test_a_variant_has_the_same_points_start_and_batches() -> None:
    problem = nine_points(batch=2, seed=5)
    other = variant(problem, {"loss": Softmax(), "optimizer": Adam()})
    for name in ("X", "y", "W", "b"):
        assert np.array_equal(getattr(other, name), getattr(problem, name))
    pairs = zip(train(problem, 20).batches, train(other, 20).batches, strict=True)
    assert all(np.array_equal(ours, theirs) for ours, theirs in pairs)


def test_a_variant_without_a_difference_runs_exactly_as_the_problem() -> None:
    ours, theirs = train(nine_points(), 30), train(variant(nine_points(), {}), 30)
    for name in ("totals", "data", "penalty", "accuracy", "gradient_norm", "W", "b"):
        assert np.array_equal(getattr(ours, name), getattr(theirs, name))


@pytest.mark.parametrize(("old", "new"), [(WestonWatkins(), Hinge()), (Logistic(), Softmax())])
def test_between_many_classes_and_two_the_decision_stays(old: Loss, new: Loss) -> None:
    problem = random_problem(3, N=40, C=2, loss=old)
    other = variant(problem, {"loss": new})
    assert other.columns == (1 if new.binary else 2)
    scores, others = problem.X @ problem.W + problem.b, other.X @ other.W + other.b
    assert np.array_equal(problem.classify(scores), other.classify(others))
    lead, theirs = (s[:, 0] if s.shape[1] == 1 else s[:, 1] - s[:, 0] for s in (scores, others))
    assert np.allclose(lead, theirs, rtol=1e-14, atol=1e-14)


def test_a_loss_of_two_classes_cannot_take_three() -> None:
    said = refusal(nine_points(), Hinge())
    assert said is not None
    assert "this problem has 3; compare" in said
    assert refusal(nine_points(), Softmax()) is None
    assert refusal(random_problem(C=2), Hinge()) is None
    assert refusal(random_problem(loss=Logistic()), Hinge()) is None


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ({}, "Unchanged"),
        ({"loss": CrammerSinger()}, "Crammer–Singer"),
        ({"loss": CrammerSinger(delta=2.0)}, "Crammer–Singer, Δ 2"),
        ({"loss": WestonWatkins(kink=0.5)}, "Weston–Watkins, slope at the kink 0.5"),
        ({"optimizer": Adam()}, "Adam, η 0.05"),
        ({"optimizer": SGD(learning_rate=0.1)}, "SGD, η 0.1"),
        ({"optimizer": Adam(beta1=0.5)}, "Adam, η 0.05, β₁ 0.5"),
        ({"optimizer": Pegasos(projection=False)}, "Pegasos, ball of radius 1/√λ left free"),
        ({"penalty": NoPenalty()}, "Penalty none"),
        ({"penalty": L2(strength=0.01, convention="half")}, "Penalty L2, λ 0.01, convention ½λ‖W‖²"),
        ({"loss": Softmax(), "schedule": Cosine()}, "Softmax · schedule cosine"),
    ],
    ids=str,
)
def test_a_name_says_what_differs(stated: dict[str, Any], name: str) -> None:
    assert name_of(nine_points(), stated) == name


def test_totals_are_comparable_where_loss_and_penalty_are_the_same() -> None:
    problem = nine_points()

    def with_(**stated: Any) -> list[Problem]:
        return [problem, variant(problem, stated)]

    assert comparable(with_(optimizer=Adam()))
    assert not comparable(with_(loss=WestonWatkins(delta=2.0)))
    assert not comparable(with_(penalty=L2(strength=0.2)))


def test_all_variants_have_the_arrows_of_the_start_or_of_the_longest_weights() -> None:
    problem, W = nine_points(), np.array([[[3.0], [4.0]], [[6.0], [8.0]]])
    assert shared_view(problem, [W], FITTED).unit == np.hypot(2, 4)
    assert shared_view(nine_points(W=np.zeros((2, 3))), [W, W / 2], FITTED).unit == 10
    assert shared_view(nine_points(W=np.zeros((2, 3))), [0 * W], FITTED) == FITTED
    given = Viewport([0.0, 1.0, 0.0, 1.0], 7.0)
    assert shared_view(problem, [W], given) == given
