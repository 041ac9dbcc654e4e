"""Mistakes in the mean over the points and in the penalty's part."""

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np

from app.core.diagnose.mistake import Mistake
from app.core.penalties import PENALTIES
from app.core.problem import Problem
from app.core.types import Array

Found = Iterator[tuple[str, Any]]


def _factor(factor: Callable[[Problem], float]) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        yield "", factor(problem)

    return variants


def _paid(problem: Problem) -> tuple[Array, float]:
    paid, slope = problem.penalty.slope(problem.theta)
    return np.broadcast_to(slope, problem.theta.shape), float(paid)


def _scaled(factor: Callable[[Problem], float], kinds: tuple[str, ...] = ()) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        if not kinds or problem.penalty.kind in kinds:
            slope, paid = _paid(problem)
            yield "", (factor(problem) * slope, factor(problem) * paid)

    return variants


def _quarter(problem: Problem) -> Found:
    if getattr(problem.penalty, "convention", "half") == "full":
        yield from _scaled(lambda _: 0.25)(problem)


def _by_points(problem: Problem) -> Found:
    yield from _scaled(lambda p: 1.0 / len(p.X))(problem)


def _bias(penalized: bool) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        settable = "penalize_bias" in {field.name for field in fields(problem.penalty)}  # type: ignore[arg-type]
        if settable and problem.penalty.penalize_bias is not penalized:
            other = replace(problem.penalty, penalize_bias=penalized)  # type: ignore[type-var]
            yield "", _paid(replace(problem, penalty=other))

    return variants


def _other_penalty(problem: Problem) -> Found:
    mine = {field.name: getattr(problem.penalty, field.name) for field in fields(problem.penalty)}  # type: ignore[arg-type]
    for member in PENALTIES:
        names = {field.name for field in fields(member)} - {"kind"}  # type: ignore[arg-type]
        if member is not type(problem.penalty) and "strength" in names & mine.keys():
            penalty = member(**{name: mine[name] for name in names & mine.keys()})
            yield member.title, _paid(replace(problem, penalty=penalty))


def _price(problem: Problem) -> Found:
    slope, paid = _paid(problem)
    yield "", (np.where(slope != 0, paid, 0.0), paid)


PENALTY = (
    Mistake(
        "no_mean", "mean", "no 1/N", "The points' slopes are added up and never divided by their number.",
        "dW = X.T @ mask", "dW = X.T @ mask / N", _factor(lambda problem: 1.0),
    ),
    Mistake(
        "mean_twice", "mean", "1/N twice", "The data part is divided by N twice: in the mask and again in the product.",
        "mask /= N; dW = X.T @ mask / N", "dW = X.T @ mask / N", _factor(lambda problem: 1.0 / len(problem.X) ** 2),
    ),
    Mistake(
        "mean_of_cells", "mean", "1/(N·C) for 1/N",
        "The mean goes over points and classes; it belongs over the points.",
        "loss = np.mean(H)", "loss = np.sum(H) / N", _factor(lambda p: 1.0 / (len(p.X) * p.W.shape[1])),
    ),
    Mistake(
        "no_penalty", "penalty", "penalty's gradient missing",
        "Only the data's part is there; the penalty's was not added.",
        "dW = X.T @ mask / N", "dW = X.T @ mask / N + 2 * lam * W", _scaled(lambda _: 0.0),
    ),
    Mistake(
        "half_penalty", "penalty", "half the penalty's gradient",
        "The penalty's part is half as large: λW for 2λW, or ½λW for λW. The two conventions of L2 are mixed.",
        "dW += lam * W", "dW += 2 * lam * W", _scaled(lambda _: 0.5, ("l2",)),
    ),
    Mistake(
        "double_penalty", "penalty", "twice the penalty's gradient",
        "The penalty's part is twice as large: 2λW for λW. The two conventions of L2 are mixed.",
        "dW += 2 * lam * W", "dW += lam * W", _scaled(lambda _: 2.0, ("l2",)),
    ),
    Mistake(
        "quarter_penalty", "penalty", "a quarter of the penalty's gradient",
        "The loss has λ‖W‖², the gradient ½λW: it should be 2λW, four times as much.",
        "dW += 0.5 * lam * W", "dW += 2 * lam * W", _quarter,
    ),
    Mistake(
        "penalty_by_points", "penalty", "penalty divided by N",
        "The penalty was divided by N together with the data; it is no mean over points.",
        "dW = (X.T @ mask + 2 * lam * W) / N", "dW = X.T @ mask / N + 2 * lam * W", _by_points,
    ),
    Mistake(
        "bias_penalized", "penalty", "bias penalized", "The penalty pulls at the bias too, as the bias trick does.",
        "db += 2 * lam * b", "db = mask.sum(axis=0) / N", _bias(True),
    ),
    Mistake(
        "bias_free", "penalty", "bias not penalized",
        "The penalty of this problem pulls at the bias too; here it does not.",
        "db = mask.sum(axis=0) / N", "db = mask.sum(axis=0) / N + 2 * lam * b", _bias(False),
    ),
    Mistake(
        "other_penalty", "penalty", "another penalty",
        "This is the gradient with another penalty of the same strength.",
        "dW += other_penalty(W)", "dW += this_penalty(W)", _other_penalty,
    ),
    Mistake(
        "penalty_value", "penalty", "the penalty's price for its gradient",
        "The price of the weights, one number, was added to every cell; its gradient belongs there.",
        "dW += lam * np.sum(W * W)", "dW += 2 * lam * W", _price,
    ),
)  # fmt: skip
