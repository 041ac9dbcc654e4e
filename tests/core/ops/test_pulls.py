"""Every pull of every operation against central differences, at random operands and upstream gradients."""

from typing import Any

import numpy as np
import pytest

from app.core import ops
from app.core.tape.tape import Op, Pull
from app.core.types import Array

RNG = np.random.default_rng(7)
N, D, C = 5, 3, 4
MATRIX, POINTS, WEIGHTS = RNG.normal(size=(N, C)), RNG.normal(size=(N, D)), RNG.normal(size=(D, C))
BIAS, VECTOR, Y = RNG.normal(size=C), RNG.normal(size=N), RNG.integers(C, size=N)
NUMBER = np.array(0.7)

CASES: list[tuple[str, Op, tuple[Any, ...]]] = [
    ("absolute_norm", ops.absolute_norm(with_bias=False), (WEIGHTS, 0.3)),
    ("absolute_norm", ops.absolute_norm(with_bias=True), (WEIGHTS, BIAS, 0.3)),
    ("add", ops.add, (NUMBER, np.array(-1.2))),
    ("affine", ops.affine, (POINTS, WEIGHTS, BIAS)),
    ("class_shortfall", ops.class_shortfall, (MATRIX, np.sign(MATRIX[::-1]), 1.5)),
    ("class_signs", ops.class_signs, (Y, C)),
    ("clip", ops.clip(0.0, 0.0), (VECTOR, 0.4, 0.6)),
    ("clip", ops.clip(0.5, 1e-9), (VECTOR, np.inf, 0.6)),
    ("descend", ops.descend, (WEIGHTS, RNG.normal(size=(D, C)), 0.1)),
    ("exponential", ops.exponential, (MATRIX,)),
    ("hinge", ops.hinge(0.0, 0.0), (MATRIX, Y)),
    ("hinge", ops.hinge(0.5, 1e-9), (MATRIX, Y)),
    ("huberized_pinball", ops.huberized_pinball, (VECTOR, 0.3, 0.5)),
    ("leads", ops.leads, (MATRIX, Y)),
    ("log_softmax", ops.log_softmax, (MATRIX,)),
    ("logistic", ops.logistic, (VECTOR,)),
    ("margins", ops.margins, (MATRIX, Y, 1.5)),
    ("matmul", ops.matmul, (POINTS, WEIGHTS)),
    ("max_others", ops.max_others, (MATRIX, Y)),
    ("mean", ops.mean, (VECTOR, np.arange(N))),
    ("mean", ops.mean, (VECTOR, np.array([3, 1]))),
    ("mixed_norm", ops.mixed_norm(with_bias=False), (WEIGHTS, 0.3, 0.4)),
    ("mixed_norm", ops.mixed_norm(with_bias=True), (WEIGHTS, BIAS, 0.3, 0.4)),
    ("negative_own", ops.negative_own, (MATRIX, Y)),
    ("pinball", ops.pinball(0.5, 1e-9), (VECTOR, 0.3)),
    ("relu", ops.relu(1.0, 0.0), (VECTOR,)),
    ("shortfall", ops.shortfall, (MATRIX[:, :1], np.sign(VECTOR), 1.5)),
    ("signed_score", ops.signed_score, (MATRIX[:, :1], np.sign(VECTOR))),
    ("signs", ops.signs, (Y % 2,)),
    ("smooth_hinge", ops.smooth_hinge, (MATRIX, Y, 0.5)),
    ("square", ops.square, (MATRIX,)),
    ("squared_norm", ops.squared_norm(half=False, with_bias=False), (WEIGHTS, 0.3)),
    ("squared_norm", ops.squared_norm(half=True, with_bias=False), (WEIGHTS, 0.3)),
    ("squared_norm", ops.squared_norm(half=False, with_bias=True), (WEIGHTS, BIAS, 0.3)),
    ("squared_norm", ops.squared_norm(half=True, with_bias=True), (WEIGHTS, BIAS, 0.3)),
    ("sum_all", ops.sum_all, (MATRIX,)),
    ("sum_others", ops.sum_others, (MATRIX, Y)),
    ("weighed_margins", ops.weighed_margins, (MATRIX, Y, 1.5)),
]
PULLS = [
    pytest.param(op, operands, k, pull, id=f"{name}-{n}-{k}")
    for n, (name, op, operands) in enumerate(CASES)
    for k, pull in enumerate(op.pulls)
    if pull
]


