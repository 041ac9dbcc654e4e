"""Which mistakes together give a gradient: two in the data part, or three of any.

A gradient is a data part times a factor plus a penalty's part times a factor. So for every known data part and every
known penalty's part the factor that is left follows from the numbers, by least squares; it is known too, or it is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from app.core.diagnose.mistake import Changes, Variant, cost
from app.core.diagnose.suspects import Lineup
from app.core.types import Array

TOGETHER = 3  # mistakes that are looked for together
MOST_COST = 3.9
MOST_LEFT = 2000  # candidates whose weights fit that are looked at one by one
CHANCE = 1e-3  # how often numbers that mean nothing may be explained by so many mistakes
FORMS = 150.0  # about as many mistakes there are to choose from, each time


@dataclass(frozen=True, slots=True)
class Factor:
    """A known factor of the data part: `value` itself, or that times 1/n."""

    changes: Changes
    value: float
    absolute: bool


def decompose(lineup: Lineup, given: Array, slack: Array, known: Array) -> list[Changes]:
    """Mistakes that together give `given` (C·(D + 1),) to within `slack`, where it is `known`; the simplest first.

    Nothing is named that so few numbers or digits would be given by chance as well.
    """
    chance = _chance(given, slack, known, len(lineup.account.problem.theta))
    most = next((count for count in range(TOGETHER, 0, -1) if chance * FORMS**count < CHANCE), 0)
    found = _Search(lineup, given, slack, known).found() if most > 0 else []
    return sorted((each for each in found if 0 < _count(each) <= most and cost(each) <= MOST_COST), key=cost)


def _count(changes: Changes) -> int:
    return sum(variant.mistake.cost > 0.5 for variant in changes.values())


def _chance(given: Array, slack: Array, known: Array, columns: int) -> float:
    """How likely numbers of this size are to fit by chance. The columns often add up to nothing: one less counts."""
    size = float(np.abs(given[known]).max(initial=0.0)) or 1.0
    each = np.log(np.minimum(1.0, 2.0 * slack[known] / size + 1e-300))
    return float(np.exp(max(-600.0, each.sum() * max(1, columns - 1) / columns)))


class _Search:
    """Holds one gradient against all sources and targets."""

    def __init__(self, lineup: Lineup, given: Array, slack: Array, known: Array) -> None:
        self.lineup, self.sources, self.targets, self.given = lineup, lineup.sources, lineup.targets, given
        self.shape = lineup.account.problem.theta.shape
        self.biases = lineup.of("bias")
        self.signs: dict[tuple[float, float], Variant] = {each.change: each for each in lineup.of("sign")}
        places, matrices = self.targets.places, (len(self.targets.signs), *self.shape)
        self.left = (given[places] - self.targets.penalties).reshape(matrices)
        self.slack, self.known = slack[places].reshape(matrices), known[places].reshape(matrices)

    def found(self) -> Iterator[Changes]:
        """What fits the weights, and with it the bias."""
        for t, k, factor, sign in self._fits()[:MOST_LEFT]:
            share = sign * factor.value * (1.0 if factor.absolute else float(self.sources.shares[k]))
            made = {**self.sources.changes[k], **factor.changes}
            yield from self._with_bias(t, self._signed(made, t, sign), share * self.sources.products[k])
        none = next(each for each in self.lineup.of("factor") if each.change == 0.0)
        empty = (np.abs(self.left) <= self.slack)[:, :, :-1].all(axis=(1, 2))
        for t in map(int, np.flatnonzero(empty)):  # the data part is missing altogether
            yield from self._with_bias(t, self._signed({"factor": none}, t, 1.0), np.zeros(self.shape))
        yield from self._without_weights()

    def _without_weights(self) -> Iterator[Changes]:
        """dW was never filled in, and db has a mistake."""
        zeros = next((each for each in self.lineup.of("layout") if each.mistake.kind == "never_filled"), None)
        right, singles = self.targets.costs.argmin(), self.lineup.singles
        given, slack, known = self.given.reshape(self.shape), self.slack[right], self.known[right]
        if zeros is None or (np.abs(given) > slack)[:, :-1].any() or not known[:, -1].any():
            return
        biases = singles.gradients.reshape(-1, *self.shape)[:, :, -1]
        with np.errstate(all="ignore"):
            fits = (np.abs(biases - given[:, -1]) <= slack[:, -1]).all(axis=1)
        for k in np.flatnonzero(fits):
            if not {"layout", "value"} & singles.changes[k].keys():
                yield {**singles.changes[k], "layout": zeros}

    def _signed(self, made: Changes, t: int, sign: float) -> Changes:
        signs = sign, float(self.targets.signs[t])
        return {**self.targets.changes[t], **made, **({} if signs == (1.0, 1.0) else {"sign": self.signs[signs]})}

    def _fits(self) -> list[tuple[int, int, Factor, float]]:
        """(target, source, factor, sign) whose weights are those that are given, those of least cost first."""
        weights = self.sources.products[:, :, :-1].reshape(len(self.sources.shares), -1)
        left, slack = (every[:, :, :-1].reshape(len(every), -1) for every in (self.left, self.slack))
        sizes, rest, wide = np.square(weights).sum(axis=1), np.square(left).sum(axis=1), np.square(slack).sum(axis=1)
        with np.errstate(all="ignore"):
            best = left @ weights.T
            off = rest[:, None] - np.square(best) / sizes
        costs = self.targets.costs[:, None] + self.sources.costs
        ts, ks = np.nonzero(
            (off <= (1.001 * wide + 1e-14 * rest)[:, None]) & (sizes > 0) & (costs <= MOST_COST)
        )  # within what rounding leaves of a difference of squares; all numbers are looked at below
        alphas = best[ts, ks] / sizes[ks]
        near = np.sqrt(wide[ts] / sizes[ks]) + 1e-7 * np.abs(alphas)
        found: list[tuple[float, int, int, Factor, float]] = []
        for factor in _factors(self.lineup):
            values = factor.value * (np.ones(len(ks)) if factor.absolute else self.sources.shares[ks])
            for sign in (1.0, -1.0):
                hits = np.flatnonzero(np.abs(sign * values - alphas) <= near)
                t, k = ts[hits], ks[hits]
                exact = np.abs(left[t] - (sign * values[hits])[:, None] * weights[k]) <= slack[t]
                for hit in hits[exact.all(axis=1)]:
                    signed = (sign, self.targets.signs[ts[hit]]) != (1.0, 1.0)
                    total = costs[ts[hit], ks[hit]] + cost(factor.changes) + signed
                    found.append((total, int(ts[hit]), int(ks[hit]), factor, sign))
        return [each[1:] for each in sorted(found, key=lambda each: each[0]) if each[0] <= MOST_COST]

    def _with_bias(self, t: int, made: Changes, data: Array) -> Iterator[Changes]:
        """These mistakes, or these and one in db, if that gives the db that there is."""
        penalty = self.targets.penalties[t].reshape(self.shape)
        known, slack, given = self.known[t, :, -1], self.slack[t, :, -1], self.left[t] + penalty

        def fits(theta: Array) -> bool:
            return bool((np.abs(theta - given)[:, -1] <= slack)[known].all())

        if fits(data + penalty):
            yield made
            return
        for each in self.biases:
            if each.mistake.kind == "in_db_alone":
                yield from () if made else self._in_db_alone(t, each)
            elif fits(each.change(data + penalty, self.lineup.account.right)):
                yield {**made, "bias": each}

    def _in_db_alone(self, t: int, alone: Variant) -> Iterator[Changes]:
        """The weights are right, but db has a mistake that they have not."""
        for factor in _factors(self.lineup):
            shares = factor.value * (np.ones_like(self.sources.shares) if factor.absolute else self.sources.shares)
            biases = shares[:, None] * self.sources.products[:, :, -1]
            near = np.abs(biases - self.left[t, :, -1]) <= self.slack[t, :, -1]
            for k in np.flatnonzero(near[:, self.known[t, :, -1]].all(axis=1)):
                yield {**self.sources.changes[k], **factor.changes, "bias": alone}


def _factors(lineup: Lineup) -> Iterator[Factor]:
    for mean in (None, *lineup.of("mean")):
        for factor in (None, *lineup.of("factor")):
            made: Changes = {each.stage: each for each in (mean, factor) if each is not None}
            times = 1.0 if factor is None else factor.change
            if times:
                yield Factor(made, times * (1.0 if mean is None else mean.change), mean is not None)
