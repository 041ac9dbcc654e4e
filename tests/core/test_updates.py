"""What holds for every optimizer with every schedule: the steps are the run's, to the last digit, and explain it."""

from dataclasses import fields, replace

import numpy as np
import pytest

from app.core import Problem, trace, train
from app.core.check.update_effect import effect
from app.core.fast.update import update_of
from app.core.optimizers import OPTIMIZERS, Optimizer
from app.core.penalties import L2, NoPenalty, Penalty
from app.core.schedules import SCHEDULES, Schedule
from tests.core.problems import L1, PENALTY_VARIANTS, nine_points, random_problem, variants
from tests.core.test_trace import assert_cells_are_explained

RULES: list[Optimizer] = [rule for cls in OPTIMIZERS for rule in variants(cls)]
WITH_EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=str)
WITH_EVERY_SCHEDULE = pytest.mark.parametrize("schedule", [cls() for cls in SCHEDULES], ids=str)
PRICES: list[Penalty] = [NoPenalty(), L2(), L2(strength=3.0, penalize_bias=True), L1(), L1(penalize_bias=True)]
WITH_EVERY_PRICE = pytest.mark.parametrize("penalty", PRICES, ids=str)


def fast(cls: type[Schedule]) -> Schedule:
    """A schedule that shows what it does within a few iterations."""
    quick = {"every": 2, "period": 4, "ratio": 0.7, "decay": 0.5}
    return cls(**{f.name: quick[f.name] for f in fields(cls) if f.name in quick})  # type: ignore[arg-type]


def updates(problem: Problem, t: int) -> dict[str, np.ndarray]:
    return {s.id: s.value for s in trace(problem, t).steps if s.direction == "update"}


@WITH_EVERY_RULE
@pytest.mark.parametrize("schedule", [fast(cls) for cls in SCHEDULES], ids=str)
@pytest.mark.parametrize("batch", [None, 3])
def test_the_update_of_a_pass_is_that_of_the_run_to_the_last_digit(
    rule: Optimizer, schedule: Schedule, batch: int | None
) -> None:
    for penalty in PRICES:
        problem = random_problem(optimizer=rule, schedule=schedule, penalty=penalty, batch=batch)
        if rule.refusal(penalty):
            continue
        run = train(problem, 7)
        for t in range(7):
            after = trace(problem, t).after
            np.testing.assert_array_equal(after.W, run.W[t + 1])
            np.testing.assert_array_equal(after.b, run.b[t + 1])


@WITH_EVERY_RULE
def test_a_wide_update_is_that_of_the_run_to_the_last_digit(rule: Optimizer) -> None:
    # Hundreds of weights: sums over them must be taken in one order.
    problem = random_problem(N=20, D=97, C=11, optimizer=rule, penalty=L2(strength=0.5, penalize_bias=True))
    run = train(problem, 3)
    for t in range(3):
        np.testing.assert_array_equal(trace(problem, t).after.W, run.W[t + 1])


@WITH_EVERY_RULE
@WITH_EVERY_PRICE
@WITH_EVERY_SCHEDULE
def test_every_step_of_an_update_is_named_once_and_reads_only_what_came_before(
    rule: Optimizer, penalty: Penalty, schedule: Schedule
) -> None:
    if rule.refusal(penalty):
        return
    found = trace(random_problem(optimizer=rule, penalty=penalty, schedule=schedule, batch=3), 2)
    ids = [s.id for s in found.steps]
    assert len(set(ids)) == len(ids)
    known = {node.id for node in found.inputs}
    for one in found.steps:
        assert set(one.reads) <= known, one.id
        known.add(one.id)
    made = [s for s in found.steps if s.direction == "update"]
    assert {"W_next", "b_next"} <= {s.id for s in made}
    for one in made:
        words = (one.id, one.symbol, one.title, one.action, one.tex, one.sentence)
        assert all(word and "@" not in word and word == word.strip() for word in words), one
        assert one.tex.count("{") == one.tex.count("}"), one.tex
        assert one.node in ("W", "b")
        assert one.sentence.endswith("."), one.sentence


