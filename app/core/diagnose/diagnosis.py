"""What is wrong with a gradient, and which mistakes give those very numbers.

Nothing is called right that the digits given cannot tell from a mistake, and no mistake is named that does not
reproduce every number that was given.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.core.diagnose.explanation import MOST_CELLS, Explanation, explained, explanations, parameter
from app.core.diagnose.judge import Judge, Near, Verdict
from app.core.diagnose.pasted import Numbers
from app.core.diagnose.readings import readings
from app.core.diagnose.suspects import Lineup
from app.core.fast.landscape import Parameter
from app.core.types import Array


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that is not what it should be."""

    parameter: Parameter
    given: float
    expected: float


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What `diagnose` found.

    `gradient_right` leaves the loss aside, `loss_right` is None where no loss was given. `error` is
    ‖given − right‖ / max(‖given‖, ‖right‖), `largest` the largest difference; `differences` come worst first.
    `factor`: the given gradient is the right one times it, or None. `explanations` reproduce the numbers; where there
    is none, `nearest` comes closest, at `distance`, measured as `error` is. `undecided`: mistakes that the digits given
    cannot tell from the right gradient. `more`: how many of both are left out. `near`: why a right gradient is not
    ours in all the digits given, None where it is or where the gradient is wrong.
    """

    verdict: Verdict
    gradient_right: bool
    digits: int
    error: float
    largest: float
    differences: list[Difference]
    expected_loss: float
    loss_right: bool | None
    factor: float | None
    explanations: list[Explanation]
    undecided: list[Explanation]
    more: int
    nearest: Explanation | None
    distance: float | None
    near: Near | None


def diagnose(lineup: Lineup, given: Numbers) -> Diagnosis:
    """The verdict, and every mistake (else every few of them) that give the numbers of `given`."""
    account, right = lineup.account, lineup.account.right.ravel()
    right_loss = account.values({})[0]
    ways = list(readings(given, account.scale))
    judged = Judge(lineup, given).judge(ways)
    off = np.where(given.known, np.abs(given.values - right), 0.0)
    size = _size(given, right)
    error = float(np.linalg.norm(off)) / size if size else 0.0
    found, more = explanations(lineup, judged.found)
    undecided, more_undecided = explanations(lineup, judged.undecided)
    nearest, distance = (None, None) if judged.right or found else _nearest(lineup, given, error)
    exact, loose = ways[0], ways[min(1, len(ways) - 1)]
    return Diagnosis(
        judged.verdict, judged.right, given.digits, error, float(off.max()),
        [] if judged.right else _differences(lineup, given, right, exact.slack), right_loss,
        None if given.loss is None else any(bool(way.losses(given, np.array([[right_loss]]))[0]) for way in ways),
        None if judged.right else _factor(given, right, loose.slack), found, undecided, more + more_undecided, nearest,
        distance, judged.near,
    )  # fmt: skip


def _size(given: Numbers, other: Array) -> float:
    return max(float(np.linalg.norm(given.values[given.known])), float(np.linalg.norm(other[given.known])))


def _nearest(lineup: Lineup, given: Numbers, error: float) -> tuple[Explanation | None, float | None]:
    """The mistake whose numbers come closest, if they come closer than the right ones."""
    gradients = lineup.singles.gradients[:, given.known]
    with np.errstate(all="ignore"):
        off = np.linalg.norm(gradients - given.values[given.known], axis=1)
        sizes = np.maximum(np.linalg.norm(gradients, axis=1), np.linalg.norm(given.values))
    distances = np.where(np.isfinite(off) & (sizes > 0), off / np.where(sizes > 0, sizes, 1.0), np.inf)
    best = int(distances.argmin())
    if not distances[best] < error:
        return None, None
    return explained(lineup, lineup.singles.changes[best]), float(distances[best])


def _factor(given: Numbers, right: Array, slack: Array) -> float | None:
    known, size = given.known, float(right[given.known] @ right[given.known])
    factor = float(right[known] @ given.values[known]) / size if size else 0.0
    fits = np.abs(given.values - factor * right)[known] <= slack[known]
    return factor if factor and fits.all() and known.sum() > 2 else None


def _differences(lineup: Lineup, given: Numbers, right: Array, slack: Array) -> list[Difference]:
    off = np.where(given.known, np.abs(given.values - right), 0.0)
    wrong = [int(k) for k in np.argsort(-off, kind="stable") if off[k] > slack[k]]
    return [Difference(parameter(k, lineup), float(given.values[k]), float(right[k])) for k in wrong[:MOST_CELLS]]
