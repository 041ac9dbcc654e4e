"""λ and C of the slack form: by hand, there and back, and that both name one problem."""

from dataclasses import replace

import numpy as np
import pytest

from app.core import gradient
from app.core.catalogue import catalogue
from app.core.losses import LOSSES
from app.core.penalties import L1, L2, ElasticNet, NoPenalty
from app.core.slack import of_penalty, slack_C, strength_of
from tests.core.problems import nine_points, random_problem


def test_c_of_the_nine_points_by_hand() -> None:
    assert slack_C(nine_points()) == pytest.approx(1 / (9 * 0.2), rel=1e-15)
    assert slack_C(nine_points(penalty=L2(convention="half"))) == pytest.approx(1 / (9 * 0.1), rel=1e-15)


@pytest.mark.parametrize("convention", ["full", "half"])
@pytest.mark.parametrize("points", [1, 3, 9, 7919])
def test_there_and_back_is_the_same_number(convention: str, points: int) -> None:
    for C in (1e-6, 0.1, 1 / 3, 1.0, 7.0, 1e6):
        strength = strength_of(C, points, convention)
        assert of_penalty(L2(strength=strength, convention=convention), points) == pytest.approx(C, rel=1e-15)  # type: ignore[arg-type]
    for strength in (1e-9, 0.1, 1 / 3, 100.0):
        found = of_penalty(L2(strength=strength, convention=convention), points)  # type: ignore[arg-type]
        assert found
        assert strength_of(found, points, convention) == pytest.approx(strength, rel=1e-15)


def test_powers_of_two_are_exact_both_ways() -> None:
    for k in range(-20, 21):
        C = 2.0**k
        for convention in ("full", "half"):
            strength = strength_of(C, 64, convention)
            assert of_penalty(L2(strength=strength, convention=convention), 64) == C


@pytest.mark.parametrize("penalty", [NoPenalty(), L1(), ElasticNet(), L2(strength=0.0), L2(strength=5e-324)], ids=str)
def test_without_a_square_there_is_no_c(penalty: object) -> None:
    assert slack_C(nine_points(penalty=penalty)) is None


@pytest.mark.parametrize("convention", ["full", "half"])
def test_the_slack_form_is_a_multiple_of_the_loss_everywhere(convention: str) -> None:
    problem = random_problem(penalty=L2(strength=0.3, convention=convention))  # type: ignore[arg-type]
    C = slack_C(problem)
    assert C
    ratios = []
    for seed in range(5):
        W = np.random.default_rng(seed).normal(size=problem.W.shape)
        found = gradient(replace(problem, W=W))
        ratios.append((0.5 * float(np.vdot(W, W)) + C * found.per_point.sum()) / found.total)
    np.testing.assert_allclose(ratios, ratios[0], rtol=1e-13)


def test_the_losses_that_are_slacks_are_named() -> None:
    said = {loss["kind"] for loss in catalogue()["losses"] if loss["slack"]}
    assert said == {"weston_watkins", "crammer_singer", "one_vs_all", "hinge"}
    assert len(LOSSES) > len(said)
