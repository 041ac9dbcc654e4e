"""The truncated pinball loss with a round bottom, the loss of HTPSVM. It is not convex."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.knob import Knob
from app.core.losses.knobs import DELTA, KINK, LEFT, RIGHT, TAU, TOLERANCE
from app.core.losses.pieces import cut_code, huber_code
from app.core.losses.truncated import Truncated
from app.core.tape.tape import V
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class HuberizedTruncatedPinball(Truncated):
    """The truncated pinball with a round bottom of width δ: no kink at the margin, only at the two cuts."""

    kind: Literal["huberized_truncated_pinball"] = "huberized_truncated_pinball"
    delta: Annotated[float, DELTA] = 1.0
    tau: Annotated[float, TAU] = 0.5
    a: Annotated[float, LEFT] | None = 1.0
    kappa: Annotated[float, RIGHT] | None = 2.0
    width: Annotated[float, Knob("bottom width δ", symbol="δ", min=0.01, max=5.0, step=0.01)] = 0.25
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    name: ClassVar[str] = "Huberized truncated pinball"
    tex: ClassVar[str] = (
        r"h(\min(\max(u, -a), \kappa)), \quad h(u) = |u| - \delta/2 \text{ if } |u| \ge \delta, "
        r"\text{ else } u^2 / (2\delta), \; \tau \text{ times that if } u < 0"
    )

    def bent(self, c: V) -> V:
        return ops.huberized_pinball(c, self.tau, self.width)

    def bend(self, c: Array) -> tuple[Array, Array]:
        return ops.huber(c, self.tau, self.width), ops.huber_slope(c, self.tau, self.width)

    def pieces(self, M: Array, slopes: Array) -> Array:
        a, kappa = self.cuts
        return np.digitize(M, [-a, kappa]).astype(np.float64)  # its kinks are the two cuts

    def code(self) -> LossCode:
        return self.coded(*cut_code(huber_code(), self.kink, self.tolerance))
