"""Mistakes in where the numbers stand, and numbers that were never filled in."""

from itertools import combinations

import numpy as np

from app.core.diagnose.mistake import Mistake
from app.core.diagnose.mistakes.rules import Found
from app.core.problem import Problem
from app.core.types import Array

MOST_CLASSES = 20  # up to which every two columns are tried for having been swapped


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


def _never_filled(problem: Problem) -> Found:
    yield "dW", lambda theta: _laid(theta, np.zeros_like(theta[:, :-1]))
    if problem.bias:
        yield "dW and db", np.zeros_like


LAYOUT = (
    Mistake(
        "never_filled", "layout", "never filled in", "Every number is 0: it was laid out and never added to.",
        "dW = np.zeros_like(W)", "dW = X.T @ mask / N", _never_filled,
        cost=0.9,
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
        "dW = dW[:, order]", "dW = X.T @ mask / N", _swapped, cost=1.1,
    ),
)  # fmt: skip
