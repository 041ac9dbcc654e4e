"""Programs of problems without a bias: b is 0 before and after, and none of their lines stands for a step of it."""

from dataclasses import replace

import numpy as np
import pytest

from app.code import write
from app.core import Problem, trace
from app.core.losses import Loss
from app.core.optimizers import OPTIMIZERS, Optimizer
from app.core.penalties import L2
from tests.code.test_dialects import EVERY_LOSS, RUN, agrees, run
from tests.core.problems import PENALTY_VARIANTS, random_problem, variants

EVERY_RULE = pytest.mark.parametrize("optimizer", [o for cls in OPTIMIZERS for o in variants(cls)], ids=str)


def without(problem: Problem) -> Problem:
    return replace(problem, b=np.zeros_like(problem.b), bias=False)


@RUN
@EVERY_LOSS
def test_every_loss_goes_where_the_core_goes(loss: Loss, dialect: str) -> None:
    for penalty in PENALTY_VARIANTS:
        agrees(without(random_problem(loss=loss, penalty=penalty)), 10, dialect)


@RUN
@EVERY_RULE
def test_no_optimizer_moves_b(optimizer: Optimizer, dialect: str) -> None:
    for penalty in PENALTY_VARIANTS:
        if not optimizer.refusal(penalty):
            problem = without(random_problem(optimizer=optimizer, penalty=penalty, batch=3))
            agrees(problem, 10, dialect)
            np.testing.assert_array_equal(run(problem, 10, dialect)["b"], 0.0)


@pytest.mark.parametrize("dialect", ["numpy-loops", "numpy", "pytorch"])
@EVERY_RULE
def test_its_lines_stand_for_the_steps_of_its_pass(optimizer: Optimizer, dialect: str) -> None:
    problem = without(random_problem(optimizer=optimizer, penalty=L2(penalize_bias=True)))
    lit = {step for _, steps in write(problem, 5, dialect).lines for step in steps}
    assert {step.id for step in trace(problem).steps} - {"eta"} == lit - {"eta"}


@pytest.mark.parametrize("optimizer", [cls() for cls in OPTIMIZERS], ids=str)
def test_autograd_is_asked_for_no_gradient_of_b(optimizer: Optimizer) -> None:
    code = write(without(random_problem(optimizer=optimizer, penalty=L2())), 5, "pytorch").code
    assert "b.requires_grad" not in code
    assert "[W, b]" not in code
    assert "argnums=(0, 1)" not in code
