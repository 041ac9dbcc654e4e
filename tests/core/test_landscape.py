"""The total loss over two parameters, against the gradient's own losses, one place after the other, and in time."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from app.core.fast.gradient import gradient
from app.core.fast.landscape import Parameter, landscape
from app.core.losses import LOSSES, Loss
from app.core.penalties import L2, PENALTIES, Penalty
from app.core.problem import Problem

PAIRS = [
    (Parameter(0, 0), Parameter(1, 1)),
    (Parameter(2, 0), Parameter(2, 1)),
    (Parameter(1), Parameter(2, 0)),
    (Parameter(0), Parameter(1)),
]
ONE_COLUMN = [(Parameter(0, 0), Parameter(0, 1)), (Parameter(0), Parameter(0, 1))]
PRICES = [*(penalty() for penalty in PENALTIES), L2(convention="half", penalize_bias=True)]


def some_problem(points: int, loss: Loss, penalty: Penalty, seed: int = 0) -> Problem:
    rng = np.random.default_rng(seed)
    columns = 1 if loss.binary else 3
    X, y = rng.normal(size=(points, 2)), rng.integers(0, 2 if loss.binary else 3, points)
    return Problem(X, y, rng.normal(size=(2, columns)), rng.normal(size=columns), loss=loss, penalty=penalty)


def moved(problem: Problem, parameter: Parameter, value: float) -> Problem:
    W, b = problem.W.copy(), problem.b.copy()
    if parameter.row is None:
        b[parameter.column] = value
    else:
        W[parameter.row, parameter.column] = value
    return replace(problem, W=W, b=b)


@pytest.mark.parametrize(
    ("loss", "pair"),
    [(loss, pair) for loss in LOSSES for pair in (ONE_COLUMN if loss.binary else PAIRS)],
    ids=lambda value: getattr(value, "__name__", None) or f"{value[0]}×{value[1]}",
)
@pytest.mark.parametrize("penalty", PRICES, ids=str)
def test_every_height_is_the_loss_at_that_place(
    loss: type[Loss], penalty: Penalty, pair: tuple[Parameter, Parameter]
) -> None:
    problem = some_problem(11, loss(), penalty)
    found = landscape(problem, *pair, span=2.0, resolution=5)
    for (c, x), (r, y) in product(enumerate(found.xs), enumerate(found.ys)):
        there = moved(moved(problem, pair[0], float(x)), pair[1], float(y))
        assert np.isclose(found.totals[r, c], gradient(there).total, rtol=1e-12)


def test_the_weights_stand_in_the_middle_and_the_span_to_every_side() -> None:
    problem = some_problem(5, LOSSES[0](), L2())
    found = landscape(problem, Parameter(1, 0), Parameter(2), span=3.0, resolution=7)
    assert np.allclose(found.xs[[0, 3, 6]] - problem.W[0, 1], [-3, 0, 3])
    assert np.allclose(found.ys[[0, 3, 6]] - problem.b[2], [-3, 0, 3])


def test_points_that_do_not_fit_one_evaluation_give_the_same_heights() -> None:
    few = some_problem(40, LOSSES[0](), L2())
    many = replace(few, X=np.tile(few.X, (900, 1)), y=np.tile(few.y, 900))
    small, large = (landscape(each, *PAIRS[0], span=1.0, resolution=3).totals for each in (few, many))
    assert np.allclose(small, large)


@pytest.mark.parametrize("penalty", PRICES, ids=str)
def test_the_prices_of_many_weights_are_the_price_of_each(penalty: Penalty) -> None:
    thetas = np.random.default_rng(3).normal(size=(6, 3, 4))
    assert np.allclose(penalty.prices(thetas), [penalty.slope(theta.copy())[0] for theta in thetas], rtol=1e-14)
