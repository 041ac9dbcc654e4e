"""Mistakes in signs, in the layout, and in the loss that is reported."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import numpy as np

from app.core.diagnose.mistake import Mistake, Parts
from app.core.diagnose.mistakes.loss import own_slope, pairwise
from app.core.problem import Problem
from app.core.types import Array

MOST_CLASSES = 20  # up to which every two columns are tried for having been swapped

Found = Iterator[tuple[str, Any]]


def _signs(data: float, penalty: float) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        yield "", (data, penalty)

    return variants


def _transposed(problem: Problem) -> Found:
    features, classes = problem.W.shape
    if features == classes:
        yield "", lambda theta: np.column_stack([theta[:, :-1].T, theta[:, -1]])


def _reshaped(problem: Problem) -> Found:
    features, classes = problem.W.shape
    if 1 < features != classes > 1:
        yield "D×C by reshape", lambda theta: _laid(theta, theta[:, :-1].reshape(features, classes).T)
        yield "C×D by reshape", lambda theta: _laid(theta, theta[:, :-1].T.reshape(classes, features))


def _laid(theta: Array, weights: Array) -> Array:
    return np.column_stack([weights, theta[:, -1]])


def _swapped(problem: Problem) -> Found:
    columns = problem.W.shape[1]
    if columns > MOST_CLASSES:
        return
    for one, other in combinations(range(columns), 2):
        order = np.arange(columns)
        order[[one, other]] = other, one
        yield f"classes {one} and {other}", lambda theta, order=order: theta[order]
        yield f"classes {one} and {other}, in dW alone", lambda theta, order=order: _laid(theta, theta[order, :-1])


def _value(rule: Callable[[Parts], float]) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        yield "", rule

    return variants


def _with_own(problem: Problem) -> Found:
    if pairwise(problem.loss) and own_slope(problem.loss)[0]:
        yield (
            "",
            lambda parts: parts.losses.sum() * parts.share + parts.own * len(parts.losses) * parts.share + parts.paid,
        )


LAYOUT = (
    Mistake(
        "sign", "sign", "sign flipped",
        "Every number has the other sign: this way lies downhill, the gradient points up.",
        "dW = -(X.T @ mask / N + 2 * lam * W)", "dW = X.T @ mask / N + 2 * lam * W", _signs(-1.0, -1.0),
    ),
    Mistake(
        "data_sign", "sign", "sign of the data part flipped",
        "The data part has the other sign: margins were taken as s_y − s_j, and the minus sign was lost.",
        "mask[np.arange(N), y] = count   # and -1 elsewhere", "mask[np.arange(N), y] = -count", _signs(-1.0, 1.0),
    ),
    Mistake(
        "penalty_sign", "sign", "sign of the penalty's part flipped",
        "The penalty is subtracted: it makes the weights grow.",
        "dW -= 2 * lam * W", "dW += 2 * lam * W", _signs(1.0, -1.0),
    ),
    Mistake(
        "transposed", "layout", "transposed", "dW has one class a row; W here has one class a column.",
        "dW = mask.T @ X / N", "dW = X.T @ mask / N", _transposed,
    ),
    Mistake(
        "reshaped", "layout", "C×D against D×C",
        "The numbers are right but stand in the wrong places: `reshape` keeps their order, only `.T` turns the matrix.",
        "dW = (mask.T @ X / N).reshape(D, C)", "dW = (mask.T @ X / N).T", _reshaped,
    ),
    Mistake(
        "swapped", "layout", "two classes swapped", "The columns of two classes stand in each other's place.",
        "dW = dW[:, order]", "dW = X.T @ mask / N", _swapped,
    ),
    Mistake(
        "loss_summed", "value", "loss summed, gradient averaged",
        "The points' losses are added up, but the gradient is that of their mean.",
        "loss = np.sum(H)", "loss = np.sum(H) / N", _value(lambda parts: float(parts.losses.sum()) + parts.paid),
    ),
    Mistake(
        "sum_over_own", "value", "sum over j = y too",
        "The own class was summed over too: its margin is Δ, so every point pays that much more.",
        "loss = np.sum(np.maximum(0, margins)) / N", "H[np.arange(N), y] = 0   # before the sum", _with_own,
    ),
    Mistake(
        "loss_without_penalty", "value", "penalty left out of the loss",
        "The loss is that of the data alone, but the gradient has the penalty's part.",
        "loss = np.sum(H) / N", "loss = np.sum(H) / N + lam * np.sum(W * W)",
        _value(lambda parts: float(parts.losses.sum()) * parts.share),
    ),
    Mistake(
        "loss_half_penalty", "value", "half the penalty in the loss",
        "The loss has ½λ‖W‖² where this problem has λ‖W‖², or half of that again.",
        "loss = data + 0.5 * lam * np.sum(W * W)", "loss = data + lam * np.sum(W * W)",
        _value(lambda parts: float(parts.losses.sum()) * parts.share + parts.paid / 2.0),
    ),
    Mistake(
        "loss_double_penalty", "value", "twice the penalty in the loss",
        "The loss has λ‖W‖² where this problem has ½λ‖W‖².",
        "loss = data + lam * np.sum(W * W)", "loss = data + 0.5 * lam * np.sum(W * W)",
        _value(lambda parts: float(parts.losses.sum()) * parts.share + parts.paid * 2.0),
    ),
)  # fmt: skip
