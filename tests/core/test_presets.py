"""The presets name what exists, and show what their sentences promise."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from app.core import Problem, gradient, train
from app.core.datasets import DATASETS, generate
from app.core.losses import LOSSES, CrammerSinger
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import L2, PENALTIES
from app.core.presets import PRESETS, Preset
from app.core.schedules import SCHEDULES

KINDS: dict[str, tuple[type, ...]] = {
    "loss": LOSSES,
    "penalty": PENALTIES,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
}


def made(kinds: tuple[type, ...], body: dict[str, Any]) -> Any:
    """The member of a registry that a preset asks for. Raises if there is no such kind or knob."""
    (cls,) = (cls for cls in kinds if cls.kind == body["kind"])  # type: ignore[attr-defined]
    return cls(**{name: value for name, value in body.items() if name != "kind"})


def problem_of(preset: Preset, **changes: Any) -> Problem:
    X, y, W, b = generate(made(DATASETS, preset.data), 0)
    W, b = (0 * W, 0 * b) if preset.zero else (W, b)
    parts = {name: made(KINDS[name], v) if name in KINDS else v for name, v in preset.problem.items()}
    return Problem(X, y, W, b, **{**parts, **changes})


def preset(kind: str) -> Preset:
    return next(preset for preset in PRESETS if preset.kind == kind)


@pytest.mark.parametrize("one", PRESETS, ids=lambda one: one.kind)
def test_a_preset_is_a_problem_that_can_be_trained(one: Preset) -> None:
    assert set(one.problem) <= {field.name for field in fields(Problem)} - {"X", "y", "W", "b"}
    problem = problem_of(one)
    assert problem.batch is None or 1 <= problem.batch <= len(problem.X)
    run = train(problem, 50)
    assert (run.diverged_at is not None or run.totals[-1] > run.totals[0]) == (one.kind == "too_fast")
    assert one.title
    assert one.sentence.endswith((".", "?"))


def test_kinds_of_presets_are_unique_and_the_first_is_the_nine_points() -> None:
    kinds = [one.kind for one in PRESETS]
    assert len(set(kinds)) == len(kinds)
    assert kinds[0] == "nine_points"


def test_point_3_of_the_nine_has_minus_2_in_its_row() -> None:
    mask = gradient(problem_of(preset("nine_points"))).mask
    assert mask is not None
    assert mask[3].min() == -2


def test_zero_weights_cost_one_less_than_there_are_classes() -> None:
    problem = problem_of(preset("zero_weights"))
    assert gradient(problem).total == pytest.approx(problem.classes - 1)


def test_four_points_are_on_the_kink() -> None:
    problem = problem_of(preset("on_the_kink"))
    margins = gradient(problem).margins
    assert margins is not None
    assert (margins == 0).sum() == 4


def test_too_fast_swings_ever_wider() -> None:
    run = train(problem_of(preset("too_fast")), 200)
    assert run.diverged_at is not None
    assert (np.diff(np.abs(run.W).max(axis=(1, 2)))[2:] > 0).all()


def test_too_strict_flattens_the_lines() -> None:
    strict = problem_of(preset("too_strict"))
    flat, usual = train(strict, 200), train(replace(strict, penalty=L2()), 200)
    assert np.abs(flat.W[-1]).max() < 0.5 * np.abs(usual.W[-1]).max()


def test_overlapping_blobs_always_have_broken_margins() -> None:
    run = train(problem_of(preset("overlapping")), 500)
    assert run.data[1:].min() > 0.1


def test_softmax_leaves_no_row_of_the_gradient_empty() -> None:
    problem = problem_of(preset("softmax"))
    run = train(problem, 300)
    last = gradient(replace(problem, W=run.W[-1], b=run.b[-1]))
    assert last.accuracy == 1
    assert (np.abs(last.dS).max(axis=1) > 0).all()


def test_crammer_singer_lights_fewer_cells_of_the_mask() -> None:
    eight = preset("eight_classes")
    all_rivals, closest = gradient(problem_of(eight)).mask, gradient(problem_of(eight, loss=CrammerSinger())).mask
    assert all_rivals is not None
    assert closest is not None
    assert (closest > 0).sum() < (all_rivals > 0).sum()


def test_a_linear_machine_does_not_solve_xor() -> None:
    assert train(problem_of(preset("xor")), 500).accuracy.max() < 0.8


def test_one_outlier_turns_the_line_and_carries_most_of_the_loss() -> None:
    problem = problem_of(preset("one_outlier"))
    rest = replace(problem, X=problem.X[1:], y=problem.y[1:])
    angles = []
    for one in (problem, rest):
        run = train(one, 200)
        assert gradient(replace(rest, W=run.W[-1], b=run.b[-1])).accuracy == 1
        angles.append(np.degrees(np.arctan2(*(run.W[-1][::-1, 0] - run.W[-1][::-1, 1]))))
        if one is problem:
            costs = gradient(replace(one, W=run.W[-1], b=run.b[-1])).per_point
            assert costs[0] > 0.5 * costs.sum()
    assert abs(angles[0] - angles[1]) > 20


def test_of_the_rare_class_none_is_right_when_nine_in_ten_are() -> None:
    problem = problem_of(preset("unbalanced"))
    run = train(problem, 200)
    found = (problem.X @ run.W[-1] + run.b[-1]).argmax(axis=1)
    assert run.accuracy[-1] >= 0.9
    assert not (found[problem.y == 1] == 1).any()
