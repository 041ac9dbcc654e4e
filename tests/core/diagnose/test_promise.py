"""The promise of the diagnosis: nothing wrong is called right, whatever the digits; what is nearly right is said so."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.core import gradient
from app.core.diagnose import Lineup, Numbers, diagnose, read
from app.core.diagnose.mistake import Changes
from app.core.losses import LOSSES, CrammerSinger, Hinge, Softmax, WestonWatkins
from app.core.penalties import L2, NoPenalty
from app.core.problem import Problem
from benchmarks.diagnose import by_digits, measure, numbers, problem
from tests.core.diagnose.test_mistakes import found, kinds
from tests.core.problems import nine_points, random_problem, scored

NINE = nine_points()
OURS = gradient(NINE)


def test_every_mistake_and_most_pairs_are_named_and_none_is_called_right() -> None:
    one, two = measure(len(LOSSES), 5)
    for tally in (one, two):
        assert tally.share >= 0.95, tally.missed
        assert tally.outcomes["called right"] == 0, tally.missed
        assert tally.outcomes["named otherwise"] <= 0.01 * tally.outcomes.total(), tally.missed


def test_in_few_digits_a_mistake_is_named_or_left_undecided() -> None:
    for place, tally in by_digits(2).items():
        assert not tally.outcomes["called right"], place
        assert not tally.outcomes["not named"], place


@pytest.mark.parametrize("digits", [2, 4, 8])
@pytest.mark.parametrize("strength", [5e-6, 1e-3])
def test_a_mistake_below_the_digits_is_undecided_and_exactly_that(digits: int, strength: float) -> None:
    start = random_problem(3, 20, 3, 4)
    small = replace(start, W=1e-4 * start.W, b=0 * start.b, penalty=L2(strength=strength))
    line = Lineup(small)
    for changes in ({}, *(each for each in line.singles.changes if "strength" in each)):
        given = numbers(line, line.account.gradient(changes), digits)
        diagnosis = diagnose(line, given)
        undecided = {form.mistake.kind for each in diagnosis.undecided for form in each.mistakes}
        near = (np.abs(line.singles.gradients - given.values) <= given.slack * 1.01 + 1e-9).all(axis=1)
        possible = {next(iter(line.singles.changes[k].values())).mistake.kind for k in np.flatnonzero(near)}
        if diagnosis.verdict == "wrong":
            assert changes
            assert {each.mistake.kind for each in changes.values()} in kinds(diagnosis)
        else:
            assert undecided <= possible
            assert (diagnosis.verdict == "right") == (not undecided)
            assert undecided or not changes


@pytest.mark.parametrize("form", ["numbers", "text"])
def test_zeros_say_nothing_of_precision(form: str) -> None:
    def given(rows: Any) -> Any:
        return rows.tolist() if form == "numbers" else str(rows)

    line = Lineup(NINE)
    nothing = found(line, given(np.zeros((2, 3))), given(np.zeros(3)))
    assert (nothing.verdict, nothing.gradient_right, kinds(nothing)) == ("wrong", False, [{"never_filled"}])
    db = found(line, given(OURS.dW), given(np.zeros(3)))
    assert (db.verdict, db.gradient_right) == ("wrong", False)
    assert {"bias_never_filled"} in kinds(db)
    still = nine_points(penalty=NoPenalty(), W=100 * NINE.W, b=0 * NINE.b, y=(NINE.X @ NINE.W).argmax(axis=1))
    assert found(Lineup(still), given(np.zeros((2, 3)))).verdict == "right"


def test_whole_numbers_are_what_they_are() -> None:
    flat = scored([[0.0, 0.0], [0.0, 0.0]], [0, 1])
    ours = gradient(flat)
    line = Lineup(flat)
    assert found(line, (2 * ours.dW).astype(int).tolist()).verdict == "wrong"
    assert found(line, [[0, 0], [0, 1]]).verdict == "wrong"
    whole = replace(flat, X=2 * flat.X)
    assert found(Lineup(whole), gradient(whole).dW.tolist()).verdict == "right"


def test_numbers_that_were_rounded_are_right_as_far_as_they_go() -> None:
    diagnosis = found(Lineup(NINE), np.round(OURS.dW, 4).tolist(), np.round(OURS.db, 4).tolist())
    assert (diagnosis.verdict, diagnosis.near and diagnosis.near.kind) == ("right", "rounded")


@pytest.mark.parametrize(("kind", "dtype"), [("single", np.float32), ("half", np.float16)])
def test_numbers_of_a_lower_precision_are_told(kind: str, dtype: Any) -> None:
    for seed in range(10):
        line = Lineup(random_problem(seed, 20, 3, 4, loss=LOSSES[seed]()))
        theta = line.account.right.astype(dtype).astype(float)
        diagnosis = found(line, theta[:, :-1].T.tolist(), theta[:, -1].tolist())
        assert diagnosis.gradient_right
        assert diagnosis.near is not None
        assert diagnosis.near.kind == kind
        assert 0 < diagnosis.near.within < (1e-3 if kind == "half" else 1e-6)


def test_all_digits_have_no_excuse() -> None:
    assert found(Lineup(NINE), OURS.dW.tolist(), OURS.db.tolist()).near is None


@pytest.mark.parametrize("loss", [WestonWatkins(), Softmax(), Hinge()], ids=lambda loss: loss.kind)
@pytest.mark.parametrize("h", [1e-3, 1e-5, -1e-5])
def test_a_one_sided_difference_is_told_with_its_step(loss: Any, h: float) -> None:
    at = random_problem(5, 20, 3, 4, loss=loss, penalty=L2(strength=0.3))

    def total(W: Any, b: Any) -> float:
        return gradient(replace(at, W=W, b=b)).total

    dW = np.zeros_like(at.W)
    for place in np.ndindex(*dW.shape):
        moved = at.W.copy()
        moved[place] += h
        dW[place] = (total(moved, at.b) - total(at.W, at.b)) / h
    diagnosis = found(Lineup(at), dW.tolist())
    assert (diagnosis.verdict, diagnosis.gradient_right) == ("right_so_far", True)
    assert diagnosis.near is not None
    assert diagnosis.near.kind == "difference"
    assert diagnosis.near.step == pytest.approx(h, rel=0.05)


def test_another_slope_at_one_of_two_kinks_is_told_and_another_number_is_wrong() -> None:
    kinked = scored(
        [[1.0, 0.0, 0.25, 9.0], [0.25, 0.0, 0.0, 1.0], [0.0, 1.25, 0.5, 0.0]], [3, 3, 1], penalty=NoPenalty()
    )
    kinked = replace(kinked, X=np.array([[0.5, 0.25], [1.0, 2.0], [-0.5, 1.0]]), W=np.zeros((2, 4)), b=np.zeros(4))
    kinked = replace(kinked, b=np.array([0.0, 0.0, 0.5, 1.0]), y=np.array([3, 3, 3]))
    line = Lineup(kinked)
    cells = line.kinks.cells
    assert len(cells) == 6
    opened = line.account.right + line.kinks.changes[0].reshape(4, 3)
    diagnosis = found(line, opened[:, :-1].T.tolist(), opened[:, -1].tolist())
    assert (diagnosis.verdict, diagnosis.explanations) == ("right_so_far", [])
    assert diagnosis.near is not None
    assert (diagnosis.near.kind, diagnosis.near.kinks) == ("kink", (cells[0],))
    twice = line.account.right + 2.0 * line.kinks.changes[0].reshape(4, 3)
    assert found(line, twice[:, :-1].T.tolist(), twice[:, -1].tolist()).verdict == "wrong"


def test_three_mistakes_are_found_and_where_each_is() -> None:
    line = Lineup(random_problem(2, 40, 3, 4, loss=CrammerSinger(), penalty=L2(strength=0.3)))
    by_kind = {each.mistake.kind: each for each in line.few}
    for names in (("own_sign", "no_mean", "half_penalty"), ("own_forgotten", "penalty_sizes", "bias_summed"),
                  ("rivals_forgotten", "in_dW_alone"), ("own_sign", "no_penalty", "in_db_alone"),
                  ):  # fmt: skip
        made: Changes = {by_kind[name].stage: by_kind[name] for name in names}
        diagnosis = diagnose(line, numbers(line, line.account.gradient(made)))
        changed = {"own_sign", "in_db_alone"} if "in_db_alone" in names else set(names)
        assert changed in kinds(diagnosis)


def test_the_nearest_is_nearer_than_the_right_gradient() -> None:
    rng = np.random.default_rng(0)
    for seed in range(13):
        line = Lineup(problem(seed))
        theta = line.account.right + 0.01 * line.account.scale * rng.normal(size=line.account.right.shape)
        diagnosis = diagnose(line, numbers(line, theta, 8))
        assert diagnosis.explanations == []
        if diagnosis.distance is not None:
            assert diagnosis.distance < diagnosis.error


def test_a_wrong_gradient_is_explained_beside_a_loss_that_nothing_explains() -> None:
    line = Lineup(NINE)
    diagnosis = diagnose(line, replace(_numbers(OURS.dW - 0.2 * NINE.W), loss=1234.5))
    assert kinds(diagnosis) == [{"no_penalty"}]
    assert diagnosis.loss_right is False


def _numbers(dW: Any) -> Numbers:
    return Numbers.of(read(dW.tolist()), None, None)


def test_an_answer_of_the_library_needs_no_problem_of_the_page() -> None:
    problem = Problem(np.array([[1.0], [2.0]]), np.array([0, 1]), np.array([[0.5]]), np.zeros(1), loss=Hinge())
    ours = gradient(problem)
    assert diagnose(Lineup(problem), _numbers(ours.dW)).verdict == "right"
