"""Rows worked out by hand for the losses beside Weston–Watkins: corners, ties, empty classes, scores of a million."""

from typing import Any

import numpy as np
import pytest

from app.core import Problem, gradient, trace
from app.core.losses import (
    LOSSES,
    BinaryLoss,
    Hinge,
    HuberizedTruncatedPinball,
    Logistic,
    Loss,
    OneVsAll,
    Perceptron,
    Pinball,
    SmoothHinge,
    Softmax,
    SquaredHinge,
    SquaredWestonWatkins,
    TruncatedPinball,
)  # fmt: skip
from app.core.penalties import L1, ElasticNet, NoPenalty
from tests.core.problems import convex, losses, random_problem, scored


def rows(problem: Problem) -> tuple[list[float], list[list[float]]]:
    """ℓ and N·∂L/∂S, which both accounts must give alike, and without a −0."""
    closed, steps = gradient(problem), trace(problem)
    signals = closed.dS * len(problem.X)
    np.testing.assert_array_equal(signals, steps["dS"].value)
    np.testing.assert_array_equal(closed.per_point, steps["l"].value)
    assert not np.signbit(signals[signals == 0]).any()
    return closed.per_point.tolist(), signals.tolist()


def slopes_at(loss: BinaryLoss, shortfalls: list[float]) -> list[float]:
    """∂ℓ/∂u at these shortfalls, by points of class 0, whose u is Δ + s."""
    S = [[u - loss.delta] for u in shortfalls]
    return [row[0] for row in rows(scored(S, [0] * len(S), loss=loss))[1]]


@pytest.mark.parametrize(("kink", "slope"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)])
def test_the_binary_hinge_has_the_slope_that_was_chosen_at_its_kink(kink: float, slope: float) -> None:
    assert slopes_at(Hinge(kink=kink), [-1, 0, 1]) == [0, slope, 1]
    assert slopes_at(Hinge(kink=kink, tolerance=0.5), [-0.75, -0.5, 0.25, 0.75]) == [0, slope, slope, 1]


@pytest.mark.parametrize(("kink", "slope"), [(0.0, -0.5), (0.5, 0.25), (1.0, 1.0)])
def test_the_pinball_takes_its_left_or_right_slope_at_zero_or_between(kink: float, slope: float) -> None:
    assert slopes_at(Pinball(tau=0.5, kink=kink), [-2, 0, 3]) == [-0.5, slope, 1]


@pytest.mark.parametrize(
    ("kink", "slopes"),
    [(0.0, [0, 0, -0.5, -0.5, 1, 1, 0]), (0.5, [0, -0.25, -0.5, 0.25, 1, 0.5, 0]), (1.0, [0, -0.5, -0.5, 1, 1, 0, 0])],
)
def test_the_cuts_of_the_truncated_pinball_are_kinks_too(kink: float, slopes: list[float]) -> None:
    loss = TruncatedPinball(tau=0.5, a=1.0, kappa=2.0, kink=kink)
    assert slopes_at(loss, [-3, -1, -0.5, 0, 1, 2, 5]) == slopes
    costs = gradient(scored([[u - 1.0] for u in (-3.0, -1.0, 0.0, 2.0, 5.0)], [0] * 5, loss=loss)).per_point
    assert costs.tolist() == [0.5, 0.5, 0, 2, 2]


@pytest.mark.parametrize("kink", [0.0, 0.5, 1.0])
def test_a_round_bottom_has_no_kink_at_zero_but_keeps_those_of_the_cuts(kink: float) -> None:
    loss = HuberizedTruncatedPinball(tau=0.5, a=1.0, kappa=2.0, width=0.5, kink=kink)
    left, right = -0.5 * kink, 1 - kink
    assert slopes_at(loss, [-3, -1, -0.25, 0, 0.25, 0.5, 2, 3]) == [0, left, -0.25, 0, 0.5, 1, right, 0]
    costs = gradient(scored([[u - 1.0] for u in (-0.5, -0.25, 0.25, 0.5, 2.0)], [0] * 5, loss=loss)).per_point
    np.testing.assert_allclose(costs, [0.125, 0.03125, 0.0625, 0.25, 1.75])


def test_without_cuts_the_truncated_pinball_is_the_pinball() -> None:
    problem = random_problem(loss=Pinball(tau=0.3))
    cut = Problem(problem.X, problem.y, problem.W, problem.b, TruncatedPinball(tau=0.3, a=None, kappa=None))
    np.testing.assert_array_equal(gradient(cut).dW, gradient(problem).dW)


def test_squares_have_no_slope_where_the_margin_is_just_kept() -> None:
    assert slopes_at(SquaredHinge(), [-1, 0, 0.5, 2]) == [0, 0, 1, 4]
    # M = (own, 0, 2, −1): the squares 0 + 4, the slopes 0, 4, 0.
    assert rows(scored([[0.0, -1.0, 1.0, -2.0]], [0], loss=SquaredWestonWatkins())) == ([4], [[-4, 0, 4, 0]])


def test_the_smooth_hinge_is_a_parabola_up_to_gamma_and_a_line_from_there() -> None:
    # M = 0, 0.25, 0.5, 2 with γ = 0.5: 0, 1/16, 1/4, 7/4; slopes 0, 1/2, 1, 1.
    problem = scored([[0.0, -1.0, -0.75, -0.5, 1.0]], [0], loss=SmoothHinge(gamma=0.5))
    assert rows(problem) == ([2.0625], [[-2.5, 0, 0.5, 1, 1]])


def test_one_vs_all_asks_every_class_by_itself() -> None:
    # Class 1 is right with 2 ≥ Δ; class 0 must be below −1 and is −2; class 2 is 0.5: 1.5 is missing.
    assert rows(scored([[-2.0, 2.0, 0.5]], [1], loss=OneVsAll())) == ([1.5], [[0, 0, 1]])
    assert rows(scored([[0.5, 0.0]], [0], loss=OneVsAll())) == ([1.5], [[-1, 1]])


