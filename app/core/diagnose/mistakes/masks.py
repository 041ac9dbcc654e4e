"""Mistakes in the mask: which rivals count and how much. What the correct class gets follows from them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from app.core.diagnose.mistake import Mistake, Slopes
from app.core.diagnose.mistakes.rules import (
    Found,
    Rule,
    collected,
    linear,
    many_columns,
    own,
    own_places,
    rules,
    squared,
)
from app.core.fast.losses_at import losses_at
from app.core.losses import Loss
from app.core.problem import Problem
from app.core.types import Array

FAR = 1e9  # a Δ that no margin keeps


def _with_own_kept(slopes: Slopes, G: Array) -> Array:
    G = G.copy()
    G[own_places(slopes)] = own(slopes)
    return G


def _hinge(slopes: Slopes) -> Array:
    assert slopes.M is not None
    return collected(slopes, np.sign(slopes.G) * np.maximum(slopes.M, 0.0))


def _all(slopes: Slopes) -> Array:
    """Every margin as if it were broken."""
    return losses_at(replace(slopes.loss, delta=FAR), slopes.y, slopes.S.copy())[1]  # type: ignore[type-var]


def _uncut(slopes: Slopes) -> Array:
    assert slopes.M is not None
    sides = np.where(slopes.y == 1, -1.0, 1.0) if slopes.loss.binary else 1.0
    return collected(slopes, 2.0 * sides * slopes.M)


def _swapped_sides(slopes: Slopes) -> Array:
    return losses_at(slopes.loss, slopes.y, -slopes.S)[1]


def _indicator(size: float) -> Rule:
    return lambda slopes: collected(slopes, size * np.sign(slopes.G))


def _either(
    first: Callable[[Loss], bool], one: Rule, second: Callable[[Loss], bool], other: Rule
) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        if first(problem.loss):
            yield "", one
        elif second(problem.loss):
            yield "", other

    return variants


MASKS = (
    Mistake(
        "hinge_values", "slopes", "hinge values for the indicator",
        "The mask holds how far each margin is broken; its slope is 1 wherever it is broken, by however much.",
        "mask = np.maximum(0, margins)", "mask = (margins > 0).astype(float)",
        rules(lambda loss: loss.has_margins and not squared(loss), _=_hinge),
    ),
    Mistake(
        "no_two", "slopes", "squared hinge without its 2",
        "The slope of a square is twice its root; here the 2 is missing.",
        "mask = np.maximum(0, margins)", "mask = 2 * np.maximum(0, margins)",
        rules(squared, _=lambda slopes: slopes.G / 2.0),
    ),
    Mistake(
        "indicator_for_hinge", "slopes", "indicator for the hinge values",
        "The slope of a square is twice its root, so it grows with the broken margin; here it is the same for all.",
        "mask = 2 * (margins > 0)", "mask = 2 * np.maximum(0, margins)",
        rules(squared, one_for_each_broken_margin=_indicator(1.0), two_for_each_broken_margin=_indicator(2.0)),
    ),
    Mistake(
        "all_rivals", "slopes", "every margin taken as broken",
        "The indicator is missing: rivals that keep their distance count too.",
        "mask = np.ones_like(margins)", "mask = (margins > 0).astype(float)",
        _either(linear, _all, squared, _uncut),
    ),
    Mistake(
        "kept_margins", "slopes", "kept margins for broken ones",
        "The rivals that keep their distance count, and those that come too close do not: < stands for >.",
        "mask = (margins < 0).astype(float)", "mask = (margins > 0).astype(float)",
        rules(linear, _=lambda slopes: _all(slopes) - slopes.G),
    ),
    Mistake(
        "sides_swapped", "slopes", "sides of the margin swapped",
        "The scores stand on the wrong sides of the margin: it is s_j − s_y + Δ, and s_y − s_j + Δ was computed.",
        "margins = s_y - S + delta", "margins = S - s_y + delta", rules(lambda loss: True, _=_swapped_sides),
    ),
    Mistake(
        "rivals_forgotten", "slopes", "rivals forgotten",
        "Only the correct class gets something; the rivals that come too close get nothing.",
        "dW[:, y[i]] -= X[i]", "dW[:, j] += X[i]; dW[:, y[i]] -= X[i]",
        rules(many_columns, _=lambda slopes: _with_own_kept(slopes, np.zeros_like(slopes.G))),
    ),
    Mistake(
        "rivals_sign", "slopes", "rivals with the other sign",
        "The rivals are pulled nearer as the correct class is; their columns of the mask need the other sign.",
        "dW[:, j] -= X[i]", "dW[:, j] += X[i]",
        rules(many_columns, _=lambda slopes: _with_own_kept(slopes, -slopes.G)),
    ),
)  # fmt: skip
