"""Gradients that are right but for how they were come by: differences of the loss, another slope at a kink."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from app.core.check.finite_differences import of_data, of_penalty
from app.core.diagnose.pasted import Numbers
from app.core.diagnose.staged import Account
from app.core.fast.losses_at import losses_at
from app.core.types import Array

TINY = 1e-9  # of the scores: a margin nearer to 0 is at the kink, wherever rounding has put it
MOST_WORK = 3e6  # slopes that a difference for every parameter is computed from
GUESS = 1e-4  # the step by which the error of a difference is measured, to learn the step that was taken


class Kinks(NamedTuple):
    """The (point, class) exactly at a kink, how the gradient changes if one counts (…, C·(D + 1)), how much it does.

    There are none where the kink is wide: there the slope is a choice of the problem.
    """

    cells: list[tuple[int, int]]
    changes: Array
    taken: Array


def at_kinks(kinks: Kinks, given: Numbers, right: Array, slack: Array) -> list[tuple[int, int]]:
    """Those whose slopes, chosen otherwise, make the right gradient that of `given`; empty where it is another."""
    cells, opened, taken = kinks
    known = given.known
    if not 0 < len(cells) < known.sum():
        return []  # with so many kinks any gradient is one at a kink
    off = (given.values - right)[known]
    basis = opened[:, known].T
    shares = np.linalg.lstsq(basis, off, rcond=None)[0]
    fits = (np.abs(basis @ shares - off) <= slack[known]).all()
    between = ((shares >= -taken - TINY) & (shares <= 1.0 - taken + TINY)).all()
    return [cell for cell, share in zip(cells, shares, strict=True) if abs(share) > TINY] if fits and between else []


def kinks_of(account: Account) -> Kinks:
    """Those of the right gradient."""
    problem, scores = account.problem, account.scores
    kink, tolerance = (getattr(problem.loss, name, None) for name in ("kink", "tolerance"))
    if kink is None or tolerance:
        return Kinks([], np.zeros((0, problem.theta.size)), np.zeros(0))
    wide = TINY * (1.0 + float(np.abs(scores).max()))
    shut, counted = (
        losses_at(replace(problem.loss, kink=kink, tolerance=wide), problem.y, scores.copy())[1]  # type: ignore[type-var]
        for kink in (0.0, 1.0)
    )
    moves = counted - shut
    if problem.loss.pairwise and not problem.loss.binary:
        moves[problem.y, np.arange(len(problem.y))] = 0.0
    here = account.data({}).G - shut
    cells, changes, taken = [], [], []
    for j, i in np.argwhere(moves):
        slopes = np.zeros(len(moves))
        slopes[j] = moves[j, i]
        if problem.loss.pairwise and not problem.loss.binary:
            slopes[problem.y[i]] -= moves[j, i]
        cells.append((int(i), int(j)))
        taken.append(here[j, i] / moves[j, i])
        changes.append(np.outer(slopes, account.coordinates[i]).ravel() / len(problem.y))
    return Kinks(cells, np.array(changes).reshape(len(cells), problem.theta.size), np.array(taken))


def difference_step(account: Account, given: Numbers) -> float | None:
    """The step h of the one-sided difference that `given` is, below 0 for one to the left, or None if it is none."""
    problem, known = account.problem, given.known
    if account.scores.size * problem.theta.size > MOST_WORK:
        return None
    off = given.values - account.right.ravel()
    bends = (_difference(account, GUESS) - account.right.ravel()) / GUESS
    some = known & (np.abs(bends) > 1e-3 * np.abs(bends[known]).max(initial=0.0))
    if not some.any():
        return None
    step = float(np.median(off[some] / bends[some]))
    size = 10.0 ** round(np.log10(abs(step))) if step else 0.0
    if not 1e-9 <= size <= 0.1:
        return None
    for h in (np.copysign(size, step), step):
        noise = 1e-14 * (1.0 + account.values({})[0] + np.abs(account.scores).max()) / abs(h)
        fits = np.abs(_difference(account, float(h)) - given.values) <= given.exact + noise
        if fits[known].all():
            return float(h)
    return None


def _difference(account: Account, h: float) -> Array:
    """The one-sided difference of the loss for every parameter (C·(D + 1),)."""
    slopes = of_data(account.problem, abs(h))[0] + of_penalty(account.problem, abs(h))
    return (slopes.forward if h > 0 else slopes.backward).ravel()
