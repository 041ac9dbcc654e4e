"""Numbers computed elsewhere: the nine points by an independent NumPy account, random problems by torch autograd."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core import Problem, gradient, trace, train
from app.core.losses import LOSSES, CrammerSinger, Loss, Softmax, WestonWatkins
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import PENALTIES, NoPenalty
from tests.core.problems import nine_points

ORACLE = Path(__file__).parents[1] / "oracle"
NINE: dict[str, Any] = json.loads((ORACLE / "nine_points.json").read_text())
AUTOGRAD: dict[str, Any] = json.loads((ORACLE / "autograd.json").read_text())
NAMED = {"ww": WestonWatkins(), "ssvm": CrammerSinger(), "softmax": Softmax()}  # their names there, and ours
ROWS = pytest.mark.parametrize(("loss", "row"), [(loss, NINE["losses"][key]) for key, loss in NAMED.items()], ids=NAMED)


def made(kinds: tuple[type, ...], body: dict[str, Any]) -> Any:
    rest = {name: value for name, value in body.items() if name != "kind"}
    return next(cls for cls in kinds if cls.kind == body["kind"])(**rest)  # type: ignore[attr-defined]


def problem_of(row: dict[str, Any]) -> Problem:
    loss, penalty = made(LOSSES, row["loss"]), made(PENALTIES, row["penalty"])
    more = {"optimizer": made(OPTIMIZERS, row["optimizer"])} if "optimizer" in row else {}
    y = np.maximum(row["y"], 0)  # −1/+1 there, 0/1 here
    return Problem(row["X"], y, row["W"], row["b"], loss=loss, penalty=penalty, **more)


def close(actual: Any, expected: Any, tolerance: float = 1e-10) -> None:
    np.testing.assert_allclose(actual, expected, rtol=tolerance, atol=tolerance)


def test_the_first_preset_is_the_oracles_problem() -> None:
    problem = nine_points()
    assert problem.X.tolist() == NINE["X"]
    assert problem.y.tolist() == NINE["y"]
    assert problem.W.T.tolist() == NINE["W"]  # its W has one class a row
    assert problem.b.tolist() == NINE["b"]


@ROWS
def test_the_nine_points_have_the_oracles_losses_and_gradient(loss: Loss, row: dict[str, Any]) -> None:
    found = gradient(nine_points(loss=loss))
    close(found.scores, row["scores"])
    close(found.per_point, row["L_i"])
    close([found.data, found.penalty, found.total], [row["data_loss"], row["reg_loss"], row["total_loss"]])
    close(found.dS * 9, row["dL_dscores_times_N"])
    close(found.dW.T, row["dW_true"])
    close(found.db, row["db"])


@ROWS
def test_every_step_on_the_nine_points_has_the_oracles_numbers(loss: Loss, row: dict[str, Any]) -> None:
    found = trace(nine_points(loss=loss))
    values = {step.id: step.value for step in found.steps}
    close(values["S"], row["scores"])
    close(values["l"], row["L_i"])
    close([values["data"], values["R"], values["L"]], [row["data_loss"], row["reg_loss"], row["total_loss"]])
    close(values["dS"], row["dL_dscores_times_N"])
    close(values["dW_data"].T, row["dW_data_only"])
    close(values["dW"].T, row["dW_true"])
    close(values["db"], row["db"])


def test_the_nine_points_have_the_oracles_margins_hinge_and_mask() -> None:
    row, found, steps = NINE["losses"]["ww"], gradient(nine_points()), trace(nine_points())
    for margins in (found.margins, steps["M"].value):
        close(margins, row["raw_margins"])
    for hinge in (found.hinge, steps["H"].value):
        close(hinge, row["margins"])
    for mask in (found.mask, steps["dS"].value):
        assert mask is not None
        assert mask.tolist() == row["coeff_matrix"]
    assert steps["dM"].value.tolist() == row["mask"]


@ROWS
@pytest.mark.parametrize("iteration", ["1", "10", "100"])
def test_training_the_nine_points_goes_where_the_oracle_went(loss: Loss, row: dict[str, Any], iteration: str) -> None:
    run, expected, t = train(nine_points(loss=loss), 100), row["trace_true"][iteration], int(iteration)
    close([run.totals[t], run.data[t], run.penalty[t]], [expected["total"], expected["data"], expected["reg"]], 1e-9)
    close(run.W[t].T, expected["W"], 1e-9)
    close(run.b[t], expected["b"], 1e-9)


def test_zero_weights_cost_what_the_oracle_says() -> None:
    for key, loss in NAMED.items():
        found = gradient(nine_points(loss=loss, W=np.zeros((2, 3)), b=np.zeros(3)))
        close(found.data, NINE["sanity_zero_params_data_loss"][key])


def test_the_kink_case_has_the_oracles_gradient_and_not_the_central_difference() -> None:
    case = NINE["kink_case_ww"]
    problem = nine_points(W=np.array(case["W"]).T, b=np.array(case["b"]), penalty=NoPenalty())
    found = gradient(problem)
    close(found.per_point, case["L_i"])
    close(found.db, case["db_analytic"])
    close(trace(problem)["db"].value, case["db_analytic"])


@pytest.mark.parametrize("row", AUTOGRAD["gradients"], ids=lambda row: f"{row['loss']['kind']}-{row['penalty']}")
def test_gradients_are_those_of_autograd(row: dict[str, Any]) -> None:
    problem, expected = problem_of(row), row["expect"]
    found, steps = gradient(problem), trace(problem)
    close(found.per_point, expected["per_point"])
    close([found.data, found.penalty, found.total], [expected[name] for name in ("data", "penalty", "total")])
    for dW, db in ((found.dW, found.db), (steps["dW"].value, steps["db"].value)):
        close(dW, expected["dW"])
        close(db, expected["db"])


@pytest.mark.parametrize("row", AUTOGRAD["runs"], ids=lambda row: f"{row['loss']['kind']}-{row['optimizer']['kind']}")
def test_runs_are_those_of_torch_optim(row: dict[str, Any]) -> None:
    expected = row["expect"]
    run = train(problem_of(row), expected["at"][-1])
    close(run.totals[expected["at"]], expected["totals"], 1e-8)
    close(run.W[-1], expected["W"], 1e-8)
    close(run.b[-1], expected["b"], 1e-8)
