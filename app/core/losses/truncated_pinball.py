"""The pinball loss cut off on both sides, so that outliers have no pull. It is not convex."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.knobs import DELTA, KINK, LEFT, RIGHT, TAU, TOLERANCE
from app.core.losses.pieces import cut_code, pinball_code
from app.core.losses.truncated import Truncated
from app.core.tape.tape import V
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class TruncatedPinball(Truncated):
    """The pinball, flat left of −a and right of κ: points too far from the margin stop pulling. It is not convex."""

    kind: Literal["truncated_pinball"] = "truncated_pinball"
    delta: Annotated[float, DELTA] = 1.0
    tau: Annotated[float, TAU] = 0.5
    a: Annotated[float, LEFT] | None = 1.0
    kappa: Annotated[float, RIGHT] | None = 2.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    name: ClassVar[str] = "Truncated pinball"
    tex: ClassVar[str] = (
        r"p(\min(\max(u, -a), \kappa)), \quad p(u) = \max(u,\, -\tau u), \; u = \Delta - t s, \; t = \pm 1"
    )

    def bent(self, c: V) -> V:
        return ops.pinball(self.kink, self.tolerance)(c, self.tau)

    def bend(self, c: Array) -> tuple[Array, Array]:
        return np.maximum(c, -self.tau * c), ops.pinball_slope(c, self.tau, self.kink, self.tolerance)

    def code(self) -> LossCode:
        kink = self.kink, self.tolerance
        return self.coded(*cut_code(pinball_code("c", *kink), *kink))
