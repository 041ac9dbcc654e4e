"""Every program is run and compared with the core: loss, gradient, and the weights after ten updates."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.code import DIALECTS, Unwritable, write
from app.core import Problem, gradient, trace, train
from app.core.losses import LOSSES, Loss, WestonWatkins
from app.core.optimizers import OPTIMIZERS, Optimizer, Pegasos
from app.core.penalties import L2, ElasticNet, NoPenalty, Penalty
from app.core.schedules import SCHEDULES, Constant, Schedule
from tests.core.problems import PENALTY_VARIANTS, losses, nine_points, random_problem, variants, with_knobs

RUN = pytest.mark.parametrize("dialect", ["numpy-loops", "numpy"])
EVERY_LOSS = pytest.mark.parametrize("loss", losses() + with_knobs(kink=1.0, tolerance=0.1), ids=str)


def run(problem: Problem, iterations: int, dialect: str) -> dict[str, Any]:
    """The names that the program leaves behind, in a namespace of its own."""
    names: dict[str, Any] = {}
    exec(compile(write(problem, iterations, dialect).code, dialect, "exec"), names)
    return names


def agrees(problem: Problem, iterations: int, dialect: str) -> None:
    made, ours, after = run(problem, iterations, dialect), gradient(problem), train(problem, iterations)
    found = made["gradient"](problem.W, problem.b, problem.X, problem.y)
    assert found[0] == pytest.approx(ours.total, rel=1e-10, abs=1e-10)
    np.testing.assert_allclose(found[1], ours.dW, rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(found[2], ours.db, rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(made["W"], after.W[-1], rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(made["b"], after.b[-1], rtol=1e-10, atol=1e-10)


@RUN
@EVERY_LOSS
def test_every_loss_with_every_penalty_is_the_cores(loss: Loss, dialect: str) -> None:
    for penalty in PENALTY_VARIANTS:
        agrees(random_problem(loss=loss, penalty=penalty), 10, dialect)


@RUN
@pytest.mark.parametrize("kink", [0.0, 0.25, 0.5, 1.0])
@pytest.mark.parametrize("kind", [loss.kind for loss in LOSSES])
def test_at_a_kink_the_programs_choose_as_the_core_does(kind: str, kink: float, dialect: str) -> None:
    for loss in [loss for loss in with_knobs(kink=kink) + with_knobs(kink=kink, tau=0.3) if loss.kind == kind]:
        columns = 1 if loss.binary else 3
        grid = np.array([[a, b] for a in (-2.0, -1.0, 0.0, 1.0, 2.0) for b in (-1.0, 0.0, 1.0)])
        y = np.arange(len(grid)) % (2 if loss.binary else 3)
        W = np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 0.0]])[:, :columns]
        agrees(Problem(grid, y, W, np.zeros(columns), loss=loss, penalty=NoPenalty()), 1, dialect)


@RUN
@pytest.mark.parametrize("batch", [None, 1, 3, 50])
@pytest.mark.parametrize("optimizer", [o for cls in OPTIMIZERS for o in variants(cls)], ids=str)
def test_every_optimizer_on_every_batch_goes_where_the_core_goes(
    optimizer: Optimizer, batch: int | None, dialect: str
) -> None:
    for penalty in PENALTY_VARIANTS:
        if not optimizer.refusal(penalty):
            agrees(random_problem(optimizer=optimizer, penalty=penalty, batch=batch, seed=3), 10, dialect)


@RUN
@pytest.mark.parametrize("schedule", [cls() for cls in SCHEDULES] + [SCHEDULES[-1](floor=0.2, period=4)], ids=str)  # type: ignore[call-arg]
@pytest.mark.parametrize("optimizer", [cls() for cls in OPTIMIZERS], ids=str)
def test_every_schedule_is_used(optimizer: Optimizer, schedule: Schedule, dialect: str) -> None:
    agrees(random_problem(optimizer=optimizer, schedule=schedule), 10, dialect)


@pytest.mark.parametrize("dialect", ["numpy-loops", "numpy", "pytorch"])
@pytest.mark.parametrize("optimizer", [o for cls in OPTIMIZERS for o in variants(cls)], ids=str)
@pytest.mark.parametrize("loss", [cls() for cls in LOSSES], ids=str)
def test_every_step_of_a_pass_has_its_line(loss: Loss, optimizer: Optimizer, dialect: str) -> None:
    for penalty in (NoPenalty(), L2(), ElasticNet(penalize_bias=True)):
        if optimizer.refusal(penalty):
            continue
        problem = random_problem(loss=loss, optimizer=optimizer, penalty=penalty, schedule=SCHEDULES[1]())
        lit = {step for _, steps in write(problem, 5, dialect).lines for step in steps}
        assert {step.id for step in trace(problem).steps} == lit | {"eta"} if dialect == "pytorch" else lit


def test_the_lines_of_a_program_are_the_program() -> None:
    for dialect in ("numpy-loops", "numpy", "pytorch", "scikit-learn"):
        found = write(random_problem(loss=LOSSES[7](), penalty=L2()), 3, dialect)
        assert "".join(f"{text}\n" for text, _ in found.lines) == found.code
        compile(found.code, dialect, "exec")
        assert max(len(text) for text, _ in found.lines) <= 130


def test_the_indicator_is_the_line_of_its_step() -> None:
    lines = write(nine_points(), 1, "numpy").lines
    (text,) = (text for text, steps in lines if "dM" in steps and "indicator" in text)
    assert text.split("  #")[0].strip() == "mask = 1.0 * (M > 0)"


def test_the_notebook_is_one_and_its_cells_run(capsys: pytest.CaptureFixture[str]) -> None:
    problem = nine_points()
    found = write(problem, 100, "notebook")
    book = json.loads(found.code)
    assert (book["nbformat"], book["nbformat_minor"], found.filename) == (4, 5, "hingelab.ipynb")
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])
    names: dict[str, Any] = {}
    for cell in book["cells"]:
        keys = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == keys | ({"execution_count", "outputs"} if cell["cell_type"] == "code" else set())
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    assert capsys.readouterr().out.startswith(f"L = {train(problem, 100).totals[-1]:.6f}\n")  # 0.690498, as in maths.md


def test_many_numbers_are_read_from_the_problem_that_was_sent(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for loss in (WestonWatkins(), LOSSES[7]()):
        problem = random_problem(N=1500, D=2, loss=loss)
        body = {"X": problem.X.tolist(), "y": (2 * problem.y - 1 if loss.binary else problem.y).tolist()}
        (tmp_path / "problem.json").write_text(json.dumps(body))
        assert len(write(problem, 1, "numpy").code) < 5_000
        agrees(problem, 3, "numpy")


@pytest.mark.parametrize("zero", [True, False])
def test_many_weights_are_read_or_zero(zero: bool, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    problem = random_problem(N=3, D=900)
    problem = replace(problem, W=problem.W * (0.0 if zero else 1.0), b=problem.b * (0.0 if zero else 1.0))
    body = {"X": problem.X.tolist(), "y": problem.y.tolist(), "W": problem.W.tolist()}
    (tmp_path / "problem.json").write_text(json.dumps(body))
    assert ("zeros" in write(problem, 1, "numpy").code.split("def ")[0]) is zero
    agrees(problem, 2, "numpy")


class Made(Loss):
    kind = "made"
    title = tex = "made"
    has_margins = False
    binary = True


class Priceless(Penalty):
    kind = "priceless"
    penalize_bias = False


class Still(Optimizer):
    kind = "still"


class Standing(Schedule):
    kind = "standing"


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("field", "member"), [("loss", Made()), ("penalty", Priceless()), ("optimizer", Still()), ("schedule", Standing())]
)
def test_a_member_without_code_is_refused_with_its_field(field: str, member: Any, dialect: str) -> None:
    start: dict[str, Any] = {"loss": LOSSES[7](), "penalty": L2(), "schedule": Constant()}
    if dialect == "scikit-learn" and field in ("optimizer", "schedule"):
        return  # they play no part in it
    with pytest.raises(Unwritable) as refused:
        write(replace(random_problem(**start), **{field: member}), 1, dialect)
    assert refused.value.field.split("/")[0] == field


def test_a_wide_kink_is_nothing_for_autograd() -> None:
    with pytest.raises(Unwritable, match="set its width ε to 0"):
        write(nine_points(loss=WestonWatkins(tolerance=0.1)), 1, "pytorch")


def test_pegasos_needs_no_schedule() -> None:
    assert "eta_t" not in write(nine_points(optimizer=Pegasos(), schedule=SCHEDULES[1]()), 1, "numpy").code
