"""The check of a gradient: verdicts over the registries, the kink case of maths.md, gradients that are wrong."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given

from app.core import Problem, check, gradient
from app.core.check.check import ORDER, STEPS, Entry
from app.core.losses import LOSSES, CrammerSinger, Loss, Softmax, WestonWatkins
from app.core.penalties import L2, NoPenalty, Penalty
from tests.core.problems import (
    WITH_EVERY_PENALTY,
    WITH_EVERY_SMOOTH_LOSS,
    nine_points,
    problems,
    random_problem,
)


def on_the_kink(**parts: Any) -> Problem:
    """The kink case of maths.md: the points of class 0 lie exactly on their margins."""
    start = {"W": np.zeros((2, 3)), "b": np.array([1.0, 0.0, 0.0]), "penalty": NoPenalty()}
    return nine_points(**{**start, **parts})


def entry(problem: Problem, name: str) -> Entry:
    return next(each for each in check(problem).entries if str(each.parameter) == name)


@WITH_EVERY_SMOOTH_LOSS
@WITH_EVERY_PENALTY
def test_our_gradient_is_right_for_every_loss_and_penalty(loss: Loss, penalty: Penalty) -> None:
    for seed in range(5):
        found = check(random_problem(seed, loss=loss, penalty=penalty))
        assert found.data is not None
        assert found.penalty is not None
        assert {found.verdict, found.data.worst, found.penalty.worst} == {"right"}


@given(problem=problems())
def test_every_number_is_judged_once_and_the_worst_comes_first(problem: Problem) -> None:
    found = check(problem)
    names = [str(each.parameter) for each in found.entries]
    assert len(set(names)) == len(names) == problem.theta.size
    ranks = [ORDER.index(each.verdict) for each in found.entries]
    assert ranks == sorted(ranks, reverse=True)
    assert found.verdict == found.entries[0].verdict
    exact = gradient(problem)
    for each in found.entries:
        assert each.analytic == each.parameter.of(exact.dW, exact.db)
        assert each.numeric == pytest.approx((each.backward + each.forward) / 2)


def test_the_kink_case_is_a_kink_and_not_wrong() -> None:
    found = check(on_the_kink())
    assert found.verdict == "kink"
    at = {str(each.parameter): each for each in found.entries}
    for k, (analytic, numeric) in enumerate(((2 / 3, 1 / 3), (-1 / 3, -1 / 6), (-1 / 3, -1 / 6))):
        bias = at[f"b[{k}]"]
        assert bias.verdict == "kink"
        assert bias.analytic == pytest.approx(analytic)
        assert bias.numeric == pytest.approx(numeric)
    assert at["b[0]"].pairs == [(0, 1), (0, 2), (1, 1), (1, 2), (2, 1), (2, 2)]
    assert at["b[1]"].pairs == [(0, 1), (1, 1), (2, 1)]
    assert at["b[0]"].backward == pytest.approx(0, abs=1e-9)
    assert at["b[0]"].forward == pytest.approx(2 / 3)


@pytest.mark.parametrize("kink", [0.0, 0.5, 1.0])
def test_every_choice_of_the_slope_at_the_kink_lies_between_the_two_sides(kink: float) -> None:
    verdicts = {each.verdict for each in check(on_the_kink(loss=WestonWatkins(kink=kink))).entries}
    assert verdicts == ({"right"} if kink == 0.5 else {"kink"})


def test_the_data_part_has_the_kink_and_the_penalty_part_does_not() -> None:
    found = check(on_the_kink(W=np.array([[0.0, 0, 0], [0.0, 0, 0]]), penalty=L2(penalize_bias=True)))
    assert found.data is not None
    assert found.penalty is not None
    assert (found.data.worst, found.penalty.worst) == ("kink", "right")


@pytest.mark.parametrize("loss", [CrammerSinger(), WestonWatkins()])
def test_a_gradient_outside_the_two_sides_is_wrong_even_at_a_kink(loss: Loss) -> None:
    problem = on_the_kink(loss=loss)
    found = check(problem, db=gradient(problem).db + np.array([0.5, 0, 0]))
    assert str(found.entries[0].parameter) == "b[0]"
    assert found.verdict == found.entries[0].verdict == "wrong"


def test_a_given_gradient_is_checked_in_place_of_ours_and_its_parts_are_not_known() -> None:
    problem = random_problem(3)
    ours = gradient(problem)
    assert check(problem, ours.dW, ours.db).verdict == "right"
    found = check(problem, ours.dW + 0.1 * (np.arange(12).reshape(3, 4) == 6))
    assert (found.data, found.penalty, set(found.curve)) == (None, None, {"h", "total"})
    assert [str(each.parameter) for each in found.entries if each.verdict == "wrong"] == ["W[1,2]"]
    assert found.entries[0].error == pytest.approx(0.1 / max(abs(ours.dW[1, 2]), abs(ours.dW[1, 2] + 0.1)), rel=1e-5)


def test_between_right_and_wrong_there_is_doubtful() -> None:
    problem = random_problem(3, loss=Softmax())
    assert check(problem, gradient(problem).dW * (1 + 1e-3)).verdict == "doubtful"
    assert check(problem, gradient(problem).dW * (1 + 1e-5)).verdict == "doubtful"
    assert check(random_problem(3), gradient(random_problem(3)).dW * (1 + 1e-5)).verdict == "right"  # it has kinks


def test_a_loss_without_margins_has_no_pairs() -> None:
    assert all(not each.pairs for each in check(on_the_kink(loss=Softmax())).entries)


def test_the_correct_class_alone_of_a_row_is_no_pair_of_its_own() -> None:
    assert all(j != 0 for _, j in entry(on_the_kink(), "b[0]").pairs)


def test_the_curve_is_lowest_between_bending_and_rounding() -> None:
    curve = check(random_problem(5, loss=Softmax())).curve
    assert np.array_equal(curve["h"], STEPS)
    best = int(curve["total"].argmin())
    assert 1e-7 < STEPS[best] < 1e-3
    assert curve["total"][0] > 1e4 * curve["total"][best] < curve["total"][-1]


def test_scores_of_a_million_are_no_reason_to_call_a_right_gradient_wrong() -> None:
    for loss in (Softmax(), WestonWatkins(), CrammerSinger()):
        problem = random_problem(2, loss=loss)
        large = Problem(problem.X, problem.y, 1e6 * problem.W, problem.b, loss=loss)
        assert check(large).verdict == "right"


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("bias", [-1.0, 0.0, 1.0])
def test_no_loss_is_called_wrong_where_several_points_lie_on_kinks(loss: type[Loss], bias: float) -> None:
    X, y = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [-1.0, 1.0]]), np.array([0, 1, 1, 0])
    columns = random_problem(loss=loss()).b.size
    b = bias * np.eye(columns)[0]
    assert check(Problem(X, y, np.zeros((2, columns)), b, loss=loss())).verdict in ("right", "kink")
