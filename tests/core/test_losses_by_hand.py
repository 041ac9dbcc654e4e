"""A few points of every loss, worked out by hand from its formula: what each pays, and its slope at every score."""

from math import log
from typing import NamedTuple

import numpy as np
import pytest

from app.core import gradient, trace
from app.core.losses import (
    LOSSES,
    CrammerSinger,
    Hinge,
    HuberizedTruncatedPinball,
    Logistic,
    Loss,
    OneVsAll,
    Perceptron,
    Pinball,
    SmoothHinge,
    Softmax,
    SquaredHinge,
    SquaredWestonWatkins,
    TruncatedPinball,
    WestonWatkins,
)
from tests.core.problems import scored


class Row(NamedTuple):
    """One point: its scores and class, what it pays, and ∂ℓ/∂s."""

    loss: Loss
    scores: list[float]
    y: int
    cost: float
    slopes: list[float]


CUT = TruncatedPinball(tau=0.5, a=1.0, kappa=2.0)
ROUND = HuberizedTruncatedPinball(tau=0.5, a=1.0, kappa=2.0, width=0.5)

ROWS = [
    # Margins of the rivals, s_j − s_y + Δ: −7 − 13 + 10 = −10 and 11 − 13 + 10 = 8, of which 8 counts.
    Row(WestonWatkins(delta=10.0), [13, -7, 11], 0, 8, [-1, 0, 1]),
    # 2 + 1 = 3 and 3 + 1 = 4: both count, and the correct class collects −1 of each.
    Row(WestonWatkins(), [0, 2, 3], 0, 7, [-2, 1, 1]),
    # The same −10 and 8: 8² = 64, and the slope is 2·8.
    Row(SquaredWestonWatkins(delta=10.0), [13, -7, 11], 0, 64, [-16, 0, 16]),
    # 2.5 − 1 + 1 = 2.5 and 0.5 − 1 + 1 = 0.5: 6.25 + 0.25, slopes 5 and 1.
    Row(SquaredWestonWatkins(), [1, 2.5, 0.5], 0, 6.5, [-6, 5, 1]),
    # Of the margins −10 and 8 the larger one, and of 3 and 4 the larger one.
    Row(CrammerSinger(delta=10.0), [13, -7, 11], 0, 8, [-1, 0, 1]),
    Row(CrammerSinger(), [0, 2, 3], 0, 4, [-1, 0, 1]),
    # Δ − t·s, class by class: 1 − 0.5, 1 − 0.5 and 1 + 0; the own class is pushed up, the others down.
    Row(OneVsAll(), [0.5, -0.5, 0], 0, 2, [-1, 1, 1]),
    # The own class has 2 ≥ Δ, class 0 has −2 ≤ −Δ: only class 2 pays, 1 + 0.5.
    Row(OneVsAll(), [-2, 2, 0.5], 1, 1.5, [0, 0, 1]),
    # e^s = 2, 1, 5, of 8 in all: the probabilities are 1/4, 1/8, 5/8; −ln ¼ = ln 4, and 1 is taken off the own one.
    Row(Softmax(), [log(2), 0, log(5)], 0, log(4), [-0.75, 0.125, 0.625]),
    # Margins 0.25 and 2 with γ = ½: 0.25²/(2·½) = 0.0625 on the parabola (slope 0.25/½), 2 − ¼ = 1.75 on the line.
    Row(SmoothHinge(gamma=0.5), [0, -0.75, 1], 0, 1.8125, [-1.5, 0.5, 1]),
    # The best rival is 3 above the correct class; there is no Δ.
    Row(Perceptron(), [0, 2, 3], 0, 3, [-1, 0, 1]),
    Row(Perceptron(), [0.5, 0, 0.25], 0, 0, [0, 0, 0]),
    # u = Δ − t·s: 1 − 0.25, 1 + 0.25, 1 − 2; the slope in s is −t.
    Row(Hinge(), [0.25], 1, 0.75, [-1]),
    Row(Hinge(), [0.25], 0, 1.25, [1]),
    Row(Hinge(), [2], 1, 0, [0]),
    # u² of the same 0.75 and 1.25: 0.5625 and 1.5625, slopes −2u and 2u.
    Row(SquaredHinge(), [0.25], 1, 0.5625, [-1.5]),
    Row(SquaredHinge(), [0.25], 0, 1.5625, [2.5]),
    # s = ln 3: ln(1 + 1/3) with the slope −1/(1 + 3), and ln(1 + 3) with the slope 3/(1 + 3).
    Row(Logistic(), [log(3)], 1, log(4 / 3), [-0.25]),
    Row(Logistic(), [log(3)], 0, log(4), [0.75]),
    # u = 1 costs 1; u = 1 − 3 = −2 costs τ·2 = 1, and pulls the score back with τ.
    Row(Pinball(tau=0.5), [0], 1, 1, [-1]),
    Row(Pinball(tau=0.5), [3], 1, 1, [0.5]),
    # u = −½ lies between the cuts: ½·½. u = −2 is cut off at −1: ½·1, flat. u = 1.5 is a line, u = 3 is cut off at 2.
    Row(CUT, [1.5], 1, 0.25, [0.5]),
    Row(CUT, [3], 1, 0.5, [0]),
    Row(CUT, [0.5], 0, 1.5, [1]),
    Row(CUT, [2], 0, 2, [0]),
    # δ = ½: u = ¼ on the right parabola, u²/(2δ) = 1/16 with the slope u/δ = ½; u = −¼ on the left one, τ times that.
    Row(ROUND, [0.75], 1, 0.0625, [-0.5]),
    Row(ROUND, [1.25], 1, 0.03125, [0.25]),
    # u = 1: 1 − δ/2 = ¾. u = −¾: τ·(¾ − δ/2) = ¼. u = 3.5 is cut off at 2: 2 − δ/2, flat.
    Row(ROUND, [0], 1, 0.75, [-1]),
    Row(ROUND, [1.75], 1, 0.25, [0.5]),
    Row(ROUND, [2.5], 0, 1.75, [0]),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.loss.kind}-{row.scores}-{row.y}")
def test_a_loss_pays_and_pulls_as_worked_out_by_hand(row: Row) -> None:
    problem = scored([row.scores], [row.y], loss=row.loss)
    found, steps = gradient(problem), trace(problem)
    for cost, slopes in ((found.per_point, found.dS), (steps["l"].value, steps["dS"].value)):
        np.testing.assert_allclose(cost, [row.cost], rtol=1e-14)
        np.testing.assert_allclose(slopes, [row.slopes], rtol=1e-14, atol=1e-15)


def test_every_registered_loss_has_a_row_where_it_pays_and_one_slope_is_not_0() -> None:
    assert {type(row.loss) for row in ROWS if row.cost and any(row.slopes)} == set(LOSSES)
