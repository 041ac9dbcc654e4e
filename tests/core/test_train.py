"""Runs: they take the steps that the trace shows, sweep the data in batches, and end where they diverge."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import Problem, Run, gradient, trace, train
from app.core.fast.train import BOUND
from app.core.optimizers import SGD
from app.core.penalties import NoPenalty
from tests.core.problems import nine_points, problems, random_problem

batches = st.one_of(st.none(), st.integers(1, 50))


def numbers(run: Run) -> list[np.ndarray]:
    return [run.totals, run.data, run.penalty, run.accuracy, run.gradient_norm, run.W, run.b]


@given(problems(), batches)
def test_the_first_iteration_is_the_update_of_the_pass(problem: Problem, batch: int | None) -> None:
    problem = replace(problem, batch=batch)
    run, after = train(problem, 1), trace(problem).after
    np.testing.assert_allclose(run.W[1], after.W, atol=1e-12)
    np.testing.assert_allclose(run.b[1], after.b, atol=1e-12)


@settings(max_examples=30)
@given(problems(), batches, st.integers(0, 12))
def test_a_pass_begins_where_the_run_is(problem: Problem, batch: int | None, iteration: int) -> None:
    problem = replace(problem, batch=batch, seed=iteration)
    run, found = train(problem, 13), trace(problem, iteration)
    assert found.iteration == iteration
    np.testing.assert_array_equal(found.problem.W, run.W[iteration])
    np.testing.assert_array_equal(found.problem.b, run.b[iteration])
    np.testing.assert_array_equal(found.batch, run.batches[iteration])
    np.testing.assert_allclose(found.after.W, run.W[iteration + 1], atol=1e-12)


@settings(max_examples=30)
@given(problems(), batches)
def test_the_curves_of_a_run_are_over_all_points(problem: Problem, batch: int | None) -> None:
    run = train(replace(problem, batch=batch), 5)
    for t in range(6):
        found = gradient(replace(problem, W=run.W[t], b=run.b[t]))
        expected = [found.total, found.data, found.penalty, found.accuracy]
        np.testing.assert_allclose([run.totals[t], run.data[t], run.penalty[t], run.accuracy[t]], expected, atol=1e-10)


@given(problems())
def test_the_gradient_norm_is_that_of_the_batch(problem: Problem) -> None:
    problem = replace(problem, batch=3, seed=5)
    run, steps = train(problem, 2), trace(problem, 2)
    dW, db = steps["dW"].value, steps["db"].value
    np.testing.assert_allclose(run.gradient_norm[2] ** 2, np.square(dW).sum() + np.square(db).sum(), atol=1e-10)


@given(st.integers(1, 40), st.integers(1, 50), st.integers(0, 2**32))
def test_an_epoch_sweeps_every_point_exactly_once(N: int, batch: int, seed: int) -> None:
    problem = random_problem(N=N, batch=batch, seed=seed)
    every = problem.batches_per_epoch
    order = list(islice(problem.batches(), 3 * every))
    for epoch in range(3):
        sweep = order[epoch * every : (epoch + 1) * every]
        assert sorted(np.concatenate(sweep).tolist()) == list(range(N))
        assert [len(points) for points in sweep[:-1]] == [batch] * (every - 1)


@given(st.integers(1, 20), st.integers(1, 25), st.integers(0, 60))
def test_batches_can_be_entered_anywhere(N: int, batch: int, start: int) -> None:
    problem = random_problem(N=N, batch=batch)
    whole = list(islice(problem.batches(), start + 3))[start:]
    entered = list(islice(problem.batches(start), 3))
    assert [points.tolist() for points in entered] == [points.tolist() for points in whole]


def test_the_seed_decides_the_order_of_the_points() -> None:
    runs = [train(nine_points(batch=2, seed=seed), 20) for seed in (0, 0, 1)]
    order = [[points.tolist() for points in run.batches] for run in runs]
    assert order[0] == order[1] != order[2]
    assert order[0][:5] != order[0][5:10], "each epoch has an order of its own"
    np.testing.assert_array_equal(runs[0].W, runs[1].W)
    assert runs[0].batches_per_epoch == 5


def test_a_full_batch_is_all_points_in_their_order() -> None:
    run = train(nine_points(), 3)
    assert [points.tolist() for points in run.batches] == [list(range(9))] * 3
    assert run.batches_per_epoch == 1


def test_no_iterations_are_a_run_of_one_entry() -> None:
    run = train(nine_points(), 0)
    assert [len(each) for each in numbers(run)] == [1] * 7
    assert run.batches == []
    assert run.diverged_at is None


def test_a_run_that_converges_ends_at_its_last_iteration() -> None:
    run = train(nine_points(), 130)
    assert [len(each) for each in numbers(run)] == [131] * 7
    assert len(run.batches) == 130
    assert run.diverged_at is None
    assert (np.diff(run.totals[:60]) < 0).all()


@pytest.mark.parametrize("batch", [None, 1, 4])
@pytest.mark.parametrize("learning_rate", [12.0, 100.0, 1e9, 1e40])
def test_a_run_that_diverges_ends_there_with_finite_numbers(learning_rate: float, batch: int | None) -> None:
    problem = nine_points(optimizer=SGD(learning_rate=learning_rate), batch=batch)
    run = train(problem, 300)
    end = run.diverged_at
    assert end is not None
    length = len(run.totals)
    assert length in (end, end + 1)
    assert [len(each) for each in numbers(run)] == [length] * 7
    assert len(run.batches) == length - 1
    for each in numbers(run):
        assert np.isfinite(each).all()
        assert (np.abs(each[:end]) <= BOUND).all(), "before that nothing is past the bound"
    if length == end + 1:
        assert max(np.abs(each[end]).max() for each in numbers(run)) > BOUND


@pytest.mark.parametrize("learning_rate", [1e300, 1.7e308])  # to infinity, and past it to NaN
def test_a_run_that_overflows_at_once_ends_before_it(learning_rate: float) -> None:
    problem = nine_points(optimizer=SGD(learning_rate=learning_rate), W=100 * nine_points().W)
    run = train(problem, 300)
    assert run.diverged_at == len(run.totals) == 1
    with pytest.raises(FloatingPointError, match="diverged"):
        trace(problem, 1)
    with pytest.raises(FloatingPointError, match="diverged"):
        trace(problem, 200)


def test_how_long_a_run_was_asked_for_does_not_change_where_it_diverges() -> None:
    problem = nine_points(optimizer=SGD(learning_rate=12.0))
    ends = {train(problem, n).diverged_at for n in (64, 65, 100, 128, 1000)}
    assert len(ends) == 1
    (end,) = ends
    assert end is not None
    assert train(problem, end - 1).diverged_at is None


def test_a_run_without_a_penalty_pays_none() -> None:
    assert not train(nine_points(penalty=NoPenalty()), 4).penalty.any()


def test_runs_of_many_points_are_looked_at_in_parts() -> None:
    problem = random_problem(N=30_000, D=2, C=4)
    run = train(problem, 20)  # 20 · 4 · 30,000 numbers are more than fit one look
    last = gradient(replace(problem, W=run.W[-1], b=run.b[-1]))
    np.testing.assert_allclose(run.totals[-1], last.total, rtol=1e-12)
    assert run.accuracy[-1] == last.accuracy
