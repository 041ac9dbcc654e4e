"""What the rules of a mask are written with: which losses they speak of, and the correct class's place."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import numpy as np

from app.core.diagnose.mistake import Slopes
from app.core.losses import Loss
from app.core.problem import Problem
from app.core.types import Array

Rule = Callable[[Slopes], Array]
Found = Iterator[tuple[str, Any]]


def rules(applies: Callable[[Loss], bool], **forms: Rule) -> Callable[[Problem], Found]:
    """Variants of a mistake that has these forms wherever it `applies`; an underscore is a space of its note."""

    def variants(problem: Problem) -> Found:
        if applies(problem.loss):
            yield from ((name.replace("_", " ").strip(), rule) for name, rule in forms.items())

    return variants


def has_knob(loss: Loss, name: str) -> bool:
    return name in {field.name for field in fields(loss)}  # type: ignore[arg-type]


def pairwise(loss: Loss) -> bool:
    """Does a point pay rival by rival? Then the mask has minus their sum in the own column."""
    if not collects(loss):
        return False
    slopes = loss.slope(np.array([[0.0], [10.0], [10.0]]), np.zeros(1, np.int64))[1][:, 0]
    return bool((slopes[1:] > 0.0).all() and abs(slopes.sum()) < 1e-12)


def collects(loss: Loss) -> bool:
    """Has the correct class minus the sum of what its rivals have, margin by margin?"""
    return loss.has_margins and loss.pairwise and not loss.binary


def margins_of_columns(loss: Loss) -> bool:
    return loss.has_margins and not loss.binary


def many_columns(loss: Loss) -> bool:
    return not loss.binary


def softmax(loss: Loss) -> bool:
    return loss.kind == "softmax"


def squared(loss: Loss) -> bool:
    return "squared" in loss.kind


def linear(loss: Loss) -> bool:
    """Is every broken margin paid as it is, so that its slope is 1?"""
    return loss.has_margins and loss.slack and has_knob(loss, "delta")


def own_places(slopes: Slopes) -> tuple[Any, Any]:
    """The correct class's places in G, S and M (C, n); those of the one column that a binary loss has."""
    return slopes.y if len(slopes.G) > 1 else np.zeros_like(slopes.y), np.arange(len(slopes.y))


def own(slopes: Slopes) -> Array:
    found: Array = slopes.G[own_places(slopes)]
    return found


def rivals_of(slopes: Slopes, G: Array) -> Array:
    """`G` with 0 at the correct class."""
    G = G.copy()
    G[own_places(slopes)] = 0.0
    return G


def collected(slopes: Slopes, G: Array) -> Array:
    """`G` whose correct class has what it gets from its rivals, where it gets all from them."""
    if collects(slopes.loss):
        G = rivals_of(slopes, G)
        G[own_places(slopes)] = -G.sum(axis=0)
    return G


def count(slopes: Slopes) -> Array:
    """What the rivals of each point add up to: how many margins are broken, where each counts 1."""
    return rivals_of(slopes, slopes.G).sum(axis=0)


def own_slope(loss: Loss) -> tuple[float, float]:
    """What a rival exactly as good as the correct class costs, and its slope."""
    losses, slope = loss.slope(np.zeros((2, 1)), np.zeros(1, np.int64))
    return float(losses[0]), float(slope[1, 0])


def last_of_class(slopes: Slopes, value: Array, otherwise: Array | float = 0.0) -> Array:
    """`value` (n,) at the last point of each class, which a repeated index keeps, and `otherwise` elsewhere."""
    y = slopes.y
    _, from_behind = np.unique(y[::-1], return_index=True)
    kept = np.zeros(len(y), bool)
    kept[len(y) - 1 - from_behind] = True
    return np.where(kept, value, otherwise)
