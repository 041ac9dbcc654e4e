"""What the losses with two cuts share."""

from typing import Any, ClassVar

import numpy as np

from app.core import ops
from app.core.losses.base import BinaryLoss
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array


class Truncated(BinaryLoss):
    """A loss of two classes that is flat left of −a and right of kappa: a bend of the cut margin c."""

    has_margins: ClassVar[bool] = True

    a: float | None
    kappa: float | None
    kink: float
    tolerance: float

    @property
    def cuts(self) -> tuple[float, float]:
        """a and κ; None is no cut at all."""
        return np.inf if self.a is None else self.a, np.inf if self.kappa is None else self.kappa

    def bent(self, c: V) -> V:
        """The loss of cut margins, as an operation."""
        raise NotImplementedError

    def bend(self, c: Array) -> tuple[Array, Array]:
        """The loss of cut margins (N,) and its slope there (N,), in closed form."""
        raise NotImplementedError

    def __call__(self, S: V, y: Any) -> V:
        c = step(
            "c",
            tr("q.cut_margins", "cut margins"),
            ops.clip(self.kink, self.tolerance)(self.shortfall(S, y), *self.cuts),
        )
        return step("l", tr("q.loss_per_point", "loss per point"), self.bent(c), symbol="ℓ", tex=r"\ell")

    def cost(self, u: Array) -> tuple[Array, Array]:
        a, kappa = self.cuts
        inside = ops.clip_slope(u, a, kappa, self.kink, self.tolerance)
        losses, slopes = self.bend(np.clip(u, -a, kappa))
        return losses, inside * slopes
