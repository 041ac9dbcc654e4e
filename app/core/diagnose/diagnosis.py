"""What is wrong with a gradient, and which mistakes give those very numbers.

Nothing is called right that the digits given cannot tell from a mistake, and no mistake is named that does not
reproduce every number that was given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.core.diagnose.mistake import STAGES, Variant
from app.core.diagnose.pasted import Numbers
from app.core.diagnose.staged import Changes
from app.core.diagnose.suspects import Lineup, Suspects
from app.core.fast.landscape import Parameter
from app.core.types import Array

Verdict = Literal["right", "right_so_far", "wrong"]

ROUNDING = 3e-7  # of the sum of absolute contributions: what single precision and another order of adding do
ENOUGH = 3  # digits that a gradient must have to be called right
MOST = 12  # explanations that are listed; so many fit only where few numbers or digits were given
Bools = NDArray[np.bool_]
MOST_CELLS = 500  # of an explanation, and of the numbers that differ


@dataclass(frozen=True, slots=True)
class Explanation:
    """Mistakes that together give the numbers, in the order in which they are made.

    `slopes` are the (point, class) whose ∂L/∂S they change, `parameters` the numbers of the gradient.
    """

    mistakes: tuple[Variant, ...]
    slopes: list[tuple[int, int]]
    parameters: list[Parameter]


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
    cannot tell from the right gradient. `more`: how many of both are left out.
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


def diagnose(lineup: Lineup, given: Numbers) -> Diagnosis:
    """The verdict, and every mistake (else every two mistakes) that give the numbers of `given`."""
    account = lineup.account
    floor = ROUNDING * account.scale + 1e-300
    right, right_loss = account.right.ravel(), account.values({})[0]
    fits_right = _fit(given, right[None], np.array([[right_loss, right_loss]]), floor)[0]
    singles = _others(lineup.singles, given, right, right_loss, floor)
    found, undecided = [], []
    if fits_right:
        undecided = _fitting(singles, given, floor)
    else:
        found = _fitting(singles, given, floor) or _fitting(
            _others(lineup.pairs, given, right, right_loss, floor), given, floor
        )
    unsure = bool(undecided) or given.digits < ENOUGH
    verdict: Verdict = "wrong" if not fits_right else "right_so_far" if unsure else "right"
    alone = replace(given, loss=None)
    gradient_right = bool(_fit(alone, right[None], np.zeros((1, 2)), floor)[0])
    nearest, distance = (None, None) if gradient_right or found else _nearest(lineup, singles, given)
    size = _size(given, right)
    off = np.where(given.known, np.abs(given.values - right), 0.0)
    return Diagnosis(
        verdict, gradient_right, given.digits, float(np.linalg.norm(off)) / size if size else 0.0, float(off.max()),
        [] if gradient_right else _differences(lineup, given, right, floor), right_loss,
        None if given.loss is None else abs(given.loss - right_loss) <= _loss_floor(given, right_loss),
        None if gradient_right else _factor(given, right, floor), [_explained(lineup, each) for each in found[:MOST]],
        [_explained(lineup, each) for each in undecided[:MOST]], max(0, len(found) + len(undecided) - MOST),
        nearest, distance,
    )  # fmt: skip


def _loss_floor(given: Numbers, value: float) -> float:
    return given.loss_slack + 3.0 * ROUNDING * abs(value)


def _fit(given: Numbers, gradients: Array, values: Array, floor: float) -> Bools:
    """Which rows (S,) agree with every number given, as far as its digits go."""
    near = np.abs(gradients[:, given.known] - given.values[given.known]) <= given.slack[given.known] + floor
    if given.loss is None:
        return near.all(axis=1)
    off = np.abs(values - given.loss) <= given.loss_slack + 3.0 * ROUNDING * np.abs(values)
    return near.all(axis=1) & off.any(axis=1)


def _others(found: Suspects, given: Numbers, right: Array, right_loss: float, floor: float) -> Suspects:
    """Those whose numbers are not the right ones, as far as they can be compared."""
    differ = (np.abs(found.gradients[:, given.known] - right[given.known]) > floor).any(axis=1)
    values = np.where(differ[:, None], found.values, found.values[:, 1:])  # beside the right gradient only its own loss
    if given.loss is not None:
        differ |= np.abs(values[:, 1] - right_loss) > 3.0 * ROUNDING * abs(right_loss)
    kept = np.flatnonzero(differ & np.isfinite(found.gradients).all(axis=1))
    return Suspects([found.changes[k] for k in kept], found.gradients[kept], values[kept])


def _fitting(suspects: Suspects, given: Numbers, floor: float) -> list[Changes]:
    """Those that fit, nearest first. If some give the very numbers, those that only round to them are left out."""
    fits = np.flatnonzero(_fit(given, suspects.gradients, suspects.values, floor))
    off = np.abs(suspects.gradients[fits][:, given.known] - given.values[given.known]).max(axis=1, initial=0.0)
    exact = off <= floor
    if exact.any():
        fits, off = fits[exact], off[exact]
    return [suspects.changes[k] for k in fits[np.argsort(off, kind="stable")]]


def _size(given: Numbers, other: Array) -> float:
    return max(float(np.linalg.norm(given.values[given.known])), float(np.linalg.norm(other[given.known])))


def _nearest(lineup: Lineup, singles: Suspects, given: Numbers) -> tuple[Explanation | None, float | None]:
    if not singles.changes:
        return None, None
    off = np.linalg.norm(singles.gradients[:, given.known] - given.values[given.known], axis=1)
    sizes = np.maximum(np.linalg.norm(singles.gradients[:, given.known], axis=1), np.linalg.norm(given.values))
    distances = np.divide(off, sizes, out=np.zeros_like(off), where=sizes > 0)
    best = int(distances.argmin())
    return _explained(lineup, singles.changes[best]), float(distances[best])


def _factor(given: Numbers, right: Array, floor: float) -> float | None:
    known, size = given.known, float(right[given.known] @ right[given.known])
    factor = float(right[known] @ given.values[known]) / size if size else 0.0
    fits = np.abs(given.values - factor * right)[known] <= given.slack[known] + floor * max(1.0, abs(factor))
    return factor if factor and fits.all() and known.sum() > 2 else None


def _parameter(place: int, lineup: Lineup) -> Parameter:
    features, _ = lineup.account.problem.W.shape
    column, row = divmod(place, features + 1)
    return Parameter(column, None if row == features else row)


def _differences(lineup: Lineup, given: Numbers, right: Array, floor: float) -> list[Difference]:
    off = np.where(given.known, np.abs(given.values - right), 0.0)
    wrong = [int(k) for k in np.argsort(-off, kind="stable") if off[k] > given.slack[k] + floor]
    return [Difference(_parameter(k, lineup), float(given.values[k]), float(right[k])) for k in wrong[:MOST_CELLS]]


def _explained(lineup: Lineup, changes: Changes) -> Explanation:
    account = lineup.account
    tiny = ROUNDING * account.scale
    cells = np.argwhere(np.abs(account.slopes(changes) - account.slopes({})) > tiny / max(1.0, len(account.problem.X)))
    changed = np.flatnonzero(np.abs(account.gradient(changes) - account.right).ravel() > tiny)
    return Explanation(
        tuple(changes[stage] for stage in STAGES if stage in changes),
        [(int(i), int(j)) for i, j in cells[:MOST_CELLS]],
        [_parameter(int(k), lineup) for k in changed[:MOST_CELLS]],
    )
