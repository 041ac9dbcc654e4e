"""The numbers in the files are those of the core, to the last digit, in both layouts."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from app.core.problem import Problem
from app.core.tape.trace import Trace
from app.exports import EXPORTS, ExportSource
from tests.core.problems import problems
from tests.exports.sources import across, of_pass, of_run, rows
from tests.pictures.moments import nine, two_classes

HARD = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
both = pytest.mark.parametrize("turned", [False, True], ids=["XW", "WX"])


def write(kind: str, source: ExportSource) -> bytes:
    return EXPORTS[kind].write(source)


def values(found: Trace, turned: bool) -> dict[str, Any]:
    """Everything that a pass has, each as it must be read back."""
    parts = [(node.id, node.value) for node in found.inputs] + [(step.id, step.value) for step in found.steps]
    return {id: value.T if turned else value for id, value in parts}


def same(one: Any, other: Any) -> bool:
    return np.array_equal(np.asarray(one, float), np.asarray(other, float))


@HARD
@given(problem=problems())
def test_the_json_of_a_pass_has_every_number(problem: Problem) -> None:
    for source in (of_pass(problem, 1), across(of_pass(problem, 1))):
        read = json.loads(write("pass.json", source))
        steps = {step["id"]: step["value"] for step in read["steps"]}
        for id, value in values(source.passed, source.transposed).items():
            assert same(steps[id] if id in steps else read[id], value), id
        assert read["batch"] == source.passed.batch.tolist()


@HARD
@given(problem=problems())
def test_the_table_of_a_pass_has_every_number_in_its_place(problem: Problem) -> None:
    for source in (of_pass(problem, 1), across(of_pass(problem, 1))):
        head, *lines = rows(write("pass.csv", source))
        assert head == ["step", "row", "column", "value"]
        read = {(id, int(row), int(column)): float(value) for id, row, column, value in lines}
        assert len(read) == len(lines)
        found = source.passed
        columns = {"y"} | {step.id for step in found.steps if step.per_point}
        for id, value in values(found, False).items():
            for at, number in np.ndenumerate(value):
                row, column = (*at, 0, 0)[:2] if value.ndim != 1 or id in columns else (0, at[0])
                assert read[(id, column, row) if source.transposed else (id, row, column)] == number, id


@HARD
@given(problem=problems())
def test_the_arrays_of_a_pass_are_there_when_the_file_has_run(problem: Problem) -> None:
    for source in (of_pass(problem, 1), across(of_pass(problem, 1))):
        names: dict[str, Any] = {}
        exec(write("matrices.py", source), names)
        for id, value in values(source.passed, source.transposed).items():
            assert np.array_equal(names[id], value), id
            assert names[id].dtype == value.dtype


@both
@pytest.mark.parametrize("problem", [nine(), two_classes()], ids=["three", "two"])
def test_the_table_of_a_run_is_the_run(problem: Problem, turned: bool) -> None:
    source = of_run(problem, 30, transposed=turned)
    head, *lines = rows(write("run.csv", source))
    run, W = source.whole_run, source.whole_run.W.swapaxes(1, 2) if turned else source.whole_run.W
    names = [f"W[{i},{j}]" for i in range(W.shape[1]) for j in range(W.shape[2])]
    assert head[7:] == names + [f"b[{k}]" for k in range(problem.columns)]
    assert [row.pop(6) for row in lines] == [*map(repr, run.learning_rates.tolist()), ""]
    table = np.array(lines, float)
    series = (np.arange(31), run.data, run.penalty, run.totals, run.accuracy, run.gradient_norm)
    assert np.array_equal(table[:, :6], np.stack(series, axis=1))
    assert np.array_equal(table[:, 6:], np.concatenate([W.reshape(31, -1), run.b], axis=1))


@both
def test_the_json_of_a_run_is_the_run(turned: bool) -> None:
    source = of_run(nine(), 30, transposed=turned)
    read, run = json.loads(write("run.json", source)), source.whole_run
    for name in ("totals", "data", "penalty", "accuracy", "gradient_norm", "learning_rates", "b"):
        assert same(read[name], getattr(run, name)), name
    assert same(read["W"], run.W.swapaxes(1, 2) if turned else run.W)
    assert (read["layout"], read["diverged_at"], read["batches_per_epoch"]) == ("WX" if turned else "XW", None, 1)


def test_json_is_written_line_by_line() -> None:
    lines = write("pass.json", of_pass(nine())).decode().splitlines()
    assert lines[0] == "{"
    assert '"iteration": 0,' in lines
    for line in lines:
        if line.startswith("  "):
            assert json.loads(line.strip().rstrip(","))["value"] is not None
