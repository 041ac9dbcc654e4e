"""Mistakes in the penalty's part: another function of the weights, and what it pulls at."""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np

from app.core.diagnose.mistake import Mistake
from app.core.diagnose.mistakes.rules import Found
from app.core.penalties import PENALTIES
from app.core.problem import Problem
from app.core.types import Array


def _paid(problem: Problem) -> tuple[Array, float]:
    paid, slope = problem.penalty.slope(problem.theta)
    return np.broadcast_to(slope, problem.theta.shape), float(paid)


def _bias(penalized: bool) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        settable = "penalize_bias" in {field.name for field in fields(problem.penalty)}  # type: ignore[arg-type]
        if settable and problem.penalty.penalize_bias is not penalized:
            other = replace(problem.penalty, penalize_bias=penalized)  # type: ignore[type-var]
            yield "", _paid(replace(problem, penalty=other))

    return variants


def _free(problem: Problem) -> Found:
    """Where a column of X is 1 throughout, its weights are a bias and may go unpunished, as a bias does."""
    yield from _bias(False)(problem)
    for column in np.flatnonzero((problem.X == 1.0).all(axis=0)):
        theta = problem.theta.copy()
        theta[:, column] = 0.0
        paid, slope = problem.penalty.slope(theta)
        yield f"the column of ones, feature {column}", (np.broadcast_to(slope, theta.shape), float(paid))


def _other_penalty(problem: Problem) -> Found:
    mine = {field.name: getattr(problem.penalty, field.name) for field in fields(problem.penalty)}  # type: ignore[arg-type]
    for member in PENALTIES:
        names = {field.name for field in fields(member)} - {"kind"}  # type: ignore[arg-type]
        if member is not type(problem.penalty) and "strength" in names & mine.keys():
            penalty = member(**{name: mine[name] for name in names & mine.keys()})
            yield member.title, _paid(replace(problem, penalty=penalty))


def _instead(part: Callable[[Array, Problem], Array | float]) -> Callable[[Problem], Found]:
    """Something else of the penalty's slope in every cell at which it pulls; the price is the right one."""

    def variants(problem: Problem) -> Found:
        slope, paid = _paid(problem)
        if slope.any():
            pulls = np.zeros(slope.shape, bool)
            pulls[:, : None if problem.penalty.penalize_bias else -1] = True
            yield "", (np.where(pulls, part(slope, problem), 0.0), paid)

    return variants


def _price(problem: Problem) -> Found:
    """One number in every cell: the price itself, and the sum of squares with factors that one sees before it."""
    slope, paid = _paid(problem)
    strength = float(getattr(problem.penalty, "strength", 0.0))
    squares = strength * float(np.square(problem.W).sum())
    for note, price in (("", paid), ("λΣW²", squares), ("½λΣW²", squares / 2.0), ("2λΣW²", 2.0 * squares)):
        yield note, (np.where(slope != 0, price, 0.0), paid)


PENALTY = (
    Mistake(
        "bias_penalized", "penalty", "bias penalized", "The penalty pulls at the bias too, as the bias trick does.",
        "db += 2 * lam * b", "db = mask.sum(axis=0) / N", _bias(True),
    ),
    Mistake(
        "bias_free", "penalty", "bias not penalized",
        "The penalty of this problem pulls at the bias too, or at the weights of a column of ones, which are one; here "
        "it does not. Many leave it free on purpose.",
        "dW[:-1] += 2 * lam * W[:-1]", "dW += 2 * lam * W   # and db += 2 * lam * b", _free,
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
    Mistake(
        "penalty_sum", "penalty", "the penalty's gradient added up",
        "The sum of the penalty's part, one number, was added to every cell; each weight has its own.",
        "dW += 2 * lam * np.sum(W)", "dW += 2 * lam * W",
        _instead(lambda slope, problem: float(slope.sum())),
    ),
    Mistake(
        "penalty_sizes", "penalty", "sizes of the weights in the penalty's part",
        "The sign of the weights is lost: |W| stands where W belongs, and pushes those below 0 further down.",
        "dW += 2 * lam * np.abs(W)", "dW += 2 * lam * W", _instead(lambda slope, problem: np.abs(slope)),
    ),
    Mistake(
        "penalty_squares", "penalty", "squares of the weights in the penalty's part",
        "The square stands where its slope belongs: λW² for 2λW.",
        "dW += lam * W**2", "dW += 2 * lam * W",
        _instead(lambda slope, problem: getattr(problem.penalty, "strength", 0.0) * np.square(problem.theta)),
    ),
    Mistake(
        "penalty_constant", "penalty", "the strength for the penalty's part",
        "The strength λ alone was added to every cell, without the weights.",
        "dW += lam", "dW += 2 * lam * W",
        _instead(lambda slope, problem: float(getattr(problem.penalty, "strength", 0.0))),
    ),
)  # fmt: skip
