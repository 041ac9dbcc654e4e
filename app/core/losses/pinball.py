"""The pinball loss for classification (Huang, Shi and Suykens, 2014)."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import BinaryLoss
from app.core.losses.knobs import DELTA, KINK, TAU, TOLERANCE
from app.core.losses.pieces import pinball_code
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class Pinball(BinaryLoss):
    """Being too far beyond the margin costs as well, the share τ: all points have a say, so noisy ones matter less."""

    kind: Literal["pinball"] = "pinball"
    delta: Annotated[float, DELTA] = 1.0
    tau: Annotated[float, TAU] = 0.5
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    name: ClassVar[str] = "Pinball"
    tex: ClassVar[str] = r"\max(u,\, -\tau u), \quad u = \Delta - t s, \; t = \pm 1"
    has_margins: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        u = self.shortfall(S, y)
        return step(
            "l",
            tr("q.loss_per_point", "loss per point"),
            ops.pinball(self.kink, self.tolerance)(u, self.tau),
            symbol="ℓ",
            tex=r"\ell",
        )

    def cost(self, u: Array) -> tuple[Array, Array]:
        return np.maximum(u, -self.tau * u), ops.pinball_slope(u, self.tau, self.kink, self.tolerance)

    def code(self) -> LossCode:
        return self.coded(*pinball_code("u", self.kink, self.tolerance))