def numeric(op: Op, operands: tuple[Any, ...], k: int, g: Array, h: float = 1e-6) -> Array:
    slope = np.empty(operands[k].shape)
    for at in np.ndindex(slope.shape):
        ends = []
        for side in (h, -h):
            moved = operands[k].copy()
            moved[at] += side
            ends.append(np.vdot(g, op(*operands[:k], moved, *operands[k + 1 :])))
        slope[at] = (ends[0] - ends[1]) / (2 * h)
    return slope


@pytest.mark.parametrize(("op", "operands", "k", "pull"), PULLS)
def test_a_pull_agrees_with_central_differences(op: Op, operands: tuple[Any, ...], k: int, pull: Pull) -> None:
    out = op(*operands)
    g = np.random.default_rng(k).normal(size=np.shape(out))
    scale = pull.factor(*operands) if pull.factor else 1.0
    part = pull.vjp(g, out, *operands)
    assert np.shape(part) == operands[k].shape
    np.testing.assert_allclose(part * scale, numeric(op, operands, k, g), atol=1e-8)


@pytest.mark.parametrize(("name", "op", "operands"), CASES, ids=[name for name, *_ in CASES])
def test_an_operation_leaves_its_operands_alone(name: str, op: Op, operands: tuple[Any, ...]) -> None:
    before = [np.copy(operand) for operand in operands]
    out = op(*operands)
    for pull in op.pulls:
        if pull:
            pull.vjp(np.ones(np.shape(out)), out, *operands)
    for old, new in zip(before, operands, strict=True):
        np.testing.assert_array_equal(old, new)


@pytest.mark.parametrize(("name", "op", "operands"), CASES, ids=[name for name, *_ in CASES])
def test_an_operation_has_a_pull_or_none_for_each_operand(name: str, op: Op, operands: tuple[Any, ...]) -> None:
    assert len(op.pulls) == len(operands)


def test_every_operation_is_looked_at_here() -> None:
    functions = {"clip_slope", "huber", "huber_slope", "indicator", "pinball_slope", "rounded"}
    forward_only = {name for name, op in vars(ops).items() if isinstance(op, Op) and not op.pulls}  # see test_updates
    made = {"running_mean", "mean_square", "corrected"}  # of those, the ones that are made to measure
    looked_at = set(ops.__all__) - functions - {"softplus_and_slope"} - forward_only - made
    assert {name for name, *_ in CASES} == looked_at


@pytest.mark.parametrize(("name", "op", "operands"), CASES, ids=[name for name, *_ in CASES])
def test_no_pull_hands_out_a_minus_zero(name: str, op: Op, operands: tuple[Any, ...]) -> None:
    out = op(*operands)
    for part in (pull.vjp(np.zeros(np.shape(out)), out, *operands) for pull in op.pulls if pull and "norm" not in name):
        assert (
            name in ("affine", "matmul", "exponential", "log_softmax", "square")
            or not np.signbit(part[part == 0]).any()
        )


@pytest.mark.parametrize(("kink", "tolerance"), [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0), (0.0, 0.2), (0.5, 0.2)])
def test_the_indicator_is_chosen_at_the_kink_only(kink: float, tolerance: float) -> None:
    M = np.array([-1.0, -0.3, -0.1, 0.0, 0.1, 0.3, 1.0])
    near = kink if tolerance else 0.0
    expected = [0, 0, near, kink, near if tolerance else 1, 1, 1]
    np.testing.assert_array_equal(ops.indicator(M, kink, tolerance), expected)