@WITH_EVERY_RULE
def test_what_is_remembered_stands_on_the_board_before_and_after(rule: Optimizer) -> None:
    problem = random_problem(optimizer=rule)
    for t in range(3):
        before, after = updates(problem, t), updates(problem, t + 1)
        for kept in rule.memory:
            for name in "Wb":
                np.testing.assert_array_equal(before[f"{name}_{kept.id}_next"], after[f"{name}_{kept.id}"])


@WITH_EVERY_RULE
@WITH_EVERY_PRICE
def test_every_formula_of_an_update_is_true_and_says_what_it_reads(rule: Optimizer, penalty: Penalty) -> None:
    if rule.refusal(penalty):
        return
    for cls in SCHEDULES:
        problem = random_problem(N=4, D=2, C=3, optimizer=rule, penalty=penalty, schedule=fast(cls))
        assert_cells_are_explained(trace(problem, 3), "update")


@WITH_EVERY_RULE
@WITH_EVERY_PRICE
def test_an_update_leaves_what_it_reads_alone(rule: Optimizer, penalty: Penalty) -> None:
    problem = random_problem(optimizer=rule, penalty=penalty)
    theta, slope = problem.theta, np.ones_like(problem.theta)
    memory = rule.start(theta)
    for t in range(3):
        for array in (theta, slope, *memory):
            array.flags.writeable = False  # to write into it would raise
        theta, memory = update_of(problem)(theta, slope, memory, t, 0.1)


@WITH_EVERY_RULE
def test_the_learning_rates_of_a_run_are_those_on_the_board(rule: Optimizer) -> None:
    for cls in SCHEDULES:
        problem = random_problem(optimizer=rule, schedule=fast(cls))
        rates = train(problem, 6).learning_rates
        assert rates.shape == (6,)
        for t in range(6):
            shown = updates(problem, t).get("eta", rule.rate(t, problem.schedule, problem.penalty))
            assert shown == rates[t]


@WITH_EVERY_RULE
def test_the_penalty_alone_shortens_the_weights_by_what_the_rule_makes_of_it(rule: Optimizer) -> None:
    problem = nine_points(optimizer=rule)
    found = trace(problem, 1)
    shrink = effect(found).shrink
    assert shrink is not None
    data = found["dW_data"].value
    slope = np.vstack([data, found["db"].value]).T
    rate = problem.rate(1)
    without = update_of(found.problem)(found.problem.theta, slope, found.memory, 1, rate)[0][:, :-1].T
    W = found.problem.W
    assert shrink == pytest.approx(-np.vdot(found.after.W - without, W) / np.vdot(W, W), abs=1e-12)


@WITH_EVERY_RULE
def test_a_rule_lowers_the_loss_and_its_divergence_is_a_result(rule: Optimizer) -> None:
    run = train(nine_points(optimizer=rule), 300)
    assert run.diverged_at is None
    assert run.totals[-1] < run.totals[0]
    if "learning_rate" in {f.name for f in fields(rule)}:  # type: ignore[arg-type]
        wild = train(nine_points(optimizer=replace(rule, learning_rate=1e200)), 300)  # type: ignore[type-var]
        assert wild.diverged_at is not None
        assert np.isfinite(wild.learning_rates).all()
        assert len(wild.learning_rates) == len(wild.totals) - 1


@pytest.mark.parametrize("penalty", [*PENALTY_VARIANTS, *PRICES], ids=str)
def test_a_penalty_says_what_its_square_and_its_l1_part_weigh(penalty: Penalty) -> None:
    theta = random_problem().theta
    paid = theta if penalty.penalize_bias else np.column_stack([theta[:, :-1], np.zeros(len(theta))])
    parts = penalty.curvature * paid + penalty.l1 * np.sign(paid)
    np.testing.assert_allclose(penalty.slope(theta)[1] + np.zeros_like(theta), parts, atol=1e-14)
