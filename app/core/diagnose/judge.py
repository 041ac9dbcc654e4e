"""The verdict: is a gradient the right one, and if not, which mistakes give its numbers?

Nothing is called right that the digits given cannot tell from a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from app.core.diagnose.decompose import decompose
from app.core.diagnose.mistake import Changes
from app.core.diagnose.near import at_kinks, difference_step
from app.core.diagnose.pasted import Numbers
from app.core.diagnose.readings import EXACT, ROUNDING, Bools, Reading, readings
from app.core.diagnose.suspects import Lineup, Suspects
from app.core.types import Array

Verdict = Literal["right", "right_so_far", "wrong"]
Nearly = Literal["rounding", "single", "half", "rounded", "difference", "kink"]

ENOUGH = 3  # digits that a text must have to be called right
NOTHING = 4e-15  # of the sum of absolute contributions: what the same sums come to in another order
MOST_TOGETHER = 200  # explanations by several mistakes that are compared
OBSERVED = 3.0  # times what a right gradient is off by, a mistake that changes less cannot be told from it


@dataclass(frozen=True, slots=True)
class Near:
    """Why a right gradient is not ours to the last digit: it is right to `within`, of its largest number.

    `step` is the h of a one-sided difference, below 0 for one to the left; `kinks` the (point, class) at a kink.
    """

    kind: Nearly
    within: float
    step: float | None = None
    kinks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found, without what it is shown with; `right` is said of the gradient alone."""

    verdict: Verdict
    right: bool  # the gradient
    found: list[Changes]
    undecided: list[Changes]
    near: Near | None = None


class Judge:
    """Holds a gradient against the right one and against what mistakes give, in one reading after the other."""

    def __init__(self, lineup: Lineup, given: Numbers) -> None:
        account = lineup.account
        self.lineup, self.given, self.account = lineup, given, account
        self.right = account.right.ravel()
        self.loss = account.values({})[0]
        self.singles = _others(lineup.singles, given, self.right, self.loss, NOTHING * account.scale)
        self.off = np.where(given.known, np.abs(given.values - self.right), 0.0)

    def judge(self, ways: list[Reading]) -> Judged:
        """What the first reading says in which the numbers are right, or wrong in a known way."""
        for way in ways:
            if way.gradients(self.given, self.right[None])[0]:
                return self._right(way)
            found = self._fitting(self.singles, way)
            near = self._at_kink(way) if way.kind == "digits" else None
            if near and (not found or any(_kinds(each) == {"other_kink"} for each in found)):
                kinked = [each for each in found if _kinds(each) == {"other_kink"}]
                return Judged("right_so_far", True, kinked, [], near)
            found = found or self._together(way, ways)
            if found:
                return Judged("wrong", False, found, [])
            near = self._difference() if way is ways[1] else None
            if near:
                return Judged("right_so_far", True, [], [], near)
        return Judged("wrong", False, [], [])

    def _right(self, way: Reading) -> Judged:
        """Right in this reading, unless the loss is not, or the digits cannot tell."""
        observed = way
        if way.kind in ("rounding", "single"):
            slack = self.given.exact + EXACT * self.account.scale + OBSERVED * float(self.off.max())
            observed = replace(way, slack=np.minimum(way.slack, slack))
        near: Near | None = None
        if way.kind != "digits":
            near = Near(way.kind, float(self.off.max() / (np.abs(self.right[self.given.known]).max() or 1.0)))
        if not any(each.losses(self.given, np.array([[self.loss]]))[0] for each in readings(self.given, 0.0)):
            same = _unchanged(self.lineup.singles, self.given, self.right, NOTHING * self.account.scale)
            return Judged("wrong", True, self._fitting(same, way), [], near)
        undecided = self._fitting(self.singles, observed, every=True)
        unsure = bool(undecided) or (self.given.digits < ENOUGH and bool((self.given.exact > 0).any()))
        unsure |= way.kind in ("half", "rounded") and self.given.digits < ENOUGH
        return Judged("right_so_far" if unsure or way.kind == "half" else "right", True, [], undecided, near)

    def _fitting(self, suspects: Suspects, way: Reading, every: bool = False) -> list[Changes]:
        """Those that fit. If some give the very numbers, those that only round to them are kept on request."""
        fits = np.flatnonzero(way.gradients(self.given, suspects.gradients) & way.losses(self.given, suspects.values))
        if not every:
            floor = ROUNDING * self.account.scale
            off = np.abs(suspects.gradients[fits][:, self.given.known] - self.given.values[self.given.known])
            exact = off.max(axis=1, initial=0.0) <= floor
            fits = fits[exact] if exact.any() else fits
        return [suspects.changes[k] for k in fits]

    def _together(self, way: Reading, ways: list[Reading]) -> list[Changes]:
        """Several mistakes; with one more in the loss, or the loss left aside, where it is none of theirs."""
        given = self.given
        if way.kind == "digits" and not ways[1].gradients(given, self.right[None])[0]:
            return []  # the next reading finds them too, and will not call the gradient right
        found = self._exactly(decompose(self.lineup, given.values, way.slack, given.known)[:MOST_TOGETHER], ways[0])
        if given.loss is None or not found:
            return found
        made = [*found, *({**each, "value": v} for each in found[:20] for v in self.lineup.of("value"))]
        fits = way.losses(given, np.array([self.account.values(each) for each in made]))
        return [made[k] for k in np.flatnonzero(fits)] or found

    def _exactly(self, found: list[Changes], way: Reading) -> list[Changes]:
        """Those that give the very numbers; all, if none does."""
        exact = [each for each in found if way.gradients(self.given, self.account.gradient(each).reshape(1, -1))[0]]
        return exact or found

    def _at_kink(self, way: Reading) -> Near | None:
        kinks = at_kinks(self.lineup.kinks, self.given, self.right, way.slack)
        return Near("kink", self._within(), kinks=tuple(kinks)) if kinks else None

    def _difference(self) -> Near | None:
        step = difference_step(self.account, self.given)
        return None if step is None else Near("difference", self._within(), step)

    def _within(self) -> float:
        return float(self.off.max() / (np.abs(self.right[self.given.known]).max() or 1.0))


def _kinds(changes: Changes) -> set[str]:
    return {each.mistake.kind for each in changes.values()}


def _differ(found: Suspects, given: Numbers, right: Array, floor: float) -> Bools:
    differ: Bools = (np.abs(found.gradients[:, given.known] - right[given.known]) > floor).any(axis=1)
    return differ


def _others(found: Suspects, given: Numbers, right: Array, right_loss: float, floor: float) -> Suspects:
    """Those whose numbers are not the right ones, as far as they can be compared."""
    differ = _differ(found, given, right, floor)
    kept = np.flatnonzero(differ & np.isfinite(found.gradients).all(axis=1))
    return Suspects([found.changes[k] for k in kept], found.gradients[kept], found.values[kept])


def _unchanged(found: Suspects, given: Numbers, right: Array, floor: float) -> Suspects:
    """Those that change the loss alone: beside the right gradient only their own loss can be meant."""
    kept = np.flatnonzero(~_differ(found, given, right, floor))
    return Suspects([found.changes[k] for k in kept], found.gradients[kept], found.values[kept][:, 1:2])
