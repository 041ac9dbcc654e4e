"""Rows small enough to work out by hand, in both accounts of a gradient: the closed form and the trace."""

import numpy as np
import pytest

from app.core import Problem, gradient, trace
from app.core.datasets import generate
from app.core.datasets.grid_corner import GridCorner
from app.core.losses import CrammerSinger, Hinge, Logistic, Loss, Softmax, WestonWatkins
from app.core.penalties import L2, NoPenalty
from tests.core.problems import nine_points, scored

MASK = [[-1, 0, 1], [-2, 1, 1], [0, 0, 0], [1, -2, 1], [1, -2, 1], [1, -1, 0], [0, 1, -1], [0, 1, -1], [1, 1, -2]]


def masks(problem: Problem) -> list[list[float]]:
    """N·∂L/∂S, which both accounts must give alike."""
    closed, step = gradient(problem).mask, trace(problem)["dS"].value
    assert closed is not None
    assert closed.tolist() == step.tolist()
    assert not np.signbit(closed[closed == 0]).any(), "no −0 is handed out"
    return step.tolist()


def grid_corner(loss: Loss) -> Problem:
    return Problem(*generate(GridCorner(), 0), loss=loss, penalty=NoPenalty())


def test_scores_13_minus_7_11_at_delta_10_cost_8() -> None:
    problem = scored([[13.0, -7.0, 11.0]], [0], loss=WestonWatkins(delta=10.0))
    assert gradient(problem).total == 8.0
    assert trace(problem)["L"].value == 8.0
    assert masks(problem) == [[-1, 0, 1]]


@pytest.mark.parametrize("classes", range(2, 9))
def test_zero_weights_cost_what_maths_says(classes: int) -> None:
    for loss, cost in ((WestonWatkins(), classes - 1), (CrammerSinger(delta=2.5), 2.5), (Softmax(), np.log(classes))):
        problem = scored(np.zeros((3, classes)), [0, 1, 1], loss=loss)
        assert gradient(problem).data == pytest.approx(cost, rel=1e-15)
        assert float(trace(problem)["L"].value) == pytest.approx(cost, rel=1e-15)


def test_the_nine_points_have_the_mask_of_the_book() -> None:
    assert masks(nine_points()) == MASK


def test_the_nine_points_cost_what_the_book_says() -> None:
    found = gradient(nine_points())
    assert [round(part, 6) for part in (found.data, found.penalty, found.total)] == [2.766667, 3.5, 6.266667]
    assert found.accuracy == 2 / 9  # points 0 and 2


@pytest.mark.parametrize(("kink", "first"), [(0.0, [0, 0]), (0.5, [-0.5, 0.5]), (1.0, [-1, 1])])
@pytest.mark.parametrize("family", [WestonWatkins, CrammerSinger])
def test_points_exactly_on_a_margin_have_the_slope_that_was_chosen(
    family: type[WestonWatkins | CrammerSinger], kink: float, first: list[float]
) -> None:
    # M = 1 − 2x: the points at x = 0.5 are on the margin, the one at 1 is safe, the one at 0.25 has broken it.
    rows: list[list[float]] = [first, first, [0, 0], [-1, 1]]
    assert masks(grid_corner(family(kink=kink))) == rows + [row[::-1] for row in rows]


@pytest.mark.parametrize("family", [WestonWatkins, CrammerSinger])
def test_a_tolerance_makes_near_points_count_as_on_the_kink(family: type[WestonWatkins | CrammerSinger]) -> None:
    rows: list[list[float]] = [[-0.5, 0.5], [-0.5, 0.5], [0, 0], [-0.5, 0.5]]  # |M| = 0, 0, 1, ½
    assert masks(grid_corner(family(kink=0.5, tolerance=0.5))) == rows + [row[::-1] for row in rows]
    assert masks(grid_corner(family(kink=0.0, tolerance=0.5))) == [[0, 0]] * 8
    assert masks(grid_corner(family(kink=1.0, tolerance=1.5))) == [[-1, 1]] * 4 + [[1, -1]] * 4  # however wide


