"""How exactly a gradient was meant: what its numbers may be off by. The strictest reading comes first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.core.diagnose.pasted import Numbers
from app.core.types import Array

Bools = NDArray[np.bool_]
Kind = Literal["digits", "rounding", "single", "half", "rounded"]

EXACT = 2e-12  # of the sum of absolute contributions: what another order of adding does in double precision
ROUNDING = 3e-7  # … in single precision
HALF = 11  # bits of a number in half precision


@dataclass(frozen=True, slots=True)
class Reading:
    """Each number of the gradient may be off by `slack` (C·(D + 1),), the loss by `loss_slack` and a `share` of it."""

    kind: Kind
    slack: Array
    loss_slack: float
    share: float

    def gradients(self, given: Numbers, gradients: Array) -> Bools:
        """Which rows (S, C·(D + 1)) agree with every number of the gradient that was given."""
        off = np.abs(gradients[:, given.known] - given.values[given.known])
        return np.asarray((off <= self.slack[given.known]).all(axis=1))

    def losses(self, given: Numbers, values: Array) -> Bools:
        """Which rows (S, …) have a loss that is the one given; all of them, if none was."""
        if given.loss is None:
            return np.ones(len(values), bool)
        off = np.abs(values - given.loss) <= self.loss_slack + self.share * np.abs(values)
        return np.asarray(off.any(axis=1))


def readings(given: Numbers, scale: float) -> Iterator[Reading]:
    """The ways to read the numbers; `scale` is what rounding is proportional to."""
    scale = max(scale, float(np.abs(given.values).max(initial=0.0))) + 1e-290
    yield Reading("digits", given.exact + EXACT * scale, given.exact_loss, 5.0 * EXACT)
    single = bool((np.abs(_rounded(given.values, 24) - given.values) <= given.exact).all())
    yield Reading("single" if single else "rounding", given.exact + ROUNDING * scale, given.exact_loss, 3 * ROUNDING)
    if (np.abs(_rounded(given.values, HALF) - given.values) <= given.exact).all():
        off = 2.0 ** (1 - HALF) * np.abs(given.values)
        yield Reading("half", given.exact + off + ROUNDING * scale, given.exact_loss, 2.0 ** (1 - HALF))
    if (given.slack > given.exact).any() or given.loss_slack > given.exact_loss:
        yield Reading("rounded", given.slack + ROUNDING * scale, given.loss_slack, 3.0 * ROUNDING)


def _rounded(values: Array, bits: int) -> Array:
    """The numbers with so many binary digits."""
    part, exponent = np.frexp(values)
    rounded: Array = np.ldexp(np.round(part * 2.0**bits), exponent - bits)
    return rounded
