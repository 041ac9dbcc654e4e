"""Mistakes in the slopes of softmax, of the logistic loss and of other losses with one column for two classes."""

import numpy as np

from app.core.diagnose.mistake import Mistake, Slopes
from app.core.diagnose.mistakes.rules import Found, rules, softmax
from app.core.losses import BinaryLoss, Loss
from app.core.problem import Problem
from app.core.types import Array


def _one_hot(slopes: Slopes) -> Array:
    return (np.arange(len(slopes.G))[:, None] == slopes.y).astype(float)


def _over(slopes: Slopes, axis: int | None) -> Array:
    P = np.exp(slopes.S - slopes.S.max())
    found: Array = P / P.sum(axis=axis, keepdims=True) - _one_hot(slopes)
    return found


def _through_softmax(slopes: Slopes) -> Array:
    """The slope of half the squared distance of P from the one-hot labels."""
    P = slopes.G + _one_hot(slopes)
    through: Array = P * (slopes.G - (slopes.G * P).sum(axis=0))
    return through


def _slope_of_p(slopes: Slopes) -> Array:
    P = slopes.G + _one_hot(slopes)
    found: Array = slopes.G * P * (1.0 - P)
    return found


def _logistic(loss: Loss) -> bool:
    return loss.kind == "logistic"


def _p(slopes: Slopes) -> Array:
    """The probability of class 1 (1, n)."""
    return np.asarray(slopes.G + slopes.y, np.float64)


def _cost_slope(slopes: Slopes, t: Array) -> Array:
    """∂ℓ/∂u (n,) with the signs t."""
    assert isinstance(slopes.loss, BinaryLoss)
    return np.array(slopes.loss.cost(slopes.loss.delta - t * slopes.S[0])[1], np.float64)


def _signs(slopes: Slopes) -> Array:
    return np.where(slopes.y == 1, 1.0, -1.0)


def _unmapped(problem: Problem) -> Found:
    if problem.loss.binary:
        yield "everywhere", lambda s: -(s.y * _cost_slope(s, s.y))[None]
        yield "in the gradient alone", lambda s: -(s.y * _cost_slope(s, _signs(s)))[None]
        yield "in the margin alone", lambda s: -(_signs(s) * _cost_slope(s, s.y))[None]


def _sign_forgotten(problem: Problem) -> Found:
    if problem.loss.binary:
        yield "in the gradient", lambda s: -_cost_slope(s, _signs(s))[None]
        yield "in the margin", lambda s: -(_signs(s) * _cost_slope(s, np.ones(len(s.y))))[None]
        yield "in both", lambda s: -_cost_slope(s, np.ones(len(s.y)))[None]


PROBABILITIES = (
    Mistake(
        "softmax_axis", "slopes", "softmax over the wrong axis",
        "The probabilities of a point add up to 1 over the classes; here they were divided by a sum over the points.",
        "P = expS / expS.sum(axis=0)", "P = expS / expS.sum(axis=1, keepdims=True)",
        rules(softmax, sum_over_the_points=lambda s: _over(s, 1), sum_over_all=lambda s: _over(s, None)),
        pointwise=False,
    ),
    Mistake(
        "no_normalisation", "slopes", "no probabilities",
        "A probability is e to the score divided by their sum; here that sum, or the exponential too, is missing.",
        "dS = np.exp(S); dS[np.arange(N), y] -= 1", "dS = expS / expS.sum(axis=1, keepdims=True); …",
        rules(softmax, exponentials=lambda s: np.exp(np.minimum(s.S, 700.0)) - _one_hot(s),
              exponentials_after_the_shift=lambda s: np.exp(s.S - s.S.max(axis=0)) - _one_hot(s),
              scores=lambda s: s.S - _one_hot(s)), pointwise=False,
    ),
    Mistake(
        "squared_error", "slopes", "slope of the squared error",
        "The slope of the probabilities was multiplied in; in the cross-entropy the logarithm takes it away again.",
        "dS = (P - Y) * P * (1 - P)", "dS = P - Y",
        rules(softmax, p__1_minus_p=_slope_of_p, through_the_softmax=_through_softmax),
    ),
    Mistake(
        "sigmoid_slope", "slopes", "slope of the sigmoid too many",
        "The slope p(1 − p) was multiplied in, as for the squared error; with the logarithm it is p − y alone.",
        "ds = (p - y) * p * (1 - p)", "ds = p - y", rules(_logistic, _=lambda s: s.G * _p(s) * (1.0 - _p(s))),
    ),
    Mistake(
        "no_sigmoid", "slopes", "no sigmoid", "The score stands where its probability belongs.",
        "ds = s - y", "ds = sigmoid(s) - y", rules(_logistic, _=lambda s: s.S - s.y),
    ),
    Mistake(
        "no_labels", "slopes", "labels left out", "The probability alone is left; the label is subtracted from it.",
        "ds = p", "ds = p - y",
        rules(_logistic, p_alone=_p, p_plus_y=lambda s: _p(s) + s.y),
    ),
    Mistake(
        "labels_unmapped", "slopes", "labels 0 and 1 for −1 and +1",
        "The labels were used as they are; points of class 0 then send nothing. The signs are 2y − 1.",
        "t = y", "t = 2 * y - 1", _unmapped,
    ),
    Mistake(
        "sign_forgotten", "slopes", "sign of the class left out",
        "The sign t of the class, which stands before the score, is missing.",
        "ds = -slope", "ds = -t * slope", _sign_forgotten,
    ),
)  # fmt: skip
