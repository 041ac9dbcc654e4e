"""Everything that might be behind a wrong gradient of one problem: every mistake, and every two that go together.

They are computed once for a problem and then held against as many gradients as one likes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

from app.core.diagnose.mistake import Mistake, Variant, variants
from app.core.diagnose.mistakes.data import DATA
from app.core.diagnose.mistakes.layout import LAYOUT
from app.core.diagnose.mistakes.loss import LOSS
from app.core.diagnose.mistakes.penalty import PENALTY
from app.core.diagnose.staged import Account, Changes
from app.core.problem import Problem
from app.core.types import Array

MISTAKES: tuple[Mistake, ...] = (*DATA, *LOSS, *PENALTY, *LAYOUT)
FORMS = 12  # forms of a mistake that are tried together with a second mistake
TOGETHER = 6  # … of which of the points


@dataclass(frozen=True, slots=True)
class Suspects:
    """`changes` are what was done in another way; row s of `gradients` (S, C·(D + 1)) and `values` (S, 2) is theirs."""

    changes: list[Changes]
    gradients: Array
    values: Array

    @classmethod
    def of(cls, account: Account, found: Iterable[Changes]) -> Suspects:
        changes = list(found)
        with np.errstate(all="ignore"):
            gradients = np.array([account.gradient(each).ravel() for each in changes])
            values = np.array([account.values(each) for each in changes])
        return cls(changes, gradients.reshape(len(changes), account.problem.theta.size), values.reshape(-1, 2))


class Lineup:
    """All suspects of a problem."""

    def __init__(self, problem: Problem) -> None:
        self.account = Account(problem)
        self._forms = [variants(mistake, problem) for mistake in MISTAKES]

    @cached_property
    def singles(self) -> Suspects:
        return Suspects.of(self.account, ({each.stage: each} for forms in self._forms for each in forms))

    @cached_property
    def pairs(self) -> Suspects:
        few = [v for forms in self._forms for v in forms[: TOGETHER if forms and forms[0].stage == "points" else FORMS]]
        return Suspects.of(self.account, ({a.stage: a, b.stage: b} for a, b in combinations(few, 2) if _go(a, b)))


def _go(one: Variant, other: Variant) -> bool:
    """Two ways of doing one stage exclude each other, and a rule for one loss's mask says nothing of another loss."""
    stages = {one.stage, other.stage}
    foreign = "other_loss" in (one.mistake.kind, other.mistake.kind)
    return one.stage != other.stage and not (foreign and "slopes" in stages)