@pytest.mark.parametrize(("kink", "own", "other"), [(0.0, 0, 0), (0.5, -0.5, 0.5), (1.0, -1, 1)])
def test_one_vs_all_on_its_margins_has_the_slope_that_was_chosen(kink: float, own: float, other: float) -> None:
    assert rows(scored([[1.0, -1.0, -3.0]], [0], loss=OneVsAll(kink=kink)))[1] == [[own, other, 0]]


@pytest.mark.parametrize(("kink", "row"), [(0.0, [0, 0, 0]), (0.5, [-0.5, 0.5, 0]), (1.0, [-1, 1, 0])])
def test_the_perceptron_at_a_tie_pulls_at_the_first_rival_if_the_slope_at_the_kink_says_so(
    kink: float, row: list[float]
) -> None:
    assert rows(scored(np.zeros((1, 3)), [0], loss=Perceptron(kink=kink))) == ([0], [row])
    assert rows(scored([[0.0, 2.0, 2.0]], [0], loss=Perceptron(kink=kink))) == ([2], [[-1, 1, 0]])


@pytest.mark.parametrize("classes", [2, 3, 8])
def test_zero_weights_cost_what_maths_says(classes: int) -> None:
    prices = {
        OneVsAll(delta=1.5): classes * 1.5, SquaredWestonWatkins(delta=2.0): 4.0 * (classes - 1), Perceptron(): 0.0,
        SmoothHinge(delta=2.0, gamma=0.5): 1.75 * (classes - 1),
    }  # fmt: skip
    for loss, price in prices.items():
        assert gradient(scored(np.zeros((2, classes)), [0, 1], loss=loss)).data == pytest.approx(price)
    two = scored(np.zeros((2, 1)), [0, 1], loss=Logistic())
    assert gradient(two).data == pytest.approx(np.log(2))


@pytest.mark.parametrize("loss", losses(), ids=str)
def test_scores_of_a_million_stay_finite(loss: Loss) -> None:
    S = [[1e6], [-1e6], [1e6], [0.0]] if loss.binary else [[1e6, -1e6], [-1e6, 1e6], [1e6, 1e6], [0.0, 0.0]]
    problem = scored(S, [0, 0, 1, 1], loss=loss)
    with np.errstate(all="raise", under="ignore"):
        found, steps = gradient(problem), trace(problem)
    for numbers in (found.per_point, found.dS, found.dW, *(s.value for s in steps.steps)):
        assert np.isfinite(numbers).all()


def test_the_logistic_loss_of_a_million_is_the_score_and_its_slope_is_one() -> None:
    assert rows(scored([[1e6], [1e6], [-1e6]], [0, 1, 1], loss=Logistic())) == ([1e6, 0, 1e6], [[1], [0], [-1]])


@pytest.mark.parametrize("loss", [cls() for cls in LOSSES], ids=lambda loss: loss.kind)
def test_a_class_without_points_is_no_obstacle(loss: Loss) -> None:
    S = np.zeros((2, 1 if loss.binary else 3))
    losses_found, signals = rows(scored(S, [1, 1], loss=loss))
    assert losses_found[0] == losses_found[1]
    assert signals[0] == signals[1]


@pytest.mark.parametrize("loss", [loss for loss in convex() if loss.binary], ids=str)
def test_of_two_classes_both_are_treated_alike(loss: Loss) -> None:
    S = np.array([[0.3], [-2.0], [1.7]])
    one, other = gradient(scored(S, [1, 0, 1], loss=loss)), gradient(scored(-S, [0, 1, 0], loss=loss))
    np.testing.assert_array_equal(one.per_point, other.per_point)
    np.testing.assert_array_equal(one.dS, -other.dS)
    assert one.accuracy == other.accuracy == 1


def test_the_logistic_loss_is_the_softmax_of_two_columns() -> None:
    S = np.array([[0.3], [-2.0], [1.7]])
    one, two = (scored(A, [1, 0, 0], loss=loss) for A, loss in ((S, Logistic()), (S * [-0.5, 0.5], Softmax())))
    np.testing.assert_allclose(gradient(one).per_point, gradient(two).per_point, rtol=1e-14)
    np.testing.assert_allclose(gradient(one).dS[:, 0], gradient(two).dS[:, 1], rtol=1e-14)


def test_l1_and_the_elastic_net_by_hand_and_their_slope_at_zero() -> None:
    parts: dict[str, Any] = {
        "X": np.zeros((1, 2)),
        "y": [0],
        "W": np.array([[2.0, 0.0], [-1.0, 3.0]]),
        "b": np.array([0.0, -4.0]),
    }
    for penalty, price, dW, db in (
        (L1(strength=0.5), 3.0, [[0.5, 0], [-0.5, 0.5]], [0, 0]),
        (L1(strength=0.5, penalize_bias=True), 5.0, [[0.5, 0], [-0.5, 0.5]], [0, -0.5]),
        (ElasticNet(strength=0.5, alpha=0.5), 3.25, [[0.75, 0], [-0.5, 1]], [0, 0]),
        (ElasticNet(strength=0.5, alpha=0.5, penalize_bias=True), 6.25, [[0.75, 0], [-0.5, 1]], [0, -1.25]),
    ):
        with_it, without = (gradient(Problem(**parts, penalty=one)) for one in (penalty, NoPenalty()))
        assert with_it.penalty == pytest.approx(price)
        np.testing.assert_allclose(with_it.dW - without.dW, dW, atol=1e-15)
        np.testing.assert_allclose(with_it.db - without.db, db, atol=1e-15)
