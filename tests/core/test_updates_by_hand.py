"""First updates and learning rates small enough to work out by hand, for every member of the two registries."""

from collections.abc import Iterator
from math import sqrt

import numpy as np
import pytest

from app.core import Problem, gradient, trace, train
from app.core.losses import Softmax
from app.core.optimizers import (
    OPTIMIZERS,
    SGD,
    AcceleratedProximal,
    AdaGrad,
    Adam,
    AveragedSGD,
    Iteration,
    Momentum,
    Nesterov,
    Optimizer,
    Pegasos,
    RMSprop,
)
from app.core.penalties import L2, NoPenalty, Penalty
from app.core.schedules import SCHEDULES, Constant, Cosine, Exponential, InverseTime, Schedule, StepDecay
from app.core.types import Array
from tests.core.problems import L1, nine_points, random_problem

HALF = L2(strength=0.25, convention="half")
SLOPES = (3.0, 4.0)  # of the two updates, which begin at w = 1 with η = 0.5

# rule, weight of the L1 part, w and what is remembered after each of the two updates
ROWS: list[tuple[Optimizer, float | None, list[list[float]]]] = [
    (SGD(learning_rate=0.5), None, [[-0.5], [-2.5]]),
    (Momentum(learning_rate=0.5, momentum=0.5), None, [[-0.5, 3.0], [-3.25, 5.5]]),
    (Nesterov(learning_rate=0.5, momentum=0.5), None, [[-1.25, 3.0], [-4.625, 5.5]]),
    (AdaGrad(learning_rate=0.5), None, [[0.5, 9.0], [0.1, 25.0]]),
    (RMSprop(learning_rate=0.5, decay=0.75), None, [[0.0, 2.25], [-2 / sqrt(5.6875), 5.6875]]),
    (
        Adam(learning_rate=0.5, beta1=0.5, beta2=0.75),
        None,
        [[0.5, 1.5, 2.25], [0.5 - 0.5 * 11 / 3 / sqrt(13), 2.75, 5.6875]],
    ),
    (AveragedSGD(learning_rate=0.5), None, [[-0.5, -0.5], [-2.5, -1.5]]),
    (Pegasos(), None, [[-11.0], [-19.0]]),  # η = 1/(¼·1), 1/(¼·2); its projection has rows of its own
    (AcceleratedProximal(learning_rate=0.5), None, [[-0.5, -0.5], [-3.0, -2.5]]),
    (AcceleratedProximal(learning_rate=0.5), 1.0, [[0.0, 0.0], [-1.875, -1.5]]),
]


def two_updates(rule: Optimizer, l1: float | None) -> Iterator[list[float]]:
    w = np.array([[1.0]])
    memory = rule.start(w)
    for t, slope in enumerate(SLOPES):
        rate = rule.rate(t, Constant(), HALF)
        w, memory = rule.update(w, np.array([[slope]]), memory, Iteration(t, rate, HALF, l1))
        yield [w.item(), *(kept.item() for kept in memory)]


@pytest.mark.parametrize(("rule", "l1", "rows"), ROWS, ids=str)
def test_the_first_two_updates_are_those_worked_out_by_hand(
    rule: Optimizer, l1: float | None, rows: list[list[float]]
) -> None:
    for found, expected in zip(two_updates(rule, l1), rows, strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-7, atol=1e-8)


RATES: list[tuple[Schedule, list[float]]] = [
    (Constant(), [0.8] * 6),
    (StepDecay(factor=0.5, every=2), [0.8, 0.8, 0.4, 0.4, 0.2, 0.2]),
    (Exponential(ratio=0.5), [0.8, 0.4, 0.2, 0.1, 0.05, 0.025]),
    (InverseTime(decay=0.5), [0.8, 0.8 / 1.5, 0.4, 0.32, 0.8 / 3, 0.8 / 3.5]),
    (Cosine(period=4), [0.8, 0.4 + 0.4 * sqrt(0.5), 0.4, 0.4 - 0.4 * sqrt(0.5), 0.0, 0.0]),
    (Cosine(period=2, floor=0.25), [0.8, 0.5, 0.2, 0.2, 0.2, 0.2]),
]


@pytest.mark.parametrize(("schedule", "rates"), RATES, ids=str)
def test_the_learning_rates_are_those_worked_out_by_hand(schedule: Schedule, rates: list[float]) -> None:
    problem = nine_points(optimizer=SGD(learning_rate=0.8), schedule=schedule)
    np.testing.assert_allclose(train(problem, 6).learning_rates, rates, rtol=1e-14, atol=1e-16)


def test_every_registered_rule_and_schedule_has_a_row() -> None:
    assert {type(rule) for rule, *_ in ROWS} == set(OPTIMIZERS)
    assert {type(schedule) for schedule, _ in RATES} == set(SCHEDULES)


