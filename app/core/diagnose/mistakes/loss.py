"""Mistakes in the loss and in what comes back from it: Δ, the kink, another loss, and the mask."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np

from app.core.diagnose.mistake import Mistake, Slopes
from app.core.losses import LOSSES, Loss
from app.core.problem import Problem
from app.core.types import Array

DELTAS = (0.01, 0.1, 0.2, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)  # besides 0: those one meets in the field
MaskRule = Callable[[Slopes], Array]


def _changed(loss: Loss, name: str, values: tuple[float, ...]) -> list[tuple[float, Loss]]:
    if name not in {field.name for field in fields(loss)}:  # type: ignore[arg-type]
        return []
    there = getattr(loss, name)
    return [(value, replace(loss, **{name: value})) for value in values if value != there]  # type: ignore[type-var]


def _no_delta(problem: Problem) -> Iterator[tuple[str, Loss]]:
    yield from (("", loss) for _, loss in _changed(problem.loss, "delta", (0.0,)))


def _other_delta(problem: Problem) -> Iterator[tuple[str, Loss]]:
    yield from ((f"Δ = {value:g}", loss) for value, loss in _changed(problem.loss, "delta", DELTAS))


def _other_kink(problem: Problem) -> Iterator[tuple[str, Loss]]:
    signs = {0.0: "> 0", 0.5: "half of it at 0", 1.0: "≥ 0"}
    yield from ((signs[value], loss) for value, loss in _changed(problem.loss, "kink", (1.0, 0.0, 0.5)))


def _other_loss(problem: Problem) -> Iterator[tuple[str, Loss]]:
    """Every other loss that fits these scores, with the same Δ and kink where it has them."""
    mine = {field.name: getattr(problem.loss, field.name) for field in fields(problem.loss)}  # type: ignore[arg-type]
    for other in LOSSES:
        names = {field.name for field in fields(other)} - {"kind"}  # type: ignore[arg-type]
        if other is not type(problem.loss) and _is_binary(other) == _is_binary(type(problem.loss)):
            yield other.title, other(**{name: mine[name] for name in names & mine.keys()})


def _is_binary(loss: type[Loss]) -> bool:
    """Has it one score column for two classes?"""
    return bool(getattr(loss, "binary", False))


def _rule(applies: Callable[[Loss], bool], rule: MaskRule) -> Callable[[Problem], Iterator[tuple[str, MaskRule]]]:
    def variants(problem: Problem) -> Iterator[tuple[str, MaskRule]]:
        if applies(problem.loss):
            yield "", rule

    return variants


def pairwise(loss: Loss) -> bool:
    """Does a point pay rival by rival? Then the mask has minus their sum in the own column."""
    if not loss.has_margins or _is_binary(type(loss)):
        return False
    slopes = loss.slope(np.array([[0.0], [10.0], [10.0]]), np.zeros(1, np.int64))[1][:, 0]
    return bool((slopes[1:] > 0.0).all() and abs(slopes.sum()) < 1e-12)


def _own(slopes: Slopes) -> tuple[Any, Any]:
    return slopes.y, np.arange(len(slopes.y))


def _with_own(slopes: Slopes, value: Array) -> Array:
    G = slopes.G.copy()
    G[_own(slopes)] = value
    return G


def _minus_one(slopes: Slopes) -> Array:
    return _with_own(slopes, -(slopes.G[_own(slopes)] != 0).astype(float))


def own_slope(loss: Loss) -> tuple[float, float]:
    """What a rival exactly as good as the correct class costs, and its slope."""
    losses, slope = loss.slope(np.zeros((2, 1)), np.zeros(1, np.int64))
    return float(losses[0]), float(slope[1, 0])


def _own_kept(slopes: Slopes) -> Array:
    return _with_own(slopes, slopes.G[_own(slopes)] - own_slope(slopes.loss)[1])


def _own_on_top(slopes: Slopes) -> Array:
    return _with_own(slopes, slopes.G[_own(slopes)] + own_slope(slopes.loss)[1])


def _kept(problem: Problem) -> Iterator[tuple[str, MaskRule]]:
    if pairwise(problem.loss):
        yield "counted as a rival", _own_kept
        yield "added to minus the count", _own_on_top


def _hinge(slopes: Slopes) -> Array:
    assert slopes.M is not None
    H = np.sign(slopes.G) * np.maximum(slopes.M, 0.0)
    if len(slopes.G) > 1 and np.allclose(
        slopes.G.sum(axis=0), 0.0
    ):  # the own column only collects what its rivals send
        H[_own(slopes)] = 0.0
        H[_own(slopes)] = -H.sum(axis=0)
    return H


LOSS = (
    Mistake(
        "no_delta", "loss", "Δ = 0", "The margin Δ is missing: only points on the wrong side count.",
        "margins = S - s_y", "margins = S - s_y + delta", _no_delta,
    ),
    Mistake(
        "other_delta", "loss", "another Δ", "The margins were computed with another Δ than the problem's.",
        "margins = S - s_y + 1.0", "margins = S - s_y + delta", _other_delta,
    ),
    Mistake(
        "other_kink", "loss", "≥ for >", "Margins of exactly 0 are treated in another way than the problem says.",
        "mask = (margins >= 0)", "mask = (margins > 0)", _other_kink,
    ),
    Mistake(
        "other_loss", "loss", "another loss", "This is the gradient of another loss.",
        "loss = other_loss(S, y)", "loss = this_loss(S, y)", _other_loss,
    ),
    Mistake(
        "minus_one", "slopes", "−1 for −count",
        "The own column gets −1 in every row, however many margins are broken; it collects −1 for each of them.",
        "mask[np.arange(N), y] = -1", "mask[np.arange(N), y] = -mask.sum(axis=1)", _rule(pairwise, _minus_one),
    ),
    Mistake(
        "own_column", "slopes", "own column not zeroed",
        "In the own column the margin is Δ, which is above 0: left in, the correct class counts as its own rival.",
        "mask = (margins > 0).astype(float)", "mask[np.arange(N), y] = 0   # before the sum", _kept,
    ),
    Mistake(
        "own_forgotten", "slopes", "own class forgotten",
        "The rivals are pushed away, but nothing pulls the correct class: its column of the mask stayed 0.",
        "mask[np.arange(N), y] = 0", "mask[np.arange(N), y] = -mask.sum(axis=1)",
        _rule(pairwise, lambda slopes: _with_own(slopes, np.zeros(len(slopes.y)))),
    ),
    Mistake(
        "hinge_values", "slopes", "hinge values for the indicator",
        "The mask holds how far each margin is broken; its slope is 1 wherever it is broken, by however much.",
        "mask = np.maximum(0, margins)", "mask = (margins > 0).astype(float)",
        _rule(lambda loss: loss.has_margins and "squared" not in loss.kind, _hinge),
    ),
    Mistake(
        "no_two", "slopes", "squared hinge without its 2",
        "The slope of a square is twice its root; here the 2 is missing.",
        "mask = np.maximum(0, margins)", "mask = 2 * np.maximum(0, margins)",
        _rule(lambda loss: "squared" in loss.kind, lambda slopes: slopes.G / 2.0),
    ),
    Mistake(
        "no_one_hot", "slopes", "softmax without −1 at the own class",
        "The probabilities are the slope of the logarithm alone; the correct class's score is subtracted: −1.",
        "dS = P", "dS = P; dS[np.arange(N), y] -= 1",
        _rule(lambda loss: loss.kind == "softmax", lambda slopes: _with_own(slopes, slopes.G[_own(slopes)] + 1.0)),
    ),
)  # fmt: skip
