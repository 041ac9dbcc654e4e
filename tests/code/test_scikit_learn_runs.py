"""Every program of `scikit-learn` is run, and what it finds is the minimum of our loss by the core's own gradients.

Which programs there are is asked of `write` alone: whatever it does not refuse is run here.
"""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from app.code import Unwritable, write
from app.code.scikit_learn import EQUIVALENTS
from app.core import Problem, gradient
from app.core.losses import LOSSES, Logistic, Loss
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import L2, ElasticNet, Penalty
from app.core.schedules import SCHEDULES
from app.core.types import Array
from tests.core.problems import PENALTY_VARIANTS, variants, with_knobs

CENTRES = ((2.0, 0.0), (-1.0, 2.0), (-1.0, -2.0))
SPREAD = 1e-6  # how far from the end the tangents are taken: further than the solvers stop from the minimum
NEAR = 1e-10  # what LinearSVC and LogisticRegression leave of the loss: they are asked for tol=1e-10 and less
NEAR_FREE = 1e-8  # SVC is asked for that too, but its bias is a mean over points whose margins are 1 to about 1e-9
Y = np.repeat(np.arange(3), 12)
X = np.random.default_rng(1).normal(size=(36, 2)) + np.array(CENTRES)[Y]


def overlapping(loss: Loss, penalty: Penalty, bias: bool = True) -> Problem:
    """Points that no line parts: every loss has some to pay, and points on its margins."""
    of, columns = (slice(24), 1) if loss.binary else (slice(36), 3)
    return Problem(X[of], Y[of], np.zeros((2, columns)), np.zeros(columns), loss=loss, penalty=penalty, bias=bias)


def is_written(problem: Problem) -> bool:
    try:
        write(problem, 0, "scikit-learn")
    except Unwritable:
        return False
    return True


EVERY = [
    (loss, penalty, bias)
    for loss, penalty, bias in product((cls() for cls in LOSSES), PENALTY_VARIANTS, (True, False))
    if bias or not penalty.penalize_bias
]
WRITTEN = [each for each in EVERY if is_written(overlapping(*each))]


def run(problem: Problem) -> dict[str, Any]:
    """The names that the program leaves behind. A solver that does not converge warns, and a warning is an error."""
    names: dict[str, Any] = {}
    exec(compile(write(problem, 0, "scikit-learn").code, "scikit-learn", "exec"), names)
    return names


def flat(W: Array, b: Array, problem: Problem) -> Array:
    return np.concatenate([W.ravel(), b]) if problem.bias else W.ravel()


def depth(problem: Problem) -> float:
    """How far below the loss at the weights of this problem a loss could lie anywhere: infinitely far, if need be.

    A convex loss is nowhere below its tangents. Those at places all around bound it from below, if there is no way down
    under all of them, and the lowest point that they leave is below the minimum. At a kink, where one gradient says
    nothing, they are on both sides of it. Everything is measured in units of `SPREAD`, as the solver counts from 1e-7.
    """
    rng, here, tangents = np.random.default_rng(0), gradient(problem).total, []
    for _ in range(1_000):
        dW, db = rng.normal(size=problem.W.shape), rng.normal(size=problem.b.shape) * problem.bias
        near = gradient(replace(problem, W=problem.W + SPREAD * dW, b=problem.b + SPREAD * db))
        slope = flat(near.dW, near.db, problem)
        tangents.append([*slope, (near.total - here) / SPREAD - slope @ flat(dW, db, problem)])
    slopes, heights = np.array(tangents)[:, :-1], np.array(tangents)[:, -1]
    above = np.column_stack([slopes, -np.ones(len(slopes))])  # slope·v + height ≤ t, and t as low as it goes
    lowest = linprog([0.0] * slopes.shape[1] + [1.0], A_ub=above, b_ub=-heights, bounds=(None, None))
    return -lowest.fun * SPREAD if lowest.success else np.inf