def test_pegasos_takes_its_learning_rate_from_the_penalty_in_either_convention() -> None:
    for penalty, strength in ((L2(strength=0.5, convention="half"), 0.5), (L2(strength=0.5), 1.0)):
        rates = train(nine_points(optimizer=Pegasos(), penalty=penalty, schedule=Exponential()), 4).learning_rates
        assert rates.tolist() == [1 / (strength * t) for t in (1, 2, 3, 4)]


def lengths(problem: Problem, with_bias: bool) -> tuple[Array, Array]:
    run = train(problem, 40)
    squares = np.square(run.W[1:]).sum(axis=(1, 2))
    return np.sqrt(squares + with_bias * np.square(run.b[1:]).sum(axis=1)), np.abs(run.b[1:]).max(axis=1)


def test_pegasos_keeps_the_weights_in_the_ball_and_leaves_a_free_bias_alone() -> None:
    one = nine_points(b=np.array([100.0, 0, 0]), penalty=L2(strength=0.5, convention="half"), optimizer=Pegasos())
    size, bias = lengths(one, with_bias=False)
    assert size.max() == pytest.approx(1 / sqrt(0.5))
    assert bias.max() > 50
    assert lengths(nine_points(penalty=one.penalty, optimizer=Pegasos(projection=False)), False)[0].max() > 1.5


def test_pegasos_counts_a_penalized_bias_as_a_weight() -> None:
    penalty = L2(strength=0.5, convention="half", penalize_bias=True)
    one = nine_points(b=np.array([100.0, 0, 0]), penalty=penalty, optimizer=Pegasos())
    size, _ = lengths(one, with_bias=True)
    assert size.max() == pytest.approx(1 / sqrt(0.5))
    found = trace(one)
    before = np.concatenate([found["W_moved"].value.ravel(), found["b_moved"].value])
    assert found["norm"].value == pytest.approx(np.linalg.norm(before))


@pytest.mark.parametrize("penalty", [NoPenalty(), L2(strength=0.0)])
def test_pegasos_without_a_square_is_refused_and_ends_as_a_divergence(penalty: Penalty) -> None:
    refusal = Pegasos().refusal(penalty)
    assert refusal is not None
    assert "l2" in refusal
    run = train(nine_points(penalty=penalty, optimizer=Pegasos()), 5)
    assert run.diverged_at == 1
    assert run.learning_rates.size == 0


def test_the_average_is_the_mean_of_all_weights_after_an_update() -> None:
    problem = nine_points(optimizer=AveragedSGD(), batch=2)
    run, found = train(problem, 9), trace(problem, 8)
    np.testing.assert_allclose(found["W_mean_next"].value, run.W[1:].mean(axis=0), rtol=1e-13)
    np.testing.assert_allclose(found["b_mean_next"].value, run.b[1:].mean(axis=0), rtol=1e-13, atol=1e-16)


@pytest.mark.parametrize("penalize_bias", [False, True])
def test_the_proximal_rule_ends_at_the_minimum_with_exact_zeros(penalize_bias: bool) -> None:
    penalty = L1(strength=0.05, square=0.02, penalize_bias=penalize_bias)
    problem = random_problem(N=40, loss=Softmax(), penalty=penalty, optimizer=AcceleratedProximal(learning_rate=0.3))
    run = train(problem, 3000)
    W, b = run.W[-1], run.b[-1]
    assert 0 < (W == 0).sum() < W.size
    data = gradient(Problem(problem.X, problem.y, W, b, loss=Softmax(), penalty=NoPenalty()))
    for w, slope, paid in ((W, data.dW, True), (b, data.db, penalize_bias)):
        smooth = slope + 0.02 * paid * w  # at the minimum this is −λ₁·sign(w), and within ±λ₁ where w = 0
        np.testing.assert_allclose(smooth[w != 0], -0.05 * paid * np.sign(w[w != 0]), atol=1e-8)
        assert (np.abs(smooth[w == 0]) <= 0.05).all()


def test_without_an_l1_part_the_proximal_rule_is_an_accelerated_gradient_step() -> None:
    found = trace(nine_points(optimizer=AcceleratedProximal()), 4)
    assert [s.id for s in found.steps if s.direction == "update"][:3] == ["W_u", "W_u_next", "W_next"]
    parted = trace(nine_points(optimizer=AcceleratedProximal(), penalty=L1()), 4)
    shown = ["W_u", "W_smooth", "W_moved", "W_u_next", "W_next", "b_u", "b_u_next", "b_next"]
    assert [s.id for s in parted.steps if s.direction == "update"] == shown
