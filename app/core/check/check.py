"""A gradient held against differences of the loss: what is right, what is wrong, and where a kink makes both so.

It does not say why a gradient is wrong; `diagnose` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from app.core.check.finite_differences import Pairs, Place, Slopes, corners, of_data, of_penalty
from app.core.fast.gradient import descent
from app.core.fast.landscape import Parameter
from app.core.problem import Problem
from app.core.types import Array

Verdict = Literal["right", "kink", "doubtful", "wrong"]

STEP = 1e-5  # h of the verdicts
STEPS = np.array([float(f"1e-{k}") for k in range(1, 13)])  # h of the curve
SMOOTH, KINKED, WRONG = 1e-7, 1e-4, 1e-2  # relative errors: right up to the first two, wrong beyond the last
ORDER: tuple[Verdict, ...] = ("right", "kink", "doubtful", "wrong")  # from good to bad


@dataclass(frozen=True, slots=True)
class Part:
    """A gradient beside its differences: `error` and `verdict` (C, D + 1), a class a row, the bias last."""

    analytic: Array
    slopes: Slopes
    error: Array
    verdict: Array

    @property
    def worst(self) -> Verdict:
        return max(map(_said, self.verdict.flat), key=ORDER.index)


@dataclass(frozen=True, slots=True)
class Entry:
    """One parameter; `pairs` are the (point, class) whose indicator differs between −h and +h."""

    parameter: Parameter
    analytic: float
    numeric: float
    backward: float
    forward: float
    error: float
    verdict: Verdict
    pairs: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Check:
    """What `check` found. `data` and `penalty` are None where a gradient was given: its parts are not known.

    `entries` come worst first. `curve` has the relative error of the whole gradient, ‖a − n‖ / max(‖a‖, ‖n‖), at every
    h of STEPS, for the total and for each part.
    """

    total: Part
    data: Part | None
    penalty: Part | None
    entries: list[Entry]
    curve: dict[str, Array]

    @property
    def verdict(self) -> Verdict:
        return self.total.worst


def check(problem: Problem, dW: Array | None = None, db: Array | None = None) -> Check:
    """Our own gradient over all points against central differences, or the given dW (D, C) and db (C,) in its place.

    Of a gradient given in part the rest is our own. Source: maths.md, "Check of a gradient".
    """
    own = descent(problem.loss, problem.penalty, problem.design, problem.theta)[1]
    paid = np.broadcast_to(problem.penalty.slope(problem.theta)[1], own.shape)
    whole = own.copy()
    if dW is not None:
        whole[:, :-1] = dW.T
    if db is not None:
        whole[:, -1] = db
    data, crossed = of_data(problem, STEP)
    price = of_penalty(problem, STEP)
    bends = {place for place, pairs in crossed.items() if pairs}
    corner = corners(problem, price)
    total = _part(problem, whole, data + price, bends | corner)
    parts: tuple[Part | None, Part | None] = (None, None)
    if dW is None and db is None:
        parts = _part(problem, own - paid, data, bends), _part(problem, paid, price, corner)
    return Check(
        total, *parts, _entries(problem, total, crossed), _curve(problem, whole, paid, dW is None and db is None)
    )


def _curve(problem: Problem, whole: Array, paid: Array, apart: bool) -> dict[str, Array]:
    errors: dict[str, list[float]] = {name: [] for name in (("total", "data", "penalty") if apart else ("total",))}
    for h in STEPS:
        data, price = of_data(problem, h)[0].central, of_penalty(problem, h).central
        errors["total"].append(_distance(whole, data + price))
        if apart:
            errors["data"].append(_distance(whole - paid, data))
            errors["penalty"].append(_distance(paid, price))
    return {"h": STEPS} | {name: np.array(values) for name, values in errors.items()}


def _distance(a: Array, n: Array) -> float:
    size = max(float(np.linalg.norm(a)), float(np.linalg.norm(n)))
    return float(np.linalg.norm(a - n)) / size if size else 0.0


def relative(a: Array, n: Array) -> Array:
    """|a − n| / max(|a|, |n|), and 0 where both are 0."""
    size = np.maximum(np.abs(a), np.abs(n))
    return np.divide(np.abs(a - n), size, out=np.zeros_like(size), where=size > 0)


def _part(problem: Problem, analytic: Array, slopes: Slopes, bends: set[Place]) -> Part:
    numeric, error = slopes.central, relative(analytic, slopes.central)
    bent = np.zeros(error.shape, bool)
    for place in bends:
        bent[place] = True
    between = bent & (slopes.low - slopes.noise <= analytic) & (analytic <= slopes.high + slopes.noise)
    error[np.maximum(np.abs(analytic), np.abs(numeric)) <= slopes.noise] = 0.0  # 0/0, but for rounding
    same = (error <= (KINKED if problem.loss.has_margins else SMOOTH)) | (np.abs(analytic - numeric) <= slopes.noise)
    verdict = np.select([same, between, error > WRONG], ["right", "kink", "wrong"], "doubtful")
    return Part(analytic, slopes, error, verdict)


def _entries(problem: Problem, total: Part, crossed: Pairs) -> list[Entry]:
    slopes, numeric = total.slopes, total.slopes.central
    places = sorted(np.ndindex(*total.error.shape), key=lambda at: (-ORDER.index(total.verdict[at]), -total.error[at]))
    return [
        Entry(
            Parameter(k, d if d < total.error.shape[1] - 1 else None), float(total.analytic[k, d]),
            float(numeric[k, d]), float(slopes.backward[k, d]), float(slopes.forward[k, d]),
            float(total.error[k, d]), _said(total.verdict[k, d]), crossed.get((k, d), []),
        )
        for k, d in places
        if d < len(problem.W) or problem.bias
    ]  # fmt: skip


def _said(verdict: object) -> Verdict:
    return next(each for each in ORDER if each == verdict)