@pytest.mark.parametrize(("kink", "db"), [(0.0, [6, -3, -3]), (0.5, [3, -1.5, -1.5]), (1.0, [0, 0, 0])])
def test_the_kink_case_of_the_book_has_the_gradient_that_was_chosen(kink: float, db: list[float]) -> None:
    # kink = ½ is what a central difference sees.
    start = {"W": np.zeros((2, 3)), "b": np.array([1.0, 0.0, 0.0])}
    problem = nine_points(**start, penalty=NoPenalty(), loss=WestonWatkins(kink=kink))
    for found in (gradient(problem).db, trace(problem)["db"].value):
        np.testing.assert_allclose(found * 9, db, atol=1e-15)


def test_the_chosen_slope_stands_beside_the_indicator() -> None:
    def told(loss: Loss) -> tuple[str, str, str]:
        found = trace(grid_corner(loss))
        return found["dM"].tex, found["dM"].sentence, found.formula("dM", (0, 1))[0]

    tex, sentence, formula = told(WestonWatkins())
    assert r"\mathbb{1}(M > 0) \odot" in tex
    assert "exactly at zero is a choice, here 0." in sentence
    assert formula == "N·∂L/∂M[0,1] = 1·0 (at the kink) = 0"
    tex, sentence, formula = told(WestonWatkins(kink=0.5, tolerance=0.25))
    assert r"\mathbb{1}(M > 0.25) + 0.5\cdot\mathbb{1}(|M| \le 0.25)" in tex
    assert "within 0.25 of zero is a choice, here 0.50." in sentence
    assert formula == "N·∂L/∂M[0,1] = 1·0.50 (at the kink) = 0.50"


def test_of_equally_close_rivals_the_first_takes_the_whole_subgradient() -> None:
    problem = scored([[2.0, 2.0, 0.0, 2.0], [1.0, 1.0, 1.0, 1.0]], [3, 0], loss=CrammerSinger())
    assert masks(problem) == [[1, 0, 0, -1], [-1, 1, 0, 0]]


def test_rivals_that_round_to_the_same_margin_are_a_tie_in_both_accounts() -> None:
    close = 0.1 + 2**-56
    assert close > 0.1
    assert masks(scored([[-5.0, 0.1, close]], [0], loss=CrammerSinger())) == [[-1, 1, 0]]


@pytest.mark.parametrize("family", [WestonWatkins, CrammerSinger])
def test_a_margin_that_vanishes_but_for_rounding_gets_one_verdict_from_both_accounts(
    family: type[WestonWatkins | CrammerSinger],
) -> None:
    assert masks(scored([[1.3, 0.3]], [0], loss=family())) == [[0, 0]]
    # 0.5 − 0.6 + 0.1 is 3e-17 in floating point, 0.5 − (0.6 − 0.1) is 0: the order of operations must be the same.
    assert masks(scored([[0.6, 0.5]], [0], loss=family(delta=0.1))) == [[-1, 1]]


def test_one_point_has_a_pass_of_its_own() -> None:
    problem = Problem(np.array([[2.0, -1.0]]), np.array([1]), np.zeros((2, 3)), np.zeros(3), penalty=NoPenalty())
    assert masks(problem) == [[1, -2, 1]]
    assert gradient(problem).dW.tolist() == [[2, -4, 2], [-1, 2, -1]]
    assert trace(problem).formula("dW", (0, 1))[0] == "∂L/∂W[0,1] = 2·(−2) = −4"


def test_classes_without_points_are_only_rivals() -> None:
    problem = Problem(np.array([[1.0], [2.0]]), np.array([1, 1]), np.zeros((1, 4)), np.zeros(4), penalty=NoPenalty())
    assert masks(problem) == [[1, -3, 1, 1]] * 2
    assert gradient(problem).db.tolist() == [1, -3, 1, 1]


