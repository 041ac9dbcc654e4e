"""Mistakes in db alone, and mistakes of the others that are made in dW alone or in db alone."""

from collections.abc import Callable
from typing import Any

import numpy as np

from app.core.diagnose.mistake import Mistake
from app.core.diagnose.mistakes.rules import Found
from app.core.problem import Problem
from app.core.types import Array


def _with(bias: Callable[[Array, Array], Any]) -> Callable[[Array, Array], Array]:
    """A change of the last column to what `bias(gradient, right)` says."""

    def change(found: Array, right: Array) -> Array:
        changed = found.copy()
        changed[:, -1] = bias(found, right)
        return changed

    return change


def _times(factor: float) -> Callable[[Array, Array], Array]:
    return _with(lambda found, right: factor * found[:, -1])


def _where_there_is_one(*forms: tuple[str, Any]) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        if problem.bias:
            yield from forms

    return variants


def _summed(problem: Problem) -> Found:
    if problem.bias:
        yield "", _times(float(len(problem.X)))


def _scaled(problem: Problem) -> Found:
    if problem.bias:
        N, D, C = len(problem.X), problem.X.shape[1], problem.columns
        factors = {"½": 0.5, "2": 2.0, "1/N": 1 / N, "1/C": 1 / C, "N/C": N / C, "N/D": N / D}
        if N > 1:
            factors["N/(N − 1)"] = N / (N - 1)
        yield from ((name, _times(factor)) for name, factor in factors.items())


def _in_db(found: Array, right: Array) -> Array:
    return np.column_stack([right[:, :-1], found[:, -1]])


BIAS = (
    Mistake(
        "bias_never_filled", "bias", "db never filled in", 
        "db is 0 in every place: it was laid out and never added to.",
        "db = np.zeros_like(b)", "db = mask.sum(axis=0) / N",
        _where_there_is_one(("", _with(lambda found, right: 0.0))),
    ),
    Mistake(
        "bias_summed", "bias", "db added up, not averaged", "db is a sum over the points; dW is a mean over them.",
        "db = mask.sum(axis=0)", "db = mask.sum(axis=0) / N", _summed,
    ),
    Mistake(
        "bias_sign", "bias", "sign of db flipped", "db alone has the other sign: the bias is added to the scores.",
        "db = -mask.sum(axis=0) / N", "db = mask.sum(axis=0) / N", _where_there_is_one(("", _times(-1.0))),
    ),
    Mistake(
        "bias_scaled", "bias", "db times a factor", "db alone is multiplied by a factor that dW has not.",
        "db = mask.sum(axis=0) / M", "db = mask.sum(axis=0) / N", _scaled,
    ),
    Mistake(
        "bias_one_number", "bias", "db added up over the classes",
        "db is one number for all classes: it was added up over both axes of the mask.",
        "db = np.sum(mask) / N", "db = np.sum(mask, axis=0) / N",
        _where_there_is_one(("", _with(lambda found, right: found[:, -1].sum()))),
    ),
    Mistake(
        "in_dW_alone", "bias", "in dW alone", "db is right: it was computed in another way.",
        "db = …", "dW and db from the same mask",
        _where_there_is_one(("", _with(lambda found, right: right[:, -1]))), cost=0.5,
    ),
    Mistake(
        "in_db_alone", "bias", "in db alone", "dW is right: it was computed in another way.",
        "dW = …", "dW and db from the same mask", _where_there_is_one(("", _in_db)), cost=0.5,
    ),
)  # fmt: skip
