"""What holds for every loss with every penalty: three accounts of one gradient that agree."""

from typing import Any

import numpy as np
import pytest

from app.core import Problem, gradient, ops, trace
from app.core.losses import LOSSES, Loss
from app.core.penalties import Penalty
from app.core.tape.tape import Node, Tape, step, value_of
from app.core.types import Array
from tests.core.problems import WITH_EVERY_LOSS, WITH_EVERY_PENALTY, WITH_EVERY_SMOOTH_LOSS, random_problem

STEP = 1e-6


def central(total: Any, at: Array) -> Array:
    """∂total/∂at, number by number."""
    slope = np.empty(at.shape)
    for cell in np.ndindex(at.shape):
        ends = []
        for h in (STEP, -STEP):
            moved = at.copy()
            moved[cell] += h
            ends.append(float(total(moved)))
        slope[cell] = (ends[0] - ends[1]) / (2 * STEP)
    return slope


def expression(problem: Problem) -> tuple[Tape, Node]:
    """The loss of a problem on a tape of its own, with gradients for the points too."""
    tape = Tape()
    X, W, b = (tape.leaf(name, name, getattr(problem, name)) for name in ("X", "W", "b"))
    y = tape.leaf("y", "y", problem.y, constant=True)
    losses = problem.loss(step("S", "S", ops.affine(X, W, b)), y)
    data, penalty = ops.mean(losses, np.arange(len(problem.X))), problem.penalty(W, b)
    return tape, data if penalty is None else ops.add(data, penalty)


def replay(tape: Tape, changed: Node, value: Array) -> Array:
    """The last value of the tape if one node had another value."""
    values: dict[int, Any] = {}
    for node in tape.nodes:
        if node is changed:
            values[id(node)] = value
        elif node.op is None:
            values[id(node)] = node.value
        else:
            values[id(node)] = node.op.forward(*(values.get(id(o), value_of(o)) for o in node.operands))
    return values[id(tape.nodes[-1])]


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("batch", [None, 3])
def test_the_steps_agree_with_the_closed_form(loss: Loss, penalty: Penalty, batch: int | None) -> None:
    problem = random_problem(loss=loss, penalty=penalty, batch=batch)
    found = trace(problem)
    part = Problem(problem.X[found.batch], problem.y[found.batch], problem.W, problem.b, loss=loss, penalty=penalty)
    closed = gradient(part)
    np.testing.assert_allclose(found["L"].value, closed.total, rtol=1e-12)
    np.testing.assert_allclose(found["l"].value[found.batch], closed.per_point, atol=1e-12)
    np.testing.assert_allclose(found["dS"].value[found.batch] * found["dS"].scale, closed.dS, atol=1e-12)
    np.testing.assert_allclose(found["dW"].value, closed.dW, atol=1e-12)
    np.testing.assert_allclose(found["db"].value, closed.db, atol=1e-12)


@WITH_EVERY_SMOOTH_LOSS
@WITH_EVERY_PENALTY
def test_the_closed_form_agrees_with_central_differences(loss: Loss, penalty: Penalty) -> None:
    p = random_problem(loss=loss, penalty=penalty)
    closed = gradient(p)
    dW = central(lambda W: gradient(Problem(p.X, p.y, W, p.b, loss, penalty)).total, p.W)
    db = central(lambda b: gradient(Problem(p.X, p.y, p.W, b, loss, penalty)).total, p.b)
    np.testing.assert_allclose(closed.dW, dW, atol=1e-8)
    np.testing.assert_allclose(closed.db, db, atol=1e-8)


@WITH_EVERY_SMOOTH_LOSS
@WITH_EVERY_PENALTY
def test_every_quantity_on_the_way_has_its_true_gradient(loss: Loss, penalty: Penalty) -> None:
    tape, end = expression(random_problem(loss=loss, penalty=penalty))
    list(tape.backward(end))
    for node in tape.nodes:
        if node.grad is not None:
            numeric = central(lambda value, node=node: replay(tape, node, value), node.value)
            np.testing.assert_allclose(node.grad * node.scale, numeric, atol=1e-7, err_msg=node.id)


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
def test_the_steps_show_what_the_tape_found(loss: Loss, penalty: Penalty) -> None:
    problem = random_problem(loss=loss, penalty=penalty)
    found = trace(problem)
    tape, end = expression(problem)
    list(tape.backward(end))
    shown = [f"d{node.id}" for node in tape.nodes if node.grad is not None and node.id != "X" and node.value.ndim]
    assert set(shown) >= {"dl", "dS", "dW", "db"}
    for node in tape.nodes:
        if f"d{node.id}" in shown:
            assert node.grad is not None
            true = node.grad * node.scale
            shown_as = found[f"d{node.id}"]
            np.testing.assert_allclose(shown_as.value * shown_as.scale, true, atol=1e-15, err_msg=node.id)


@pytest.mark.parametrize("cls", LOSSES)
def test_a_loss_without_margins_has_none_to_show(cls: type[Loss]) -> None:
    found = gradient(random_problem(loss=cls()))
    assert (found.margins is not None) == (found.mask is not None) == cls.has_margins
    for matrix in (found.margins, found.hinge, found.mask):
        assert matrix is None or matrix.shape == (7, 1 if cls.binary else 4)
