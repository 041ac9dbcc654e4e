"""Problems without a bias: every account of the gradient, every rule and every view knows of none."""

from dataclasses import replace

import numpy as np
import pytest

from app.core import Problem, check, gradient, trace, train
from app.core.check.update_effect import effect
from app.core.losses import Loss
from app.core.optimizers import Optimizer
from app.core.penalties import L2, Penalty
from tests.core.problems import WITH_EVERY_LOSS, WITH_EVERY_PENALTY, WITH_EVERY_SMOOTH_LOSS, nine_points, random_problem
from tests.core.test_family import central
from tests.core.test_trace import assert_cells_are_explained
from tests.core.test_updates import PRICES, WITH_EVERY_RULE


def without(problem: Problem) -> Problem:
    return replace(problem, b=np.zeros_like(problem.b), bias=False)


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("batch", [None, 3])
def test_the_steps_agree_with_the_closed_form_and_with_a_bias_of_zero(
    loss: Loss, penalty: Penalty, batch: int | None
) -> None:
    problem = without(random_problem(loss=loss, penalty=penalty, batch=batch))
    found = trace(problem)
    part = replace(problem, X=problem.X[found.batch], y=problem.y[found.batch], batch=None)
    closed, with_zero = gradient(part), gradient(replace(part, bias=True))
    assert found["L"].value == pytest.approx(closed.total, rel=1e-12)
    assert closed.total == with_zero.total
    np.testing.assert_allclose(found["dW"].value, closed.dW, atol=1e-12)
    np.testing.assert_allclose(closed.dW, with_zero.dW, atol=1e-12)
    np.testing.assert_array_equal(closed.db, 0.0)


@WITH_EVERY_SMOOTH_LOSS
@WITH_EVERY_PENALTY
def test_the_closed_form_agrees_with_central_differences(loss: Loss, penalty: Penalty) -> None:
    problem = without(random_problem(loss=loss, penalty=penalty))
    numeric = central(lambda W: gradient(replace(problem, W=W)).total, problem.W)
    np.testing.assert_allclose(gradient(problem).dW, numeric, atol=1e-8)


@WITH_EVERY_RULE
def test_no_rule_moves_the_bias_and_the_pass_ends_where_the_run_does(rule: Optimizer) -> None:
    for penalty in PRICES:
        if rule.refusal(penalty):
            continue
        problem = without(random_problem(optimizer=rule, penalty=penalty, batch=3))
        run = train(problem, 5)
        np.testing.assert_array_equal(run.b, 0.0)
        assert not np.signbit(run.b).any()
        for t in range(5):
            after = trace(problem, t).after
            np.testing.assert_array_equal(after.W, run.W[t + 1])
            assert not after.bias


@WITH_EVERY_RULE
def test_no_step_names_a_bias(rule: Optimizer) -> None:
    found = trace(without(random_problem(optimizer=rule, penalty=L2(penalize_bias=True))), 2)
    assert [node.id for node in found.inputs] == ["X", "y", "W"]
    for one in found.steps:
        assert "b" not in (one.node, *one.reads), one.id
        assert not one.id.startswith(("db", "b_")), one.id
    assert found["S"].tex == "S = X W"
    assert found["W_next"].direction == "update"


def test_every_cell_of_a_pass_without_bias_is_explained() -> None:
    found = trace(without(nine_points()))
    for direction in ("forward", "backward", "update"):
        assert_cells_are_explained(found, direction)
    assert found.formula("S", (0, 1))[0] == "S[0,1] = 0.50·2 + 0.40·(−4) = −0.60"


def test_a_penalty_cannot_price_a_bias_that_is_not_there() -> None:
    problem = without(nine_points(penalty=L2(penalize_bias=True)))
    assert not problem.penalty.penalize_bias
    assert gradient(problem).penalty == pytest.approx(3.5)


def test_a_bias_that_is_not_zero_is_no_problem_without_one() -> None:
    with pytest.raises(AssertionError, match="without a bias b is 0"):
        nine_points(bias=False)


def test_the_check_looks_at_the_weights_alone() -> None:
    found = check(without(random_problem()))
    assert found.verdict == "right"
    assert {entry.parameter.row is None for entry in found.entries} == {False}
    assert len(found.entries) == 12


def test_the_effect_of_an_update_has_no_share_of_a_bias() -> None:
    problem = without(random_problem(batch=3))
    found = effect(trace(problem))
    own = gradient(replace(problem, X=problem.X[trace(problem).batch], y=problem.y[trace(problem).batch], batch=None))
    data = own.dW - 2 * 0.1 * problem.W
    assert found.data_norm == pytest.approx(float(np.linalg.norm(data)))
    assert found.batch.predicted.data == pytest.approx(-0.1 * float(np.vdot(data, own.dW)))
