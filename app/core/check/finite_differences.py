"""Slopes of the loss by differences: the loss a little to the left and a little to the right of every parameter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.core.fast.losses_at import losses_at
from app.core.problem import Problem
from app.core.types import Array

Place = tuple[int, int]  # of a parameter in theta (C, D + 1)
Pairs = dict[Place, list[tuple[int, int]]]  # (point, class) for every parameter

_AT_ONCE = 2**16  # scores per evaluation, 512 KB
_ROUNDING = 16 * float(np.finfo(np.float64).eps)


@dataclass(frozen=True, slots=True)
class Slopes:
    """One part of the gradient by differences (C, D + 1): from the left, from the right, and their mean.

    A slope at a kink lies between `low` and `high`: the lower and the higher side of every point by itself, for where a
    loss is not convex kinks can hide one another in the sum. Two numbers nearer than `noise` cannot be told apart: it
    is what rounding the losses does to a difference.
    """

    backward: Array
    forward: Array
    low: Array
    high: Array
    noise: float

    @property
    def central(self) -> Array:
        return (self.forward + self.backward) / 2.0

    def __add__(self, other: Slopes) -> Slopes:
        return Slopes(
            self.backward + other.backward, self.forward + other.forward, self.low + other.low, self.high + other.high,
            self.noise + other.noise,
        )  # fmt: skip


def of_data(problem: Problem, h: float) -> tuple[Slopes, Pairs]:
    """The slopes of the data loss, and for every parameter the pairs whose indicator differs between −h and +h."""
    coordinates = problem.coordinates
    scores, shape = problem.theta @ coordinates, problem.theta.shape
    ways = np.empty((4, *shape))  # from the left, from the right, the lower, the higher
    crossed: Pairs = {}
    here = _evaluated(problem, scores[:, None])[0][0]
    for some in _slices(scores.shape[0] * scores.shape[1] * 2, shape[0] * shape[1]):
        places = np.arange(shape[0] * shape[1])[some]
        columns, rows = np.divmod(places, shape[1])
        moved = np.repeat(scores[:, None], 2 * len(places), axis=1)
        ways_of = np.repeat([-h, h], len(places))[:, None]
        moved[np.tile(columns, 2), np.arange(2 * len(places))] += ways_of * np.tile(coordinates[rows], (2, 1))
        losses, slopes = _evaluated(problem, moved)
        sides = (losses - here).reshape(2, len(places), -1) / np.array([-h, h])[:, None, None]
        ways.reshape(4, -1)[:, some] = np.concatenate([sides, [sides.min(axis=0), sides.max(axis=0)]]).mean(axis=2)
        if problem.loss.has_margins:
            crossed |= _crossed(problem, slopes, [(int(k), int(d)) for k, d in zip(columns, rows, strict=True)])
    noise = _ROUNDING * (1.0 + float(np.abs(scores).max()) + float(here.mean())) / h
    return Slopes(ways[0], ways[1], ways[2], ways[3], noise), crossed


def _slices(each: int, count: int) -> Iterator[slice]:
    at_once = max(1, _AT_ONCE // each)
    return (slice(k, k + at_once) for k in range(0, count, at_once))


def _evaluated(problem: Problem, scores: Array) -> tuple[Array, Array]:
    """Losses (T, N) and ∂ℓ/∂S (C, T, N) at `scores` (C, T, N)."""
    return losses_at(problem.loss, problem.y, scores.copy())


def _crossed(problem: Problem, slopes: Array, places: list[Place]) -> Pairs:
    """The indicator is where a slope is not 0. The own class's slope only follows its rivals', if any of them moves."""
    signs = np.sign(slopes)
    differ = signs[:, : len(places)] != signs[:, len(places) :]
    own = np.zeros(differ.shape, bool)
    if len(own) > 1:  # a single column is both classes'
        own[problem.y, :, np.arange(len(problem.y))] = True
    differ &= ~(own & (differ & ~own).any(axis=0))
    found: Pairs = {}
    for place, i, j in np.argwhere(differ.transpose(1, 2, 0)):
        found.setdefault(places[place], []).append((int(i), int(j)))
    return found


def of_penalty(problem: Problem, h: float) -> Slopes:
    theta, count = problem.theta, problem.theta.size
    here = float(problem.penalty.prices(theta[None])[0])
    ways = np.empty((2, count))
    for some in _slices(count * 2, count):
        places = np.arange(count)[some]
        for way, step in enumerate((-h, h)):
            moved = np.repeat(theta[None], len(places), axis=0)
            moved.reshape(len(places), -1)[np.arange(len(places)), places] += step
            ways[way, some] = (problem.penalty.prices(moved) - here) / step
    sides = ways.reshape(2, *theta.shape)
    noise = _ROUNDING * (1.0 + abs(here)) / h
    return Slopes(sides[0], sides[1], sides.min(axis=0), sides.max(axis=0), noise)


def corners(problem: Problem, price: Slopes) -> set[Place]:
    """Parameters at which the penalty has a corner within h: its slope jumps there, and not by a mere h."""
    size = float(np.abs(problem.penalty.slope(np.ones_like(problem.theta))[1]).max())
    jumps = np.abs(price.forward - price.backward) > max(0.01 * size, 4.0 * price.noise)
    return {(int(k), int(d)) for k, d in np.argwhere(jumps)}