def ends_at_the_minimum(problem: Problem, printed: str, made: dict[str, Any]) -> None:
    end = replace(problem, W=made["W"], b=made["b"])
    assert printed.startswith(f"L = {gradient(end).total:.6f}\n")
    assert depth(end) < (NEAR_FREE if "SVC(kernel" in write(problem, 0, "scikit-learn").code else NEAR)
    rng = np.random.default_rng(2)
    for _ in range(5):
        W, b = rng.normal(size=end.W.shape), rng.normal(size=end.b.shape) * problem.bias
        ours = gradient(replace(problem, W=W, b=b)).total
        assert made["loss"](W, b, problem.X, problem.y) == pytest.approx(ours, rel=1e-10, abs=1e-10)


@pytest.mark.parametrize(("loss", "penalty", "bias"), WRITTEN, ids=str)
def test_every_program_ends_at_the_minimum_of_our_loss(
    loss: Loss, penalty: Penalty, bias: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    problem = overlapping(loss, penalty, bias)
    made = run(problem)
    ends_at_the_minimum(problem, capsys.readouterr().out, made)


def test_no_program_is_left_out() -> None:
    """The count is that of the user guide: a combination more or less is a change of what is promised."""
    assert {loss.kind for loss, _, _ in WRITTEN} == set(EQUIVALENTS)
    assert [sum(bias for _, _, bias in WRITTEN), len(WRITTEN)] == [21, 38]


@pytest.mark.parametrize("loss", [cls() for cls in LOSSES if cls.kind in EQUIVALENTS], ids=str)
def test_the_way_there_plays_no_part(loss: Loss) -> None:
    """So every program with any optimizer, schedule, batch, start and kink is one of those that are run."""
    for other, penalty, bias in WRITTEN:
        if other.kind != loss.kind:
            continue
        problem = overlapping(loss, penalty, bias)
        code = write(problem, 0, "scikit-learn").code
        rules = [rule for cls in OPTIMIZERS for rule in variants(cls) if not rule.refusal(penalty)]
        ways: list[dict[str, Any]] = [{"optimizer": rule} for rule in rules]
        ways += [{"schedule": cls()} for cls in SCHEDULES] + [{"batch": 5}, {"seed": 3}, {"W": problem.W + 1.0}]
        ways += [{"loss": wide} for wide in with_knobs(kink=0.5, tolerance=0.4) if wide.kind == loss.kind]
        for way in ways:
            assert write(replace(problem, **way), 100, "scikit-learn").code == code


def test_the_knobs_of_a_penalty_are_used(capsys: pytest.CaptureFixture[str]) -> None:
    problem = overlapping(Logistic(), ElasticNet(strength=0.02, alpha=0.2))
    made = run(problem)
    ends_at_the_minimum(problem, capsys.readouterr().out, made)
    assert made["W"].any()


def test_a_minimum_is_told_from_what_is_nearly_one() -> None:
    """What the other tests stand on: a thousandth off in one weight is seen, with a kink there or without."""
    for loss in (cls() for cls in LOSSES if cls.kind in EQUIVALENTS):
        problem = overlapping(loss, L2(penalize_bias=loss.kind not in ("softmax", "logistic")))
        made = run(problem)
        made["W"][0, 0] += 1e-3
        assert depth(replace(problem, W=made["W"], b=made["b"])) > NEAR_FREE


def test_many_points_are_read_from_the_problem_that_was_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    problem = overlapping(Logistic(), L2())
    problem = replace(problem, X=np.tile(problem.X, (60, 1)), y=np.tile(problem.y, 60))
    (tmp_path / "problem.json").write_text(json.dumps({"X": problem.X.tolist(), "y": (2 * problem.y - 1).tolist()}))
    assert len(write(problem, 0, "scikit-learn").code) < 5_000
    made = run(problem)
    ends_at_the_minimum(problem, capsys.readouterr().out, made)
