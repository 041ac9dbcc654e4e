"""Verdicts: how many digits are enough, what of a gradient was given, where it differs, and what it touches."""

import time

import numpy as np
import pytest

from app.core import gradient
from app.core.diagnose import Lineup
from app.core.losses import LOSSES, Loss, WestonWatkins
from app.core.penalties import L2, NoPenalty
from tests.core.diagnose.test_mistakes import found, kinds
from tests.core.problems import nine_points, random_problem

NINE = nine_points()
OURS = gradient(NINE)


def rounded(decimals: int) -> str:
    return str(np.round(OURS.dW, decimals))


@pytest.mark.parametrize(("decimals", "verdict"), [(1, "right_so_far"), (2, "right"), (3, "right"), (4, "right")])
def test_the_right_gradient_is_right_as_far_as_its_digits_can_tell(decimals: int, verdict: str) -> None:
    assert found(Lineup(NINE), rounded(decimals)).verdict == verdict


def test_a_penalty_too_small_for_the_digits_is_named_as_undecided() -> None:
    line = Lineup(nine_points(penalty=L2(strength=1e-5)))
    ours = gradient(line.account.problem)
    diagnosis = found(line, str(np.round(ours.dW, 3)))
    assert diagnosis.verdict == "right_so_far"
    assert "no_penalty" in {form.mistake.kind for each in diagnosis.undecided for form in each.mistakes}
    assert found(line, str(ours.dW)).verdict == "right"


def test_a_gradient_without_bias_is_judged_by_its_weights() -> None:
    line = Lineup(NINE)
    assert found(line, OURS.dW.tolist()).verdict == "right"
    assert found(line, OURS.dW.tolist(), [1.0, 2.0, 3.0]).verdict == "wrong"


def test_a_wrong_number_is_found_where_it_is() -> None:
    given = OURS.dW.copy()
    given[1, 2] += 0.25
    diagnosis = found(Lineup(NINE), given.tolist(), OURS.db.tolist())
    assert [str(each.parameter) for each in diagnosis.differences] == ["W[1,2]"]
    assert diagnosis.largest == pytest.approx(0.25)
    assert diagnosis.differences[0].given - diagnosis.differences[0].expected == pytest.approx(0.25)
    assert not diagnosis.gradient_right


def test_a_common_factor_is_told() -> None:
    diagnosis = found(Lineup(NINE), (3.0 * OURS.dW).tolist(), (3.0 * OURS.db).tolist())
    assert diagnosis.factor == pytest.approx(3.0)
    assert found(Lineup(NINE), (OURS.dW + 1.0).tolist()).factor is None


def test_a_right_gradient_with_a_wrong_loss_is_wrong_and_the_loss_explained() -> None:
    line, losses = Lineup(NINE), OURS.per_point
    for value, kind in (
        (losses.sum() + OURS.penalty, "loss_summed"),
        (losses.mean() + 1.0 + OURS.penalty, "sum_over_own"),
        (losses.mean(), "loss_without_penalty"),
        (losses.mean() + OURS.penalty / 2, "loss_half_penalty"),
    ):
        diagnosis = found(line, OURS.dW.tolist(), OURS.db.tolist(), float(value))
        assert (diagnosis.verdict, diagnosis.gradient_right, diagnosis.loss_right) == ("wrong", True, False)
        assert kinds(diagnosis) == [{kind}]
    unknown = found(line, OURS.dW.tolist(), OURS.db.tolist(), 1234.5)
    assert (unknown.explanations, unknown.nearest, unknown.differences) == ([], None, [])


def test_square_matrices_are_told_when_they_are_transposed() -> None:
    problem = random_problem(4, 20, 3, 3)
    ours = gradient(problem)
    assert {"transposed"} in kinds(found(Lineup(problem), ours.dW.T.tolist(), ours.db.tolist()))


def test_an_explanation_says_what_it_touches() -> None:
    line = Lineup(nine_points(penalty=NoPenalty()))
    mask = gradient(line.account.problem).mask
    assert mask is not None
    wrong = mask.copy()
    wrong[np.arange(9), NINE.y] = -(wrong[np.arange(9), NINE.y] != 0).astype(float)
    diagnosis = found(line, (NINE.X.T @ wrong / 9).tolist(), (wrong.sum(axis=0) / 9).tolist())
    (explanation,) = diagnosis.explanations
    assert explanation.slopes == [(i, int(NINE.y[i])) for i in range(9) if mask[i, NINE.y[i]] < -1]
    assert {str(each) for each in explanation.parameters} <= {f"W[{d},{k}]" for d in (0, 1) for k in range(3)} | {
        f"b[{k}]" for k in range(3)
    }


@pytest.mark.parametrize("loss", LOSSES)
def test_a_search_of_everything_takes_a_fifth_of_a_second(loss: type[Loss]) -> None:
    problem = random_problem(5, 60, 2, 4, loss=loss(), penalty=L2())
    times = []
    for _ in range(3):
        start = time.process_time()
        found(Lineup(problem), str(np.ones(problem.W.shape)))
        times.append(time.process_time() - start)
    assert min(times) < 0.2


def test_zero_weights_and_a_single_point_are_no_trouble() -> None:
    for N, D, C in ((1, 1, 2), (1, 3, 2), (2, 1, 5)):
        problem = random_problem(1, N, D, C, loss=WestonWatkins())
        ours = gradient(problem)
        assert found(Lineup(problem), ours.dW.tolist(), ours.db.tolist()).verdict != "wrong"
        nothing = nine_points(W=np.zeros((2, 3)), b=np.zeros(3))
        assert found(Lineup(nothing), np.ones((2, 3)).tolist()).verdict == "wrong"
