"""Mistakes in the own column of the mask: what the correct class gets."""

import numpy as np

from app.core.diagnose.mistake import Mistake, Slopes
from app.core.diagnose.mistakes.rules import (
    Found,
    collects,
    count,
    last_of_class,
    many_columns,
    margins_of_columns,
    own,
    own_slope,
    pairwise,
    rules,
    softmax,
)
from app.core.problem import Problem
from app.core.types import Array


def _wrong_axis(problem: Problem) -> Found:
    if collects(problem.loss):
        yield "added up over the points", lambda s: -_rivals_by_class(s)[s.y]
        if len(problem.X) == problem.columns:
            yield "the counts lie along the classes", lambda s: -count(s)[s.y] if len(s.G) == len(s.y) else own(s)


def _rivals_by_class(slopes: Slopes) -> Array:
    G = slopes.G.copy()
    G[slopes.y, np.arange(len(slopes.y))] = 0.0
    return G.sum(axis=1)


def _by_margins(slopes: Slopes) -> Array:
    assert slopes.M is not None
    paid = np.where(slopes.G > 0, np.maximum(slopes.M, 0.0), 0.0)
    paid[slopes.y, np.arange(len(slopes.y))] = 0.0
    return -paid.sum(axis=0)


def _has_columns_with_own(problem: Problem) -> Found:
    if margins_of_columns(problem.loss):
        yield "", lambda s: last_of_class(s, own(s))
    elif softmax(problem.loss):
        yield "", lambda s: last_of_class(s, own(s), own(s) + 1.0)


OWN = (
    Mistake(
        "minus_one", "own", "−1 for −count",
        "The own column gets −1, however many margins are broken; it collects −1 for each of them.",
        "mask[np.arange(N), y] = -1", "mask[np.arange(N), y] = -mask.sum(axis=1)",
        rules(pairwise, where_a_margin_is_broken=lambda s: -(own(s) != 0).astype(float),
              in_every_row=lambda s: -np.ones(len(s.y))),
    ),
    Mistake(
        "own_column", "own", "own column not zeroed",
        "In the own column the margin is Δ, which is above 0: left in, the correct class counts as its own rival.",
        "mask = (margins > 0).astype(float)", "mask[np.arange(N), y] = 0   # before the sum",
        rules(pairwise, counted_as_a_rival=lambda s: own(s) - own_slope(s.loss)[1],
              added_to_minus_the_count=lambda s: own(s) + own_slope(s.loss)[1]),
    ),
    Mistake(
        "own_forgotten", "own", "own class forgotten",
        "The rivals are pushed away, but nothing pulls the correct class: its column of the mask stayed 0.",
        "mask[np.arange(N), y] = 0", "mask[np.arange(N), y] = -mask.sum(axis=1)",
        rules(many_columns, _=lambda s: np.zeros(len(s.y))),
    ),
    Mistake(
        "own_sign", "own", "own column with the other sign",
        "The correct class is pushed away as its rivals are: its column of the mask is plus the count, not minus.",
        "dW[:, y[i]] += X[i]", "dW[:, y[i]] -= X[i]", rules(many_columns, _=lambda s: -own(s)),
    ),
    Mistake(
        "own_all_rivals", "own", "−(C − 1) for −count",
        "The own column collects from every rival; only those whose margin is broken send something.",
        "mask[np.arange(N), y] = -(C - 1)", "mask[np.arange(N), y] = -mask.sum(axis=1)",
        rules(collects, _=lambda s: np.full(len(s.y), 1.0 - len(s.G))),
    ),
    Mistake(
        "repeated_index", "own", "a repeated index keeps the last",
        "Of all points of a class only the last is subtracted: NumPy writes to a repeated index once.",
        "dW[:, y] -= X.T", "np.subtract.at(dW.T, y, X)   # or mask[np.arange(N), y] -= 1, then X.T @ mask",
        _has_columns_with_own, pointwise=False,
    ),
    Mistake(
        "count_axis", "own", "count along the wrong axis",
        "How many margins are broken is a number for each point; it was added up or laid along the other axis.",
        "mask[np.arange(N), y] = -mask.sum(axis=0)[y]", "mask[np.arange(N), y] = -mask.sum(axis=1)", _wrong_axis,
        pointwise=False,
    ),
    Mistake(
        "own_margins", "own", "own column weighted by the margins",
        "The own column collects the broken margins themselves; it counts how many there are.",
        "mask[np.arange(N), y] = -H.sum(axis=1)", "mask[np.arange(N), y] = -mask.sum(axis=1)",
        rules(pairwise, _=_by_margins),
    ),
    Mistake(
        "no_one_hot", "own", "softmax without −1 at the own class",
        "The probabilities are the slope of the logarithm alone; the correct class's score is subtracted: −1.",
        "dS = P", "dS = P; dS[np.arange(N), y] -= 1", rules(softmax, _=lambda s: own(s) + 1.0),
    ),
    Mistake(
        "plus_one_hot", "own", "softmax with +1 at the own class",
        "The correct class gets p + 1; its score lowers the loss: p − 1.",
        "dS[np.arange(N), y] += 1", "dS[np.arange(N), y] -= 1", rules(softmax, _=lambda s: own(s) + 2.0),
    ),
    Mistake(
        "only_one_hot", "own", "softmax with −1 alone at the own class",
        "The correct class gets −1; its own probability belongs there too: p − 1.",
        "dS[np.arange(N), y] = -1", "dS[np.arange(N), y] -= 1", rules(softmax, _=lambda s: -np.ones(len(s.y))),
    ),
)  # fmt: skip
