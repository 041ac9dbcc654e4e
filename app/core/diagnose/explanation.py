"""Mistakes that together give the numbers: in what order they are told, which of them are one, what they change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.core.diagnose.mistake import STAGES, Changes, Variant, cost
from app.core.diagnose.readings import ROUNDING
from app.core.diagnose.suspects import MISTAKES, Lineup
from app.core.fast.landscape import Parameter
from app.core.types import Array

MOST = 12  # explanations that are listed; so many fit only where few numbers or digits were given
MOST_ALIKE = 5
MOST_COMPARED = 60
MOST_CELLS = 500  # of an explanation, and of the numbers that differ
SAME = 1e-10  # of the numbers of two explanations that are one
COSTLIER = 0.3  # explanations are told beside the simplest if they are hardly less simple
_PLACES = {mistake.kind: place for place, mistake in enumerate(MISTAKES)}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Mistakes that together give the numbers, in the order in which they are made.

    `slopes` are the (point, class) whose ∂L/∂S they change, `parameters` the numbers of the gradient. `alike` are
    other mistakes, as simple, that give the very same numbers in this problem.
    """

    mistakes: tuple[Variant, ...]
    slopes: list[tuple[int, int]]
    parameters: list[Parameter]
    alike: list[tuple[Variant, ...]]


def explanations(lineup: Lineup, found: list[Changes]) -> tuple[list[Explanation], int]:
    """The simplest of those that were `found`, and how many are left out."""
    if not found:
        return [], 0
    least = min(map(cost, found))
    simple = sorted((each for each in found if cost(each) <= least + COSTLIER), key=_order)
    kept: list[tuple[Changes, Array, list[Changes]]] = []
    for changes in simple[:MOST_COMPARED]:
        gradient = np.append(lineup.account.gradient(changes).ravel(), lineup.account.values(changes)[1])
        kinds = {each.mistake.kind for each in changes.values()}
        same = next((one for one in kept if np.allclose(gradient[:-1], one[1][:-1], rtol=SAME, atol=SAME)), None)
        if same is not None and "value" not in changes and "value" not in same[0]:
            same[2].append(changes)
        elif not any(kinds == {each.mistake.kind for each in one[0].values()} for one in kept):
            kept.append((changes, gradient, []))
    left = max(0, len(simple) - MOST_COMPARED) + max(0, len(kept) - MOST)
    return [explained(lineup, changes, alike) for changes, _, alike in kept[:MOST]], left


def _order(changes: Changes) -> tuple[float, list[int]]:
    return cost(changes), [_PLACES[each.mistake.kind] for each in in_order(changes)]


def in_order(changes: Changes) -> tuple[Variant, ...]:
    return tuple(changes[stage] for stage in STAGES if stage in changes)


def explained(lineup: Lineup, changes: Changes, alike: list[Changes] | None = None) -> Explanation:
    account = lineup.account
    tiny = ROUNDING * account.scale
    cells = np.argwhere(np.abs(account.slopes(changes) - account.slopes({})) > tiny / max(1.0, len(account.problem.X)))
    changed = np.flatnonzero(np.abs(account.gradient(changes) - account.right).ravel() > tiny)
    return Explanation(
        in_order(changes), [(int(i), int(j)) for i, j in cells[:MOST_CELLS]],
        [parameter(int(k), lineup) for k in changed[:MOST_CELLS]], 
        [in_order(each) for each in (alike or [])[:MOST_ALIKE]],
    )  # fmt: skip


def parameter(place: int, lineup: Lineup) -> Parameter:
    features, _ = lineup.account.problem.W.shape
    column, row = divmod(place, features + 1)
    return Parameter(column, None if row == features else row)


def titled(mistakes: tuple[Variant, ...]) -> str:
    """What mistakes are called together."""
    return " + ".join(each.mistake.title + (f" ({each.note})" if each.note else "") for each in mistakes)
