"""What an update is made of and what it does: by hand on the nine points, and against differences everywhere."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from app.core import Problem, gradient, trace
from app.core.check.update_effect import Effect, effect, zero_loss
from app.core.losses import CrammerSinger, Loss, Softmax, WestonWatkins
from app.core.optimizers import SGD
from app.core.penalties import L2, NoPenalty
from tests.core.problems import WITH_EVERY_SMOOTH_LOSS, convex, nine_points, problems, random_problem, scored


def why(problem: Problem, iteration: int = 0) -> Effect:
    return effect(trace(problem, iteration))


def test_the_nine_points_pull_as_their_mask_says() -> None:
    found = why(nine_points())
    assert (found.slopes * 9).round(12).tolist()[3:5] == [[1, -2, 1], [1, -2, 1]]
    # Point 1 breaks two margins: √(2² + 1² + 1²) / 9 times its length √(0.8² + 0.3²).
    assert found.strengths[1] == pytest.approx(np.sqrt(6 * 0.73) / 9, rel=1e-14)
    assert found.strengths.argmax() == 1
    assert found.strengths[2] == 0  # it keeps every margin


def test_the_first_step_of_the_nine_points_is_predicted_but_for_the_bend_of_the_penalty() -> None:
    found = why(nine_points())
    predicted, actual = found.batch
    assert predicted.total == pytest.approx(-0.1 * 2.69037037, rel=1e-8)  # −η‖∂L/∂(W, b)‖²
    assert len(found.crossed) == 0
    assert actual.data == pytest.approx(predicted.data, rel=1e-12)
    # λ‖W + Δ‖² bends by λ‖Δ‖², where Δ = −η·∂L/∂W.
    assert actual.penalty - predicted.penalty == pytest.approx(0.1 * 0.01 * (gradient(nine_points()).dW ** 2).sum())
    assert found.shrink == pytest.approx(2 * 0.1 * 0.1)
    assert found.penalty_norm == pytest.approx(0.2 * np.sqrt(35))


def test_a_margin_that_changes_sides_is_named_and_its_surplus_is_what_the_slope_did_not_know() -> None:
    # One point, M = 0.5: the slope goes on below zero, the loss stops there.
    problem = scored([[0.5, 0.0]], [0], optimizer=SGD(learning_rate=1.0))
    found = why(problem)
    assert found.crossed.tolist() == [[0, 1]]
    assert found.margins.tolist() == [[0.5, -3.5]]  # W and b move: 2 + 2
    assert found.batch.predicted.data == -4.0
    assert found.batch.actual.data == -0.5
    assert found.surplus.tolist() == [3.5]


def test_crammer_and_singer_cross_where_the_closest_rival_changes() -> None:
    problem = scored([[0.0, 0.3, 0.2]], [0], loss=CrammerSinger(), optimizer=SGD(learning_rate=0.1))
    found = why(problem)
    assert found.crossed.tolist() == [[0, 1], [0, 2]]
    assert (found.margins > 0).all()
    assert found.surplus[0] > 0


def test_a_step_from_zero_weights_has_nothing_to_shrink() -> None:
    problem = nine_points(W=np.zeros((2, 3)), b=np.zeros(3))
    assert why(problem).shrink is None
    assert why(problem).penalty_norm == 0


@given(problems())
def test_the_pulls_add_up_to_the_gradient_and_the_parts_to_the_loss(problem: Problem) -> None:
    found, steps = why(problem), trace(problem)
    price = gradient(problem).dW - gradient(replace(problem, penalty=NoPenalty())).dW
    np.testing.assert_allclose(problem.X.T @ found.slopes + price, steps["dW"].value, atol=1e-12)
    lengths = np.linalg.norm(problem.X[:, :, None] * found.slopes[:, None, :], axis=(1, 2))
    np.testing.assert_allclose(found.strengths, lengths, atol=1e-12)
    change = gradient(steps.after).total - gradient(problem).total
    assert found.whole.actual.total == pytest.approx(change, abs=1e-12)
    for own, all_points in zip(found.batch, found.whole, strict=True):
        assert own == pytest.approx(all_points, abs=1e-12)  # the batch is all of them


@given(problems(convex()))
def test_nothing_costs_less_than_a_convex_loss_foretells(problem: Problem) -> None:
    found = why(problem)
    assert found.surplus.min() >= -1e-9
    between = found.batch.actual.data - found.batch.predicted.data
    assert found.surplus.mean() == pytest.approx(between, abs=1e-9)
    untouched = np.delete(found.surplus, np.unique(found.crossed[:, 0]))
    if hasattr(problem.loss, "kink"):
        np.testing.assert_allclose(untouched, 0, atol=1e-9)  # straight pieces: only a kink can differ


@WITH_EVERY_SMOOTH_LOSS
def test_the_prediction_is_the_difference_of_a_step_too_small_to_bend(loss: Loss) -> None:
    problem = random_problem(3, loss=loss, optimizer=SGD(learning_rate=1e-7))
    found = why(problem)
    assert found.batch.actual.total == pytest.approx(found.batch.predicted.total, rel=1e-4)
    assert len(found.crossed) == 0


@pytest.mark.parametrize("iteration", [0, 1, 5])
def test_a_batch_has_an_account_of_its_own(iteration: int) -> None:
    problem = random_problem(1, N=12, batch=4, penalty=L2())
    steps = trace(problem, iteration)
    found = effect(steps)
    outside = np.setdiff1d(np.arange(12), steps.batch)
    assert not found.slopes[outside].any()
    X, y = problem.X[steps.batch], problem.y[steps.batch]
    before, after = (gradient(replace(each, X=X, y=y)) for each in (steps.problem, steps.after))
    square = (before.dW**2).sum() + (before.db**2).sum()
    assert found.batch.predicted.total == pytest.approx(-0.1 * square)
    assert found.batch.actual.total == pytest.approx(after.total - before.total)
    assert found.whole.actual.total == pytest.approx(gradient(steps.after).total - gradient(steps.problem).total)


@pytest.mark.parametrize(
    ("loss", "cost"), [(WestonWatkins(delta=2.0), 4.0), (CrammerSinger(delta=2.0), 2.0), (Softmax(), np.log(3))]
)
def test_knowing_nothing_costs_what_maths_says(loss: Loss, cost: float) -> None:
    assert zero_loss(nine_points(loss=loss)) == pytest.approx(cost, rel=1e-15)
