"""Everything that might be behind a wrong gradient of one problem.

It is computed once for a problem and then held against as many gradients as one likes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from app.core.diagnose.mistake import Changes, Mistake, Stage, Variant, variants
from app.core.diagnose.mistakes.bias import BIAS
from app.core.diagnose.mistakes.factors import FACTOR, MEAN, SIGN, STRENGTH
from app.core.diagnose.mistakes.layout import LAYOUT
from app.core.diagnose.mistakes.masks import MASKS
from app.core.diagnose.mistakes.other_loss import LOSS, SCORES
from app.core.diagnose.mistakes.own_column import OWN
from app.core.diagnose.mistakes.penalty import PENALTY
from app.core.diagnose.mistakes.points import LABELS, POINTS
from app.core.diagnose.mistakes.probabilities import PROBABILITIES
from app.core.diagnose.mistakes.value import VALUE
from app.core.diagnose.near import Kinks, kinks_of
from app.core.diagnose.parts import Sources, Targets, sources, targets
from app.core.diagnose.staged import DATA, Account
from app.core.problem import Problem
from app.core.types import Array

MISTAKES: tuple[Mistake, ...] = (
    *SCORES,
    *LABELS,
    *POINTS,
    *LOSS,
    *MASKS,
    *PROBABILITIES,
    *OWN,
    *MEAN,
    *FACTOR,
    *STRENGTH,
    *PENALTY,
    *SIGN,
    *BIAS,
    *LAYOUT,
    *VALUE,
)
FORMS = 12  # forms of a mistake that are tried together with a second mistake
TOGETHER = 6  # … of which of the points


@dataclass(frozen=True, slots=True)
class Suspects:
    """`changes` are what was done in another way; row s of `gradients` (S, C·(D + 1)) and `values` (S, 4) is theirs."""

    changes: list[Changes]
    gradients: Array
    values: Array

    @classmethod
    def of(cls, account: Account, found: Iterable[Changes]) -> Suspects:
        changes = list(found)
        with np.errstate(all="ignore"):
            gradients = np.array([account.gradient(each).ravel() for each in changes])
            values = np.array([account.values(each) for each in changes])
        return cls(changes, gradients.reshape(len(changes), account.problem.theta.size), values.reshape(-1, 4))


class Lineup:
    """All suspects of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.account = Account(problem)
        self.forms = [variants(mistake, problem) for mistake in MISTAKES]

    @cached_property
    def singles(self) -> Suspects:
        return Suspects.of(self.account, ({each.stage: each} for forms in self.forms for each in forms))

    @cached_property
    def kinks(self) -> Kinks:
        return kinks_of(self.account)

    @cached_property
    def few(self) -> list[Variant]:
        """Those that are tried together with others."""
        return [v for forms in self.forms for v in forms[: TOGETHER if forms and forms[0].stage == "points" else FORMS]]

    @cached_property
    def pairs(self) -> Suspects:
        """Every two that go together. The diagnosis itself finds them without going through all of them."""
        return Suspects.of(self.account, self._together(self.few))

    def of(self, *stages: Stage) -> list[Variant]:
        return [each for each in self.few if each.stage in stages]

    @cached_property
    def sources(self) -> Sources:
        data = self.of(*(stage for stage in DATA if stage != "points"))
        return sources(self.account, data, self.of("points"), [*self._together(data)])

    @cached_property
    def targets(self) -> Targets:
        return targets(self.account, self.of("layout"), self.of("penalty"), self.of("strength"))

    def _together(self, among: list[Variant]) -> Iterator[Changes]:
        return ({a.stage: a, b.stage: b} for a, b in combinations(among, 2) if _go(a, b))


def _go(one: Variant, other: Variant) -> bool:
    """Two ways of doing one stage exclude each other, and a rule for one loss's mask says nothing of another loss."""
    foreign = "other_loss" in (one.mistake.kind, other.mistake.kind)
    return one.stage != other.stage and not (foreign and {one.stage, other.stage} & {"slopes", "own"})
