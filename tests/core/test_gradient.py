"""The fast path on problems of any shape: what may be permuted, cut into blocks and left out without changing it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import Problem, gradient, trace
from app.core.fast.gradient import descent
from app.core.losses import LOSSES, Loss
from app.core.problem import Block, Design
from tests.core.problems import losses, multiclass, nine_points, problems, random_problem


@given(problems())
def test_shapes_are_those_of_the_problem(problem: Problem) -> None:
    (N, D), C = problem.X.shape, problem.classes
    found = gradient(problem)
    assert found.per_point.shape == (N,)
    columns = 1 if problem.loss.binary else C
    assert found.scores.shape == found.dS.shape == (N, columns)
    assert (found.dW.shape, found.db.shape) == ((D, columns), (columns,))
    assert found.total == found.data + found.penalty
    assert 0 <= found.accuracy <= 1


@given(problems())
def test_the_matrices_of_the_fast_path_belong_together(problem: Problem) -> None:
    found, steps = gradient(problem), trace(problem)
    data_part = gradient(replace(problem, penalty=type(problem.penalty)(strength=0.0))) if found.penalty else found  # type: ignore[call-arg]
    np.testing.assert_allclose(problem.X.T @ found.dS, data_part.dW, atol=1e-12)
    np.testing.assert_allclose(found.dS.sum(axis=0), data_part.db, atol=1e-12)
    np.testing.assert_array_equal(found.scores, steps["S"].value)
    if found.margins is not None:
        named = next(s.value for s in steps.steps if s.title == "margins" and s.direction == "forward")
        np.testing.assert_array_equal(found.margins, named.reshape(found.margins.shape))
        assert found.mask is not None
        np.testing.assert_allclose(found.mask, steps["dS"].value, rtol=1e-12)
    if found.hinge is not None:
        np.testing.assert_array_equal(found.hinge, steps["H"].value)


@given(problems(), st.integers(0, 1000))
def test_permuting_the_points_permutes_rows_and_leaves_the_gradient(problem: Problem, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(problem.X))
    before, after = gradient(problem), gradient(replace(problem, X=problem.X[order], y=problem.y[order]))
    np.testing.assert_allclose(after.dS, before.dS[order], atol=1e-12)
    np.testing.assert_allclose(after.per_point, before.per_point[order], atol=1e-12)
    np.testing.assert_allclose(after.dW, before.dW, atol=1e-12)
    np.testing.assert_allclose(after.total, before.total, rtol=1e-12)


@given(problems(multiclass()), st.integers(0, 1000))
def test_permuting_the_classes_permutes_columns(problem: Problem, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(problem.classes)
    renamed = np.argsort(order)[problem.y]
    before = gradient(problem)
    after = gradient(replace(problem, y=renamed, W=problem.W[:, order], b=problem.b[order]))
    np.testing.assert_allclose(after.dS, before.dS[:, order], atol=1e-12)
    np.testing.assert_allclose(after.dW, before.dW[:, order], atol=1e-12)
    np.testing.assert_allclose(after.db, before.db[order], atol=1e-12)
    np.testing.assert_allclose(after.total, before.total, rtol=1e-12)


@given(problems(multiclass(pairwise=True)))
def test_rows_of_the_gradient_of_the_scores_add_up_to_zero(problem: Problem) -> None:
    np.testing.assert_allclose(gradient(problem).dS.sum(axis=1), 0, atol=1e-12)


@given(problems())
def test_the_problem_is_left_as_it_was(problem: Problem) -> None:
    before = [a.copy() for a in (problem.X, problem.y, problem.W, problem.b, problem.theta)]
    first, second = gradient(problem), gradient(problem)
    np.testing.assert_array_equal(first.dW, second.dW)
    for a, b in zip(before, (problem.X, problem.y, problem.W, problem.b, problem.theta), strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("loss", losses(), ids=str)
def test_many_blocks_give_what_one_block_gives(loss: Loss) -> None:
    problem = random_problem(N=30_000, D=2, C=3, loss=loss)
    assert len(problem.design.blocks) > 2
    rows, N = np.column_stack([problem.X, np.ones(30_000)]), 30_000
    whole = Design((Block(rows, problem.y * N + np.arange(N)),), np.full(N, 1 / N))
    found = gradient(problem)
    per_point, dtheta, penalty = descent(loss, problem.penalty, whole, problem.theta)
    np.testing.assert_allclose(found.per_point, per_point, atol=1e-12)
    np.testing.assert_allclose(found.dW, dtheta[:, :-1].T, atol=1e-12)
    np.testing.assert_allclose(found.db, dtheta[:, -1], atol=1e-12)
    assert found.penalty == penalty
    np.testing.assert_array_equal(found.scores, (problem.theta @ rows.T).T)


@pytest.mark.parametrize("cls", LOSSES)
def test_a_loss_serves_many_weights_at_once(cls: type[Loss]) -> None:
    loss = cls()
    p = random_problem(loss=loss)
    S = np.stack([p.X @ W + p.b for W in (p.W, 2 * p.W, -p.W)])
    whole = loss.margins(S, p.y)
    for t in range(3):
        np.testing.assert_array_equal(loss(S, p.y)[t], loss(S[t], p.y))
        if whole is not None:
            np.testing.assert_array_equal(whole[t], loss.margins(S[t], p.y))


@pytest.mark.parametrize(
    "changes",
    [
        {"X": np.zeros(9)}, {"X": np.zeros((0, 2)), "y": np.zeros(0, int)}, {"y": np.zeros(8, int)},
        {"y": np.full(9, 3)}, {"y": np.full(9, -1)}, {"W": np.zeros(3)}, {"W": np.zeros((3, 3))}, {"b": np.zeros(2)},
    ],
    ids=lambda changes: ", ".join(changes),
)  # fmt: skip
def test_what_does_not_fit_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        nine_points(**changes)