def test_a_batch_of_one_looks_at_one_point_only() -> None:
    problem = nine_points(batch=1, penalty=NoPenalty(), seed=3)
    found = trace(problem)
    (point,) = found.batch.tolist()
    assert found["dS"].value.tolist() == [row if i == point else [0, 0, 0] for i, row in enumerate(MASK)]
    np.testing.assert_allclose(found["dW"].value, np.outer(problem.X[point], MASK[point]), atol=1e-15)
    assert found["L"].value == pytest.approx(gradient(problem).per_point[point])


def test_sums_over_a_batch_are_divided_by_its_size() -> None:
    problem = nine_points(batch=4, penalty=NoPenalty())
    assert [trace(problem, t).formula("L", ())[0].partition(" / ")[2][:1] for t in range(3)] == ["4", "4", "1"]
    assert [trace(problem, t).formula("db", (0,))[0].partition(" / ")[2][:1] for t in range(2)] == ["4", "4"]


def test_softmax_of_a_million_stays_finite() -> None:
    problem = scored([[1e6, -1e6, 0.0], [-1e6, -1e6, -1e6], [1e6, 1e6, 0.0]], [1, 0, 0], loss=Softmax())
    expected = np.array([[1, -1, 0], [-2 / 3, 1 / 3, 1 / 3], [-0.5, 0.5, 0]])
    np.testing.assert_allclose(gradient(problem).per_point, [2e6, np.log(3), np.log(2)], rtol=1e-15)
    np.testing.assert_allclose(gradient(problem).dS * 3, expected, atol=1e-15)
    np.testing.assert_allclose(trace(problem)["dS"].value, expected, atol=1e-15)


@pytest.mark.parametrize(("convention", "price", "slope"), [("full", 3.5, 0.2), ("half", 1.75, 0.1)])
def test_the_two_conventions_of_l2_differ_by_a_factor_of_two(convention: str, price: float, slope: float) -> None:
    problem = nine_points(penalty=L2(strength=0.1, convention=convention))  # type: ignore[arg-type]
    found = trace(problem)
    assert gradient(problem).penalty == pytest.approx(price, abs=1e-14)
    assert found["R"].value == pytest.approx(price, abs=1e-14)
    np.testing.assert_allclose(found["dW_R"].value, slope * problem.W, atol=1e-15)


def test_the_bias_is_penalized_only_on_request() -> None:
    free, penalized = (gradient(nine_points(penalty=L2(penalize_bias=flag))) for flag in (False, True))
    assert penalized.penalty - free.penalty == pytest.approx(0.1 * 0.5, abs=1e-14)  # 0² + 0.5² + 0.5²
    np.testing.assert_allclose(penalized.db - free.db, [0, 0.1, -0.1], atol=1e-15)


SUBTRACTED = {
    ("M", (4, 0)): [("S", (4, 0), False), ("S", (4, 1), True)],
    ("dS", (4, 1)): [("dM", (4, 0), True), ("dM", (4, 2), True)],
    ("dS", (4, 0)): [("dM", (4, 0), False)],
    ("W_next", (1, 1)): [("W", (1, 1), False), ("dW", (1, 1), True)],
}


@pytest.mark.parametrize("cell", SUBTRACTED)
def test_what_is_subtracted_is_read_with_a_minus(cell: tuple[str, tuple[int, int]]) -> None:
    assert trace(nine_points()).formula(*cell)[1] == SUBTRACTED[cell]


@pytest.mark.parametrize(("loss", "of"), [(Hinge(), "u"), (Logistic(), "dz")])
def test_so_it_is_for_two_classes(loss: Loss, of: str) -> None:
    found = trace(scored([[2.0], [-1.0]], [0, 1], loss=loss))
    assert [read.minus for read in found.formula(of, (0,))[1]] == [False, True]
